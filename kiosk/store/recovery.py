"""A damaged database, at the start: put aside, and all that can be had again put in its place.

First the damaged file goes to quarantine, then the newest sound backup is copied, what can be
read of the damaged file is added, and the whole is put in place. A kill at any moment leaves
what the next start goes on from (see ``quarantine``); nothing that was quarantined is changed.
"""

from __future__ import annotations

import json
import logging
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk import durable, paths
from kiosk.core.recovered import Recovered
from kiosk.errors import DatabaseNewer, SourceRefused
from kiosk.store import backup, quarantine
from kiosk.store.connection import open_writer
from kiosk.store.merge import Merged, merge
from kiosk.store.migrate import Migration, apply_steps
from kiosk.store.proof import proved
from kiosk.store.salvage import Salvaged, salvage
from kiosk.store.times import from_text, to_text
from kiosk.store.writer import is_passing

_NOTE, _READ = "recovered ", "recovery read"
_WORK = (".part", ".salvaged")
_NOTHING = Merged(0, 0, 0, 0, 0)
_log = logging.getLogger(__name__)


class _Found(NamedTuple):
    """What the damaged file still had: ``None`` where it could not even be tried."""

    salvaged: Salvaged | None
    file: Path


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
            _build(folder, place, steps, now)
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


def _build(folder: Path, place: Path, steps: Sequence[Migration], now: datetime) -> None:
    part, salvaged = (folder / f"{paths.DATABASE_NAME}{end}" for end in _WORK)
    restored = _restore_newest(folder, part, steps)
    found = _salvage(place, salvaged, steps, now)
    with closing(open_writer(part)) as connection:
        apply_steps(connection, steps)
        merged = _merge(connection, found)
        recovered = Recovered(
            at=now,
            quarantine=place.stem if quarantine.holds_anything(place) else "",
            backup=restored,
            salvaged=merged is not None,
            attempts=connection.execute("SELECT count(*) FROM attempt").fetchone()[0],
            added_attempts=(merged or _NOTHING).attempts,
            added_placements=(merged or _NOTHING).placements,
            added_visits=(merged or _NOTHING).visits,
            lost_attempts=_lost(connection, found.salvaged),
        )
        _note(connection, now, _NOTE + _encoded(recovered))
    _clear(found.file)
    durable.sync_file(part)
    durable.replace(part, paths.database(folder))
    durable.sync_folder(folder)
    _log.error("the database was damaged: %s", recovered)


def _restore_newest(folder: Path, part: Path, steps: Sequence[Migration]) -> str | None:
    for file in backup.backups_of(folder):
        try:
            with proved(file, steps):
                pass
            if backup.as_written(file) is not False:
                shutil.copyfile(file, part)
                if backup.digest_of(part) == backup.digest_of(file):
                    return file.name
        except (SourceRefused, DatabaseNewer) as fault:
            _log.warning("backup %s is not restored: %s", file.name, fault)
        _clear(part)
    return None


def _salvage(place: Path, out: Path, steps: Sequence[Migration], now: datetime) -> _Found:
    try:
        salvaged = salvage(place / paths.DATABASE_NAME, out, now)
        with closing(open_writer(out)) as connection:
            apply_steps(connection, steps)
    except Exception as fault:
        # What is in quarantine can be read again by a better program: the room needs its kiosk.
        if isinstance(fault, OSError) or is_passing(fault):
            raise
        _log.exception("nothing could be salvaged from %s", place)
        return _Found(None, out)
    return _Found(salvaged, out)


def _merge(connection: sqlite3.Connection, found: _Found) -> Merged | None:
    if found.salvaged is None:
        return None
    try:
        return merge(connection, found.file)
    except (SourceRefused, DatabaseNewer):
        _log.exception("what was salvaged is not sound")
        return None


def _lost(connection: sqlite3.Connection, salvaged: Salvaged | None) -> int:
    seen = salvaged.damaged_attempts if salvaged is not None else ()
    here = {attempt_id for (attempt_id,) in connection.execute("SELECT id FROM attempt")}
    return len(set(seen) - here)


def _clear_work(folder: Path) -> None:
    # Of an earlier try that was cut off, with whatever stood beside it.
    for end in _WORK:
        for left in folder.glob(f"{paths.DATABASE_NAME}{end}*"):
            left.unlink()


def _clear(file: Path) -> None:
    for each in quarantine.with_journals(file):
        each.unlink(missing_ok=True)


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
