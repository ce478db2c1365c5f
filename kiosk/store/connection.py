"""Connections to the database: the one that writes, and those that only read."""

from __future__ import annotations

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x4D4B5331
"""'MKS1': tells a database of ours from any other file that SQLite can open."""

ENGINE_VERSION = sqlite3.sqlite_version
"""Which SQLite this is; some have faults of their own."""

_WRITER = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "mmap_size": 0,
}
_BUSY_SECONDS = 5


class PragmaRefused(sqlite3.OperationalError):
    """SQLite did not take a setting that the promise of the store rests on."""


def open_writer(file: Path) -> sqlite3.Connection:
    """Open the writing connection; there is one a kiosk, guarded by the instance lock.

    Raises:
        sqlite3.Error: it cannot be opened, or does not take a setting.
    """
    # The thread that writes is not the one that opens; the writer keeps to one at a time.
    connection = sqlite3.connect(
        file, isolation_level=None, timeout=_BUSY_SECONDS, check_same_thread=False
    )
    try:
        for name, wanted in _WRITER.items():
            connection.execute(f"PRAGMA {name} = {wanted}")
            (found,) = connection.execute(f"PRAGMA {name}").fetchone()
            if found != wanted:
                raise PragmaRefused(f"{name} is {found}, not {wanted}")
    except BaseException:
        connection.close()
        raise
    return connection


def open_reader(file: Path) -> sqlite3.Connection:
    """Open a connection that cannot write, whatever it is told.

    Raises:
        sqlite3.Error: there is no such file, or it cannot be read.
    """
    return _open_to_read(f"{file.resolve().as_uri()}?mode=ro")


def open_unmoving(file: Path) -> sqlite3.Connection:
    """Open a file that nobody writes and that has no journal, even in a read-only folder.

    Nothing is made beside it.

    Raises:
        sqlite3.Error: there is no such file, or it cannot be read.
    """
    return _open_to_read(f"{file.resolve().as_uri()}?mode=ro&immutable=1")


def _open_to_read(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=_BUSY_SECONDS,
        check_same_thread=False,
    )
    connection.execute("PRAGMA trusted_schema = 0")
    connection.execute("PRAGMA cell_size_check = 1")
    return connection


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return a number that SQLite keeps under a pragma's name."""
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)


def fault_in(connection: sqlite3.Connection, *, pages_alone: bool = False) -> str | None:
    """Return the first thing that SQLite finds wrong in a database, ``None`` if it is sound.

    The list of free pages is asked after by itself: where the first table that SQLite comes upon
    is a view, which has no page, it takes a check of all tables for one of some and leaves the
    list out, and whoever needs a free page then meets the damage.

    Args:
        connection: to the database.
        pages_alone: not whether rows and indexes agree; several times as fast.

    Raises:
        sqlite3.Error: it cannot be read, or the check was interrupted.
    """
    check = "quick_check" if pages_alone else "integrity_check"
    for asked in ("sqlite_schema", "1"):
        (verdict,) = connection.execute(f"PRAGMA main.{check}({asked})").fetchone()
        if verdict != "ok":
            return str(verdict)
    return None
