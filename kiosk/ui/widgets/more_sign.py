"""The quiet sign that there is more than is shown: words fade out, and a small arrow points on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import smooth

_FADE = 44
_DISC = 30


class MoreSign(QWidget):
    """Lies over the lower edge of what scrolls, and lets every press through.

    ``ground`` is the colour that the words fade into.
    """

    def __init__(self, look: Look, area: QScrollArea, ground: str) -> None:
        super().__init__(area)
        self._look = look
        self._area = area
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.follow)
        bar.rangeChanged.connect(self.follow)
        look.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Lie where the area ends, or hide as there is no more."""
        bar, port = self._area.verticalScrollBar(), self._area.viewport().geometry()
        high = min(port.height(), self._look.px(_FADE))
        self.setGeometry(port.left(), port.bottom() + 1 - high, port.width(), high)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fading, and the arrow on its disc."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        solid = look.color(self._ground)
        clear = QColor(solid)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, clear)
        fade.setColorAt(0.8, solid)
        painter.fillRect(self.rect(), fade)
        side = look.px(_DISC)
        spot = QRectF((self.width() - side) / 2, self.height() - side - 2, side, side)
        painter.setPen(QPen(look.color("line-strong"), look.edge(1.5)))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        inset = side * 0.24
        arrow = spot.adjusted(inset, inset, -inset, -inset)
        art.draw_icon(painter, "arrow-down", arrow, look.color("ink"))
