"""Backups for staff: which there are, one more now, a copy to carry away, a look into one."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.core.backups import BackupRow, Preview, Proof
from kiosk.core.ports import Clock
from kiosk.errors import BackupFailed
from kiosk.store import backup, restore
from kiosk.store.backup_keeper import BackupKeeper
from kiosk.store.backup_names import parsed
from kiosk.store.connection import open_reader, pragma
from kiosk.store.database import Database
from kiosk.store.record import read_kiosk

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_STEP_PAGES = 128
_BY_STAFF = "by-staff"
_PLAIN = re.compile(r"[^A-Za-z0-9-]+")


class SqliteBackups:
    """The port ``Backups`` on an open database. For any thread but that of the screen."""

    def __init__(self, database: Database, keeper: BackupKeeper, clock: Clock) -> None:
        self._database = database
        self._folder = database.file.parent
        self._keeper = keeper
        self._clock = clock

    def rows(self) -> tuple[BackupRow, ...]:
        """Return the backups of the data folder, newest first, each read and compared.

        Raises:
            BackupFailed: the folder cannot be read.
        """
        with self._faults(self._folder / backup.FOLDER_NAME):
            files = backup.backups_of(self._folder)
        return tuple(row for row in map(_row, files) if row is not None)

    def make(self, progress: Progress, cancelled: Cancelled) -> Path | None:
        """Make a backup now; the newest one stands for it where nothing has changed since.

        Returns:
            Its file; ``None`` where it was cancelled.

        Raises:
            BackupFailed: it was not made.
        """
        with self._faults(self._folder / backup.FOLDER_NAME), self._reader() as reader:
            pace = _Pace(reader, progress, cancelled)
            return _unless_stopped(lambda: self._keeper.make(reader, _BY_STAFF, pace))

    def copy_to(self, folder: Path, progress: Progress, cancelled: Cancelled) -> Path | None:
        """Copy the database into a folder, such as a stick's, and prove the copy.

        Returns:
            The copy, with its SHA-256 beside it; ``None`` where it was cancelled.

        Raises:
            BackupFailed: there is no such folder, or the copy was not made.
        """
        if not folder.is_dir():
            raise BackupFailed(path=folder, detail="there is no such folder")
        with self._faults(folder), self._reader() as reader:
            target = folder / self._name(reader)
            pace = _Pace(reader, progress, cancelled)
            return _unless_stopped(lambda: backup.copy_out(reader, target, pace))

    def preview(self, file: Path) -> Preview:
        """Say what a file would bring back, having checked all of it; nothing is changed.

        Raises as ``restore.preview``.
        """
        return restore.preview(file, self._folder)

    def _name(self, reader: sqlite3.Connection) -> str:
        kiosk = read_kiosk(reader)
        words = (kiosk.site, kiosk.name) if kiosk is not None else ()
        plain = [_PLAIN.sub("-", word).strip("-") or "x" for word in words]
        return "_".join(["mentor-kiosk", *plain, f"{self._clock.now():%Y%m%dT%H%M%SZ}"]) + ".db"

    @contextmanager
    def _reader(self) -> Iterator[sqlite3.Connection]:
        with closing(open_reader(self._database.file)) as reader:
            yield reader

    @contextmanager
    def _faults(self, place: Path) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as fault:
            detail = fault.strerror if isinstance(fault, OSError) else fault
            raise BackupFailed(path=place, detail=detail) from fault


class _Pace:
    """Tells how far a copy is each time it is asked whether to go on."""

    def __init__(
        self, reader: sqlite3.Connection, progress: Progress, cancelled: Cancelled
    ) -> None:
        self._steps = max(1, pragma(reader, "page_count") // _STEP_PAGES)
        self._taken = 0
        self._progress = progress
        self._cancelled = cancelled

    def __call__(self) -> bool:
        self._taken = min(self._taken + 1, self._steps)
        self._progress(self._taken, self._steps)
        return not self._cancelled()


def _unless_stopped(make: Callable[[], Path]) -> Path | None:
    try:
        return make()
    except backup.BackupStopped:
        return None


def _row(file: Path) -> BackupRow | None:
    name = parsed(file.name)
    if name is None:
        return None
    proofs = {True: Proof.AS_WRITTEN, False: Proof.ALTERED, None: Proof.NO_SUM}
    try:
        return BackupRow(
            file, name.made, name.reason, file.stat().st_size, proofs[backup.as_written(file)]
        )
    except OSError:
        return BackupRow(file, name.made, name.reason, 0, Proof.UNREADABLE)
