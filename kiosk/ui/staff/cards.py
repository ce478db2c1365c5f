"""Cards: which ones are argued about, what they are taken for, whom they tell apart."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.staff.card_views import By, CardRow, CardsAsked, CardsView, in_order
from kiosk.ui.staff.figures_row import FiguresRow
from kiosk.ui.staff.looking import Looking
from kiosk.ui.staff.page import ColumnPage
from kiosk.ui.staff.report_panel import ReportPanel
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.choose import Choose
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.histogram import Bar, Histogram
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.table import Table
from kiosk.ui.widgets.table_model import Heading
from kiosk.ui.widgets.text import Role


class CardsPage(ColumnPage):
    """``asked`` has a ``CardsAsked``; ``export_asked``: go there. ``report`` asks for itself."""

    asked = Signal(object)
    export_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, self.tr("Cards: what people take them for"))
        self._rows: tuple[CardRow, ...] = ()
        self._by, self._descending = By.WRONG, True
        self.print = Button(look, Kind.SECONDARY, self.tr("Report as PDF"))
        self.export = Button(look, Kind.PRIMARY, self.tr("Export to CSV"))
        self.activity = Choose(look, self.tr("Which activity"))
        self.period = Choose(look, self.tr("Which weeks"))
        self.whose = Choose(look, self.tr("Which boards"))
        self.table_only = Button(look, Kind.TOOL, self.tr("Table"))
        self.with_plots = Button(look, Kind.TOOL, self.tr("Plot and table"))
        self.report = ReportPanel(look, self.tr("Save the report"))
        self._figures = FiguresRow(look, Role.HEADING)
        self._warning, self._looking = Note(look), Looking(look)
        self.rights, self.times = Histogram(look), Histogram(look)
        # The page scrolls, and not a table in it.
        self.table = Table(look, self.tr("Cards"), self._headings(), whole=True)
        self._told = Told(look)
        self._lay_out(look)
        self._connect()

    def _headings(self) -> tuple[Heading, ...]:
        return (
            Heading(self.tr("Card"), 120, 3, sort=By.TITLE),
            Heading(self.tr("Belongs in"), 64, 1, yields=3),
            Heading(self.tr("Wrong first time"), 150, 5, figures=True, sort=By.WRONG),
            Heading(self.tr("Taken for"), 84, 2, yields=1),
            Heading(self.tr("Tells apart"), 84, 1, figures=True, sort=By.APART),
            Heading(self.tr("Time"), 70, 1, figures=True, sort=By.TIME, yields=2),
        )

    def _lay_out(self, look: Look) -> None:
        self.add_action(self.print)
        self.add_action(self.export)
        filters = Fold(look, 10)
        for choice in (self.activity, self.period, self.whose):
            filters.add(choice)
        filters.add_gap()
        shown = OneOf(look, Row(look, 4, (4, 4, 4, 4)))
        for button in (self.table_only, self.with_plots):
            button.setCheckable(True)
        shown.add(self.table_only, self._hide_plots)
        shown.add(self.with_plots, self._show_plots)
        filters.add(shown)
        plots = Fold(look, 16)
        plots.add(self.rights, 1, 300)
        plots.add(self.times, 1, 300)
        self._plots = QWidget()
        self._plots.setLayout(plots)
        self.column.addWidget(self.report)
        self.column.addLayout(filters)
        for part in (self._warning, self._figures, self._plots):
            self.column.addWidget(part)
        self.column.addWidget(self.table)
        self.column.addWidget(self._told)
        self.column.addWidget(self._looking)
        self.column.addStretch(1)
        self.report.hide()
        self.with_plots.setChecked(True)

    def _connect(self) -> None:
        for choice in (self.activity, self.period, self.whose):
            choice.activated.connect(self._ask)
        self.table.sort_asked.connect(self._sort)
        self.table.chosen.connect(self._tell)
        self.export.clicked.connect(self.export_asked)
        self.print.clicked.connect(self.report.open_or_close)

    def offer(
        self,
        activities: tuple[tuple[str, str], ...],
        periods: tuple[tuple[str, int | None], ...],
    ) -> None:
        """Offer what can be chosen; what was chosen stays."""
        self.activity.offer(activities)
        self.activity.setVisible(len(activities) > 1)
        self.period.offer(periods)
        self.whose.offer(((self.tr("Every board"), False), (self.tr("First boards only"), True)))

    def expect(self, *counted: str) -> None:
        """Show what will be counted, and empty plots."""
        self._figures.expect(*counted)
        self._show_plotted((), (), "")

    @property
    def wanted(self) -> CardsAsked:
        """What is chosen now."""
        return CardsAsked(
            self.activity.currentData(), self.period.currentData(), self.whose.currentData()
        )

    def show_view(self, view: CardsView) -> None:
        """Show the figures."""
        self._looking.end()
        self._warning.show_note(view.warning)
        self._figures.show_figures(view.figures)
        self._show_plotted(view.rights, view.times, self.tr("No boards yet"))
        self._rows = view.rows
        self._show_rows()

    def _show_plotted(self, rights: tuple[Bar, ...], times: tuple[Bar, ...], nothing: str) -> None:
        self.rights.show_bars(self.tr("Boards by cards right at once"), rights, nothing)
        self.times.show_bars(self.tr("Boards by minutes they took"), times, nothing)

    def show_fault(self, words: str) -> None:
        """Show why there is nothing to show."""
        self._looking.end()
        self._warning.show_note(words)

    @property
    def warning(self) -> str:
        """What is warned of; empty for nothing."""
        return self._warning.words

    @property
    def told(self) -> str:
        """What is said of the card that keys or a hand are at."""
        return self._told.accessibleName()

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """The large figures that are shown."""
        return self._figures.figures

    @property
    def rows(self) -> tuple[CardRow, ...]:
        """The cards in the order that is shown."""
        return in_order(self._rows, self._by, descending=self._descending)

    def first_focus(self) -> QWidget:
        """Return the table."""
        return self.table

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.wanted)

    @Slot(int)
    def _sort(self, column: int) -> None:
        by = By(str(self._headings()[column].sort))
        self._descending = not self._descending if by is self._by else by is not By.TITLE
        self._by = by
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.rows
        self.table.show_rows([row.cells for row in rows])
        columns = {heading.sort: n for n, heading in enumerate(self._headings())}
        self.table.head.show_sorted(columns[self._by], descending=self._descending)
        self._told.show_text(rows[0].told if rows else "")

    @Slot(int)
    def _tell(self, row: int) -> None:
        self._told.show_text(self.rows[row].told)

    def _show_plots(self) -> None:
        self._plots.show()

    def _hide_plots(self) -> None:
        self._plots.hide()
