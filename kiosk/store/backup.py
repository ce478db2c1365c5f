"""Copies of the database that were read back before anyone relies on them."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kiosk import durable

FOLDER_NAME = "backups"


class BackupUnsound(sqlite3.DatabaseError):
    """A copy did not pass its check; it was thrown away."""


def back_up(source: sqlite3.Connection, folder: Path, reason: str, now: datetime) -> Path:
    """Copy a database into ``folder/backups``, check the copy, and only then give it its name.

    Args:
        source: a connection with no transaction open.
        folder: the data folder.
        reason: goes into the name, such as 'before-migration'.
        now: goes into the name.

    Returns:
        The backup's file.

    Raises:
        OSError: the folder cannot be written to.
        sqlite3.Error: the database cannot be copied, or the copy is not sound.
    """
    backups = folder / FOLDER_NAME
    durable.make_folder(backups, mode=0o700)
    target = backups / f"kiosk-{now:%Y%m%dT%H%M%S%fZ}-{reason}.db"
    part = target.with_name(target.name + ".part")
    try:
        _copy(source, part)
        digest = durable.sync_file(part)
        durable.replace(part, target)
    finally:
        part.unlink(missing_ok=True)
    durable.sync_folder(backups)
    with target.open("rb") as stream:
        read_back = hashlib.file_digest(stream, "sha256").hexdigest()
    if read_back != digest:
        target.unlink()
        raise BackupUnsound(f"{target.name} does not read back as it was written")
    return target


def _copy(source: sqlite3.Connection, part: Path) -> None:
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        source.backup(copy)
        # A copy is one file: nobody who carries it away must know of journals.
        copy.execute("PRAGMA journal_mode = DELETE")
        (verdict,) = copy.execute("PRAGMA integrity_check").fetchone()
    if verdict != "ok":
        raise BackupUnsound(str(verdict))
