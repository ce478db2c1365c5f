"""A visit of nobody: the rules as for a learner, and nothing that could be written down."""

from __future__ import annotations

from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Pack
from kiosk.core.model import VisitOpened
from kiosk.core.ports import Clock, Dice, Ids
from kiosk.core.visit import Visit


def preview_of(pack: Pack, language: str, clock: Clock) -> Visit:
    """Return a visit that stands in no database, at the first screen of a pack."""
    opened = VisitOpened(
        visit_id="",
        learner_id="",
        code="",
        returning=False,
        position=None,
        seen=frozenset(),
        open_attempt=None,
        finished=(),
    )
    visit = Visit(opened, pack, clock)
    visit.language = language
    return visit


def deal(visit: Visit, ids: Ids, dice: Dice) -> Attempt:
    """Return a new board of a preview; it is in memory alone.

    Raises:
        ValueError: the pack deals no cards.
    """
    visit.begin_attempt(visit.pack.activities[0], ids, dice)
    if visit.attempt is None:
        raise ValueError("no board was dealt")
    return visit.attempt
