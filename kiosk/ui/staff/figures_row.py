"""A few large figures beside each other, each with what it counts below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text

_LEAST = 190


class FiguresRow(QWidget):
    """Panels of the same width; they are made when they are first shown."""

    def __init__(self, look: Look, role: Role = Role.FIGURE) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._row = Fold(look, 16)
        self.setLayout(self._row)
        self._pairs: list[tuple[Text, Text]] = []
        self.figures: tuple[tuple[str, str], ...] = ()

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a figure and what it counts; as many each time."""
        while len(self._pairs) < len(figures):
            pair = Text(self._look, self._role), Text(self._look, Role.SMALL)
            panel = Panel(self._look, gap=0, margins=(20, 14, 20, 16))
            for text in pair:
                panel.column.addWidget(text)
            panel.column.addStretch(1)
            self._row.add(panel, 1, _LEAST)
            self._pairs.append(pair)
        self.figures = tuple(figures)
        for pair, words in zip(self._pairs, figures, strict=True):
            for text, shown in zip(pair, words, strict=True):
                text.show_text(shown)
