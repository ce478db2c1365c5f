"""A slip as a card: what was done, how it went, and the check value in large letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.slip import Slip
from kiosk.ui.slip_words import check_title, slip_lines, slip_place, slip_title
from kiosk.ui.theme import Look
from kiosk.ui.widgets.big_code import BigCode
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text

_NAME, _VALUE = 130, 210
"""The widths that a line's two parts need beside each other, as written."""


class SlipCard(Panel):
    """Shows one slip."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=12, margins=(32, 26, 32, 30))
        self._place = Text(look, Role.KICKER)
        self._title = Text(look, Role.HEADING)
        self._lines = Column(look, 6)
        self.check = BigCode(look)
        self.column.addWidget(self._place)
        self.column.addWidget(self._title)
        self.column.addLayout(self._lines)
        self.column.addSpacing(6)
        self.column.addWidget(Text(look, Role.SMALL, check_title()))
        self.column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)

    def show_slip(self, slip: Slip, activity_title: str) -> None:
        """Show a slip."""
        self._place.show_text(slip_place(slip.facts))
        self._title.show_text(slip_title(slip.facts, activity_title))
        empty(self._lines)
        for name, value in slip_lines(slip.facts):
            box, line = QWidget(), Fold(self._look, 12)
            box.setLayout(line)
            line.add(Text(self._look, Role.SMALL, name), 2, _NAME)
            line.add(Text(self._look, Role.SUBHEADING, value), 5, _VALUE)
            self._lines.addWidget(box)
        self.check.show_code(slip.check)
