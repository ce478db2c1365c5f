"""A sentence that matters, set large: the definition."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.text import Role, Text


class Quote(QWidget):
    """Large words on a soft ground with a bar at the left."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look = look
        column = Column(look, 0, (30, 20, 24, 20))
        self.setLayout(column)
        column.addWidget(Text(look, Role.LARGE, words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and bar."""
        painter = QPainter(self)
        smooth(painter)
        look, box = self._look, QRectF(self.rect())
        area(painter, box, look.corner(Corner.BUTTON), look.color("primary-soft"))
        bar = QRectF(0, look.px(14), look.px(5), box.height() - 2 * look.px(14))
        area(painter, bar, look.px(2), look.color("primary"))
