"""The text of a CSV file, in whatever encoding, and what its cells are parted by."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from functools import partial
from itertools import islice

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DELIMITERS = ",;\t|"
_LOOKED_AT = 64
_LOOKED_AT_LETTERS = 64 * 1024
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


class TextFault(ValueError):
    """It is no text; ``workbook`` tells whether it is a spreadsheet's own file."""

    def __init__(self, *, workbook: bool) -> None:
        super().__init__("a workbook" if workbook else "not a text")
        self.workbook = workbook


def as_text(data: bytes) -> str:
    """Return a file as text: by its mark, as UTF-8, as UTF-16 without a mark, or as Windows-1252.

    Raises:
        TextFault: it is none.
    """
    if data.startswith(_WORKBOOKS):
        raise TextFault(workbook=True)
    text = _decoded(data)
    if "\0" in text:
        raise TextFault(workbook=False)
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    head = data[:1024]
    # Letters of ours have one byte of two that is nothing.
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if half and half.count(0) > len(half) * 0.7:
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> tuple[str, int]:
    """Return what parts the cells of a CSV text, and where its rows begin."""
    told = _TOLD.match(text)
    if told:
        return told[1], told.end()
    return max(_DELIMITERS, key=partial(_fit, text)), 0


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many of the first rows have the usual number of cells, if that is over one."""
    reader = csv.reader(io.StringIO(text[:_LOOKED_AT_LETTERS], newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(cells) for cells in islice(reader, _LOOKED_AT) if cells)
    except csv.Error:
        return 0, 0
    usual, times = max(widths.items(), key=lambda pair: pair[1], default=(1, 0))
    return (times, usual) if usual > 1 else (0, 0)
