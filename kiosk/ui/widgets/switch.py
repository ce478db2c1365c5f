"""Something that is on or off: its words, and a switch that shows which."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth

_LETTERS = 18
_TRACK = (52, 30)
_GAP = 16
_KNOB = 3


class Switch(QAbstractButton):
    """A line to press. Checked means on."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _track(self) -> QSize:
        return QSize(*(self._look.partly_grown(side) for side in _TRACK))

    def sizeHint(self) -> QSize:
        """Return room for the words, the switch and a finger."""
        metrics, track = self._look.metrics(_LETTERS, Weight.SEMIBOLD), self._track()
        width = metrics.horizontalAdvance(self.text()) + self._look.px(_GAP) + track.width() + 4
        return QSize(width, max(self._look.target(48), metrics.height(), track.height()))

    def minimumSizeHint(self) -> QSize:
        """Return ``sizeHint``: a cut word is never right."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words at the left and the switch at the right."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(_LETTERS, Weight.SEMIBOLD))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
        track = QRect(0, 0, self._track().width(), self._track().height())
        track.moveCenter(self.rect().center())
        track.moveRight(self.rect().right() - 1)
        self._draw_switch(painter, QRectF(track))

    def _draw_switch(self, painter: QPainter, track: QRectF) -> None:
        look, on = self._look, self.isChecked()
        edge = QPen(look.color("ink" if on or self.underMouse() else "line-strong"), look.edge(2))
        area(painter, track, track.height() / 2, look.color("ink" if on else "card"), edge)
        inset = look.px(_KNOB) + edge.widthF()
        side = track.height() - 2 * inset
        left = track.right() - inset - side if on else track.left() + inset
        knob = QRectF(left, track.top() + inset, side, side)
        area(painter, knob, side / 2, look.color("card" if on else "line-strong"))
        if on:
            # Not by colour and place alone.
            room = knob.adjusted(side * 0.15, side * 0.15, -side * 0.15, -side * 0.15)
            art.draw_icon(painter, "check", room, look.color("ink"))
