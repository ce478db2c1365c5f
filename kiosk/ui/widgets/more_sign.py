"""The quiet sign that there is more than is shown: words fade out, and a small arrow points on."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look
from kiosk.ui.widgets.cut_line import cut_at
from kiosk.ui.widgets.paint import smooth

_FADE = 20
_MOST = 48
"""How high a fading may be for what is cut, as written: a line and a half of words."""
_SOLID = 0.75
"""How far into its strip a fading is done."""
_DISC = 30
_AROUND = 4


class _EdgeSign(QWidget):
    """Lies over an edge of what scrolls, where words fade into ``ground``; takes no press."""

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
        """Lie at the edge, or hide where there is nothing beyond it."""
        box, needed = self._wanted()
        self.setGeometry(box)
        self.setVisible(needed)
        self.raise_()
        self.update()

    def _wanted(self) -> tuple[QRect, bool]:
        raise NotImplementedError

    def _cut(self, below: int) -> tuple[int, int]:
        """Return how much of what is cut so far below the top shows above the cut, and below."""
        content, at = self._area.widget(), self._area.verticalScrollBar().value() + below
        return cut_at(content, at, self._look.grown(_MOST)) if content is not None else (0, 0)

    def _fade(self, painter: QPainter, clear_at: int, solid_at: int) -> None:
        solid = self._look.color(self._ground)
        clear = QColor(solid)
        clear.setAlpha(0)
        fade = QLinearGradient(0, clear_at, 0, clear_at + _SOLID * (solid_at - clear_at))
        fade.setColorAt(0, clear)
        fade.setColorAt(1, solid)
        painter.fillRect(self.rect(), fade)


class PassedSign(_EdgeSign):
    """Lies over the top of what scrolls: words that have gone by fade out."""

    def _wanted(self) -> tuple[QRect, bool]:
        port = self._area.viewport().geometry()
        fade = max(self._look.px(_FADE), self._cut(0)[1])
        high = min(port.height() // 4, fade)
        box = QRect(port.left(), port.top(), port.width(), high)
        return box, self._area.verticalScrollBar().value() > 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fading."""
        self._fade(QPainter(self), self.height(), 0)


class MoreSign(_EdgeSign):
    """Lies in a strip below what scrolls, so that its arrow covers no word."""

    @property
    def strip(self) -> int:
        """How much room the arrow needs below the words, in pixels."""
        return self._look.partly_grown(_DISC) + _AROUND

    def _wanted(self) -> tuple[QRect, bool]:
        bar, port = self._area.verticalScrollBar(), self._area.viewport().geometry()
        fade = max(self._look.px(_FADE), self._cut(port.height())[0])
        high = min(port.height(), fade) + self.strip
        box = QRect(port.left(), self._area.height() - high, port.width(), high)
        return box, bar.value() < bar.maximum()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the fading, and the arrow on its disc."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        self._fade(painter, 0, self.height() - self.strip)
        side = self.strip - _AROUND
        top = self.height() - side - _AROUND / 2
        spot = QRectF((self.width() - side) / 2, top, side, side)
        painter.setPen(QPen(look.color("line-strong"), look.edge(1.5)))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1))
        inset = side * 0.24
        arrow = spot.adjusted(inset, inset, -inset, -inset)
        art.draw_icon(painter, "arrow-down", arrow, look.color("ink"))
