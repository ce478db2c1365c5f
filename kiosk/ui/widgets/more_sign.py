"""The quiet sign that there is more than is shown: words fade out, and a small arrow points on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import smooth

_FADE = 20
_DISC = 30
_AROUND = 4


class PassedSign(QWidget):
    """Lies over the top of what scrolls: words that have gone by fade out; takes no press."""

    def __init__(self, look: Look, area: QScrollArea, ground: str) -> None:
        super().__init__(area)
        self._look = look
        self._area = area
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        area.verticalScrollBar().valueChanged.connect(self.follow)
        look.changed.connect(self.follow)
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Lie where the area begins, or hide where nothing has gone by."""
        port = self._area.viewport().geometry()
        high = min(port.height() // 4, self._look.px(_FADE))
        self.setGeometry(port.left(), port.top(), port.width(), high)
        self.setVisible(self._area.verticalScrollBar().value() > 0)
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fading."""
        solid = self._look.color(self._ground)
        clear = QColor(solid)
        clear.setAlpha(0)
        fade = QLinearGradient(0, 0, 0, self.height())
        fade.setColorAt(0, solid)
        fade.setColorAt(1, clear)
        QPainter(self).fillRect(self.rect(), fade)


class MoreSign(QWidget):
    """Lies in a strip below what scrolls, so that its arrow covers no word; takes no press.

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

    @property
    def strip(self) -> int:
        """How much room the arrow needs below the words, in pixels."""
        return self._look.partly_grown(_DISC) + _AROUND

    @Slot()
    def follow(self) -> None:
        """Lie where the area ends, or hide as there is no more."""
        bar, port = self._area.verticalScrollBar(), self._area.viewport().geometry()
        high = min(port.height(), self._look.px(_FADE)) + self.strip
        self.setGeometry(port.left(), self._area.height() - high, port.width(), high)
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
        fade = QLinearGradient(0, 0, 0, self.height() - self.strip)
        fade.setColorAt(0, clear)
        fade.setColorAt(1, solid)
        painter.fillRect(self.rect(), fade)
        side = self.strip - _AROUND
        top = self.height() - side - _AROUND / 2
        spot = QRectF((self.width() - side) / 2, top, side, side)
        painter.setPen(QPen(look.color("line-strong"), look.edge(1.5)))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        inset = side * 0.24
        arrow = spot.adjusted(inset, inset, -inset, -inset)
        art.draw_icon(painter, "arrow-down", arrow, look.color("ink"))
