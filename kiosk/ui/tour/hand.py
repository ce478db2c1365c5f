"""A hand at the window: real input events, as the system would deliver them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QScrollArea, QWidget

from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.sorting_board import SortingBoard

_BUTTON = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier
_POLL_MS = 10
_MOST_TABS = 120


class HandFailed(RuntimeError):
    """What the hand looked for did not come, or could not be reached."""


class Hand:
    """Presses, drags and types into one window, and takes pictures of it."""

    def __init__(self, window: QWidget) -> None:
        self.window = window

    def come_to_window(self) -> None:
        """Wait until the window is there and has the keyboard.

        A virtual screen has no window manager that would hand the keyboard on.
        """
        self.window.activateWindow()
        if not QTest.qWaitForWindowActive(self.window):
            raise HandFailed("the window never got the keyboard")

    @property
    def native(self) -> QWindow:
        """The native window, where the system's events come in."""
        handle = self.window.windowHandle()
        if handle is None:
            raise HandFailed("the window is not open")
        return handle

    def wait_until(self, there: Callable[[], bool], what: str, patience_ms: int = 10_000) -> None:
        """Let the program run until something is there.

        Raises:
            HandFailed: it does not come within ``patience_ms``.
        """
        for _ in range(max(1, patience_ms // _POLL_MS)):
            if there():
                return
            QTest.qWait(_POLL_MS)
        raise HandFailed(f"waited in vain for {what}")

    def rest(self, milliseconds: int) -> None:
        """Let the program run for a while, as a person looks at the screen."""
        QTest.qWait(milliseconds)

    def middle(self, widget: QWidget) -> QPoint:
        """Return the middle of what can be seen of a widget, in the window."""
        # What was shown a moment ago may not have its place yet.
        QCoreApplication.processEvents()
        bring_into_view(widget)
        box = QRect(widget.mapTo(self.window, QPoint(0, 0)), widget.size())
        seen = box & self.window.rect()
        if seen.isEmpty() or not widget.isVisible():
            raise HandFailed(f"{_called(widget)} is out of sight")
        return seen.center()

    def press(self, widget: QWidget) -> None:
        """Press a widget with the pointer."""
        self.press_at(self.middle(widget))

    def press_at(self, point: QPoint) -> None:
        """Press a point of the window."""
        QTest.mouseClick(self.native, _BUTTON, _PLAIN, point)
        QTest.qWait(1)

    def press_second_button(self, widget: QWidget) -> None:
        """Press a widget with the second button of a mouse."""
        QTest.mouseClick(self.native, Qt.MouseButton.RightButton, _PLAIN, self.middle(widget))
        QTest.qWait(1)

    def choose(self, menu: QMenu, action: QAction) -> None:
        """Press a line of an open menu."""
        handle = menu.windowHandle()
        if handle is None or not menu.isVisible():
            raise HandFailed("the menu is not open")
        spot = menu.actionGeometry(action).center()
        # A menu believes in a press only after it has seen the pointer move.
        for step in (QPoint(-2, 0), QPoint(0, 0)):
            QTest.mouseMove(handle, spot + step)
        QTest.mouseClick(handle, _BUTTON, _PLAIN, spot)
        QTest.qWait(1)

    def lift(self, start: QPoint, end: QPoint, steps: int = 12) -> None:
        """Press at a point and pull to another, without letting go."""
        QTest.mousePress(self.native, _BUTTON, _PLAIN, start)
        for step in range(1, steps + 1):
            x = start.x() + (end.x() - start.x()) * step // steps
            y = start.y() + (end.y() - start.y()) * step // steps
            QTest.mouseMove(self.native, QPoint(x, y))
            QTest.qWait(1)

    def let_go(self, point: QPoint) -> None:
        """Let go of what is pulled."""
        QTest.mouseRelease(self.native, _BUTTON, _PLAIN, point)
        QTest.qWait(1)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _PLAIN) -> None:
        """Press a key."""
        QTest.keyClick(self.native, key, modifier)
        QTest.qWait(1)

    def type(self, text: str) -> None:
        """Type letters and digits."""
        for character in text:
            self._type(character)
        QTest.qWait(1)

    def _type(self, character: str) -> None:
        # Qt's own test keyboard has no capitals: so the event that a real one makes.
        shift = Qt.KeyboardModifier.ShiftModifier if character.isupper() else _PLAIN
        key = ord(character.upper()) if character.isascii() else 0
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(self.native, QKeyEvent(kind, key, shift, character))

    def tab_to(self, widget: QWidget) -> None:
        """Go to a widget by the Tab key alone.

        Raises:
            HandFailed: Tab never comes there.
        """
        for _ in range(_MOST_TABS):
            if self.window.focusWidget() is widget:
                return
            self.key(Qt.Key.Key_Tab)
        raise HandFailed(f"the Tab key never comes to {_called(widget)}")

    def go_to(self, widget: QWidget) -> None:
        """Go to a widget by keys alone: Tab, and arrows where Tab stops once for a whole list.

        Raises:
            HandFailed: no key comes there.
        """
        first = _tab_stop(widget)
        self.tab_to(first)
        if first is widget:
            return
        for _ in range(_MOST_TABS):
            self.key(Qt.Key.Key_Down)
            if self.window.focusWidget() is widget:
                return
        raise HandFailed(f"the arrow keys never come to {_called(widget)}")

    def picture(self, file: Path) -> None:
        """Save what the window shows, an open menu over it."""
        pixels = self.window.grab()
        menu = QApplication.activePopupWidget()
        if menu is not None:
            painter = QPainter(pixels)
            painter.drawPixmap(self.window.mapFromGlobal(menu.pos()), menu.grab())
            painter.end()
        if not pixels.save(str(file)):
            raise HandFailed(f"could not write {file}")


def bring_into_view(widget: QWidget) -> None:
    """Scroll what a widget lies in until it can be seen."""
    part, parent = widget, widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 8)
        elif isinstance(parent, SortingBoard) and isinstance(part, Card):
            parent.pieces.reveal(part)
        part, parent = parent, parent.parentWidget()


def _called(widget: QWidget) -> str:
    return widget.accessibleName() or type(widget).__name__


def _tab_stop(widget: QWidget) -> QWidget:
    # Of a list in which one is chosen, Tab comes to the chosen one alone.
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive():
        return widget
    around = widget.parentWidget() or widget
    buttons: Iterable[QAbstractButton] = around.findChildren(QAbstractButton)
    return next((b for b in buttons if b.autoExclusive() and b.isChecked()), widget)
