"""Today: what happened, whether the kiosk is well, and whether the log was carried away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.looking import Looking
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.histogram import Bar, Histogram
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text


@dataclass(frozen=True, slots=True)
class TodayView:
    """Figures with what they count, the last days, and lines of a title and its words."""

    figures: tuple[tuple[str, str], ...]
    days: tuple[Bar, ...]
    outcomes: tuple[tuple[str, str], ...]
    care: tuple[tuple[str, str], ...]


class TodayPage(ColumnPage):
    """Large figures, a plot of two weeks, and what is kept safe. ``export_asked``: go there."""

    export_asked = Signal()
    attempts_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Today at a glance"))
        self.attempts = Button(look, Kind.SECONDARY, self.tr("See the attempts"))
        self.export = Button(look, Kind.PRIMARY, self.tr("Export to CSV"))
        self.add_action(self.attempts)
        self.add_action(self.export)
        self._note, self._looking = Note(look), Looking(look)
        self._figures = FiguresRow(look)
        self.plot = Histogram(look, second=self.tr("passed"))
        self._outcomes = _Lines(look, self.tr("How today's attempts ended"))
        self._care = _Lines(look, self.tr("This kiosk"))
        for part in (self._note, self._figures, self.plot):
            self.column.addWidget(part)
        below = Fold(look, 16)
        below.add(self._outcomes, 1, 300)
        below.add(self._care, 1, 300)
        self.column.addLayout(below)
        self.column.addWidget(self._looking)
        self.column.addStretch(1)
        self.export.clicked.connect(self.export_asked)
        self.attempts.clicked.connect(self.attempts_asked)

    def expect(self, *counted: str) -> None:
        """Show what will be counted, and an empty plot."""
        self._figures.expect(*counted)
        self.plot.show_bars(self._plot_title(), (), "")

    def _plot_title(self) -> str:
        return self.tr("Attempts begun in the last 14 days, the passed ones in full color")

    def show_view(self, view: TodayView) -> None:
        """Show what there is."""
        self._looking.end()
        self._note.show_note("")
        self._figures.show_figures(view.figures)
        nothing = self.tr("No attempts in the last 14 days")
        self.plot.show_bars(self._plot_title(), view.days, nothing)
        self._outcomes.show_lines(view.outcomes)
        self._care.show_lines(view.care)

    def show_fault(self, words: str) -> None:
        """Show why there is nothing to show."""
        self._looking.end()
        self._note.show_note(words)

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """The lines that are shown."""
        return (*self._outcomes.lines, *self._care.lines)

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """The large figures that are shown."""
        return self._figures.figures

    def first_focus(self) -> QWidget:
        """Return the way to the attempts."""
        return self.attempts


class _Lines(Panel):
    """A heading, and below it lines of a title and what there is to say of it."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, gap=8, margins=(24, 18, 24, 20))
        self.column.addWidget(Text(look, Role.BAR_TITLE, title))
        self._lines = Column(look, 6)
        self.column.addLayout(self._lines)
        self.column.addStretch(1)
        self.lines: tuple[tuple[str, str], ...] = ()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show lines in the place of those before."""
        self.lines = tuple(lines)
        empty(self._lines)
        for title, words in lines:
            line = f"{title}: {words}" if words else title
            self._lines.addWidget(Told(self._look, line))
