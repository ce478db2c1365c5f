"""The card under the hand: lifted, tilted a little, with a soft shadow, drawn once."""

from __future__ import annotations

from math import asin, degrees

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.paint import area, smooth

_TILT_DEGREES = 2.0
_RISE = 3.5
"""How far an end of a tilted card rises at the most: a wide one tilts less."""
_SHADOW = 5


class LiftedCard(QWidget):
    """Follows the pointer. Moving it repaints the place it leaves and the one it enters."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._pixels = QPixmap()
        self._hold = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self, card: Card, at: QPoint) -> None:
        """Take a card up under the pointer, which is ``at`` in the parent's coordinates."""
        self._pixels = self._drawn(card, card.size())
        self.resize(self._pixels.deviceIndependentSize().toSize())
        self._hold = QPoint(self.width() // 2, self.height() // 2)
        self.follow(at)
        self.show()
        self.raise_()

    def follow(self, at: QPoint) -> None:
        """Go with the pointer."""
        self.move(at - self._hold)

    def face(self) -> QRect:
        """Return where the card itself is, without its shadow."""
        away = self._look.px(_SHADOW)
        return self.geometry().adjusted(away, away, -away, -away)

    def put_down(self) -> None:
        """Vanish; the card itself is shown again."""
        self.hide()
        self._pixels = QPixmap()

    def _drawn(self, card: Card, size: QSize) -> QPixmap:
        away, ratio = self._look.px(_SHADOW), self.devicePixelRatioF()
        whole = size.grownBy(_margins(away))
        pixels = QPixmap(whole * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        smooth(painter)
        painter.translate(whole.width() / 2, whole.height() / 2)
        rise = 2 * self._look.px(_RISE) / size.width()
        painter.rotate(-min(_TILT_DEGREES, degrees(asin(min(1, rise)))))
        box = QRect(QPoint(-size.width() // 2, -size.height() // 2), size)
        self._draw_shadow(painter, QRectF(box))
        card.draw_face(painter, box)
        # Shadows do not show on dark grounds.
        rim = QPen(self._look.color("primary"), self._look.edge(2))
        area(
            painter,
            QRectF(box),
            self._look.corner(Corner.CARD),
            QColor(Qt.GlobalColor.transparent),
            rim,
        )
        painter.end()
        return pixels

    def _draw_shadow(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        steps = max(4, self._look.px(_SHADOW) - 2)
        shade = QColor(self._look.color("shade"))
        shade.setAlphaF(0.16 / steps * 1.6)
        painter.setBrush(shade)
        for step in range(steps):
            spread = step * 0.8
            soft = box.adjusted(-spread, -spread * 0.5, spread, spread)
            painter.drawRoundedRect(soft.translated(0, 3), 12 + spread, 12 + spread)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the pixels that are asked for."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.drawPixmap(0, 0, self._pixels)


def _margins(away: int) -> QMargins:
    return QMargins(away, away, away, away)
