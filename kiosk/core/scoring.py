"""Right and wrong, scores and outcomes. Every score is scaled, from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.core.lesson import Item, Mode
from kiosk.core.model import Outcome, Placement, Response


def correct_at(item: Item, category_id: str | None) -> bool | None:
    """Return whether an item belongs at a place; ``None`` where it is not scored.

    The bank (``None``) is the right place of a decoy.
    """
    return None if item.discuss else item.category_id == category_id


def correct_on_the_way(item: Item, to_id: str | None) -> bool | None:
    """Return how a placement stands at that moment; ``None`` for a card back in the bank."""
    return None if to_id is None else correct_at(item, to_id)


def is_settled(item: Item, category_id: str | None) -> bool:
    """Return whether an item stays where it is at the next try: right, or placed and unscored."""
    return category_id is not None if item.discuss else item.category_id == category_id


def scaled_score(results: Iterable[bool | None]) -> float:
    """Return right results divided by scored ones; 1.0 where nothing is scored."""
    scored = [result for result in results if result is not None]
    return sum(scored) / len(scored) if scored else 1.0


def outcome(mastery_score: float | None, final_score: float) -> Outcome:
    """Return how a submitted attempt ended, by its final score against the mastery score."""
    if mastery_score is None:
        return Outcome.COMPLETED
    # The sum of a few fractions can fall short of its mark by the last bit.
    return Outcome.PASSED if final_score >= mastery_score - 1e-9 else Outcome.FAILED


def first_category(
    mode: Mode, item_id: str, stands_at: str | None, placements: Sequence[Placement]
) -> str | None:
    """Return the category that counts as an item's first try.

    In practice mode each placement is answered at once, so it is the first one;
    in assessment mode it is where the item stood at the first check.
    """
    if mode is Mode.ASSESSMENT:
        return stands_at
    firsts = (p.to_id for p in placements if p.item_id == item_id and p.to_id is not None)
    return next(firsts, None)


def count_correct(responses: Iterable[Response]) -> int:
    """Return how many scored responses are right as they stand."""
    return sum(response.correct is True for response in responses)


def count_first_correct(responses: Iterable[Response]) -> int:
    """Return how many scored responses were right at the first try."""
    return sum(response.first_try_correct is True for response in responses)


def count_scored(responses: Iterable[Response]) -> int:
    """Return how many responses are scored at all."""
    return sum(response.correct is not None for response in responses)
