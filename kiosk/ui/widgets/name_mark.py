"""The program's mark and name, where it speaks for itself and not for a room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look

NAME = "Mentor Kiosk"
_SIDE = 36
_GAP = 12


class NameMark(QWidget):
    """The mark and, unless something else stands beside it, the name. ``color`` is the name's."""

    def __init__(self, look: Look, color: str = "ink", words: str = NAME) -> None:
        super().__init__()
        self._look = look
        self._color = color
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def _side(self) -> int:
        return self._look.partly_grown(_SIDE)

    def sizeHint(self) -> QSize:
        """Return room for the mark and the name."""
        letters = self._look.metrics(20, Weight.HEAVY)
        wide = self._look.px(_GAP) + letters.horizontalAdvance(self._words) + 2
        return QSize(
            self._side() + (wide if self._words else 0), max(self._side(), letters.height())
        )

    def minimumSizeHint(self) -> QSize:
        """Return ``sizeHint``: a cut name is no name."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        look, painter, side = self._look, QPainter(self), self._side()
        box = QRectF(0, (self.height() - side) / 2, side, side)
        art.draw_icon(painter, "mentor-kiosk", box, look.color(self._color))
        painter.setFont(look.font(20, Weight.HEAVY))
        painter.setPen(look.color(self._color))
        words = self.rect().adjusted(side + look.px(_GAP), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self._words)
