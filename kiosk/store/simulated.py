"""A database of made-up attempts: marked as one, and filled fast.

The rows and their seals are those of a kiosk that learners used: what reads, checks,
exports or backs up one cannot tell the difference, but for the mark.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.core.lesson import Pack
from kiosk.core.model import Outcome, VisitEnd
from kiosk.store.attempts import placement_row, response_row
from kiosk.store.checksum import checksum_from, first_link, next_link
from kiosk.store.packs import pack_key
from kiosk.store.times import to_text

if TYPE_CHECKING:
    # A kiosk asks here only whether it is such a database: it needs nothing that makes one.
    from kiosk.core.simulation import SimulatedAttempt

_MARK = "simulated"
_ADD_LEARNER = "INSERT INTO learner (id, code, created) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
_ADD_VISIT = """
    INSERT INTO visit (key, id, learner, pack, language, started, utc_offset, last_known, ended,
                       how_ended)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_ATTEMPT = """
    INSERT INTO attempt (key, visit, learner, pack, id, activity, mode, shuffle_seed,
                         mastery_score, items, started, utc_offset, submitted, active_ms, outcome,
                         first_try_score, final_score, tries, placements, placement_chain,
                         follows, checksum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_PLACEMENT = """
    INSERT INTO placement (attempt, seq, item, from_place, to_place, method, ms, correct, try)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_ADD_RESPONSE = """
    INSERT INTO response (attempt, position, item, category, correct, first_category,
                          first_try_correct, placements)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


class OnlySimulated(RuntimeError):
    """A learner wanted to sign in where all others are made up."""


def mark(connection: sqlite3.Connection) -> None:
    """Mark a database for good as one of made-up attempts."""
    connection.execute("INSERT OR IGNORE INTO setting (name, value) VALUES (?, 'true')", (_MARK,))


def is_marked(connection: sqlite3.Connection) -> bool:
    """Return whether a database is one of made-up attempts."""
    found = connection.execute("SELECT 1 FROM setting WHERE name = ?", (_MARK,)).fetchone()
    return found is not None


def add(
    connection: sqlite3.Connection,
    attempts: Sequence[SimulatedAttempt],
    pack: Pack,
    utc_offset: int,
) -> None:
    """Write attempts with their learners and visits, one visit an attempt.

    Must be called in a transaction.

    Raises:
        ValueError: the database is not marked.
        sqlite3.Error: an attempt of that id is there already, or the disk refuses.
    """
    if not is_marked(connection):
        raise ValueError("made-up attempts are for a database of their own")
    # The attempt is written last, closed: until then its parts refer to nothing.
    connection.execute("PRAGMA defer_foreign_keys = 1")
    rows = _Rows(connection, pack, utc_offset)
    for attempt in attempts:
        rows.take(attempt)
    connection.executemany(_ADD_VISIT, rows.visits)
    connection.executemany(_ADD_PLACEMENT, rows.placements)
    connection.executemany(_ADD_RESPONSE, rows.responses)
    connection.executemany(_ADD_ATTEMPT, rows.attempts)


class _Rows:
    def __init__(self, connection: sqlite3.Connection, pack: Pack, utc_offset: int) -> None:
        self._connection = connection
        self._pack = pack
        self._pack_key = pack_key(connection, pack)
        self._utc_offset = utc_offset
        (last,) = connection.execute(
            "SELECT max((SELECT coalesce(max(key), 0) FROM attempt),"
            " (SELECT coalesce(max(key), 0) FROM visit))"
        ).fetchone()
        self._key = int(last)
        self.visits: list[tuple[object, ...]] = []
        self.attempts: list[tuple[object, ...]] = []
        self.placements: list[tuple[object, ...]] = []
        self.responses: list[tuple[object, ...]] = []

    def take(self, attempt: SimulatedAttempt) -> None:
        """Gather the rows of an attempt and of the visit that it was made in."""
        self._key += 1
        learner_key, learner_id = self._learner(attempt)
        start = attempt.played.start
        began, closed = to_text(start.started), None
        if attempt.submitted is not None:
            closed = to_text(attempt.submitted)
        ended = to_text(start.started + timedelta(milliseconds=attempt.played.watch.ms))
        left = VisitEnd.IDLE if attempt.outcome is Outcome.ABANDONED else VisitEnd.SIGNED_OUT
        self.visits.append(
            (self._key, start.visit_id, learner_key, self._pack_key, self._pack.language, began,
             self._utc_offset, ended, ended, left.value)
        )  # fmt: skip
        link = self._take_placements(attempt)
        responses = [
            (position, *response_row(response))
            for position, response in enumerate(attempt.played.responses)
        ]
        self.responses += [(self._key, *row) for row in responses]
        told = self._told(attempt, began, closed, link)
        sealed = (start.id, learner_id, start.visit_id, self._pack.sha256, *told[1:])
        keys = (self._key, self._key, learner_key, self._pack_key)
        self.attempts.append((*keys, *told, checksum_from(sealed, responses)))

    def _learner(self, attempt: SimulatedAttempt) -> tuple[int, str]:
        learner = attempt.learner
        values = (learner.id, learner.code, to_text(attempt.played.start.started))
        self._connection.execute(_ADD_LEARNER, values)
        (key,) = self._connection.execute(
            "SELECT key FROM learner WHERE id = ?", (learner.id,)
        ).fetchone()
        return int(key), learner.id

    def _take_placements(self, attempt: SimulatedAttempt) -> str:
        link = first_link(attempt.played.start.id)
        for placement in attempt.played.placements:
            row = placement_row(placement)
            link = next_link(link, row)
            self.placements.append((self._key, *row))
        return link

    def _told(
        self, attempt: SimulatedAttempt, began: str, closed: str | None, link: str
    ) -> tuple[object, ...]:
        played, start = attempt.played, attempt.played.start
        first = final = None
        if played.tries:
            result = played.result()
            first, final = result.first_try_score, result.final_score
        return (
            start.id, start.activity_id, start.mode.value, start.shuffle_seed,
            start.mastery_score, start.items, began, self._utc_offset, closed, played.watch.ms,
            attempt.outcome.value, first, final, played.tries, len(played.placements), link,
            start.follows,
        )  # fmt: skip
