"""Seals on attempts: a row that was damaged can be told from one that was not.

Placements are chained, so that each new one costs the same however many there
are; the attempt's checksum covers its own fields, the chain and the responses.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

_SEALED = """
    attempt.id, learner.id, visit.id, pack.sha256, activity, mode, shuffle_seed,
    mastery_score, items, attempt.started, attempt.utc_offset,
    coalesce(submitted, :submitted), active_ms, coalesce(outcome, :outcome),
    first_try_score, final_score, tries, placements, placement_chain, follows
    FROM attempt
    JOIN learner ON learner.key = attempt.learner
    JOIN visit ON visit.key = attempt.visit
    JOIN pack ON pack.key = attempt.pack
"""
_ATTEMPT = f"SELECT {_SEALED} WHERE attempt.key = :key"
_ATTEMPT_BY_ID = f"SELECT attempt.key, {_SEALED} WHERE attempt.id = :id"
_RESPONSES = """
    SELECT position, item, category, correct, first_category, first_try_correct, placements
    FROM response WHERE attempt = ? ORDER BY position
"""
_PLACEMENTS = """
    SELECT seq, item, from_place, to_place, method, ms, correct, try
    FROM placement WHERE attempt = ? ORDER BY seq
"""
# Made once: json.dumps would make one anew for each placement.
_as_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def first_link(attempt_id: str) -> str:
    """Return the beginning of an attempt's chain."""
    return _digest([attempt_id])


def next_link(link: str, placement: Sequence[object]) -> str:
    """Return the chain with one more placement row, as ``_PLACEMENTS`` selects it."""
    return _digest([link, *placement])


def chain_after(connection: sqlite3.Connection, attempt: int, placements: int) -> str | None:
    """Return the chain of an attempt (by its key) after so many placements; ``None`` for fewer.

    Raises:
        sqlite3.Error: a row cannot be read.
    """
    (attempt_id,) = connection.execute(
        "SELECT id FROM attempt WHERE key = ?", (attempt,)
    ).fetchone()
    link, count = first_link(attempt_id), 0
    for placement in islice(connection.execute(_PLACEMENTS, (attempt,)), placements):
        link, count = next_link(link, placement), count + 1
    return link if count == placements else None


class Extended(NamedTuple):
    """What changes in an attempt by one placement more, and the checksum that seals it."""

    key: int
    active_ms: int
    placements: int
    chain: str
    checksum: str


def extended(
    connection: sqlite3.Connection, attempt_id: str, placement: Sequence[object], ms: int
) -> Extended | None:
    """Return what an attempt is to say with a placement row at ``ms``; ``None`` if there is none.

    Asked for and written in one go each: a learner waits for it.
    """
    values = {"id": attempt_id, "outcome": None, "submitted": None}
    found = connection.execute(_ATTEMPT_BY_ID, values).fetchone()
    if found is None:
        return None
    key, *begun, active_ms, outcome, first, final, tries, placements, chain, follows = found
    active_ms, placements, chain = max(active_ms, ms), placements + 1, next_link(chain, placement)
    fields = (*begun, active_ms, outcome, first, final, tries, placements, chain, follows)
    responses = connection.execute(_RESPONSES, (key,)).fetchall()
    return Extended(key, active_ms, placements, chain, checksum_from(fields, responses))


def seal(connection: sqlite3.Connection, attempt: int) -> None:
    """Write the checksum of an attempt (by its key) as it stands now."""
    checksum = checksum_of(connection, attempt)
    connection.execute("UPDATE attempt SET checksum = ? WHERE key = ?", (checksum, attempt))


def checksum_ok(connection: sqlite3.Connection, attempt: int) -> bool:
    """Return whether an attempt, its placements and its responses are as they were written.

    Raises:
        sqlite3.Error: the disk refuses; that says nothing about the attempt.
    """
    try:
        return _agrees(connection, attempt)
    except (sqlite3.OperationalError, TypeError) as fault:
        # Python cannot read what is no text any more; SQLite has no code for that.
        if getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR) != sqlite3.SQLITE_ERROR:
            raise
        return False


def _agrees(connection: sqlite3.Connection, attempt: int) -> bool:
    row = connection.execute(
        "SELECT id, placement_chain, checksum FROM attempt WHERE key = ?", (attempt,)
    ).fetchone()
    if row is None:
        return False
    attempt_id, chain, checksum = row
    link = first_link(attempt_id)
    for placement in connection.execute(_PLACEMENTS, (attempt,)):
        link = next_link(link, placement)
    return bool(link == chain and checksum_of(connection, attempt) == checksum)


def checksum_of(
    connection: sqlite3.Connection,
    attempt: int,
    outcome: str | None = None,
    submitted: str | None = None,
) -> str:
    """Return the checksum of an attempt, as it is or as it will be once it is closed."""
    values = {"key": attempt, "outcome": outcome, "submitted": submitted}
    fields = connection.execute(_ATTEMPT, values).fetchone()
    responses = connection.execute(_RESPONSES, (attempt,)).fetchall()
    return checksum_from(fields, responses)


def checksum_from(fields: Sequence[object], responses: Sequence[Sequence[object]]) -> str:
    """Return the checksum of an attempt from its values, as ``_ATTEMPT`` and ``_RESPONSES`` do."""
    return _digest([fields, responses])


def _digest(value: object) -> str:
    return hashlib.sha256(_as_text(value).encode()).hexdigest()
