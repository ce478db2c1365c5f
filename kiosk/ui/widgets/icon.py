"""An icon that stands by itself and says nothing to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look


class IconMark(QWidget):
    """One icon in one colour, as large as the letters beside it; ``size`` as written."""

    def __init__(self, look: Look, icon: str, color: str, size: float) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._color = color
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size."""
        side = self._look.grown(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        color = self._look.color(self._color)
        art.draw_icon(QPainter(self), self._icon, QRectF(self.rect()), color)
