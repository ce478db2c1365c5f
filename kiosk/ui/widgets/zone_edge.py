"""The edge of a zone: it grows while a card is held over it, and shrinks again."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QRect, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QRegion

from kiosk.ui.theme import Look

_MILLISECONDS = 90


class ZoneEdge(QObject):
    """How wide an edge is at the moment, between thin and wide, in whole pixels.

    A wide edge all at once would cost as much as the card under the hand, at
    the very move in which the zones change: so it grows by a pixel at a time.
    ``stepped`` tells the narrower and the wider of two widths that follow each other.
    """

    stepped = Signal(int, int)

    def __init__(self, look: Look, thin: float, wide: float, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._ends = (thin, wide)
        self._share = 0.0
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._animation.valueChanged.connect(self._step)

    @property
    def width(self) -> int:
        """The width in pixels of this window."""
        thin, wide = (self._look.edge(end) for end in self._ends)
        return round(thin + (wide - thin) * self._share)

    @property
    def marked(self) -> bool:
        """Whether it is wider than at rest."""
        return self._share > 0.0

    def grow(self) -> None:
        """Become wide, softly where motion is wanted."""
        self._go(QVariantAnimation.Direction.Forward, 1.0)

    def shrink(self) -> None:
        """Become thin again."""
        self._go(QVariantAnimation.Direction.Backward, 0.0)

    def _go(self, way: QVariantAnimation.Direction, end: float) -> None:
        if self._look.reduced_motion:
            self._animation.stop()
            self._step(end)
            return
        # One that is on its way turns where it is.
        self._animation.setDirection(way)
        if self._animation.state() is not QVariantAnimation.State.Running:
            self._animation.start()

    @Slot(object)
    def _step(self, share: float) -> None:
        before, was_marked = self.width, self.marked
        self._share = share
        after = self.width
        if before != after or was_marked != self.marked:
            self.stepped.emit(min(before, after), max(before, after))


def ring(box: QRect, outer: int, inner: int, radius: int) -> QRegion:
    """Return what lies between two distances from the rim of a box, its round corners whole."""
    region = QRegion(box.adjusted(outer, outer, -outer, -outer))
    region -= QRegion(box.adjusted(inner, inner, -inner, -inner))
    right, bottom = box.right() - radius + 1, box.bottom() - radius + 1
    for x, y in (
        (box.left(), box.top()),
        (right, box.top()),
        (box.left(), bottom),
        (right, bottom),
    ):
        region += QRegion(x, y, radius, radius)
    return region
