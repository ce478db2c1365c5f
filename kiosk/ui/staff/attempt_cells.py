"""Attempts as rows of cells, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.core.lesson import Activity
from kiosk.core.model import Placement, Response
from kiosk.core.staff_rows import AttemptLine, AttemptOpened, ListCounts, Sort, Wanted
from kiosk.ui.staff.attempt_views import Cells
from kiosk.ui.staff.figure_words import (
    NONE,
    method_words,
    minutes,
    moment_there,
    number,
    outcome_words,
    percent,
    seconds,
)
from kiosk.ui.widgets.table_model import Cell
from kiosk.ui.widgets.verdict import verdict_words

translate = QCoreApplication.translate


def line_cells(line: AttemptLine) -> Cells:
    """Return an attempt as a row of the list."""
    outcome = outcome_words(line.outcome)
    if not line.whole:
        outcome = translate("Attempts", "{outcome}, 2nd round").format(outcome=outcome)
    return (
        Cell(moment_there(line.started, line.utc_offset), strong=True),
        Cell(line.code),
        Cell(outcome),
        Cell(percent(line.first_try_score)),
        Cell(percent(line.final_score)),
        Cell(minutes(line.active_ms)),
        Cell(number(line.tries)),
        Cell(line.activity_title),
    )


def list_words(counts: ListCounts, wanted: Wanted, *, more: bool) -> str:
    """Return how many attempts a list has, whether more are to come, and what it leaves out."""
    if counts.listed == 1:
        told = translate("Attempts", "One attempt.")
    elif counts.listed:
        words = (
            translate("Attempts", "{n} attempts; more rows come as you scroll.")
            if more
            else translate("Attempts", "{n} attempts.")
        )
        told = words.format(n=number(counts.listed))
    elif wanted.all_of_them and not counts.left_out:
        told = translate("Attempts", "No attempts yet.")
    else:
        told = translate("Attempts", "No attempts like that.")
    if not counts.left_out:
        return told
    if wanted.sort is Sort.TIME:
        why = translate("Attempts", "Left out here: {n} that were never closed.")
    else:
        why = translate("Attempts", "Left out here: {n} that were never checked.")
    return f"{told} {why.format(n=number(counts.left_out))}"


def facts(opened: AttemptOpened) -> tuple[tuple[str, str], ...]:
    """Return what an attempt came to, as titles and words."""
    line = opened.line
    return (
        (translate("Attempts", "Begun"), moment_there(line.started, line.utc_offset)),
        (translate("Attempts", "Outcome"), outcome_words(line.outcome)),
        (translate("Attempts", "First try"), percent(line.first_try_score)),
        (translate("Attempts", "Final"), percent(line.final_score)),
        (translate("Attempts", "Active time"), minutes(line.active_ms)),
        (translate("Attempts", "Tries"), number(line.tries)),
        (translate("Attempts", "Moves"), number(line.placements)),
    )


class Titles:
    """What cards and categories are called: as the lesson says now, else as it was shown."""

    def __init__(self, opened: AttemptOpened, activity: Activity | None) -> None:
        self._items: dict[str, str] = dict(opened.item_titles)
        self._categories: dict[str, str] = dict(opened.category_titles)
        if activity is not None:
            _take(self._items, {item.id: item.title for item in activity.items})
            _take(self._categories, {one.id: one.short_title for one in activity.categories})

    def item(self, item_id: str) -> str:
        """Return the title of a card."""
        return self._items.get(item_id, item_id)

    def place(self, category_id: str | None) -> str:
        """Return the title of a category, or what the place without one is called."""
        if category_id is None:
            return translate("Attempts", "not placed")
        return self._categories.get(category_id, category_id)


def card_cells(responses: Sequence[Response], titles: Titles) -> tuple[Cells, ...]:
    """Return the cards of an attempt as rows."""
    return tuple(
        (
            Cell(titles.item(one.item_id), strong=True),
            Cell(titles.place(one.first_category_id)),
            _verdict(one.first_try_correct),
            Cell(titles.place(one.category_id)),
            _verdict(one.correct),
            Cell(number(one.placements)),
        )
        for one in responses
    )


def step_cells(placements: Sequence[Placement], titles: Titles) -> tuple[Cells, ...]:
    """Return the placements of an attempt as rows."""
    return tuple(
        (
            Cell(number(one.seq)),
            Cell(seconds(one.ms)),
            Cell(titles.item(one.item_id), strong=True),
            Cell(titles.place(one.from_id)),
            Cell(titles.place(one.to_id)),
            Cell(method_words(one.input_method)),
            Cell(number(one.try_number)),
        )
        for one in placements
    )


def _take(titles: dict[str, str], others: Mapping[str, str]) -> None:
    titles.update({name: title for name, title in others.items() if name in titles})


def _verdict(correct: bool | None) -> Cell:  # noqa: FBT001 - a result
    if correct is None:
        return Cell(NONE, spoken=verdict_words(None))
    words = translate("Attempts", "Right") if correct else translate("Attempts", "Wrong")
    return Cell(words, warned=not correct)
