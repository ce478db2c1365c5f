"""Attempts: a list to filter, sort and scroll, and one of them opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.core.staff_rows import Sort
from kiosk.ui.speech import announce
from kiosk.ui.staff.attempt_opened import AttemptOpenedView
from kiosk.ui.staff.attempt_views import Cells, Choices, Filters, OpenedView
from kiosk.ui.staff.looking import Looking
from kiosk.ui.staff.page import PageTitle, StaffPage
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.choose import Choose
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.table import Table
from kiosk.ui.widgets.table_model import Heading

# Sorted by these, the beginning is looked for first; by the others, the greatest.
_READ_UPWARDS = (Sort.CODE, Sort.OUTCOME)


class AttemptsPage(StaffPage):
    """``list_asked``: filters, a ``Sort``, whether descending; ``more_asked``: the next rows.

    ``open_asked`` has the number of a row.
    """

    list_asked = Signal(object, object, bool)
    more_asked = Signal()
    open_asked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._sort, self._descending = Sort.STARTED, True
        self.period = Choose(look, self.tr("Which days"))
        self.activity = Choose(look, self.tr("Which activity"))
        self.outcome = Choose(look, self.tr("How it ended"))
        self.sorting = Choose(look, self.tr("Sorted by"))
        self.code = Field(look, letters=17, height=48)
        self.code.setAccessibleName(self.tr("Code of a learner"))
        self.code.setPlaceholderText(self.tr("Code"))
        self.code.setMaxLength(40)
        self._told = Told(look)
        self._note, self._looking = Note(look), Looking(look)
        self.table = Table(look, self.tr("Attempts"), self._headings())
        self.opened = AttemptOpenedView(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list(look))
        self._stack.addWidget(self.opened)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._connect()

    def _headings(self) -> tuple[Heading, ...]:
        return (
            Heading(self.tr("Begun"), 130, 2, sort=Sort.STARTED),
            Heading(self.tr("Code"), 80, 1, sort=Sort.CODE),
            Heading(self.tr("Outcome"), 100, 2, sort=Sort.OUTCOME),
            Heading(self.tr("First try"), 60, 1, figures=True, sort=Sort.FIRST_TRY, yields=1),
            Heading(self.tr("Final"), 64, 1, figures=True, sort=Sort.FINAL, yields=2),
            Heading(self.tr("Time"), 80, 1, figures=True, sort=Sort.TIME, yields=3),
            Heading(self.tr("Tries"), 50, 1, figures=True, yields=5),
            Heading(self.tr("Activity"), 130, 3, yields=4),
        )

    def _list(self, look: Look) -> QWidget:
        content = QWidget()
        column = Column(look, 14, (34, 26, 34, 26))
        content.setLayout(column)
        column.addWidget(PageTitle(look, self.tr("Attempts: every one, by code")))
        column.addLayout(self._filters(look))
        column.addWidget(self._note)
        for part in (self._looking, self._told):
            column.addWidget(part)
        # One in the place of the other, so that the rows keep theirs.
        self._looking.keep_room()
        self._told.hide()
        # No higher than its rows; what is left of the page stays bare.
        column.addWidget(self.table, 1000)
        column.addStretch(1)
        return Scroll(look, content)

    def _filters(self, look: Look) -> Fold:
        filters = Fold(look, 10)
        for part in (self.period, self.activity, self.outcome, self.sorting):
            filters.add(part, 1)
        filters.add(self.code, 1, 110)
        return filters

    def _connect(self) -> None:
        for choice in (self.period, self.activity, self.outcome):
            choice.activated.connect(self._ask)
        self.sorting.activated.connect(self._sort_chosen)
        self.code.editingFinished.connect(self._ask)
        self.table.sort_asked.connect(self._sort_by_column)
        self.table.more_wanted.connect(self.more_asked)
        self.table.opened.connect(self.open_asked)
        self.opened.back_asked.connect(self.show_list)

    def offer(self, choices: Choices) -> None:
        """Offer what can be chosen."""
        self.period.offer(choices.periods)
        self.activity.offer(choices.activities)
        several = len(choices.activities) > 2
        self.activity.setVisible(several)
        self.table.use_column(len(self._headings()) - 1, used=several)
        self.outcome.offer(choices.outcomes)
        self.sorting.offer(
            (
                (self.tr("Newest first"), (Sort.STARTED, True)),
                (self.tr("Oldest first"), (Sort.STARTED, False)),
                (self.tr("Best first try first"), (Sort.FIRST_TRY, True)),
                (self.tr("Weakest first try first"), (Sort.FIRST_TRY, False)),
                (self.tr("Best final first"), (Sort.FINAL, True)),
                (self.tr("Weakest final first"), (Sort.FINAL, False)),
                (self.tr("Longest first"), (Sort.TIME, True)),
                (self.tr("Shortest first"), (Sort.TIME, False)),
                (self.tr("Passed first"), (Sort.OUTCOME, False)),
                (self.tr("Passed last"), (Sort.OUTCOME, True)),
                (self.tr("Codes from A to Z"), (Sort.CODE, False)),
                (self.tr("Codes from Z to A"), (Sort.CODE, True)),
            )
        )
        self._show_sort()

    @property
    def filters(self) -> Filters:
        """What is chosen now."""
        days, activity = self.period.currentData(), self.activity.currentData()
        code = self.code.text().strip().upper() or None
        return Filters(days, activity, self.outcome.currentData(), code)

    def show_rows(self, rows: Sequence[Cells], at: int | None = None) -> None:
        """Show the first rows of a list; ``at`` is the row that staff are at."""
        self._looking.end()
        self._note.show_note("")
        self.table.show_rows(rows)
        if at is not None:
            self.table.choose(at)

    def add_rows(self, rows: Sequence[Cells]) -> None:
        """Show the rows that come next."""
        self.table.add_rows(rows)

    def tell(self, words: str) -> None:
        """Say how many there are, and what is left out."""
        if words != self.told:
            self._told.show_text(words)
            self._told.show()
            announce(self, words)

    @property
    def told(self) -> str:
        """What is said of the list."""
        return self._told.accessibleName()

    def show_fault(self, words: str) -> None:
        """Show why there is no list, or no attempt."""
        self._looking.end()
        self._note.show_note(words)

    def show_opened(self, view: OpenedView) -> None:
        """Show one attempt."""
        self.opened.show_view(view)
        self._stack.setCurrentWidget(self.opened)
        self.opened.back.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_list(self) -> None:
        """Go back to the list, to the row that was opened."""
        self._stack.setCurrentIndex(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether one attempt is shown."""
        return self._stack.currentWidget() is self.opened

    def first_focus(self) -> QWidget:
        """Return the list."""
        return self.table

    @Slot()
    def _ask(self) -> None:
        self.list_asked.emit(self.filters, self._sort, self._descending)

    @Slot()
    def _sort_chosen(self) -> None:
        self._sort, self._descending = self.sorting.currentData()
        self._show_sort()
        self._ask()

    @Slot(int)
    def _sort_by_column(self, column: int) -> None:
        sort = Sort(str(self._headings()[column].sort))
        anew = sort not in _READ_UPWARDS
        self._descending = not self._descending if sort is self._sort else anew
        self._sort = sort
        self.sorting.choose((sort, self._descending))
        self._show_sort()
        self._ask()

    def _show_sort(self) -> None:
        columns = {heading.sort: n for n, heading in enumerate(self._headings())}
        self.table.head.show_sorted(columns[self._sort], descending=self._descending)
