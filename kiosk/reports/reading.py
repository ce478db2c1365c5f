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

from kiosk.reports.csv_rules import BOM, line
from kiosk.reports.manifest import FileProof
from kiosk.reports.tallying import tally, whole_records

_LONGEST_CELL = 64 * 1024 * 1024
_BATCH = 250
_PIECE_BYTES = 64 * 1024


class TableUnsound(ValueError):
    """A file is not the table that it should be."""


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
        try:
            return _counted(raw, header, summed, watch)
        except (ValueError, OverflowError) as fault:
            raise TableUnsound(f"{file.name}: {fault}") from fault


def _counted(
    raw: io.FileIO, header: tuple[str, ...], summed: str | None, watch: Callable[[], None]
) -> FileProof:
    if summed is not None and summed not in header:
        raise ValueError(f"there is no column {summed}")
    at = None if summed is None else header.index(summed)
    # Seconds are summed as milliseconds.
    scale = 1000 if summed == "active_seconds" else 1
    begun = raw.read(len(beginning := BOM + line(header).encode()))
    if begun != beginning:
        raise ValueError(_what_else(begun))
    digest, size, rows, total = hashlib.sha256(begun), len(begun), 0, 0
    rest = b""  # what is read, and belongs to a record that is not read to its end
    while piece := raw.read(_PIECE_BYTES):
        watch()
        digest.update(piece)
        size += len(piece)
        rest += piece
        whole = whole_records(rest)
        found = tally(rest[:whole], len(header), at, scale)
        rows, total, rest = rows + found.rows, total + found.total, rest[whole:]
    if rest:
        raise ValueError("it ends in the middle of a record")
    return FileProof(size, digest.hexdigest(), rows, None if at is None else total)


def _what_else(begun: bytes) -> str:
    if not begun.startswith(BOM):
        return "no byte order mark"
    return "the header is not the one that is documented"


def records(file: Path, header: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the records of a table that was proved before, as text.

    Raises:
        ValueError, csv.Error: it is not that table any more.
        OSError: it cannot be read.
    """
    with file.open("rb") as stream, _as_text(stream) as text:
        for batch in _batches(text, header):
            yield from batch


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


def _batches(text: io.TextIOWrapper, header: tuple[str, ...]) -> Iterator[list[list[str]]]:
    if text.read(1).encode() != BOM:
        raise ValueError("no byte order mark")
    reader = csv.reader(text, strict=True)
    if tuple(next(reader, ())) != header:
        raise ValueError("the header is not the one that is documented")
    while batch := _batch(reader):
        yield batch


def _batch(reader: Iterator[list[str]]) -> list[list[str]]:
    # The limit is one for the whole process, and several tables may be read in turns.
    with _wide_cells():
        return list(islice(reader, _BATCH))
