"""README.txt of a bundle: what every column means, for whoever opens it years later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from kiosk.core.log_rows import LogCounts, Selection
from kiosk.core.model import Kiosk
from kiosk.reports.attempt_log import TABLES

FILE = "README.txt"
REDACTED = "; learner_code is a pseudonym, the same for the same learner in every export"

_RULES = """\
How to open it
  attempts.csv opens in LibreOffice and Excel by a double click. Text is UTF-8,
  columns are parted by commas, decimals have a point.

Cells that begin with an apostrophe
  A text that a spreadsheet could take for a formula (it begins with = + - @,
  also in full width, with a tab or a line break, or with one of these after
  spaces or unseen characters) has an apostrophe in front. So has a text that
  begins with an apostrophe. Take one away and you have the text. The sign
  U+2400 stands for a NUL character.

What is not in it
  Names of learners: none are kept. Which lesson pages were read, what staff
  did and set, and the text of the lesson.

Is it complete?
  'mentor-kiosk verify' with this folder compares every file with
  manifest.json: bytes, rows, sums and hashes.
"""


def readme(kiosk: Kiosk, what: str, counts: LogCounts, made: datetime) -> bytes:
    """Return the text, with line ends that Notepad shows. ``what`` says which attempts."""
    lines = [
        "Mentor Kiosk: attempts",
        "",
        f"Site: {kiosk.site}",
        f"Kiosk: {kiosk.name}",
        f"Made: {made:%Y-%m-%d %H:%M} UTC",
        f"In it: {what}",
        f"{counts.attempts} attempts, {counts.placements} placements, {counts.responses} responses",
        "",
        *_RULES.splitlines(),
        *_columns(),
    ]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def of_many(sources: Sequence[str]) -> str:
    """Say which attempts a bundle has that was put together."""
    count = f"{len(sources)} exports and databases" if len(sources) > 1 else "one export"
    return f"the attempts of {count}; first, latest and best are counted over all of them"


def of_one(selection: Selection) -> str:
    """Say which attempts the bundle of one kiosk has; those of other kiosks are never in it."""
    parts = ["attempts not exported before, or changed since" if selection.only_new else ""]
    parts.append(f"from {selection.since:%Y-%m-%d %H:%M} UTC" if selection.since else "")
    parts.append(f"before {selection.until:%Y-%m-%d %H:%M} UTC" if selection.until else "")
    parts.append(f"activity {selection.activity_id} only" if selection.activity_id else "")
    return ", ".join(part for part in parts if part) or "every attempt of this kiosk"


def _columns() -> Iterator[str]:
    for table in TABLES:
        yield ""
        yield table.file
        yield f"  {table.meaning}"
        for column in table.columns:
            yield f"  {column.name}: {column.meaning} ({column.unit})"
