"""Has the system refuse a process to change files under one folder, at moments we choose."""

from __future__ import annotations

import mmap
import os
import struct
import sys
from pathlib import Path

from shims import built

SOURCE = Path(__file__).with_name("refuser.c")
FOR_GOOD = sys.maxsize
_NUMBERS = struct.Struct("@5l")
_LONGEST_PATH = 4096


def build(folder: Path) -> Path:
    """Return the shim, built into a folder."""
    return built(SOURCE, folder, "dl")


class Refuser:
    """Counts the changes that processes under it ask for below a folder, and refuses some."""

    def __init__(self, shim: Path, file: Path, folder: Path) -> None:
        """Prepare for a folder that need not be there yet; orders go through ``file``."""
        name = os.fsencode(folder.resolve())
        file.write_bytes(bytes(_NUMBERS.size) + name.ljust(_LONGEST_PATH, b"\0"))
        self.environment = {"LD_PRELOAD": str(shim), "REFUSER_ORDERS": str(file)}
        with file.open("r+b") as stream:
            self._shared = mmap.mmap(stream.fileno(), 0)

    @property
    def calls(self) -> int:
        """How many changes were asked for."""
        return int(_NUMBERS.unpack_from(self._shared)[0])

    @property
    def refused(self) -> int:
        """How many of them were refused."""
        return int(_NUMBERS.unpack_from(self._shared)[1])

    def refuse(self, first: int, last: int, error: int) -> None:
        """Refuse from one change to another, counted from the beginning, with an ``errno``."""
        calls, refused, *_ = _NUMBERS.unpack_from(self._shared)
        _NUMBERS.pack_into(self._shared, 0, calls, refused, first, last, error)

    def relent(self) -> None:
        """Refuse nothing any more."""
        self.refuse(0, 0, 0)
