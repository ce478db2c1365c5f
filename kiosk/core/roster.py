"""A roster: codes out of any spreadsheet's CSV. Nothing else of the file is kept, never a name."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kiosk.core import codes
from kiosk.core.csv_text import TextFault, as_text, delimiter_of

MOST_ROWS = 200_000
MOST_BYTES = 64 * 1024 * 1024

_CODE_TITLES = frozenset(
    {"code", "codes", "id", "ids", "learner", "learnercode", "learnercodes", "learnerid"}
    | {"codigo", "codigos", "clave", "claves", "participante", "codigodelparticipante"}
)
_NAME_TITLE = re.compile(
    r"name|nombre|apellid|surname|nickname|alias|mail|correo|phone|tel[eé]f|birth|nacim|address"
    r"|direcci",
    re.IGNORECASE,
)
# Two words of letters are nobody's code.
_LIKE_A_NAME = re.compile(r"[^\W\d_]{2,}[\s,]+[^\W\d_]{2,}")
_FORMULA = re.compile(r'="(.*)"')


class RosterFault(StrEnum):
    """Why a file is no roster at all."""

    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    WORKBOOK = "workbook"
    NOT_TEXT = "not_text"
    NO_CODES = "no_codes"
    BROKEN = "broken"


class RowFault(StrEnum):
    """Why a row is left out."""

    EMPTY = "empty"
    NOT_A_CODE = "not_a_code"
    LIKE_A_NAME = "like_a_name"
    TWICE = "twice"


class RosterRefused(ValueError):
    """A file that is no roster; ``fault`` says why."""

    def __init__(self, fault: RosterFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is left out, numbered as a spreadsheet does; what stands in it is not repeated.

    ``first`` is the row that has the same code, where it is there twice; else 0.
    """

    row: int
    fault: RowFault
    first: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """What a file has.

    Attributes:
        codes: as they are kept (see ``codes.tidy``), each once, in the file's order.
        bad: every row that has none.
        column: which column the codes stand in, from 1.
        titles: whether the first row was taken for titles.
        left_out: the other columns that have something in them: their title, or their letter.
    """

    codes: tuple[str, ...]
    bad: tuple[BadRow, ...]
    column: int
    titles: bool
    left_out: tuple[str, ...]


Row = tuple[int, list[str]]


def read_roster(data: bytes, is_code: Callable[[str], bool]) -> Roster:
    """Return the codes of a CSV file, and every row that is left out.

    Args:
        data: the file as it is, in whatever encoding.
        is_code: whether a tidy code is one of this site.

    Raises:
        RosterRefused: it is no roster.
    """
    if len(data) > MOST_BYTES:
        raise RosterRefused(RosterFault.TOO_LARGE)
    rows = list(_rows(data))
    column = _code_column(rows, is_code)
    titles = _has_titles(rows[0][1], column, is_code)
    found, bad = _sorted_out(rows[titles:], column, is_code)
    if sum(row.fault is RowFault.LIKE_A_NAME for row in bad) > len(found):
        raise RosterRefused(RosterFault.NO_CODES)
    return Roster(found, bad, column + 1, titles, _left_out(rows, column, titles=titles))


def _rows(data: bytes) -> Iterator[Row]:
    try:
        text = as_text(data)
    except TextFault as fault:
        kind = RosterFault.WORKBOOK if fault.workbook else RosterFault.NOT_TEXT
        raise RosterRefused(kind) from fault
    delimiter, start = delimiter_of(text)
    reader = csv.reader(io.StringIO(text[start:], newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader, start=1):
            if number > MOST_ROWS:
                raise RosterRefused(RosterFault.TOO_MANY_ROWS)
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as fault:
        raise RosterRefused(RosterFault.BROKEN) from fault


def _code_column(rows: Sequence[Row], is_code: Callable[[str], bool]) -> int:
    """Return the column that holds most codes; one that is titled so wins, one of names never."""
    counts: dict[int, int] = {}
    for _, cells in rows:
        for at, cell in enumerate(cells):
            counts[at] = counts.get(at, 0) + _is_code(cell, is_code)
    titles = rows[0][1] if rows else []
    for at, title in enumerate(titles):
        if _NAME_TITLE.search(title):
            counts[at] = 0
        elif counts[at] and codes.plain(title) in _CODE_TITLES:
            return at
    best = max(counts, key=lambda at: (counts[at], -at), default=0)
    if not counts.get(best):
        raise RosterRefused(RosterFault.NO_CODES)
    return best


def _has_titles(cells: Sequence[str], column: int, is_code: Callable[[str], bool]) -> bool:
    title = _cell(cells, column)
    if any(_NAME_TITLE.search(cell) or codes.plain(cell) in _CODE_TITLES for cell in cells):
        return True
    return not (_is_code(title, is_code) or any(letter.isdigit() for letter in title))


def _sorted_out(
    rows: Sequence[Row], column: int, is_code: Callable[[str], bool]
) -> tuple[tuple[str, ...], tuple[BadRow, ...]]:
    found: dict[str, int] = {}
    bad = []
    for number, cells in rows:
        cell = _cell(cells, column)
        code = codes.tidy(cell)
        if not code:
            bad.append(BadRow(number, RowFault.EMPTY))
        elif _LIKE_A_NAME.search(cell):
            bad.append(BadRow(number, RowFault.LIKE_A_NAME))
        elif not is_code(code):
            bad.append(BadRow(number, RowFault.NOT_A_CODE))
        elif code in found:
            bad.append(BadRow(number, RowFault.TWICE, found[code]))
        else:
            found[code] = number
    return tuple(found), tuple(bad)


def _left_out(rows: Sequence[Row], column: int, *, titles: bool) -> tuple[str, ...]:
    used = {at for _, cells in rows for at, cell in enumerate(cells) if cell.strip()}
    names = rows[0][1] if titles else []
    return tuple(_cell(names, at) or _letters(at) for at in sorted(used - {column}))


def _is_code(cell: str, is_code: Callable[[str], bool]) -> bool:
    text = _bare(cell)
    return bool(text) and not _LIKE_A_NAME.search(text) and is_code(codes.tidy(text))


def _cell(cells: Sequence[str], at: int) -> str:
    return _bare(cells[at]) if at < len(cells) else ""


def _bare(cell: str) -> str:
    # What spreadsheets put around a text so that it is not taken for a number.
    text = cell.strip().lstrip("'")
    formula = _FORMULA.fullmatch(text)
    return formula[1] if formula else text


def _letters(at: int) -> str:
    letters = ""
    while at >= 0:
        letters = chr(ord("A") + at % 26) + letters
        at = at // 26 - 1
    return letters
