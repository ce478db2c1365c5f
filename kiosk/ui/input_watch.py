"""Which hand is at work: keys or a pointer, and that someone is there at all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QWindow

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}
_POINTER = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}
_PRESENCE = {
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TabletMove,
    QEvent.Type.Wheel,
}


class InputWatch(QObject):
    """Watches what comes into a window from outside, before any widget sees it.

    It sits on the native window and not on the application, so that the
    thousands of events inside the program cost nothing.
    """

    keys_used = Signal()
    pointer_used = Signal()
    someone_there = Signal()

    def watch(self, window: QWindow) -> None:
        """Begin to watch a native window."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell what kind of input this is; never stop it."""
        kind = event.type()
        if kind in _KEYS:
            self.keys_used.emit()
            self.someone_there.emit()
        elif kind in _POINTER:
            self.pointer_used.emit()
            self.someone_there.emit()
        elif kind in _PRESENCE:
            self.someone_there.emit()
        return False
