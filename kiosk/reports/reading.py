"""Reading files back from the disk itself: rows, sum, bytes and hash in one pass."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kiosk.reports.csv_rules import BOM
from kiosk.reports.manifest import FileProof

_LONGEST_CELL = 64 * 1024 * 1024
_BATCH = 250
_BUFFER_BYTES = 256 * 1024


class TableUnsound(ValueError):
    """A file is not the table that it should be."""


class _Hashing(io.RawIOBase):
    """Hands a file's bytes on and keeps their hash and number."""

    def __init__(self, raw: io.FileIO) -> None:
        self._raw = raw
        self.digest = hashlib.sha256()
        self.bytes = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - what io hands over has no type
        """Read into ``buffer``, count and digest. Returns how many bytes; raises ``OSError``."""
        count = self._raw.readinto(buffer)
        self.digest.update(memoryview(buffer)[:count])
        self.bytes += count
        return count


def read_file(file: Path) -> bytes:
    """Return what the disk has of a file.

    Raises:
        OSError: it cannot be read.
    """
    with opened(file) as raw:
        return raw.readall()


def digest_of(file: Path) -> tuple[int, str]:
    """Return bytes and SHA-256 of what the disk has of a file. Raises ``OSError``."""
    with opened(file) as raw:
        digest = hashlib.file_digest(raw, "sha256").hexdigest()
        return raw.tell(), digest


def read_table(
    file: Path, header: tuple[str, ...], summed: str | None, watch: Callable[[], None]
) -> FileProof:
    """Read a table and count what stands in it.

    Args:
        file: the table.
        header: the names that its columns should have.
        summed: the column to sum up, if any.
        watch: called every now and then; what it raises stops the reading.

    Raises:
        TableUnsound: header, width, encoding or a summed number are not the table's.
        OSError: it cannot be read.
    """
    with opened(file) as raw:
        hashing = _Hashing(raw)
        try:
            batches = _batches(_as_text(io.BufferedReader(hashing, _BUFFER_BYTES)), header, watch)
            rows, total = _count(batches, header, summed)
        except (csv.Error, ValueError, OverflowError) as fault:
            raise TableUnsound(f"{file.name}: {fault}") from fault
    return FileProof(hashing.bytes, hashing.digest.hexdigest(), rows, total)


def records(file: Path, header: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the records of a table that was proved before, as text.

    Raises:
        ValueError, csv.Error: it is not that table any more.
        OSError: it cannot be read.
    """
    with file.open("rb") as stream, _as_text(stream) as text:
        for batch in _batches(text, header, _go_on):
            yield from batch


def _go_on() -> None:
    pass


def opened(file: Path) -> io.FileIO:
    """Open a file to read what the disk has of it. Raises ``OSError``."""
    raw = file.open("rb", buffering=0)
    if sys.platform == "linux":
        # What memory holds was never in doubt: a stick that lies shows in what it has itself.
        with contextlib.suppress(OSError):
            os.posix_fadvise(raw.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return raw


@contextlib.contextmanager
def _wide_cells() -> Iterator[None]:
    previous = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(previous)


def _as_text(stream: io.BufferedReader) -> io.TextIOWrapper:
    return io.TextIOWrapper(stream, "utf-8", newline="")


def _batches(
    text: io.TextIOWrapper, header: tuple[str, ...], watch: Callable[[], None]
) -> Iterator[list[list[str]]]:
    if text.read(1).encode() != BOM:
        raise ValueError("no byte order mark")
    reader = csv.reader(text, strict=True)
    if tuple(next(reader, ())) != header:
        raise ValueError("the header is not the one that is documented")
    while batch := _batch(reader):
        watch()
        yield batch


def _batch(reader: Iterator[list[str]]) -> list[list[str]]:
    # The limit is one for the whole process, and several tables may be read in turns.
    with _wide_cells():
        return list(islice(reader, _BATCH))


def _count(
    batches: Iterator[list[list[str]]], header: tuple[str, ...], summed: str | None
) -> tuple[int, int | None]:
    if summed is not None and summed not in header:
        raise ValueError(f"there is no column {summed}")
    at = None if summed is None else header.index(summed)
    # Seconds are summed as milliseconds: whole numbers add up without a rest.
    scale = 1000 if summed == "active_seconds" else 1
    rows = total = 0
    for batch in batches:
        for row, record in enumerate(batch, start=rows + 1):
            if len(record) != len(header):
                raise ValueError(f"row {row} has {len(record)} cells, not {len(header)}")
        if at is not None:
            total += sum([round(float(record[at]) * scale) for record in batch])
        rows += len(batch)
    return rows, None if at is None else total
