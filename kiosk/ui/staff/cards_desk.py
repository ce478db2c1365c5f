"""Leads the page of cards: asks for the sums, says them in words, and saves the report."""

from __future__ import annotations

import logging
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.core.lesson import Activity
from kiosk.core.staff_rows import BoardSums
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.card_report import card_report
from kiosk.ui.staff.card_views import CardsAsked, CardsView
from kiosk.ui.staff.card_words import CardWords, counted_words
from kiosk.ui.staff.cards import CardsPage
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.figure_words import day, moment_here
from kiosk.ui.staff.page_file import save_page

_WEEKS = (None, 1, 4, 12)
_log = logging.getLogger(__name__)


class CardsDesk(Desk):
    """Asks anew whenever the page comes to the front or something else is chosen."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._view: CardsView | None = None
        self._asked = 0
        self.page: CardsPage = CardsPage(tools.look)
        self.page.expect(*counted_words())
        self.page.asked.connect(self.ask)
        self.page.export_asked.connect(self._turn_to_export)
        self.page.report.save_asked.connect(self.save)

    def refresh(self) -> None:
        """Ask which activities there are, then for the one that is chosen."""
        self.fetch(self.services.care.book.activities, self._offer, self._failed)

    def _offer(self, known: tuple[str, ...]) -> None:
        of_lesson = tuple((one.title, one.id) for one in self._activities().values())
        installed = {name for _, name in of_lesson}
        others = tuple((name, name) for name in known if name not in installed)
        periods = tuple((self._period(weeks), weeks) for weeks in _WEEKS)
        self.page.offer((*of_lesson, *others), periods)
        self.ask(self.page.wanted)

    def _activities(self) -> dict[str, Activity]:
        language = self.page.locale().name().partition("_")[0]
        return {one.id: one for one in self.services.pack.spoken(language).activities}

    def _period(self, weeks: int | None) -> str:
        if weeks is None:
            return self.tr("All weeks")
        if weeks == 1:
            return self.tr("This week")
        return self.tr("Last {n} weeks").format(n=weeks)

    @Slot(object)
    def ask(self, wanted: CardsAsked) -> None:
        """Ask for the sums of some boards."""
        if wanted.activity_id is None:
            return
        self._asked += 1
        work = partial(
            self.services.care.book.boards,
            wanted.activity_id,
            None if wanted.weeks is None else self._since(wanted.weeks),
            first_only=wanted.first_only,
        )
        self.fetch(work, partial(self._show, self._asked, wanted), self._failed)

    def _since(self, weeks: int) -> date:
        ahead = timedelta(minutes=self.services.clock.utc_offset_minutes())
        today = (self.services.clock.now() + ahead).date()
        return today - timedelta(days=today.weekday(), weeks=weeks - 1)

    def _show(self, asked: int, wanted: CardsAsked, sums: BoardSums) -> None:
        # What was asked for before is not wanted any more.
        if asked != self._asked or wanted.activity_id is None:
            return
        activity = self._activities().get(wanted.activity_id)
        title = wanted.activity_id if activity is None else activity.title
        words = CardWords(wanted.activity_id, sums, activity)
        self._view = words.view(title, self._chosen(wanted))
        self.page.show_view(self._view)

    def _chosen(self, wanted: CardsAsked) -> str:
        boards = self.tr("each learner's first board") if wanted.first_only else ""
        boards = boards or self.tr("every board")
        if wanted.weeks is None:
            return self.tr("All weeks, {boards}").format(boards=boards)
        since = day(self._since(wanted.weeks))
        return self.tr("Since Monday, {day}; {boards}").format(day=since, boards=boards)

    @Slot(object)
    def save(self, folder: Path) -> None:
        """Save what is shown as a PDF, to be printed."""
        kiosk = self.services.record.kiosk()
        if self._view is None or kiosk is None:
            return
        now = self.services.clock.now()
        where = f"{kiosk.site}, {kiosk.name}"
        pdf = card_report(self.tools.look, self._view, self.page.rows, where, moment_here(now))
        name = f"cards-{now:%Y%m%dT%H%M%SZ}.pdf"
        self.fetch(partial(save_page, folder, name, pdf), self._saved, self._not_saved)

    def _saved(self, file: Path) -> None:
        self.note("saved a report of the cards")
        self.page.report.show_saved(file)

    def _not_saved(self, fault: BaseException) -> None:
        _log.warning("the report is not saved", exc_info=fault)
        self.page.report.show_failed(" ".join(fault_words(fault)))

    def _failed(self, fault: BaseException) -> None:
        _log.warning("the cards cannot be told", exc_info=fault)
        self.page.show_fault(" ".join(fault_words(fault)))

    @Slot()
    def _turn_to_export(self) -> None:
        self.page_asked.emit("export")
