"""Rows as the records of a text file, many at a time.

The long tables are put together by the database where it can. Such a record is right as it
stands if nothing in it needs a quotation mark or an apostrophe; where that cannot be seen at a
glance, the rest of the table is told cell by cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeVar

from kiosk.core.log_ports import ReportedLog, ToldRows
from kiosk.core.log_rows import ResponseRow
from kiosk.reports.attempt_log import ATTEMPTS, PLACEMENTS, RESPONSES
from kiosk.reports.csv_rules import line, text_cell
from kiosk.reports.table import Table
from kiosk.reports.tallying import are_records

_BATCH = 2_000
_PLAIN = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-."
Row = TypeVar("Row")


class Records(NamedTuple):
    """So many records of a table, as bytes of its file."""

    rows: int
    text: bytes


def attempt_records(log: ReportedLog) -> Iterator[Records]:
    """Yield the attempts of a log."""
    return _by_cells(ATTEMPTS, log.attempts())


def placement_records(log: ReportedLog) -> Iterator[Records]:
    """Yield the placements of a log."""
    done = 0
    for rows, told in log.told_placements() if isinstance(log, ToldRows) else ():
        text = told.encode()
        if not is_plain(text, rows, len(PLACEMENTS.columns)):
            break
        yield Records(rows, text)
        done += rows
    else:
        if isinstance(log, ToldRows):
            return
    yield from _by_cells(PLACEMENTS, islice(log.placements(), done, None))


def response_records(log: ReportedLog) -> Iterator[Records]:
    """Yield the responses of a log."""
    if not isinstance(log, ToldRows):
        yield from _by_cells(RESPONSES, log.responses())
        return
    for rows, text in log.told_responses(text_cell, _without_attempt):
        yield Records(rows, text.encode())


def is_plain(text: bytes, rows: int, width: int) -> bool:
    """Return whether records of so many cells say just what they seem to say.

    They do if there is no sign in them that a spreadsheet takes for more than itself, if no
    value begins with a hyphen, and if there are no more commas and ends than their own.
    """
    return (
        are_records(text.translate(None, _PLAIN), rows, width)
        and not text.startswith(b"-")
        and b",-" not in text
        and b"\n-" not in text
    )


def _without_attempt(row: ResponseRow) -> str:
    ((_, *cells),) = zip(*(column.cells([row]) for column in RESPONSES.columns), strict=True)
    return "," + line(cells)


def _by_cells(table: Table[Row], rows: Iterable[Row]) -> Iterator[Records]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield Records(len(batch), table.lines(batch).encode())
