"""Leads the page of attempts: asks for rows as they come into sight, and opens one."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.core.slip import Slip
from kiosk.core.staff_rows import (
    AttemptChunk,
    AttemptLine,
    AttemptOpened,
    ListCounts,
    Mark,
    Sort,
    Wanted,
)
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.attempt_cells import line_cells, list_words
from kiosk.ui.staff.attempt_view_maker import opened_view
from kiosk.ui.staff.attempt_views import Choices, Filters
from kiosk.ui.staff.attempts import AttemptsPage
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.figure_words import outcome_words
from kiosk.ui.staff.slip_file import saving

ROWS_AT_ONCE = 100
_PERIODS = (None, 1, 2, 7, 30, 365)
_OUTCOMES = ("passed", "failed", "completed", "abandoned", "open")
_log = logging.getLogger(__name__)


class AttemptsDesk(Desk):
    """Holds the rows that were read so far; the rest stays in the database."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._wanted = Wanted()
        self._counts = ListCounts(0, 0)
        self._more: Mark | None = None
        self._lines: list[AttemptLine] = []
        self._asked = 0
        self._waiting = False
        self._opened_id = ""
        self.page: AttemptsPage = AttemptsPage(tools.look)
        self.page.list_asked.connect(self.list)
        self.page.more_asked.connect(self.read_on)
        self.page.open_asked.connect(self.open)
        self.page.opened.slip_panel.save_asked.connect(self.save_slip)
        self.page.offer(self._choices())

    def _choices(self) -> Choices:
        pack = self.services.pack.spoken(self.page.locale().name().partition("_")[0])
        activities = tuple((one.title, one.id) for one in pack.activities)
        outcomes = tuple((outcome_words(None if one == "open" else one), one) for one in _OUTCOMES)
        return Choices(
            periods=tuple((self._period(days), days) for days in _PERIODS),
            activities=((self.tr("Every activity"), None), *activities),
            outcomes=((self.tr("Any outcome"), None), *outcomes),
        )

    def _period(self, days: int | None) -> str:
        match days:
            case None:
                return self.tr("All days")
            case 1:
                return self.tr("Today")
            case 2:
                return self.tr("Since yesterday")
            case 365:
                return self.tr("Last 12 months")
        return self.tr("Last {n} days").format(n=days)

    def refresh(self) -> None:
        """Read the list anew, unless one attempt is open."""
        if not self.page.is_open:
            self._read()

    @Slot(object, object, bool)
    def list(self, filters: Filters, sort: Sort, descending: bool) -> None:  # noqa: FBT001 - a signal's
        """Show the list that was asked for."""
        wanted = Wanted(
            since=None if filters.days is None else self._since(filters.days),
            activity_id=filters.activity_id,
            outcome=filters.outcome,
            code=filters.code,
            sort=sort,
            descending=descending,
        )
        if wanted != self._wanted:
            self._wanted = wanted
            self._read()

    def _since(self, days: int) -> datetime:
        ahead = timedelta(minutes=self.services.clock.utc_offset_minutes())
        here = self.services.clock.now() + ahead
        midnight = datetime(here.year, here.month, here.day, tzinfo=UTC)
        return midnight - timedelta(days=days - 1) - ahead

    def _read(self) -> None:
        self._asked += 1
        self._more, self._waiting = None, False
        work = partial(self._first_rows, self._wanted)
        self.fetch(work, partial(self._show, self._asked), self._failed)

    def _first_rows(self, wanted: Wanted) -> tuple[ListCounts, AttemptChunk]:
        book = self.services.care.book
        counts = book.count(wanted)
        return counts, book.chunk(wanted, counts.listed, None, ROWS_AT_ONCE)

    def _show(self, asked: int, answer: tuple[ListCounts, AttemptChunk]) -> None:
        counts, chunk = answer
        # What was asked for before is not wanted any more.
        if asked != self._asked:
            return
        self._counts, self._more = counts, chunk.more
        at = self._row_kept(chunk.lines)
        self._lines = [*chunk.lines]
        self.page.show_rows([line_cells(line) for line in chunk.lines], at)
        self._tell()

    def _tell(self) -> None:
        more = self._more is not None
        self.page.tell(list_words(self._counts, self._wanted, more=more))

    def _row_kept(self, lines: Sequence[AttemptLine]) -> int | None:
        """Return where the attempt that staff are at stands in a new list, if it does."""
        row = self.page.table.currentIndex().row()
        if row < 0:
            return None
        here = self._lines[row].attempt_id
        return next((n for n, line in enumerate(lines) if line.attempt_id == here), None)

    @Slot()
    def read_on(self) -> None:
        """Read the next rows, if there are any and they are not on their way."""
        if self._more is None or self._waiting:
            return
        self._waiting = True
        book = self.services.care.book
        work = partial(book.chunk, self._wanted, self._counts.listed, self._more, ROWS_AT_ONCE)
        self.fetch(work, partial(self._show_more, self._asked), self._failed)

    def _show_more(self, asked: int, chunk: AttemptChunk) -> None:
        if asked != self._asked:
            return
        self._waiting, self._more = False, chunk.more
        self._lines += chunk.lines
        self.page.add_rows([line_cells(line) for line in chunk.lines])
        self._tell()

    @Slot(int)
    def open(self, row: int) -> None:
        """Open one attempt of the list."""
        attempt_id = self._lines[row].attempt_id
        self.fetch(
            partial(self.services.care.book.attempt, attempt_id), self._show_opened, self._failed
        )

    def _show_opened(self, opened: AttemptOpened | None) -> None:
        if opened is None:
            self.page.show_fault(self.tr("That attempt is not kept any more."))
            return
        self._opened_id = opened.line.attempt_id
        language = self.page.locale().name().partition("_")[0]
        self.page.show_opened(opened_view(opened, self.services.pack.spoken(language)))

    @Slot(object)
    def save_slip(self, folder: Path) -> None:
        """Make the slip of the attempt that is open once more, and save it as a PDF."""
        made = self.services.slips.issue(self._opened_id)
        write = partial(self._hear, partial(self._write_slip, folder))
        self.services.background.deliver(made, write, partial(self._hear, self._slip_failed))

    def _write_slip(self, folder: Path, slip: Slip) -> None:
        self.fetch(saving(self.tools.look, slip, folder), self._slip_saved, self._slip_failed)

    def _slip_saved(self, file: Path) -> None:
        self.note("saved a slip")
        self.page.opened.slip_panel.show_saved(file)

    def _slip_failed(self, fault: BaseException) -> None:
        _log.warning("a slip was not saved: %s", type(fault).__name__, exc_info=fault)
        self.page.opened.slip_panel.show_failed(" ".join(fault_words(fault)))

    def _failed(self, fault: BaseException) -> None:
        self._waiting = False
        _log.warning("attempts cannot be read", exc_info=fault)
        self.page.show_fault(" ".join(fault_words(fault)))
