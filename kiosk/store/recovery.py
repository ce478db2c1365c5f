"""A damaged database, at the start: put aside, and all that can be had again put in its place.

First the damaged file goes to quarantine, then the newest sound backup is copied, what can be
read of the damaged file is added, and the whole is put in place. A kill at any moment leaves
what the next start goes on from (see ``quarantine``); nothing that was quarantined is changed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from kiosk import paths
from kiosk.core.recovered import Recovered
from kiosk.store import quarantine
from kiosk.store.migrate import Migration
from kiosk.store.times import from_text, to_text

_NOTE, _READ = "recovered ", "recovery read"


def recover(folder: Path, steps: Sequence[Migration], now: datetime) -> None:
    """Put the damaged database of a data folder aside, and a recovered one in its place.

    Raises:
        OSError, sqlite3.Error: the disk refuses; the next start goes on.
    """
    quarantine.open_place(folder, now)
    resume(folder, steps, now)


def resume(folder: Path, steps: Sequence[Migration], now: datetime) -> None:
    """Go on with a recovery that was cut off, where one was; clear up after a restore that was.

    Raises:
        OSError, sqlite3.Error: the disk refuses; the next start goes on.
    """
    _clear_work(folder)
    while (place := quarantine.unfinished(folder)) is not None:
        if place.suffix == quarantine.MOVING:
            place = quarantine.move_in(folder, place)
        if not paths.database(folder).exists():
            # At need alone: it brings along all that reads damaged files.
            from kiosk.store.recovery_build import rebuild  # noqa: PLC0415 - at need

            rebuild(folder, place, steps, now, _tell)
        quarantine.close_place(place)


def unread(connection: sqlite3.Connection) -> Recovered | None:
    """Return the latest recovery that staff have not been told of yet."""
    row = connection.execute(
        "SELECT action FROM staff_log WHERE substr(action, 1, :length) = :note AND key > coalesce("
        "(SELECT max(key) FROM staff_log WHERE action = :read), 0) ORDER BY key DESC LIMIT 1",
        {"length": len(_NOTE), "note": _NOTE, "read": _READ},
    ).fetchone()
    return None if row is None else _decoded(row[0].removeprefix(_NOTE))


def mark_read(connection: sqlite3.Connection, at: datetime) -> None:
    """Note that staff have been told."""
    if unread(connection) is not None:
        _note(connection, at, _READ)


def _clear_work(folder: Path) -> None:
    # Of an earlier try that was cut off, with whatever stood beside it.
    for end in quarantine.WORK:
        for left in folder.glob(f"{paths.DATABASE_NAME}{end}*"):
            left.unlink()


def _tell(connection: sqlite3.Connection, recovered: Recovered) -> None:
    _note(connection, recovered.at, _NOTE + _encoded(recovered))


def _note(connection: sqlite3.Connection, at: datetime, action: str) -> None:
    connection.execute("INSERT INTO staff_log (at, action) VALUES (?, ?)", (to_text(at), action))


def _encoded(recovered: Recovered) -> str:
    return json.dumps({**asdict(recovered), "at": to_text(recovered.at)})


def _decoded(text: str) -> Recovered | None:
    try:
        values = json.loads(text)
        return Recovered(**{**values, "at": from_text(values["at"])})
    except (ValueError, TypeError, KeyError):
        return None
