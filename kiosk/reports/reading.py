"""Reading an exported table back: rows, sum, bytes and hash in one pass."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kiosk.reports.attempt_log import Table
from kiosk.reports.csv_rules import BOM
from kiosk.reports.manifest import FileProof

_LONGEST_CELL = 64 * 1024 * 1024


class TableUnsound(ValueError):
    """A file is not the table that it should be."""


class _Hashing(io.RawIOBase):
    """Hands a file's bytes on and keeps their hash and number."""

    def __init__(self, raw: io.BufferedReader) -> None:
        self._raw = raw
        self.digest = hashlib.sha256()
        self.bytes = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - what io hands over has no type
        count = self._raw.readinto(buffer)
        self.digest.update(memoryview(buffer)[:count])
        self.bytes += count
        return count


def read_back(folder: Path, table: Table[Any]) -> FileProof:
    """Read a table from the disk and count what stands in it.

    Raises:
        TableUnsound: header, width, encoding or a summed number are not the table's.
        OSError: it cannot be read.
    """
    with (folder / table.file).open("rb") as raw:
        hashing = _Hashing(raw)
        try:
            rows, total = _count(io.BufferedReader(hashing), table)
        except (csv.Error, ValueError, OverflowError) as fault:
            raise TableUnsound(f"{table.file}: {fault}") from fault
    return FileProof(hashing.bytes, hashing.digest.hexdigest(), rows, total)


def _count(stream: io.BufferedReader, table: Table[Any]) -> tuple[int, int | None]:
    if stream.read(len(BOM)) != BOM:
        raise ValueError("no byte order mark")
    previous = csv.field_size_limit(_LONGEST_CELL)
    try:
        records = csv.reader(io.TextIOWrapper(stream, "utf-8", newline=""), strict=True)
        if tuple(next(records, ())) != table.header:
            raise ValueError("the header is not the one that is documented")
        return _sum(records, table)
    finally:
        csv.field_size_limit(previous)


def _sum(records: Iterator[list[str]], table: Table[Any]) -> tuple[int, int | None]:
    width = len(table.columns)
    at = table.header.index(table.summed) if table.summed else None
    # Seconds are summed as milliseconds: whole numbers add up without a rest.
    scale = 1000 if table.summed == "active_seconds" else 1
    rows = total = 0
    for record in records:
        rows += 1
        if len(record) != width:
            raise ValueError(f"row {rows} has {len(record)} cells, not {width}")
        if at is not None:
            total += round(float(record[at]) * scale)
    return rows, None if at is None else total
