"""What the page of attempts asks for, and what it is handed to show."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.core.lesson import Activity
from kiosk.core.replay import Replay
from kiosk.ui.views import FeedbackRow
from kiosk.ui.widgets.table_model import Cell

Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the filters offer: titles, each with what it stands for."""

    periods: tuple[tuple[str, int | None], ...]
    activities: tuple[tuple[str, str | None], ...]
    outcomes: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What staff have chosen. ``days`` counts back from today, today the first of them."""

    days: int | None = None
    activity_id: str | None = None
    outcome: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class OpenedView:
    """One attempt. ``facts`` are titles and words; ``why_not`` tells why there is no replay.

    ``feedback`` has the cards with their reasons, in the order of ``cards``, where the lesson
    that is installed is the one that was played; else it is empty. A ``finished`` one has a slip.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    cards: tuple[Cells, ...]
    steps: tuple[Cells, ...]
    activity: Activity | None
    feedback: tuple[FeedbackRow, ...]
    replay: Replay | None
    why_not: str
    finished: bool
