"""How a value becomes a cell that every spreadsheet reads and none carries out.

UTF-8 with a byte order mark, CRLF, commas, RFC 4180. A text that a spreadsheet
could take for a formula gets an apostrophe in front; a text that begins with an
apostrophe gets one more, so that ``undefused`` gives back exactly what was there.
Source of the starters: OWASP, 'CSV Injection'.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

BOM = b"\xef\xbb\xbf"
# Spreadsheets drop spaces, controls and direction marks in front when they save a file again.
_UNSEEN = r"[\s\u00ad\u061c\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_FULL_WIDTH = (
    r"\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}"
    r"\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_LIVE = re.compile(rf"{_UNSEEN}[=+\-@\t\r\n'{_FULL_WIDTH}]")
# LibreOffice offers to part at semicolons and tabs too, unless they are in quotes.
_QUOTED = frozenset(',;\t"\r\n')
_NUL_SIGN = "\N{SYMBOL FOR NULL}"


def shown(text: str) -> str:
    """Return a text with a visible sign for each NUL character, which most readers stumble over.

    This alone cannot be undone.
    """
    return text.replace("\0", _NUL_SIGN)


def defused(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, NUL characters shown."""
    text = shown(text)
    return f"'{text}" if _LIVE.match(text) else text


def undefused(cell: str) -> str:
    """Return the text that a cell stands for."""
    return cell[1:] if cell[:1] == "'" else cell


def text_cell(text: str | None) -> str:
    """Return a text as a cell; ``None`` is an empty one."""
    if text is None:
        return ""
    # Most texts are letters, digits and hyphens, in which there is nothing to see to.
    if text[:1] != "-" and text.replace("-", "").isalnum():
        return text
    return _quoted(defused(text))


def list_cell(texts: Iterable[str]) -> str:
    """Return several texts in one cell, parted by '; '."""
    return text_cell("; ".join(texts))


def number_cell(number: float | None, decimals: int = 0) -> str:
    """Return a number as a cell, with a point, without trailing zeros."""
    if number is None:
        return ""
    if decimals == 0:
        return str(int(number))
    return f"{number:.{decimals}f}".rstrip("0").rstrip(".")


def score_cell(score: float | None) -> str:
    """Return a score from 0 to 1 as a cell, with four decimals at most."""
    return number_cell(score, 4)


def seconds_cell(ms: int) -> str:
    """Return milliseconds as a cell of seconds, none of them lost."""
    return number_cell(ms / 1000, 3)


def truth_cell(value: bool | None) -> str:  # noqa: FBT001 - it is the value that is written
    """Return 1 for true and 0 for false: every spreadsheet can add them up."""
    return "" if value is None else "1" if value else "0"


def line(cells: Iterable[str]) -> str:
    """Return a record of finished cells."""
    return ",".join(cells) + "\r\n"


def lines(columns: Iterable[Iterable[str]]) -> str:
    """Return records of finished cells that are given column by column."""
    records = map(",".join, zip(*columns, strict=True))
    return "".join([f"{record}\r\n" for record in records])


def _quoted(text: str) -> str:
    if _QUOTED.isdisjoint(text) and text == text.strip(" "):
        return text
    return '"' + text.replace('"', '""') + '"'
