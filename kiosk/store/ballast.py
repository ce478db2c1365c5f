"""Space that is kept back, to be given up when the disk is full."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from kiosk import durable

NAME = "ballast"
SIZE = 5 * 1024 * 1024
SPARE = 20 * 1024 * 1024
"""Bytes that must stay free beside the ballast: it never takes the last space."""

_BLOCK = 512
_log = logging.getLogger(__name__)


def free_bytes(folder: Path) -> int | None:
    """Return what this user can still write on the disk of a folder; ``None`` if it cannot tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


class Ballast:
    """A file of real blocks in the data folder; a visit ends well on what it gives back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / NAME

    def there(self) -> bool:
        """Return whether the space is taken."""
        try:
            return self._file.stat().st_size >= SIZE
        except OSError:
            return False

    def lay(self) -> bool:
        """Take the space where there is room for it and more. Returns whether it is there."""
        if self.there():
            return True
        free = free_bytes(self._folder)
        if free is None or free < SIZE + SPARE:
            return False
        try:
            _fill(self._file)
        except OSError as fault:
            _log.warning("no ballast: %s", fault)
            self.give_up()
            return False
        return True

    def give_up(self) -> bool:
        """Give the space back. Returns whether there was any."""
        try:
            self._file.unlink()
            durable.sync_folder(self._folder)
        except OSError:
            return False
        _log.warning("the ballast is given up")
        return True


def _fill(file: Path) -> None:
    with file.open("wb") as stream:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(stream.fileno(), 0, SIZE)
        if not _takes_blocks(stream.fileno()):
            # Bytes that no disk can press together or leave out.
            stream.write(os.urandom(SIZE))
            stream.flush()
        os.fsync(stream.fileno())


def _takes_blocks(handle: int) -> bool:
    return getattr(os.fstat(handle), "st_blocks", 0) * _BLOCK >= SIZE
