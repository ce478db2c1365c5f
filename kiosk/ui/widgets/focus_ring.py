"""The keyboard's focus, drawn around whatever has it: one ring for the whole window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from kiosk.ui.input_watch import InputWatch
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import smooth

_WIDTH = 4
_AWAY = 3
_CASING = 2
_FOLLOWED = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show}


class FocusRing(QWidget):
    """A ring over the window, outside the focused widget's edges, while keys are in use.

    A finger or a mouse hides it, a key shows it again: it tells a person at the
    keyboard where they are and does not distract anyone else.
    """

    def __init__(self, look: Look, window: QWidget, hands: InputWatch) -> None:
        super().__init__(window)
        self._look = look
        self._followed: list[QWidget] = []
        self._inner = QRectF()
        self._keys_in_use = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        hands.keys_used.connect(self._use_keys)
        hands.pointer_used.connect(self._use_pointer)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._followed:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._followed = _up_to_window(new)
        for widget in self._followed:
            widget.installEventFilter(self)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go where the focused widget goes; never stop an event."""
        if event.type() in _FOLLOWED:
            self._place()
        return False

    @Slot()
    def _use_keys(self) -> None:
        if not self._keys_in_use:
            self._keys_in_use = True
            self._place()

    @Slot()
    def _use_pointer(self) -> None:
        self._keys_in_use = False
        self.hide()

    def _place(self) -> None:
        target = self._followed[0] if self._followed else None
        if not self._keys_in_use or target is None or not isValid(target):
            self.hide()
            return
        if not target.isVisible() or target.window() is not self.window():
            self.hide()
            return
        room = self._look.px(_AWAY + _WIDTH + _CASING)
        edges = QRect(target.mapTo(self.window(), QPoint(0, 0)), target.size())
        seen = self._seen_through(target).adjusted(-room, -room, room, room)
        self.setGeometry(edges.adjusted(-room, -room, room, room) & seen)
        self._inner = QRectF(edges.translated(-self.pos()))
        self.show()
        self.raise_()
        self.update()

    def _seen_through(self, target: QWidget) -> QRect:
        parent = target.parentWidget()
        while parent is not None:
            around = parent.parentWidget()
            if isinstance(around, QAbstractScrollArea) and around.viewport() is parent:
                return QRect(parent.mapTo(self.window(), QPoint(0, 0)), parent.size())
            parent = around
        return self.window().rect()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        smooth(painter)
        width = self._look.px(_WIDTH)
        out = self._look.px(_AWAY) + width / 2
        box, radius = self._inner.adjusted(-out, -out, out, out), self._look.px(15)
        # A light casing, so that the ring is as plain on a dark ground as on a light one.
        casing = QPen(self._look.color("card"), width + 2 * self._look.px(_CASING))
        for pen in (casing, QPen(self._look.color("focus"), width)):
            painter.setPen(pen)
            painter.drawRoundedRect(box, radius, radius)


def _up_to_window(widget: QWidget | None) -> list[QWidget]:
    chain = []
    while widget is not None and not widget.isWindow():
        chain.append(widget)
        widget = widget.parentWidget()
    return chain
