"""What an activity's boards tell as a whole, from the counts of its cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kiosk.core.staff_rows import ItemCounts


def right_at_first(items: Iterable[ItemCounts]) -> float | None:
    """Return the share of scored cards that were right at the first try, ``None`` without any."""
    right = scored = 0
    for counts in items:
        scored += counts.pairs.total()
        right += sum(n for (mark, _), n in counts.pairs.items() if mark)
    return right / scored if scored else None


def cards_on_board(items: Mapping[str, ItemCounts], boards: int) -> int:
    """Return how many scored cards a board has: on average, where not all have as many."""
    scored = sum(counts.pairs.total() for counts in items.values())
    return round(scored / boards) if boards else 0


def boards_by_right(items: Mapping[str, ItemCounts], boards: int) -> Counter[int]:
    """Return how many boards had so many cards right at the first try.

    Each board is told by every scored card in it, so the counts are a share of all of them: exact
    where each board deals as many scored cards, as boards of one version of a lesson do.
    """
    told: Counter[int] = Counter()
    for counts in items.values():
        for (mark, rest), n in counts.pairs.items():
            told[mark + rest] += n
    whole = told.total()
    return Counter({right: round(n * boards / whole) for right, n in told.items()})
