"""Counting the records of a text file without taking each apart: several times as fast.

RFC 4180 with CRLF and nothing else. What a quotation mark opens is passed over as a whole; the
commas and ends that are left are those of the table.
"""

from __future__ import annotations

from typing import NamedTuple

_MARK, _COMMA, _END = b'"', b",", b"\r\n"
_WITHIN = bytes(set(range(256)) - set(_COMMA + _END))


class Tally(NamedTuple):
    """So many records, and the sum of a column of them in its smallest unit."""

    rows: int
    total: int


def whole_records(data: bytes) -> int:
    """Return how many bytes of ``data``, which begins with a record, are whole records."""
    end = data.rfind(_END)
    # Where an odd number of marks is before an end, it stands in a cell.
    while end >= 0 and data.count(_MARK, 0, end) % 2:
        end = data.rfind(_END, 0, data.rfind(_MARK, 0, end))
    return 0 if end < 0 else end + len(_END)


def tally(data: bytes, width: int, summed: int | None, scale: int) -> Tally:
    """Count whole records.

    Args:
        data: whole records, in UTF-8.
        width: how many cells each is to have.
        summed: which cell to sum up, if any.
        scale: how many of the smallest unit make one.

    Raises:
        ValueError: they are not records of that width, or a cell to sum up is no number.
    """
    data.decode()
    if data and not data.endswith(_END):
        raise ValueError("it ends in the middle of a record")
    if _MARK in data:
        data = _without_quoted(data)
    rows = data.count(b"\n")
    if not are_records(data.translate(None, _WITHIN), rows, width):
        raise ValueError(f"a record has not {width} cells, or a line ends where no record does")
    if summed is None:
        return Tally(rows, 0)
    return Tally(rows, _sum(_cells(data.split(_END)[:-1], width, summed), scale))


def are_records(signs: bytes, rows: int, width: int) -> bool:
    """Return whether the commas and ends of a text, in their order, are those of such records."""
    return signs == (_COMMA * (width - 1) + _END) * rows


def _cells(records: list[bytes], width: int, which: int) -> list[bytes]:
    # Parted from the nearer end on, and no farther than need be.
    if 2 * which < width:
        return [record.split(_COMMA, which + 1)[which] for record in records]
    return [record.rsplit(_COMMA, width - which)[1] for record in records]


def _sum(cells: list[bytes], scale: int) -> int:
    # Whole numbers add up without a rest.
    return sum(map(int, cells)) if scale == 1 else sum(round(float(c) * scale) for c in cells)


def _without_quoted(data: bytes) -> bytes:
    """Return records with nothing left of what was in marks. Raises ``ValueError``."""
    parts = data.split(_MARK)
    if len(parts) % 2 == 0:
        raise ValueError("a quotation mark is left open")
    outside = _MARK.join(parts[::2])
    # Two marks in a row, in a cell in marks, are one that was written there.
    while _MARK * 2 in outside:
        outside = outside.replace(_MARK * 2, _MARK)
    marks = outside.count(_MARK)
    opened = outside.count(b',"') + outside.count(b'\n"') + outside.startswith(_MARK)
    closed = outside.count(b'",') + outside.count(b'"\r\n')
    if not marks == opened == closed:
        raise ValueError("a quotation mark stands inside a cell")
    return outside.replace(_MARK, b"")
