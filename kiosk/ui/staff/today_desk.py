"""Leads Today: asks for the last days, and says them in words."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import Slot

from kiosk.core.staff_rows import DayBook, DaySums
from kiosk.ui.messages import fault_words, health_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.figure_words import (
    counted,
    day,
    moment_here,
    number,
    outcome_words,
    weekday,
)
from kiosk.ui.staff.today import TodayPage, TodayView
from kiosk.ui.widgets.histogram import Bar

DAYS = 14
_OUTCOMES = ("passed", "failed", "completed", "abandoned")
_log = logging.getLogger(__name__)


class TodayDesk(Desk):
    """Shows what there is whenever the page comes to the front."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: TodayPage = TodayPage(tools.look)
        self.page.expect(
            self.tr("visits today"),
            self.tr("attempts begun today"),
            self.tr("passed today"),
            self.tr("attempts in all"),
        )
        self.page.export_asked.connect(self._turn_to_export)
        self.page.attempts_asked.connect(self._turn_to_attempts)

    def refresh(self) -> None:
        """Ask for the last days."""
        self.fetch(partial(self.services.care.book.day_book, DAYS), self._show, self._failed)

    def _show(self, book: DayBook) -> None:
        self.page.show_view(
            TodayView(
                figures=self._figures(book),
                days=tuple(_bar(sums) for sums in book.days),
                outcomes=self._outcomes(book),
                care=self._care(book),
            )
        )

    def _figures(self, book: DayBook) -> tuple[tuple[str, str], ...]:
        today = book.days[-1]
        return (
            counted(book.visits, self.tr("visit today"), self.tr("visits today")),
            counted(today.begun, self.tr("attempt begun today"), self.tr("attempts begun today")),
            counted(
                today.outcomes.get("passed", 0),
                self.tr("passed today", "one attempt"),
                self.tr("passed today"),
            ),
            counted(book.all_attempts, self.tr("attempt in all"), self.tr("attempts in all")),
        )

    def _outcomes(self, book: DayBook) -> tuple[tuple[str, str], ...]:
        told = dict(book.days[-1].outcomes)
        # What was begun on another day may go on today: it is not of today's boards.
        going_on = min(book.under_way, told.pop("open", 0))
        told["abandoned"] = (
            book.days[-1].begun
            - going_on
            - sum(told.get(name, 0) for name in ("passed", "failed", "completed"))
        )
        lines = [(outcome_words(name), number(told[name])) for name in _OUTCOMES if told.get(name)]
        if going_on:
            lines.append((outcome_words(None), number(going_on)))
        if book.rounds:
            words = self.tr("Rounds of missed cards only, counted apart")
            lines.append((words, number(book.rounds)))
        return tuple(lines) or ((self.tr("No attempts today yet"), ""),)

    def _care(self, book: DayBook) -> tuple[tuple[str, str], ...]:
        never = self.tr("not yet")
        exported = never
        if book.exported is not None:
            words = self.tr("{when}, {n} attempts")
            when = moment_here(book.exported)
            exported = words.format(when=when, n=number(book.exported_attempts))
        backed_up = never if book.backed_up is None else moment_here(book.backed_up)
        return (
            (self.tr("Disk"), health_words(self.services.health())),
            (self.tr("Last export"), exported),
            (self.tr("Last backup"), backed_up),
        )

    def _failed(self, fault: BaseException) -> None:
        _log.warning("the day cannot be told", exc_info=fault)
        self.page.show_fault(" ".join(fault_words(fault)))

    @Slot()
    def _turn_to_export(self) -> None:
        self.page_asked.emit("export")

    @Slot()
    def _turn_to_attempts(self) -> None:
        self.page_asked.emit("attempts")


def _bar(sums: DaySums) -> Bar:
    return Bar(
        value=sums.begun,
        label=f"{weekday(sums.day)}\n{number(sums.day.day)}",
        spoken=f"{weekday(sums.day)} {day(sums.day)}",
        part=sums.outcomes.get("passed", 0),
    )
