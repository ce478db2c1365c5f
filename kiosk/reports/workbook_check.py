"""Reading a workbook back from the disk itself: how many rows each table has, and its sum."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader
from itertools import count
from pathlib import Path
from xml.parsers import expat

from kiosk.core.log_rows import LogCounts
from kiosk.reports.attempt_log import ATTEMPTS, PLACEMENTS, RESPONSES, TABLES
from kiosk.reports.reading import TableUnsound, opened

_CHUNK = 64 * 1024
_SHEET = "xl/worksheets/sheet{}.xml"
_SUMMED = frozenset(table.summed for table in TABLES if table.summed is not None)


def counts_in(file: Path, watch: Callable[[], None]) -> LogCounts:
    """Count what stands in the sheets of a workbook that ``SheetWriter`` wrote.

    Args:
        file: the workbook.
        watch: called every now and then; what it raises stops the reading.

    Raises:
        TableUnsound: it is not a workbook of the tables of an export, or damaged.
        OSError: it cannot be read.
    """
    found: dict[str, tuple[int, int]] = {}
    try:
        with opened(file) as raw, BufferedReader(raw) as stream, zipfile.ZipFile(stream) as book:
            for name, (rows, total) in _sheets(book, watch):
                before = found.get(name, (0, 0))
                found[name] = before[0] + rows, before[1] + total
    except (zipfile.BadZipFile, zlib.error, EOFError, expat.ExpatError, ValueError) as fault:
        raise TableUnsound(f"{file.name}: {fault}") from fault
    if set(found) != {table.file for table in TABLES}:
        raise TableUnsound(f"{file.name} has not the sheets of an export")
    return LogCounts(
        attempts=found[ATTEMPTS.file][0],
        placements=found[PLACEMENTS.file][0],
        responses=found[RESPONSES.file][0],
        active_ms=found[ATTEMPTS.file][1],
        placement_ms=found[PLACEMENTS.file][1],
    )


def _sheets(
    book: zipfile.ZipFile, watch: Callable[[], None]
) -> Iterator[tuple[str, tuple[int, int]]]:
    names = set(book.namelist())
    for number in count(1):
        name = _SHEET.format(number)
        if name not in names:
            return
        reader = _SheetReader()
        with book.open(name) as stream:
            while chunk := stream.read(_CHUNK):
                watch()
                reader.feed(chunk)
        yield reader.told()


class _SheetReader:
    """Hears the XML of one sheet: which table it is of, its rows, its sum in milliseconds."""

    def __init__(self) -> None:
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._rows = self._total = 0
        self._header: list[str] = []
        self._summed, self._scale = "", 1
        self._column = ""
        self._heard: list[str] | None = None

    def feed(self, chunk: bytes) -> None:
        """Hear the next bytes. Raises ``ExpatError``: they are no XML."""
        self._parser.Parse(chunk, False)  # noqa: FBT003 - it is not the last one

    def told(self) -> tuple[str, tuple[int, int]]:
        """Return the file of the table, and its rows and sum. Raises ``ValueError``: it is none."""
        self._parser.Parse(b"", True)  # noqa: FBT003 - it was the last one
        for table in TABLES:
            if table.header == tuple(self._header):
                return table.file, (self._rows - 1, self._total)
        raise ValueError("a sheet has a header that is not documented")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            self._rows += 1
        elif name == "c" and (
            self._rows == 1 or attributes["r"].rstrip("0123456789") == self._summed
        ):
            self._heard = []
            self._parser.CharacterDataHandler = self._heard.append
            self._column = attributes["r"].rstrip("0123456789")

    def _end(self, name: str) -> None:
        if name != "c" or self._heard is None:
            return
        text = "".join(self._heard)
        self._heard = self._parser.CharacterDataHandler = None
        if self._rows > 1:
            self._total += round(float(text) * self._scale)
            return
        self._header.append(text)
        if text in _SUMMED:
            # Seconds are summed as milliseconds: whole numbers add up without a rest.
            self._summed, self._scale = self._column, 1000 if text == "active_seconds" else 1
