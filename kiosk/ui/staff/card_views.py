"""What the page of cards asks for, and what it is handed to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.ui.widgets.histogram import Bar
from kiosk.ui.widgets.table_model import Cell

Cells = tuple[Cell, ...]


class By(StrEnum):
    """What cards are sorted by."""

    TITLE = "title"
    WRONG = "wrong"
    APART = "apart"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class CardsAsked:
    """Which boards: of an activity, of the last ``weeks`` or all, first ones only or every one."""

    activity_id: str | None
    weeks: int | None
    first_only: bool


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card. ``told`` is all there is to say of it; ``keys`` sort it, ``None`` comes last."""

    cells: Cells
    told: str
    keys: dict[By, float | str | None]


@dataclass(frozen=True, slots=True)
class CardsView:
    """The cards of an activity. ``chosen`` says in words which boards these are of.

    ``warning`` is empty where there are enough of them.
    """

    activity_title: str
    chosen: str
    figures: tuple[tuple[str, str], ...]
    warning: str
    rights: tuple[Bar, ...]
    times: tuple[Bar, ...]
    rows: tuple[CardRow, ...]


def in_order(rows: tuple[CardRow, ...], by: By, *, descending: bool) -> tuple[CardRow, ...]:
    """Return the rows sorted; those that have no such figure come last, either way."""
    known = [row for row in rows if row.keys[by] is not None]
    known.sort(key=lambda row: str(row.keys[By.TITLE]).casefold())
    if by is not By.TITLE:
        known.sort(key=lambda row: _figure(row.keys[by]), reverse=descending)
    elif descending:
        known.reverse()
    return (*known, *(row for row in rows if row.keys[by] is None))


def _figure(value: float | str | None) -> float:
    return value if isinstance(value, float) else 0.0
