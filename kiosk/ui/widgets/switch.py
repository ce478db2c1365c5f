"""Something that is on or off: a switch that shows which, and its words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _track(self) -> QSize:
        return QSize(*(self._look.partly_grown(side) for side in _TRACK))

    def sizeHint(self) -> QSize:
        """Return room for the words on one line, the switch and a finger."""
        width = self._letters().horizontalAdvance(self.text()) + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word: only between words is a line broken."""
        longest = max(map(self._letters().horizontalAdvance, self.text().split()), default=0)
        return QSize(longest + self._beside(), self._look.target(48))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines, and no less than a finger needs."""
        room = QRect(0, 0, width - self._beside(), 10_000)
        words = self._letters().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._look.target(48), words.height(), self._track().height())

    def _letters(self) -> QFontMetrics:
        return self._look.metrics(_LETTERS, Weight.SEMIBOLD)

    def _beside(self) -> int:
        return self._look.px(_GAP) + self._track().width() + 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the switch, and its words right after it: however wide the line, they are a pair."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(_LETTERS, Weight.SEMIBOLD))
        room = self.rect().adjusted(self._beside() - 2, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.text())
        track = QRect(0, 0, self._track().width(), self._track().height())
        track.moveCenter(self.rect().center())
        track.moveLeft(1)
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
