"""A second round: the cards that were missed at the first try, and only those, once more.

A round is an attempt of its own that follows a submitted one. It has no mastery
score: a few cards that were just explained say nothing of the whole board.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kiosk.core.model import AttemptStart, Response, SecondRound


def offered_after(
    attempt_id: str, activity_id: str, responses: Iterable[Response]
) -> SecondRound | None:
    """Return the round that a submitted attempt leaves to be played, ``None`` where none is.

    Cards that were put right at a later try count as missed all the same; cards
    that are not scored never do.
    """
    missed = tuple(r.item_id for r in responses if r.first_try_correct is False)
    return SecondRound(attempt_id, activity_id, missed) if missed else None


def of_missed(start: AttemptStart, offer: SecondRound) -> AttemptStart:
    """Return the beginning of a whole board made into that of the round that is offered."""
    return replace(
        start,
        mastery_score=None,
        items=len(offer.item_ids),
        follows=offer.follows,
        item_ids=offer.item_ids,
    )
