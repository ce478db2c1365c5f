"""Looking for what must be gone in the bytes of files, whatever their form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import closing
from pathlib import Path

from kiosk.store.connection import open_reader

_CHUNK_BYTES = 1 << 20
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
# The end of a UUID: with a character of its own in front, it is looked for at the disk's speed.
_ID_TAIL = re.compile(rb"-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_ID_HEAD_BYTES = 13
_ID_BYTES = 36


class Traces:
    """What a purge must leave no byte of: a code, and the ids of rows."""

    def __init__(self, code: str | None, ids: Collection[str]) -> None:
        self._needles = () if code is None else tuple(code.encode(name) for name in _ENCODINGS)
        self._ids = frozenset(each.encode() for each in ids)

    def in_file(self, file: Path) -> bool:
        """Return whether the code or an id stands anywhere in a file. Raises ``OSError``."""
        return self._count(file) > 0 or self._has_id(file)

    def in_database(self, file: Path) -> bool:
        """Return whether a database that was vacuumed holds more than its rows account for.

        A short code can come together by chance, or stand in a setting as an example. So what
        is found is compared with a copy that was made from the living rows alone.

        Raises:
            OSError: a file cannot be read.
            sqlite3.Error: the copy cannot be made.
        """
        if self._has_id(file):
            return True
        found = self._count(file)
        return found > 0 and found > self._count_in_rows(file)

    def _count_in_rows(self, file: Path) -> int:
        copy = file.with_name(f"{file.name}.rows.part")
        copy.unlink(missing_ok=True)
        try:
            with closing(open_reader(file)) as reader:
                reader.execute("VACUUM INTO ?", (str(copy),))
            return self._count(copy)
        finally:
            copy.unlink(missing_ok=True)

    def _count(self, file: Path) -> int:
        overlap = max(map(len, self._needles), default=1) - 1
        total = 0
        for data, known in _windows(file, overlap):
            for needle in self._needles:
                # What lies in the overlap alone was counted with the window before.
                start = max(0, known - len(needle) + 1)
                total += data.count(needle, start)
        return total

    def _has_id(self, file: Path) -> bool:
        if not self._ids:
            return False
        for data, _ in _windows(file, _ID_BYTES):
            for match in _ID_TAIL.finditer(data):
                start = match.start() - _ID_HEAD_BYTES
                if start >= 0 and data[start : match.end()] in self._ids:
                    return True
        return False


def _windows(file: Path, overlap: int) -> Iterator[tuple[bytes, int]]:
    tail = b""
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            yield tail + chunk, len(tail)
            tail = (tail + chunk)[-overlap:] if overlap else b""
