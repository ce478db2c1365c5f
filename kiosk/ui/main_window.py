"""The one window. It closes only when it is told to by the staff's way out."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.input_watch import InputWatch
from kiosk.ui.speech import WordsEvent
from kiosk.ui.theme import Look
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.sheet import Sheet

_FRAME = QSize(16, 48)
"""What a window's frame may take, in pixels: it is known only once the window is open."""


class WindowMode(Enum):
    """How the window stands on the screen."""

    KIOSK = auto()
    WINDOWED = auto()


class MainWindow(QWidget):
    """Holds the pages, the focus ring and the questions that can lie over them.

    ``covered`` tells that a question comes over the page, ``turning`` that another
    page, or the same with something else on it, is about to be shown, ``turned`` that
    it is. ``words_said``: the ``Words`` that anything inside has for a voice.
    """

    staff_keys = Signal()
    close_asked = Signal()
    covered = Signal()
    turning = Signal()
    turned = Signal()
    words_said = Signal(object)

    def __init__(self, look: Look, mode: WindowMode) -> None:
        super().__init__()
        self._look = look
        self._mode = mode
        self._may_close = False
        self.hands = InputWatch(self)
        self.pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # The screen has the size it has: pages make do with it, the window never outgrows it.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.pages)
        # Below a sheet it is hidden, and still has to keep to the window's size.
        policy = self.pages.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.pages.setSizePolicy(policy)
        self.sheet = Sheet(look, self)
        self.idle_sheet = Sheet(look, self)
        for sheet in (self.sheet, self.idle_sheet):
            sheet.opened.connect(self.covered)
        self._ring = FocusRing(look, self, self.hands)
        self.setWindowTitle("Mentor Kiosk")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        if mode is WindowMode.KIOSK:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        shortcut.activated.connect(self.staff_keys)

    def open(self) -> None:
        """Show the window as its mode asks, never larger than the screen that it is on."""
        if self._mode is WindowMode.KIOSK:
            self.showFullScreen()
        elif self._fits_screen():
            self.show()
        else:
            self.setGeometry(self.screen().availableGeometry())
            self.showMaximized()
        # A bare screen has no window manager that would hand the keyboard to a new window.
        self.activateWindow()

    def _fits_screen(self) -> bool:
        # Nobody looks at a window that is only painted: it has the size that was asked for.
        if QGuiApplication.platformName() == "offscreen":
            return True
        room = self.screen().availableGeometry().size() - _FRAME
        return self.size().boundedTo(room) == self.size()

    def asks(self, but: Sheet | None) -> bool:
        """Return whether a question stands over the page, other than ``but``."""
        sheets = cast("Iterable[Sheet]", self.findChildren(Sheet))
        return any(sheet.is_open for sheet in sheets if sheet is not but)

    def event(self, event: QEvent) -> bool:
        """Pass on what anything inside has to say."""
        if isinstance(event, WordsEvent):
            self.words_said.emit(event.words)
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch the hands once there is a native window."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self.hands.watch(handle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything keep to the window's scale."""
        super().resizeEvent(event)
        self._look.fit(event.size())

    def leave(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse in kiosk mode; a window on a desk asks for a tidy end instead."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        if self._mode is WindowMode.WINDOWED:
            self.close_asked.emit()
