"""One kiosk a data folder: a lock that the system frees when its process is gone, however it went.

The package filelock does the same; it brings asyncio along, which would cost
every start some thirty milliseconds.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import IO

from kiosk.errors import AlreadyRunning, DataFolderUnusable

LOCK_NAME = "kiosk.lock"
_HELD = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)


class InstanceLock:
    """Held from ``take`` to ``free``. The file stays; only the lock on it counts."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / LOCK_NAME
        self._file: IO[bytes] | None = None

    def take(self) -> None:
        """Take the lock at once or not at all.

        Raises:
            AlreadyRunning: another process has it.
            DataFolderUnusable: the lock file cannot be opened, or the disk knows no locks.
        """
        try:
            file = self._path.open("ab")
        except OSError as fault:
            raise DataFolderUnusable(path=self._folder, detail=fault.strerror) from fault
        try:
            _lock(file)
        except OSError as fault:
            file.close()
            if fault.errno not in _HELD:
                raise DataFolderUnusable(path=self._folder, detail=fault.strerror) from fault
            raise AlreadyRunning(path=self._folder) from fault
        self._file = file

    def in_place(self) -> bool:
        """Return whether the lock that is held is on the file that others would try."""
        if self._file is None:
            return False
        try:
            return os.path.samestat(os.fstat(self._file.fileno()), self._path.stat())
        except OSError:
            return False

    def free(self) -> None:
        """Give the lock back; nothing happens where it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
