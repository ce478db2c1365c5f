"""Widgets going to new places: shortly and softly, or at once."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QRect, QVariantAnimation, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Look

MILLISECONDS = 160


class Glide(QObject):
    """Moves several widgets together. Nothing waits for it: they can be used on the way.

    ``moved`` is sent after every step, and at last when all have come to rest.
    """

    moved = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._ways: dict[QWidget, tuple[QRect, QRect]] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.moved)

    @property
    def running(self) -> bool:
        """Whether anything is on its way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def go(self, targets: dict[QWidget, QRect]) -> None:
        """Send widgets to new places; those of an earlier call that are not named go on there."""
        ends = {widget: end for widget, (_, end) in self._ways.items()} if self.running else {}
        ends.update(targets)
        if self._look.reduced_motion:
            self.jump(ends)
            return
        self._animation.stop()
        self._ways = {w: (w.geometry(), end) for w, end in ends.items() if w.geometry() != end}
        if self._ways:
            self._animation.start()
        else:
            self.moved.emit()

    def jump(self, targets: dict[QWidget, QRect]) -> None:
        """Put widgets in their new places at once."""
        self._animation.stop()
        self._ways = {}
        for widget, end in targets.items():
            widget.setGeometry(end)
        self.moved.emit()

    @Slot(object)
    def _step(self, share: float) -> None:
        for widget, (start, end) in self._ways.items():
            widget.setGeometry(_between(start, end, share))
        self.moved.emit()


def _between(start: QRect, end: QRect, share: float) -> QRect:
    def way(a: int, b: int) -> int:
        return round(a + (b - a) * share)

    return QRect(
        way(start.x(), end.x()),
        way(start.y(), end.y()),
        way(start.width(), end.width()),
        way(start.height(), end.height()),
    )
