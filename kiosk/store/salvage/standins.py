"""Rows for lost learners, visits and packs: what repeats them tells who they were.

An attempt's checksum covers the ids of its learner and visit and the hash of its pack. The
unique indexes repeat these, so a sound attempt proves them, though the row itself is gone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.store.times import from_text, to_text

UNKNOWN = "?"
"""Stands for a text that is lost; no code can be typed that is equal to it."""

UNKNOWN_LANGUAGE = "und"
"""The code of ISO 639-2 for a language that is not known."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SAME_MOMENT = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class StandIn:
    """A row to be made: of which table, for which key, and the id that a hint tells."""

    table: str
    key: int
    id: str


ID_FIELDS: Mapping[str, str] = {"pack": "sha256", "learner": "id", "visit": "id"}
"""The column of each table that an attempt's checksum covers."""


def put(connection: sqlite3.Connection, row: StandIn, attempt: int) -> None:
    """Put a stand-in into the new database, for an attempt by its key.

    Raises:
        sqlite3.IntegrityError: it cannot be.
    """
    _MAKERS[row.table](connection, row, attempt)


def put_pack(connection: sqlite3.Connection, row: StandIn, _attempt: int) -> None:
    """Put a pack of which only the hash is known into the new database."""
    connection.execute(
        "INSERT INTO main.pack (key, sha256, id, version, title, language)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (row.key, row.id, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN_LANGUAGE),
    )


def put_learner(connection: sqlite3.Connection, row: StandIn, _attempt: int) -> None:
    """Put a learner into the new database; without a code where its index is lost too."""
    codes = connection.execute(
        "SELECT value FROM found.hint WHERE of = 'learner' AND field = 'code' AND key = ?"
        " AND rank = (SELECT min(rank) FROM found.hint"
        "             WHERE of = 'learner' AND field = 'code' AND key = ?)",
        (row.key, row.key),
    ).fetchall()
    code = codes[0][0] if len(codes) == 1 else f"{UNKNOWN}{row.id}"
    connection.execute(
        "INSERT INTO main.learner (key, id, code, created) VALUES (?, ?, ?, ?)",
        (row.key, row.id, code, _created(connection, row)),
    )


def put_visit(connection: sqlite3.Connection, row: StandIn, attempt: int) -> None:
    """Put a visit into the new database; the next start ends it, as one that was cut off."""
    (began,) = connection.execute(
        "SELECT started FROM found.attempt WHERE key = ?", (attempt,)
    ).fetchone()
    started = _moment(row.id, began)
    connection.execute(
        "INSERT INTO main.visit (key, id, learner, pack, language, started, utc_offset, last_known)"
        " SELECT ?, ?, learner, pack, ?, ?, utc_offset, max(?, started)"
        " FROM found.attempt WHERE key = ?",
        (row.key, row.id, UNKNOWN_LANGUAGE, started, started, attempt),
    )


_MAKERS: Mapping[str, Callable[[sqlite3.Connection, StandIn, int], None]] = {
    "pack": put_pack,
    "learner": put_learner,
    "visit": put_visit,
}


def _created(connection: sqlite3.Connection, row: StandIn) -> str:
    # A learner is made when the first visit starts; the id repeats that to some milliseconds.
    (first,) = connection.execute(
        "SELECT min(started) FROM found.visit WHERE learner = ? AND doubt = 0", (row.key,)
    ).fetchone()
    moment = _moment(row.id, first or to_text(_EPOCH))
    try:
        near = first and abs(from_text(first) - from_text(moment)) < _SAME_MOMENT
    except (ValueError, TypeError):
        near = False
    return first if near else moment


def _moment(uuid: str, otherwise: str) -> str:
    # UUIDs of version 7 begin with the milliseconds since 1970.
    try:
        return to_text(_EPOCH + timedelta(milliseconds=int(uuid.replace("-", "")[:12], 16)))
    except (ValueError, OverflowError):
        return otherwise
