"""Fingers on a window: a second one, or one that is taken away by the system."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QTouchEvent, QWindow

_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate}


class TouchWatch(QObject):
    """Tells when what one finger does is not one finger's any more.

    One finger comes to widgets as a mouse, which is all that they need; this
    watches for what a mouse cannot do, before Qt makes a mouse of it.
    """

    broken = Signal()

    def watch(self, window: QWindow) -> None:
        """Begin to watch a native window; watching twice is watching once."""
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look at a touch; never stop it."""
        kind = event.type()
        fingers = event.pointCount() if isinstance(event, QTouchEvent) else 0
        if kind == QEvent.Type.TouchCancel or (kind in _TOUCHES and fingers > 1):
            self.broken.emit()
        return False
