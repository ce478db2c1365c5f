"""Which second round a learner is offered, and which items it deals."""

from __future__ import annotations

import sqlite3

from kiosk.core.model import SecondRound


def offered(connection: sqlite3.Connection, learner: int, pack: int) -> SecondRound | None:
    """Return the round that a learner (by key) can begin on a pack (by key).

    It follows the latest attempt that was submitted, a round or a whole board.
    The rule is that of ``kiosk.core.rounds``, for whoever comes back.
    """
    latest = connection.execute(
        """
        SELECT id, activity FROM attempt
        WHERE learner = ? AND pack = ? AND outcome <> 'abandoned'
        ORDER BY key DESC LIMIT 1
        """,
        (learner, pack),
    ).fetchone()
    if latest is None:
        return None
    attempt_id, activity_id = latest
    items = missed(connection, attempt_id)
    return SecondRound(attempt_id, activity_id, items) if items else None


def missed(connection: sqlite3.Connection, attempt_id: str) -> tuple[str, ...]:
    """Return the items that were not right at the first try of an attempt, in the order dealt."""
    rows = connection.execute(
        """
        SELECT response.item FROM attempt JOIN response ON response.attempt = attempt.key
        WHERE attempt.id = ? AND response.first_try_correct = 0
        ORDER BY response.position
        """,
        (attempt_id,),
    )
    return tuple(item for (item,) in rows)
