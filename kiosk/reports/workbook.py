"""The tables of an export as a workbook for Excel and LibreOffice, written row by row."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import chain, count, islice
from pathlib import Path
from typing import Any, TextIO

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kiosk.core.log_ports import ReportedLog
from kiosk.reports.attempt_log import ATTEMPTS, PLACEMENTS, RESPONSES
from kiosk.reports.kinds import SheetValue
from kiosk.reports.reading import TableUnsound
from kiosk.reports.table import Table

MOST_ROWS = 1_048_576
"""What a sheet can hold, its header among them."""

_BATCH = 2_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_MOMENT = "yyyy-mm-dd hh:mm:ss.000"
_FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001 - a workbook has no zones; before it counts wrong
_WIDTH = 22
# Characters that XML has no way to tell.
_UNTELLABLE = re.compile("[\ufffe\uffff\ud800-\udfff]")


def write_workbook(
    file: Path, log: ReportedLog, made: datetime, watch: Callable[[int], None]
) -> None:
    """Write the tables of a log, a sheet each; what a sheet cannot hold goes on in another.

    Every text is written as a text: nothing in a cell is ever carried out, so nothing needs
    to be defused. Times have no zone in a workbook: the header says which it is.

    Args:
        file: the workbook; its parts are written beside it meanwhile.
        log: the log.
        made: when, for the workbook's properties.
        watch: called with rows written; what it raises stops the writing.

    Raises:
        TableUnsound: a text is longer than a cell of a workbook can hold.
        OSError: it could not be written.
    """
    book = Workbook(str(file), {**_OPTIONS, "tmpdir": str(file.parent)})
    book.use_zip64()
    book.set_properties({"created": made.replace(tzinfo=None)})
    try:
        _write_table(book, ATTEMPTS, log.attempts(), watch)
        _write_table(book, PLACEMENTS, log.placements(), watch)
        _write_table(book, RESPONSES, log.responses(), watch)
        book.close()
    except XlsxWriterException as fault:
        # It wraps what the system said.
        cause = fault.args[0] if fault.args else fault
        raise (cause if isinstance(cause, OSError) else OSError(str(fault))) from fault
    finally:
        _let_go(book)


def _write_table(
    book: Workbook, table: Table[Any], rows: Iterable[Any], watch: Callable[[int], None]
) -> None:
    moment = book.add_format({"num_format": _MOMENT})
    head = book.add_format({"bold": True})
    name, source = table.file.removesuffix(".csv"), iter(rows)
    for number in count(1):
        here = list(islice(source, 1))
        if not here and number > 1:
            return
        sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(table.header) - 1, _WIDTH)
        for at, title in enumerate(table.header):
            sheet.write_string(0, at, title, head)
        # The first row is looked at to see whether there is one.
        _write_rows(sheet, table, islice(chain(here, source), MOST_ROWS - 1), (moment, watch))


def _write_rows(
    sheet: Worksheet,
    table: Table[Any],
    rows: Iterator[Any],
    how: tuple[Format, Callable[[int], None]],
) -> None:
    moment, watch = how
    places = count(1)
    while batch := list(islice(rows, _BATCH)):
        for at, cells in zip(places, table.sheet_lines(batch), strict=False):
            for column, value in enumerate(cells):
                _write_cell(sheet, (at, column), value, moment)
        watch(len(batch))


def _write_cell(
    sheet: Worksheet, place: tuple[int, int], value: SheetValue, moment: Format
) -> None:
    if value is None:
        return
    if isinstance(value, str):
        told = _UNTELLABLE.sub("\ufffd", value)
        if sheet.write_string(*place, told):
            raise TableUnsound(f"a text of {len(value)} characters is too long for a workbook")
    elif isinstance(value, datetime):
        if value < _FIRST_DAY:
            sheet.write_string(*place, value.isoformat(" ", "milliseconds"))
        else:
            sheet.write_datetime(*place, value, moment)
    else:
        sheet.write_number(*place, value)


def _let_go(book: Workbook) -> None:
    # What was given up half-way: its parts are open files still, and are not wanted any more.
    for sheet in book.worksheets():
        rows: TextIO | None = sheet.row_data_fh
        if rows is not None:
            with contextlib.suppress(OSError):
                rows.close()
