"""Whether what is kept is sound, and a copy of it for elsewhere; a kiosk may run meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk import paths
from kiosk.core.checkup import CheckupCancelled
from kiosk.core.ports import never
from kiosk.errors import (
    BackupFailed,
    DatabaseDamaged,
    DatabaseNewer,
    DataFolderUnusable,
    KioskError,
    NotSetUp,
    SourceRefused,
)
from kiosk.store import backup, quarantine, tallies
from kiosk.store.checksum import checksum_ok
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.migrate import check_ours, load_migrations
from kiosk.store.proof import proved, unsound_attempts

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_TOLD_EVERY = 100


def _to_nobody(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What an examination found in a database that SQLite calls sound.

    Attributes:
        attempts: how many there are.
        altered: how many of them are not as they were written.
        stray: how many of the sums for the pages of staff are not those of the attempts.
        backup: the newest backup, ``None`` where there is none.
        backup_fault: what is wrong with it, empty where it was proved again.
    """

    attempts: int
    altered: int
    stray: int
    backup: Path | None
    backup_fault: str


def examine(
    folder: Path, progress: Progress = _to_nobody, cancelled: Cancelled = never
) -> Findings:
    """Check a data folder's database, each attempt's checksum, the sums, the newest backup.

    Args:
        folder: the data folder; a kiosk may run on it.
        progress: hears how many attempts of how many were compared.
        cancelled: asked from time to time whether to stop.

    Raises:
        CheckupCancelled: it was to stop.
        NotSetUp: there is no database.
        DatabaseDamaged: it is not sound.
        DatabaseNewer, DatabaseForeign: it is not for this program.
        DataFolderUnusable: it cannot be read.
    """
    attempts, altered, stray = _database(folder, progress, cancelled)
    try:
        newest = next(iter(backup.backups_of(folder)), None)
        fault = "" if newest is None else _fault_of(newest)
    except OSError as refused:
        raise DataFolderUnusable(path=folder, detail=refused) from refused
    return Findings(attempts, altered, stray, newest, fault)


def mend_sums(folder: Path, now: datetime) -> None:
    """Count the sums for the pages of staff anew from the attempts; no kiosk may run.

    Raises:
        AlreadyRunning: a kiosk has the folder.
        KioskError: the database cannot be opened.
    """
    with closing(Database.open(folder, now)) as database:
        database.ask(tallies.count_anew).result()


def copy_out(folder: Path, out: Path) -> Path:
    """Copy a data folder's database into a proved file of any name that is not there yet.

    Raises:
        NotSetUp: there is no database.
        BackupFailed: the copy was not made; nothing half-made is left.
    """
    file = paths.database(folder)
    if not file.exists():
        raise NotSetUp(path=folder)
    if not out.parent.is_dir():
        raise BackupFailed(path=out, detail=f"there is no folder {out.parent}")
    try:
        with closing(open_reader(file)) as reader:
            return backup.copy_out(reader, out)
    except (OSError, sqlite3.Error) as fault:
        detail = fault.strerror if isinstance(fault, OSError) else fault
        raise BackupFailed(path=out, detail=detail) from fault


def _database(folder: Path, progress: Progress, cancelled: Cancelled) -> tuple[int, int, int]:
    file = paths.database(folder)
    if not file.exists():
        if quarantine.unfinished(folder) is not None:
            raise DatabaseDamaged(path=file, detail="a recovery of it was cut off")
        if backup.backups_of(folder):
            raise DatabaseDamaged(path=file, detail="it is gone, and its backups are not")
        raise NotSetUp(path=folder)
    try:
        with closing(open_reader(file)) as reader:
            reader.execute("BEGIN")
            check_ours(reader, file, load_migrations())
            return *_compared(reader, progress, cancelled), tallies.stray(reader)
    except sqlite3.OperationalError as fault:
        raise DataFolderUnusable(path=file, detail=fault) from fault
    except (sqlite3.DatabaseError, UnicodeDecodeError) as fault:
        raise DatabaseDamaged(path=file, detail=fault) from fault


def _compared(
    reader: sqlite3.Connection, progress: Progress, cancelled: Cancelled
) -> tuple[int, int]:
    keys = [key for (key,) in reader.execute("SELECT key FROM attempt")]
    altered = 0
    for done, key in enumerate(keys):
        if done % _TOLD_EVERY == 0:
            progress(done, len(keys))
            if cancelled():
                raise CheckupCancelled
        altered += not checksum_ok(reader, key)
    progress(len(keys), len(keys))
    return len(keys), altered


def _fault_of(file: Path) -> str:
    written = backup.as_written(file)
    if written is None:
        return "it has no SHA-256 beside it"
    if not written:
        return "it is not what its SHA-256 was taken of"
    try:
        with proved(file, load_migrations()) as reader:
            altered = len(unsound_attempts(reader))
    except (SourceRefused, DatabaseNewer) as fault:
        return _detail(fault)
    return f"{altered} attempts in it are not as they were written" if altered else ""


def _detail(fault: KioskError) -> str:
    return str(fault.values.get("detail", "a newer program made it"))
