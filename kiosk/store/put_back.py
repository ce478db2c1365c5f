"""A database whose file was taken away under it, put back whole.

The open file still has all that was ever acknowledged, whatever became of its
name; it ends with the process. See docs/decisions/0002.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from kiosk import durable, paths
from kiosk.store import quarantine
from kiosk.store.backup import copy_sound
from kiosk.store.connection import open_writer
from kiosk.store.standing import Identity, identity


def keep_beside(connection: sqlite3.Connection, folder: Path) -> Path:
    """Keep all of a database in quarantine, as another stands at its path. Returns its folder.

    Raises:
        OSError, sqlite3.Error: it could not be written.
    """
    return quarantine.keep(folder, datetime.now(UTC), lambda copy: copy_sound(connection, copy))


def write_anew(connection: sqlite3.Connection, folder: Path) -> Identity | None:
    """Put all of a database where no database stands. Returns what stands there now.

    Raises:
        OSError, sqlite3.Error: it could not be written; nothing stands there.
    """
    target = paths.database(folder)
    # A name that the next start clears away, should this one be cut off.
    part = target.with_name(f"{target.name}.part")
    copy_sound(connection, part)
    durable.sync_file(part)
    durable.replace(part, target)
    durable.sync_folder(folder)
    return identity(target)


def open_anew(folder: Path) -> sqlite3.Connection:
    """Open the writing connection to what was written anew.

    Raises:
        OSError, sqlite3.Error: it cannot be opened.
    """
    target = paths.database(folder)
    # The old one's are in the copy, and still mapped by the old one's connections.
    for left in ("-wal", "-shm"):
        target.with_name(f"{target.name}{left}").unlink(missing_ok=True)
    anew = open_writer(target)
    # The journal is made by the first look into the file; from now on it is known.
    anew.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return anew
