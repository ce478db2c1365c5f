"""How far a replay is: a slider over its placements, with a mark where a new try begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle

from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, hollow, smooth

_KNOB = 26
_TRACK = 10
_PAGES = 10


class ReplayBar(QSlider):
    """A slider in the kiosk's look. A press goes to that very place; keys as in any slider."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._marks: Sequence[int] = ()
        self.setAccessibleName(self.tr("Placement"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_range(self, last: int, marks: Sequence[int]) -> None:
        """Begin at 0 of ``last``; ``marks`` are values to be marked."""
        self._marks = marks
        self.setValue(0)
        self.setRange(0, last)
        self.setPageStep(max(1, last // _PAGES))
        self.setAccessibleDescription(self.tr("of {total}").format(total=last))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual width, high enough for a finger."""
        return QSize(self._look.px(320), self._look.target(48))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest width on which a finger still finds a place."""
        return QSize(self._look.px(150), self._look.target(48))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the pointer is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pressed pointer."""
        if self.isSliderDown():
            self.setValue(self.value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stay where the pointer was let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def value_at(self, x: float) -> int:
        """Return the value under a point of the bar."""
        inset = self._inset()
        way = max(1, self.width() - 2 * inset)
        return QStyle.sliderValueFromPosition(0, self.maximum(), round(x) - inset, way)

    def x_of(self, value: int) -> int:
        """Return the middle of a value on the bar."""
        inset = self._inset()
        way = max(1, self.width() - 2 * inset)
        return inset + QStyle.sliderPositionFromValue(0, self.maximum(), value, way)

    def _inset(self) -> int:
        return self._look.px(_KNOB) // 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what is behind, the marks and the knob."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        high, middle, at = look.px(_TRACK), self.height() / 2, self.x_of(self.value())
        left = self._inset()
        track = QRectF(left, middle - high / 2, self.width() - 2 * left, high)
        hollow(painter, look, track)
        if self.value():
            track.setWidth(max(high, at - left))
            area(painter, track, high / 2, look.color("primary"))
        for mark in self._marks:
            self._draw_mark(painter, self.x_of(mark))
        if self.isEnabled():
            knob = look.px(_KNOB) / 2 - 2
            painter.setPen(QPen(look.color("primary"), look.px(3)))
            painter.setBrush(look.color("card"))
            painter.drawEllipse(QPointF(at, middle), knob, knob)

    def _draw_mark(self, painter: QPainter, x: int) -> None:
        look, middle = self._look, self.height() / 2
        reach = look.px(_TRACK) / 2 + look.px(5)
        pen = QPen(look.color("line-strong"), look.px(2))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, middle - reach), QPointF(x, middle + reach))
