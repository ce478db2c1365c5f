"""The chart of an activity's categories, each with an example."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.views import ChartColumn
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text


class _ChartColumn(QWidget):
    def __init__(self, look: Look, column: ChartColumn, color: str) -> None:
        super().__init__()
        self._look = look
        self._color = color
        inside = Column(look, 12, (22, 18, 22, 22))
        self.setLayout(inside)
        head = Row(look, 10)
        head.addWidget(IconMark(look, column.category.icon, color, 26))
        head.addWidget(Text(look, Role.SUBHEADING, column.category.title, color=color), 1)
        inside.addLayout(head)
        for item in column.items:
            card = Panel(look, gap=0, margins=(18, 12, 18, 12))
            card.column.addWidget(Text(look, Role.SUBHEADING, item.title))
            inside.addWidget(card)
        inside.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the column in its category's colours."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        pen = QPen(look.color(self._color), look.px(2))
        area(
            painter,
            QRectF(self.rect()),
            look.corner(Corner.AREA),
            look.color(f"{self._color}-soft"),
            pen,
        )


class ChartTable(QWidget):
    """The columns beside each other, in the pack's order."""

    def __init__(self, look: Look, columns: tuple[ChartColumn, ...]) -> None:
        super().__init__()
        row = Fold(look, 24)
        self.setLayout(row)
        for n, column in enumerate(columns, start=1):
            row.add(_ChartColumn(look, column, f"category-{n}"), 1, 220)
