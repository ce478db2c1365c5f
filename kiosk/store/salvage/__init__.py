"""Sound rows out of a damaged database: read from its pages, proved, and put into a new one."""

from __future__ import annotations

import contextlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk import durable
from kiosk.store.connection import fault_in
from kiosk.store.migrate import load_migrations, migrate
from kiosk.store.salvage import sql
from kiosk.store.salvage.found import Found
from kiosk.store.salvage.gather import gather
from kiosk.store.salvage.pages import Pages
from kiosk.store.salvage.rebuild import Rebuilder


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came back, and what did not.

    Attributes:
        attempts: how many were proved by their checksums and are in the new database.
        placements: how many placements these have.
        visits: how many visits are in the new database.
        damaged_attempts: ids of attempts that were seen but are not sound.
        unreadable_pages: pages that nothing could be made of, or that are not there.
        stand_ins: lost learner, visit and pack rows that sound attempts need. They were put
            together anew from what repeats them; the rest of such a row is not known.
    """

    attempts: int
    placements: int
    visits: int
    damaged_attempts: tuple[str, ...]
    unreadable_pages: int
    stand_ins: int = 0


def salvage(damaged: Path, out: Path, now: datetime) -> Salvaged:
    """Put every sound attempt of a damaged database into a new one.

    The damaged file and its journal are only read. Whatever is in them, or is not, never
    raises; a file without a sound row gives an empty database and zero counts.

    Args:
        damaged: the file; its journal is looked for beside it.
        out: the new database, of the newest schema; it has its name only once it is whole.
        now: the time of day.

    Raises:
        OSError, sqlite3.Error: ``out`` cannot be written.
    """
    part = out.with_name(f"{out.name}.part")
    part.unlink(missing_ok=True)
    try:
        with Pages(damaged) as pages, closing(_new_database(part, now)) as connection:
            salvaged = _fill(connection, pages)
        durable.sync_file(part)
        durable.replace(part, out)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
    durable.sync_folder(out.parent)
    return salvaged


def _new_database(part: Path, now: datetime) -> sqlite3.Connection:
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        # It has no name yet, so a crash loses nothing; and no learner's row goes to another file.
        for setting in ("journal_mode = MEMORY", "synchronous = OFF", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {setting}")
        connection.execute("PRAGMA trusted_schema = 0")
        migrate(connection, part.parent, load_migrations(), now)
    except BaseException:
        connection.close()
        raise
    return connection


def _fill(connection: sqlite3.Connection, pages: Pages) -> Salvaged:
    found = Found(connection)
    unreadable = gather(pages, found)
    rebuilder = Rebuilder(connection, found)
    rebuilder.run()
    _check(connection)
    return Salvaged(
        attempts=_count(connection, "attempt"),
        placements=_count(connection, "placement"),
        visits=_count(connection, "visit"),
        damaged_attempts=rebuilder.not_sound(),
        unreadable_pages=unreadable,
        stand_ins=rebuilder.stand_ins,
    )


def _count(connection: sqlite3.Connection, table: str) -> int:
    (rows,) = connection.execute(sql.count(table)).fetchone()
    return int(rows)


def _check(connection: sqlite3.Connection) -> None:
    fault = fault_in(connection)
    if fault is not None or connection.execute("PRAGMA main.foreign_key_check").fetchone():
        raise sqlite3.DatabaseError(f"the new database is not sound: {fault}")
