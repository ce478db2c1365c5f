"""A few large figures beside each other, each with what it counts below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text, letters

NOT_YET = "\N{HORIZONTAL ELLIPSIS}"
"""Stands where a figure is still being counted."""

_LEAST = 190


class _Figure(Text):
    resized = Signal()

    def __init__(self, look: Look, role: Role) -> None:
        super().__init__(look, role)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.beside: list[_Figure] = [self]

    def heightForWidth(self, width: int) -> int:
        """Return the height of the highest beside it: what they count is in line."""
        return max(Text.heightForWidth(figure, width) for figure in self.beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another room for it."""
        super().resizeEvent(event)
        self.resized.emit()


class FiguresRow(QWidget):
    """Panels of the same width; they are made when they are first shown.

    ``least`` is the width that one needs beside others, as written.
    """

    def __init__(self, look: Look, role: Role = Role.FIGURE, least: float = _LEAST) -> None:
        super().__init__()
        self._least = least
        self._look = look
        self._role = role
        self._row = Fold(look, 16)
        self.setLayout(self._row)
        self._pairs: list[tuple[_Figure, Text]] = []
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._find_beside)
        self.figures: tuple[tuple[str, str], ...] = ()

    def expect(self, *counted: str) -> None:
        """Show what will be counted: the figures' room is taken, and nothing jumps as they come."""
        self.show_figures([(NOT_YET, words) for words in counted])

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show pairs of a figure and what it counts; as many each time."""
        while len(self._pairs) < len(figures):
            pair: tuple[_Figure, Text] = _Figure(self._look, self._role), Told(self._look)
            pair[0].resized.connect(self._fit)
            panel = Panel(self._look, gap=0, margins=(20, 14, 20, 16))
            for text in pair:
                panel.column.addWidget(text)
            panel.column.addStretch(1)
            self._row.add(panel, 1, self._least)
            self._pairs.append(pair)
        self.figures = tuple(figures)
        for pair, words in zip(self._pairs, figures, strict=True):
            for text, shown in zip(pair, words, strict=True):
                text.show_text(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find which lie beside each other, once they do."""
        super().resizeEvent(event)
        self._laid_out.start()

    @Slot()
    def _fit(self) -> None:
        # Where one is too long for its place, all are smaller: beside each other they are alike.
        metrics = QFontMetrics(letters(self._look, self._role))
        rooms = [(text.accessibleName(), text.width() - 2) for text, _ in self._pairs]
        whole = all(metrics.horizontalAdvance(words) <= room for words, room in rooms)
        for text, _ in self._pairs:
            text.set_role(self._role if whole else Role.HEADING)
        # Not heard of while they are being laid out.
        self._laid_out.start()

    @Slot()
    def _find_beside(self) -> None:
        figures = iter([figure for figure, _ in self._pairs])
        for many in self._row.line_lengths():
            beside = list(islice(figures, many))
            for figure in beside:
                figure.beside = beside
                figure.updateGeometry()
