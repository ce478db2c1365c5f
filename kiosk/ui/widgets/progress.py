"""How far one is: a trail of screens, a bar of cards, a ring of right answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import OUTLINE, area, hollow, smooth

_GAP = 8
"""Between two marks of a trail."""
_RING = 74
"""From side to side."""


class _Gauge(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._value = 0
        self._total = 1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_value(self, value: int, total: int, spoken: str) -> None:
        """Show ``value`` of ``total``; ``spoken`` is what a screen reader says."""
        if total != self._total:
            self.updateGeometry()
        self._value, self._total = value, max(1, total)
        self.setAccessibleName(spoken)
        self.update()


class Trail(_Gauge):
    """One mark a screen: seen ones dark, this one in the colour of the sun."""

    def sizeHint(self) -> QSize:
        """Return the room for all marks."""
        return QSize(self._look.px(42) * self._total - self._look.px(_GAP), self._look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Return the room for narrow marks."""
        return QSize(self._look.px(16) * self._total, self._look.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the marks."""
        painter = QPainter(self)
        smooth(painter)
        # The outer marks end where the widget ends, in line with what stands above and below.
        gap = self._look.px(_GAP)
        step = min(self._look.px(42), (self.width() + gap) / self._total)
        left = (self.width() + gap - step * self._total) / 2
        for n in range(self._total):
            # This one is told by its height as well: not every eye tells the colors apart.
            here = n == self._value - 1
            high = self._look.px(12 if here else 8)
            box = QRectF(left + n * step, (self.height() - high) / 2, step - gap, high)
            if n < self._value:
                area(painter, box, high / 2, self._look.color("sun" if here else "primary"))
            else:
                hollow(painter, self._look, box)


class Meter(_Gauge):
    """A bar that fills."""

    def sizeHint(self) -> QSize:
        """Return the usual width."""
        return QSize(self._look.px(320), self._look.px(16))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest width that still tells something."""
        return QSize(self._look.px(80), self._look.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        smooth(painter)
        high = self._look.px(10)
        box = QRectF(0, (self.height() - high) / 2, self.width(), high)
        hollow(painter, self._look, box)
        if self._value:
            box.setWidth(max(high, box.width() * self._value / self._total))
            area(painter, box, high / 2, self._look.color("primary"))


class Ring(_Gauge):
    """A ring that closes, with the number inside."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square with room for its number."""
        side = self._look.partly_grown(_RING)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring from the top, clockwise."""
        painter = QPainter(self)
        smooth(painter)
        width = self.width() / 7
        half = width / 2
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(QPen(self._look.color("unfilled"), width))
        painter.drawEllipse(box)
        painter.setPen(QPen(self._look.color("card"), width - 2 * self._look.edge(OUTLINE)))
        painter.drawEllipse(box)
        pen = QPen(self._look.color("primary"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(360 * 16 * self._value / self._total))
        painter.setPen(self._look.color("ink"))
        font = self._look.font(_RING * 0.3, Weight.HEAVY)
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._value))
