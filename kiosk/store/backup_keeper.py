"""Makes backups while learners work, on a thread of its own."""

from __future__ import annotations

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from kiosk import paths
from kiosk.core.ports import Clock
from kiosk.store.backup import BackupStopped, Pace, back_up, clear_leftovers, thin_out
from kiosk.store.connection import open_reader

EVERY_SECONDS = 30 * 60.0
AGAIN_SECONDS = 5 * 60.0
_BETWEEN_STEPS_SECONDS = 0.005
_log = logging.getLogger(__name__)
_Stand = tuple[tuple[int, int] | None, ...]


class BackupKeeper:
    """Backs a database up at the start and from time to time, where it has changed.

    It reads beside the writer and never holds it up. What fails is logged and
    tried again. The data folder must be held by this process.
    """

    def __init__(
        self, folder: Path, clock: Clock, every: float = EVERY_SECONDS, again: float = AGAIN_SECONDS
    ) -> None:
        """Plan backups of a data folder ``every`` so many seconds, ``again`` after a failed one."""
        self._folder = folder
        self._file = paths.database(folder)
        self._clock = clock
        self._every = every
        self._again = again
        self._stopping = threading.Event()
        self._at_work = threading.Lock()
        self._thread: threading.Thread | None = None
        self._backed_up: _Stand | None = None
        self._told = ""

    def start(self) -> None:
        """Begin, with a backup at once. May be called again after ``stop``."""
        self._stopping.clear()
        self._thread = threading.Thread(target=self._work, name="backups", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Break off a backup that is being made, and make no more."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def make(self, reader: sqlite3.Connection, reason: str, pace: Pace) -> Path:
        """Make a backup in between, on the caller's thread. Returns it.

        Args:
            reader: a connection of the caller's to the database.
            reason: goes into its name.
            pace: how fast; may stop it.

        Raises:
            OSError, sqlite3.Error, BackupStopped: as ``back_up``.
        """
        with self._at_work:
            return back_up(reader, self._folder, reason, self._clock.now(), pace)

    def _work(self) -> None:
        while True:
            pause = self._every if self._tried() else self._again
            if self._stopping.wait(pause):
                return

    def _tried(self) -> bool:
        try:
            self._back_up_if_changed()
        except BackupStopped:
            return True
        except Exception as fault:
            if str(fault) != self._told:
                # Once, not at each try: a night of them would push all else out of the log.
                _log.warning("no backup was made; it will be tried again", exc_info=True)
                self._told = str(fault)
            return False
        self._told = ""
        return True

    def _back_up_if_changed(self) -> None:
        stand = self._stand()
        if stand == self._backed_up:
            return
        with self._at_work, closing(open_reader(self._file)) as reader:
            clear_leftovers(self._folder)
            made = back_up(reader, self._folder, "regular", self._clock.now(), self._go_on)
        thin_out(self._folder, made)
        self._backed_up = stand

    def _go_on(self) -> bool:
        return not self._stopping.wait(_BETWEEN_STEPS_SECONDS)

    def _stand(self) -> _Stand:
        return tuple(
            _stat(self._file.with_name(self._file.name + suffix)) for suffix in ("", "-wal")
        )


def _stat(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
