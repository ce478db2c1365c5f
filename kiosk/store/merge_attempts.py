"""One attempt of another database, beside what there is of it here."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple

from kiosk.store.checksum import chain_after, checksum_of, first_link

_BY_KEY = """
    SELECT key, id, placements, placement_chain, tries, outcome, submitted
    FROM attempt WHERE key = ?
"""
_BY_ID = """
    SELECT key, id, placements, placement_chain, tries, outcome, submitted
    FROM attempt WHERE id = ?
"""
_BEGUN = """
    SELECT visit, learner, pack, id, activity, mode, shuffle_seed, mastery_score, items, started,
           utc_offset, follows
    FROM attempt WHERE key = ?
"""
_BEGIN = """
    INSERT INTO attempt (visit, learner, pack, id, activity, mode, shuffle_seed, mastery_score,
                         items, started, utc_offset, follows, placement_chain, checksum)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
"""
_GONE_ON = """
    SELECT active_ms, first_try_score, final_score, tries, placements, placement_chain
    FROM attempt WHERE key = ?
"""
_GO_ON = """
    UPDATE attempt SET active_ms = ?, first_try_score = ?, final_score = ?, tries = ?,
                       placements = ?, placement_chain = ?
    WHERE key = ?
"""
_PLACEMENTS = """
    SELECT ?, seq, item, from_place, to_place, method, ms, correct, try
    FROM placement WHERE attempt = ? AND seq > ? ORDER BY seq
"""
_ADD_PLACEMENT = """
    INSERT INTO placement (attempt, seq, item, from_place, to_place, method, ms, correct, try)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_RESPONSES = """
    SELECT ?, position, item, category, correct, first_category, first_try_correct, placements
    FROM response WHERE attempt = ? ORDER BY position
"""
_ADD_RESPONSE = """
    INSERT INTO response (attempt, position, item, category, correct, first_category,
                          first_try_correct, placements)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


class Fate(Enum):
    """What became of an attempt: taken, known already, or kept as ours against theirs."""

    TAKEN = auto()
    KNOWN = auto()
    CONFLICT = auto()


class _State(NamedTuple):
    key: int
    id: str
    placements: int
    chain: str
    tries: int
    outcome: str | None
    submitted: str | None

    @property
    def told(self) -> tuple[object, ...]:
        """All that can go on in an attempt, without the keys of one file."""
        return self[1:]


class AttemptMerger:
    """Takes attempts over one by one. The maps lead from their keys to ours."""

    def __init__(
        self,
        ours: sqlite3.Connection,
        theirs: sqlite3.Connection,
        visits: Mapping[int, int],
        learners: Mapping[int, int],
        packs: Mapping[int, int],
    ) -> None:
        self._ours = ours
        self._theirs = theirs
        self._maps = (visits, learners, packs)
        self.placements = 0

    def merge(self, key: int) -> Fate:
        """Merge the attempt of this key of theirs, whose checksum agrees."""
        there = _state(self._theirs, _BY_KEY, key)
        if there is None:
            raise LookupError(key)
        here = _state(self._ours, _BY_ID, there.id)
        if here is None:
            here = self._begin(there)
        elif here.told == there.told or self._is_behind(there, here):
            return Fate.KNOWN
        elif not self._goes_on(there, here):
            return Fate.CONFLICT
        self._take(there, here)
        return Fate.TAKEN

    def _goes_on(self, there: _State, here: _State) -> bool:
        if here.outcome is not None or there.tries < here.tries:
            return False
        return chain_after(self._theirs, there.key, here.placements) == here.chain

    def _is_behind(self, there: _State, here: _State) -> bool:
        if there.outcome is not None or there.tries > here.tries:
            return False
        return chain_after(self._ours, here.key, there.placements) == there.chain

    def _begin(self, there: _State) -> _State:
        row = self._theirs.execute(_BEGUN, (there.key,)).fetchone()
        keys = (mapped[key] for mapped, key in zip(self._maps, row, strict=False))
        link = first_link(there.id)
        cursor = self._ours.execute(_BEGIN, (*keys, *row[3:], link))
        return _State(int(cursor.lastrowid or 0), there.id, 0, link, 0, None, None)

    def _take(self, there: _State, here: _State) -> None:
        self._ours.execute("DELETE FROM response WHERE attempt = ?", (here.key,))
        responses = self._theirs.execute(_RESPONSES, (here.key, there.key))
        self._ours.executemany(_ADD_RESPONSE, responses)
        rows = self._theirs.execute(_PLACEMENTS, (here.key, there.key, here.placements))
        self._ours.executemany(_ADD_PLACEMENT, rows)
        self.placements += there.placements - here.placements
        values = self._theirs.execute(_GONE_ON, (there.key,)).fetchone()
        self._ours.execute(_GO_ON, (*values, here.key))
        # Sealed anew: a learner who is known here by another id is in the sum.
        checksum = checksum_of(self._ours, here.key, there.outcome, there.submitted)
        self._ours.execute(
            "UPDATE attempt SET outcome = ?, submitted = ?, checksum = ? WHERE key = ?",
            (there.outcome, there.submitted, checksum, here.key),
        )


def _state(connection: sqlite3.Connection, sql: str, value: object) -> _State | None:
    row = connection.execute(sql, (value,)).fetchone()
    return None if row is None else _State(*row)
