"""What the pages of staff ask of the attempts, and the rows and sums that answer them.

An attempt is told by its learner's code; nothing here holds a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from kiosk.core.model import Placement, Response


class Sort(StrEnum):
    """What a list of attempts can be sorted by."""

    STARTED = "started"
    CODE = "code"
    OUTCOME = "outcome"
    FIRST_TRY = "first_try"
    FINAL = "final"
    TIME = "time"


OUTCOMES = ("passed", "completed", "failed", "abandoned", "open")
"""How attempts can stand, from done well to not done."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attempts: begun at or after ``since``; ``None`` is any.

    ``outcome`` is one of ``Outcome``, where 'abandoned' is also what was left open, or 'open' for
    what is under way. Sorted by the first try or the final score, attempts without one are left
    out; sorted by time, those that were never closed. Sorted by outcome they go by ``OUTCOMES``,
    or backwards; of each the newest come first.
    """

    since: datetime | None = None
    activity_id: str | None = None
    outcome: str | None = None
    code: str | None = None
    sort: Sort = Sort.STARTED
    descending: bool = True

    @property
    def all_of_them(self) -> bool:
        """Whether nothing is filtered out."""
        filters = (self.since, self.activity_id, self.outcome, self.code)
        return all(one is None for one in filters)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where in a sorted list a row stands; the next ones come after it.

    ``outcome`` is among which it stands, in a list sorted by that.
    """

    value: str | float | int
    key: int
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """One attempt in a list. Scores from 0 to 1, time in active milliseconds.

    ``outcome`` is ``None`` while the learner is at the kiosk. ``whole`` is false for a second
    round. ``utc_offset`` is local time minus UTC in minutes when it was begun.
    """

    attempt_id: str
    code: str
    started: datetime
    utc_offset: int
    activity_title: str
    whole: bool
    outcome: str | None
    first_try_score: float | None
    final_score: float | None
    active_ms: int
    tries: int
    placements: int


@dataclass(frozen=True, slots=True)
class AttemptChunk:
    """Some rows of a list, in its order; ``more`` is where the next ones begin, if there are."""

    lines: tuple[AttemptLine, ...]
    more: Mark | None


@dataclass(frozen=True, slots=True)
class ListCounts:
    """How many attempts a list has, and how many its sorting leaves out."""

    listed: int
    left_out: int


@dataclass(frozen=True, slots=True)
class AttemptOpened:
    """All there is of one attempt. Titles are those that its learner saw.

    ``item_ids`` are those that a second round dealt, ``None`` for a whole board.
    """

    line: AttemptLine
    activity_id: str
    pack_sha256: str
    shuffle_seed: int
    item_ids: tuple[str, ...] | None
    placements: tuple[Placement, ...]
    responses: tuple[Response, ...]
    item_titles: Mapping[str, str]
    category_titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DaySums:
    """Whole boards begun on one local day, by how they ended; 'open' is what was not closed."""

    day: date
    outcomes: Mapping[str, int]

    @property
    def begun(self) -> int:
        """How many there were."""
        return sum(self.outcomes.values())


@dataclass(frozen=True, slots=True)
class DayBook:
    """The last days, the latest last, and what else there is to tell at a glance.

    ``visits`` are those of the latest day, ``rounds`` its second rounds, ``under_way`` the
    attempts of learners who are at the kiosk. ``all_attempts`` are of all time. ``exported`` and
    ``backed_up`` are when the latest was made, ``None`` where there is none.
    """

    days: tuple[DaySums, ...]
    visits: int
    rounds: int
    under_way: int
    all_attempts: int
    exported: datetime | None
    exported_attempts: int
    backed_up: datetime | None = None


@dataclass(slots=True)
class ItemCounts:
    """What was counted of one item of one activity, over some attempts. All of it adds up.

    Attributes:
        pairs: how often a mark for it, 0 or 1, came with so many right among the rest.
        wrong: where it was put at the first try when that was wrong, by category.
        placements: how often it was moved so many times in an attempt.
        ms: how often it took so much active time in a first try.
        not_placed: in how many attempts it was in no category at the first try.
    """

    pairs: Counter[tuple[int, int]] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    placements: Counter[int] = field(default_factory=Counter)
    ms: Counter[int] = field(default_factory=Counter)
    not_placed: int = 0


@dataclass(frozen=True, slots=True)
class BoardSums:
    """What was counted of an activity: checked boards, the time of finished ones, each item."""

    boards: int
    ms: Mapping[int, int]
    items: Mapping[str, ItemCounts]
    item_titles: Mapping[str, str]
    category_titles: Mapping[str, str]
