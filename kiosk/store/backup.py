"""Copies of the database that were read back before anyone relies on them.

Each lies in ``backups`` of the data folder with its SHA-256 beside it, in the form that the
program sha256sum checks.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kiosk import durable
from kiosk.store.backup_names import (
    PART_SUFFIX,
    SUM_SUFFIX,
    BackupName,
    is_leftover,
    newest_first,
    next_number,
    superfluous,
)
from kiosk.store.connection import fault_in

FOLDER_NAME = "backups"
Pace = Callable[[], bool]
"""Called again and again while a copy is made; may wait; returns whether to go on."""

_STEP_PAGES = 128
_STEP_OPCODES = 200_000
_log = logging.getLogger(__name__)


class BackupUnsound(sqlite3.DatabaseError):
    """A copy did not pass its check; it was thrown away."""


class BackupStopped(Exception):
    """The pace said to stop; nothing is left of the copy."""


def at_once() -> bool:
    """Go on without a pause, to the end."""
    return True


def back_up(
    source: sqlite3.Connection, folder: Path, reason: str, now: datetime, pace: Pace = at_once
) -> Path:
    """Copy a database into ``folder/backups``, check the copy, and only then give it its name.

    Where nothing has changed since the newest backup, that one stands for it.

    Args:
        source: a connection with no transaction open.
        folder: the data folder.
        reason: goes into the name, such as 'before-migration'.
        now: goes into the name.
        pace: how fast.

    Returns:
        The backup's file.

    Raises:
        OSError: the folder cannot be written to.
        sqlite3.Error: the database cannot be copied, or the copy is not sound.
        BackupStopped: the pace said so.
    """
    backups = folder / FOLDER_NAME
    durable.make_folder(backups, mode=0o700)
    names = names_in(folder)
    target = backups / BackupName(next_number(names), now, reason).text()
    newest = next((backups / name for name in newest_first(names)), None)
    return _keep(source, target, pace, newest)


def copy_out(source: sqlite3.Connection, target: Path, pace: Pace = at_once) -> Path:
    """Copy a database to a file of any name that is not there yet, with its SHA-256 beside it.

    Returns:
        ``target``.

    Raises:
        FileExistsError: there is a file of that name; it stays.
        OSError, sqlite3.Error, BackupStopped: as ``back_up``.
    """
    if target.exists():
        raise FileExistsError(errno.EEXIST, "there is a file of that name already")
    return _keep(source, target, pace, None)


def backups_of(folder: Path) -> list[Path]:
    """Return the backups in a data folder, newest first, sound or not. Raises ``OSError``."""
    return [folder / FOLDER_NAME / name for name in newest_first(names_in(folder))]


def names_in(folder: Path) -> frozenset[str]:
    """Return the names of the files among the backups of a data folder. Raises ``OSError``."""
    backups = folder / FOLDER_NAME
    if not backups.is_dir():
        return frozenset()
    return frozenset(entry.name for entry in backups.iterdir())


def as_written(file: Path) -> bool | None:
    """Return whether a file still has the SHA-256 that lies beside it; ``None`` without one.

    Raises:
        OSError: the file cannot be read.
    """
    beside = _sum_file(file)
    if not beside.exists():
        return None
    told = beside.read_text(encoding="utf-8", errors="replace").split()
    return bool(told) and told[0] == digest_of(file)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal. Raises ``OSError``."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def clear_leftovers(folder: Path) -> None:
    """Take away what a kill left of backups; everything else stays. Raises ``OSError``."""
    names = names_in(folder)
    for name in names:
        if is_leftover(name, names):
            (folder / FOLDER_NAME / name).unlink(missing_ok=True)


def thin_out(folder: Path, proved: Path) -> None:
    """Delete the backups that need not be kept, now that there is a new proved one.

    Raises:
        OSError: one could not be deleted.
    """
    for name in superfluous(names_in(folder), proved.name):
        file = folder / FOLDER_NAME / name
        file.unlink(missing_ok=True)
        _sum_file(file).unlink(missing_ok=True)
        _log.info("backup %s is not needed any more", name)


def _keep(source: sqlite3.Connection, target: Path, pace: Pace, newest: Path | None) -> Path:
    part = target.with_name(target.name + PART_SUFFIX)
    try:
        copy_sound(source, part, pace)
        digest = durable.sync_file(part)
        if newest is not None and digest_of(newest) == digest and as_written(newest):
            return newest
        # The sum first: under its name, no backup is ever without it.
        durable.write_file(_sum_file(target), [f"{digest}  {target.name}\n".encode()])
        durable.replace(part, target)
    finally:
        for rest in _with_journals(part):
            rest.unlink(missing_ok=True)
        if not target.exists():
            _sum_file(target).unlink(missing_ok=True)
    durable.sync_folder(target.parent)
    if digest_of(target) != digest:
        target.unlink()
        _sum_file(target).unlink()
        raise BackupUnsound(f"{target.name} does not read back as it was written")
    return target


def copy_sound(source: sqlite3.Connection, part: Path, pace: Pace = at_once) -> None:
    """Copy a database to a file, over what is there, and check the copy; it is not synced yet.

    Raises:
        OSError, sqlite3.Error: as ``back_up``; what is left of the copy is the caller's.
        BackupStopped: the pace said so.
    """

    def step(_status: int, _remaining: int, _total: int) -> None:
        if not pace():
            raise BackupStopped

    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        # One moment of the source: a placement that is written meanwhile begins nothing anew.
        source.execute("BEGIN")
        try:
            source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            source.backup(copy, pages=_STEP_PAGES, progress=step)
        finally:
            source.execute("ROLLBACK")
        # A copy is one file: nobody who carries it away must know of journals.
        copy.execute("PRAGMA journal_mode = DELETE")
        _check(copy, pace)


def _check(copy: sqlite3.Connection, pace: Pace) -> None:
    copy.set_progress_handler(lambda: not pace(), _STEP_OPCODES)
    try:
        unsound = fault_in(copy)
    except sqlite3.OperationalError as fault:
        if fault.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise BackupStopped from fault
        raise
    if unsound is not None:
        raise BackupUnsound(unsound)


def _sum_file(file: Path) -> Path:
    return file.with_name(file.name + SUM_SUFFIX)


def _with_journals(file: Path) -> Iterator[Path]:
    for suffix in ("", "-journal", "-wal", "-shm"):
        yield file.with_name(file.name + suffix)
