"""What made-up learners find hard, and what they take it for."""

from __future__ import annotations

import math
from dataclasses import dataclass

from kiosk.core.lesson import Activity, Item

_GUESSED = 0.1  # how often a card is right by luck alone


@dataclass(frozen=True, slots=True)
class Traits:
    """What an item is like: difficulty in logits, slope, usual time, and what it is taken for.

    ``wrong`` begins with the category that it is taken for most.
    """

    belongs: str | None
    wrong: tuple[str, ...]
    difficulty: float
    slope: float
    ms: float

    @classmethod
    def of(cls, activity: Activity, number: int) -> Traits:
        """Return the traits of an activity's item of that number, from 0; always the same."""
        item = activity.items[number]
        # Multiples of the golden ratio spread evenly, however many items there are.
        spread, other = number * 0.6180339887 % 1, number * 0.7548776662 % 1
        return cls(
            belongs=_belongs(activity, item, number),
            wrong=_wrong(activity, item, number),
            difficulty=3 * spread - 2,
            slope=2.4 * other,
            ms=2_000 + 3_500 * spread,
        )

    def chance(self, ability: float) -> float:
        """Return how likely one of that ability is to be right."""
        known = 1 / (1 + math.exp(-self.slope * (ability - self.difficulty)))
        return _GUESSED + (1 - _GUESSED) * known


def _belongs(activity: Activity, item: Item, number: int) -> str | None:
    if not item.discuss:
        return item.category_id
    # Where nothing is right, most agree all the same.
    return activity.categories[number % len(activity.categories)].id


def _wrong(activity: Activity, item: Item, number: int) -> tuple[str, ...]:
    others = [category.id for category in activity.categories if category.id != item.category_id]
    first = number % len(others) if others else 0
    return tuple(others[first:] + others[:first]) or (activity.categories[0].id,)
