"""The database of a data folder, from its opening to its close."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kiosk import durable, paths
from kiosk.core.health import Health
from kiosk.core.ports import SaveState
from kiosk.errors import DatabaseDamaged, DataFolderUnusable, KioskError
from kiosk.store import backup, recovery, visits
from kiosk.store.caretaker import Caretaker
from kiosk.store.connection import open_reader, open_writer
from kiosk.store.lock import InstanceLock
from kiosk.store.migrate import Migration, check_ours, load_migrations, migrate
from kiosk.store.writer import Job, Writer

T = TypeVar("T")
CLOSE_PATIENCE_SECONDS = 5.0
_SMALLEST_PAGE = 512
_WRITE_VERSION_AT = 18
_NEWEST_WRITE_VERSION = 2
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_log = logging.getLogger(__name__)


class Database:
    """One open database: a writer, a reader for the screen's thread, and the instance lock."""

    def __init__(self, file: Path, lock: InstanceLock, connection: sqlite3.Connection) -> None:
        self.file = file
        self._caretaker = Caretaker(file.parent, lock)
        self._writer = Writer(connection, self._caretaker)
        self._read_of = self._caretaker.file
        self._reader = open_reader(file)
        self._writer.start()

    @classmethod
    def open(
        cls,
        folder: Path,
        now: datetime,
        steps: Sequence[Migration] | None = None,
        *,
        looked_through: bool = False,
    ) -> Database:
        """Open the database of a data folder; make both where there are none.

        Visits that a kill or a power cut left open are ended as interrupted. A damaged
        database is put aside and recovered; ``recovery.unread`` tells what came of it.

        Args:
            folder: the data folder.
            now: names the backup before a migration, and what is put aside.
            steps: the schema's history; the program's own by default.
            looked_through: this process has just seen its pages to be sound.

        Raises:
            AlreadyRunning: another process has the folder.
            DataFolderUnusable: the folder or a file in it cannot be used.
            DatabaseNewer: a newer program made it; untouched.
            DatabaseForeign: another program made it; untouched.
        """
        _make_folder(folder)
        lock = InstanceLock(folder)
        lock.take()
        try:
            known = load_migrations() if steps is None else steps
            connection = open_sound(folder, known, now, looked_through=looked_through)
            return cls(paths.database(folder), lock, connection)
        except BaseException as fault:
            lock.free()
            if isinstance(fault, KioskError) or not isinstance(fault, sqlite3.Error | OSError):
                raise
            raise DataFolderUnusable(path=folder, detail=fault) from fault

    def ask(self, job: Job[T]) -> Future[T]:
        """Have something written, in its turn. Raises ``WriterClosed``."""
        return self._writer.ask(job)

    def ask_checkpoint(self) -> Future[None]:
        """Have the journal folded into the main file. Raises ``WriterClosed``."""
        self._writer.ask(self._caretaker.lay_ballast_again)
        return self._writer.ask_checkpoint()

    def ask_once(self, job: Job[T]) -> Future[T]:
        """Have a job done that keeps its own transactions; see ``Writer.ask_once``."""
        return self._writer.ask_once(job)

    def lay_ballast(self) -> Future[bool]:
        """Have space kept back for a full disk, as long as there is room. Raises ``WriterClosed``.

        The future says whether it is there.
        """
        return self._writer.ask(self._caretaker.lay_ballast)

    def health(self) -> Health:
        """Return how the disk does now. For any thread."""
        return self._caretaker.health()

    def read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """Answer a question at once. For the thread that opened the database."""
        if self._read_of is not self._caretaker.file:
            anew = open_reader(self.file)
            self._reader.close()
            self._reader, self._read_of = anew, self._caretaker.file
        return question(self._reader)

    def watch(self, listener: Callable[[SaveState], None]) -> None:
        """Call ``listener`` at each change of the writer's state."""
        self._writer.watch(listener)

    def close(self) -> bool:
        """Write what is queued, fold the journal in, free the lock.

        Returns:
            Whether all was written.
        """
        complete = self._writer.close(CLOSE_PATIENCE_SECONDS)
        self._reader.close()
        # Closing the last connection folds the journal in; a copied file is whole.
        self._writer.connection.close()
        self._caretaker.close()
        return complete


def _make_folder(folder: Path) -> None:
    try:
        durable.make_folder(folder, mode=0o700)
    except OSError as fault:
        raise DataFolderUnusable(path=folder, detail=fault.strerror) from fault
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        raise DataFolderUnusable(path=folder, detail="no right to write there")


def open_sound(
    folder: Path, steps: Sequence[Migration], now: datetime, *, looked_through: bool = False
) -> sqlite3.Connection:
    """Open the writing connection to a database of the newest schema, recovered if need be.

    All pages are read first, unless this process has just ``looked_through`` them.

    The data folder must be held by this process.

    Raises:
        DatabaseNewer, DatabaseForeign: it is not for this program; untouched.
        OSError, sqlite3.Error: the disk refuses.
    """
    recovery.resume(folder, steps, now)
    try:
        return _prepared(folder, steps, now, looked_through=looked_through)
    except DatabaseDamaged as fault:
        _log.error("%s", fault)
    recovery.recover(folder, steps, now)
    return _prepared(folder, steps, now)


def _prepared(
    folder: Path, steps: Sequence[Migration], now: datetime, *, looked_through: bool = False
) -> sqlite3.Connection:
    file = paths.database(folder)
    _look_before_touching(file, steps, looked_through=looked_through)
    connection = open_writer(file)
    try:
        migrate(connection, folder, steps, now)
        visits.end_interrupted(connection)
    except sqlite3.DatabaseError as fault:
        connection.close()
        if getattr(fault, "sqlite_errorcode", 0) & 0xFF in _DAMAGE:
            raise DatabaseDamaged(path=file, detail=fault) from fault
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_remains(file: Path) -> None:
    # SQLite deletes the journal of an empty file, and fills up one that is cut short.
    journal = file.with_name(f"{file.name}-wal")
    journaled = journal.exists() and journal.stat().st_size > 0
    size = file.stat().st_size if file.is_file() else 0
    if journaled and not size:
        raise DatabaseDamaged(path=file, detail="it is empty or gone, and its journal is not")
    if not size and backup.backups_of(file.parent):
        raise DatabaseDamaged(path=file, detail="it is empty or gone, and its backups are not")
    if not journaled and size % _SMALLEST_PAGE:
        raise DatabaseDamaged(path=file, detail="it is cut short")
    if size and _write_version(file) > _NEWEST_WRITE_VERSION:
        raise DatabaseDamaged(path=file, detail="its header is not one of SQLite 3")


def _write_version(file: Path) -> int:
    # SQLite would take the file for one without the right to write.
    with file.open("rb") as stream:
        return stream.read(_WRITE_VERSION_AT + 1)[-1]


def _look_before_touching(file: Path, steps: Sequence[Migration], *, looked_through: bool) -> None:
    # Read-only, so that a file that is refused stays as it is, byte for byte.
    try:
        _take_back_half_done(file)
        _refuse_remains(file)
        if not file.exists():
            return
        reader = open_reader(file)
        try:
            check_ours(reader, file, steps, looked_through=looked_through)
        finally:
            reader.close()
    except sqlite3.OperationalError as fault:
        raise DataFolderUnusable(path=file, detail=fault) from fault
    except sqlite3.DatabaseError as fault:
        raise DatabaseDamaged(path=file, detail=fault) from fault


def _take_back_half_done(file: Path) -> None:
    # A start cut off while it turned the journal to WAL: only a connection that writes mends it,
    # and until then the file may be cut short or have no header.
    begun = file.is_file() and file.stat().st_size > 0
    if not begun or not file.with_name(f"{file.name}-journal").exists():
        return
    connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    finally:
        connection.close()
