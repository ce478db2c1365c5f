"""What the cards tell: how hard each is, whom it tells apart, what it is taken for.

Every whole board that was checked counts as an attempt of its own, as in Moodle's 'all
attempts'; ``Whose.FIRST`` takes each learner's first one alone, which is what the assumptions
behind the figures ask for. Second rounds deal missed cards only and never count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.core.item_statistics import discrimination, efficiency, median
from kiosk.core.log_ports import LogRows
from kiosk.core.log_rows import PlacementRow, ResponseRow
from kiosk.core.staff_rows import ItemCounts
from kiosk.core.whole_attempts import WholeAttempt, whole_attempts

FEW = 30
"""Below so many attempts the figures say little."""


class Whose(StrEnum):
    """Which attempts are analysed."""

    ALL = "all"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One item of one activity; ``None`` is a figure that is not defined.

    Attributes:
        activity_id: the activity; items of two activities are two, whatever their ids.
        item_id: the item.
        item_title: as learners saw it last.
        n: attempts in which it was dealt and checked.
        facility: share of them in which it was right at the first try, 0 to 1.
        first_try_error_rate: the rest of them.
        discrimination: item-rest correlation at the first try, -1 to 1.
        efficiency: discriminative efficiency, 1 at most.
        top_wrong_category_id: the category it was put in most often where that was wrong;
            of equally many, the first by name.
        top_wrong_category_title: the same as learners saw it.
        top_wrong_share: share of all attempts in which it was put there.
        not_placed: attempts in which it was in no category at the first try.
        median_placements: how often it was moved in an attempt.
        median_ms: active milliseconds at it in a first try: from the placement before each of
            its own, of whatever item, to its own; attempts that never placed it left out.
        few: whether there are fewer than ``FEW`` attempts.
    """

    activity_id: str
    item_id: str
    item_title: str
    n: int
    facility: float | None
    first_try_error_rate: float | None
    discrimination: float | None
    efficiency: float | None
    top_wrong_category_id: str | None
    top_wrong_category_title: str | None
    top_wrong_share: float | None
    not_placed: int
    median_placements: float | None
    median_ms: float | None
    few: bool


def analyse(log: LogRows, whose: Whose = Whose.ALL) -> tuple[ItemFigures, ...]:
    """Return the figures of every item, by activity and id, in one pass over the log.

    What is held grows with the items and with how many different times were seen, not with
    the attempts.

    Raises:
        LogDisordered: the tables of the log do not belong together.
    """
    tallies: dict[tuple[str, str], _Tally] = {}
    titles: dict[str, dict[str, str]] = {}
    for attempt in whole_attempts(log):
        if attempt.row.round_number == 1 and (whose is Whose.ALL or attempt.row.is_first):
            _take(attempt, tallies, titles.setdefault(attempt.row.activity_id, {}))
    return tuple(
        figures_of(*key, tallies[key].title, tallies[key].counts, titles[key[0]])
        for key in sorted(tallies)
    )


def _take(
    attempt: WholeAttempt,
    tallies: dict[tuple[str, str], _Tally],
    titles: dict[str, str],
) -> None:
    activity = attempt.row.activity_id
    right = sum(response.first_try_correct is True for response in attempt.responses)
    times = _times(attempt.placements)
    for response in attempt.responses:
        key = activity, response.item_id
        tally = tallies.get(key)
        if tally is None:
            tally = tallies[key] = _Tally()
        tally.take(response, right, times.get(response.item_id))
        if response.category_id is not None and response.category_title is not None:
            titles[response.category_id] = response.category_title


def _times(placements: tuple[PlacementRow, ...]) -> dict[str, int]:
    times: dict[str, int] = {}
    before = 0
    for placement in placements:
        if placement.try_number > 1:
            break
        times[placement.item_id] = times.get(placement.item_id, 0) + placement.ms - before
        before = placement.ms
    return times


@dataclass(slots=True)
class _Tally:
    title: str = ""
    counts: ItemCounts = field(default_factory=ItemCounts)

    def take(self, response: ResponseRow, right: int, ms: int | None) -> None:
        """Count a response: ``right`` items at once on its board, ``ms`` of active time at it."""
        self.title = response.item_title
        counts = self.counts
        counts.placements[response.placements] += 1
        if ms is not None:
            counts.ms[ms] += 1
        if response.first_category_id is None:
            counts.not_placed += 1
        if response.first_try_correct is None:
            return
        mark = int(response.first_try_correct)
        counts.pairs[mark, right - mark] += 1
        if not mark and response.first_category_id is not None:
            counts.wrong[response.first_category_id] += 1


def figures_of(
    activity_id: str,
    item_id: str,
    title: str,
    counts: ItemCounts,
    categories: Mapping[str, str],
) -> ItemFigures:
    """Return the figures of one item from what was counted; ``categories`` are titles by id."""
    n, scored = counts.placements.total(), counts.pairs.total()
    right = sum(count for (mark, _), count in counts.pairs.items() if mark)
    wrong = counts.wrong
    top = min(wrong, key=lambda category: (-wrong[category], category), default=None)
    return ItemFigures(
        activity_id=activity_id,
        item_id=item_id,
        item_title=title,
        n=n,
        facility=right / scored if scored else None,
        first_try_error_rate=(scored - right) / scored if scored else None,
        discrimination=discrimination(counts.pairs),
        efficiency=efficiency(counts.pairs),
        top_wrong_category_id=top,
        top_wrong_category_title=None if top is None else categories.get(top, top),
        top_wrong_share=None if top is None else wrong[top] / scored,
        not_placed=counts.not_placed,
        median_placements=median(counts.placements),
        median_ms=median(counts.ms),
        few=n < FEW,
    )
