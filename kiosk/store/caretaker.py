"""Stands behind the writer: vouches for what it wrote, and helps where the disk refuses."""

from __future__ import annotations

import logging
import sqlite3
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk import durable, paths
from kiosk.core.health import DiskFault, Health
from kiosk.errors import KioskError
from kiosk.store import put_back
from kiosk.store.ballast import Ballast, free_bytes
from kiosk.store.lock import InstanceLock
from kiosk.store.standing import Identity, NotInPlace, OpenFile, Standing, identity

_FAULTS = {
    sqlite3.SQLITE_FULL: DiskFault.FULL,
    sqlite3.SQLITE_READONLY: DiskFault.READ_ONLY,
    sqlite3.SQLITE_BUSY: DiskFault.IN_USE,
    sqlite3.SQLITE_LOCKED: DiskFault.IN_USE,
    sqlite3.SQLITE_PROTOCOL: DiskFault.IN_USE,
}
# An exhausted quota comes as an error of the disk, not as a full one.
_SPACE_MAY_HELP = (DiskFault.FULL, DiskFault.FAILING)
_log = logging.getLogger(__name__)


class Caretaker:
    """One data folder's: its lock, its ballast, and which file is open in it.

    The writer's thread calls ``vouch`` and ``relieve``; ``health`` and ``file``
    may be asked for on any.
    """

    def __init__(self, folder: Path, lock: InstanceLock) -> None:
        self._folder = folder
        self._lock = lock
        self._ballast = Ballast(folder)
        self._ballast_wanted = False
        self._held_up_at: float | None = None
        self._last_fault: DiskFault | None = None
        self._placed: Identity | None = None
        self._rescued = False
        self._told = ""
        self._path = paths.database(folder)
        self.file = OpenFile(self._path)

    def vouch(self, connection: sqlite3.Connection) -> None:
        """See that what was just committed stands at its path.

        Raises:
            NotInPlace: it does not; nobody may be told that it is saved.
        """
        standing = self.file.standing()
        if standing is Standing.JOURNAL_GONE and _folded(connection):
            standing = Standing.HERE
        if standing is not Standing.HERE:
            raise NotInPlace(standing)
        self._held_up_at = None

    def relieve(
        self, fault: BaseException, connection: sqlite3.Connection
    ) -> sqlite3.Connection | None:
        """Do what can be done about a fault of the disk.

        Returns:
            The connection to try again with at once; ``None`` if only time can help.
        """
        self._last_fault = _kind(fault)
        if self._held_up_at is None:
            self._held_up_at = time.monotonic()
        if isinstance(fault, NotInPlace):
            return self._put_back(fault.standing, connection)
        space_may_help = isinstance(fault, sqlite3.Error) and self._last_fault in _SPACE_MAY_HELP
        if space_may_help and self._ballast.give_up():
            return connection
        return None

    def lay_ballast(self, _connection: sqlite3.Connection) -> bool:
        """Keep space back from now on, where there is room. Returns whether it is there."""
        self._ballast_wanted = True
        return self._ballast.lay()

    def lay_ballast_again(self, _connection: sqlite3.Connection) -> None:
        """Take back the space that was given up, where there is room again."""
        if self._ballast_wanted and self._held_up_at is None:
            self._ballast.lay()

    def health(self) -> Health:
        """Return how the disk does now."""
        held_up_at, since = self._held_up_at, None
        if held_up_at is not None:
            since = datetime.now(UTC) - timedelta(seconds=time.monotonic() - held_up_at)
        free = free_bytes(self._folder)
        return Health(free, self._ballast.there(), since, self._last_fault)

    def close(self) -> None:
        """Free the lock. Only once every connection is closed."""
        self.file.close()
        self._lock.free()

    def _put_back(
        self, standing: Standing, connection: sqlite3.Connection
    ) -> sqlite3.Connection | None:
        try:
            if standing is Standing.GONE and self.file.may_be_made_anew():
                durable.make_folder(self._folder, mode=0o700)
                self._lock_again()
                self._placed = put_back.write_anew(connection, self._folder)
            if self._placed is not None and self._placed == identity(self._path):
                return self._taken_over(connection)
            if standing is Standing.REPLACED and self.file.deleted() and not self._rescued:
                kept = put_back.keep_beside(connection, self._folder)
                _log.error("another database stands at the path; ours is kept as %s", kept)
                self._rescued = True
        except (KioskError, OSError, sqlite3.Error) as fault:
            if str(fault) != self._told:
                _log.warning("not put back yet: %s", fault)
                self._told = str(fault)
        return None

    def _taken_over(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        anew = put_back.open_anew(self._folder)
        try:
            file = OpenFile(self._path)
        except OSError:
            anew.close()
            raise
        connection.close()
        self.file.close()
        self.file = file
        self._placed = None
        _log.error("the database was gone; all of it is written anew to %s", self._path)
        return anew

    def _lock_again(self) -> None:
        if self._lock.in_place():
            return
        lock = InstanceLock(self._folder)
        lock.take()
        self._lock.free()
        self._lock = lock


def _kind(fault: BaseException) -> DiskFault:
    if isinstance(fault, NotInPlace):
        return DiskFault.GONE if fault.standing is Standing.GONE else DiskFault.REPLACED
    return _FAULTS.get(getattr(fault, "sqlite_errorcode", 0) & 0xFF, DiskFault.FAILING)


def _folded(connection: sqlite3.Connection) -> bool:
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
