"""What backups are called, and which of them are kept when there are many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

KEPT_RECENT = 10
KEPT_DAYS = 14
KEPT_MONTHS = 12
SUM_SUFFIX = ".sha256"
PART_SUFFIX = ".part"

_NAME = re.compile(r"kiosk-(?P<number>\d{6,})-(?P<made>\d{8}T\d{6}Z)-(?P<reason>[a-z0-9-]+)\.db")
_TIME = "%Y%m%dT%H%M%SZ"
_LEFTOVER = re.compile(
    rf"{_NAME.pattern}({re.escape(SUM_SUFFIX)})?{re.escape(PART_SUFFIX)}(-journal|-wal|-shm)?"
)
_DAY, _MONTH = len("20250303"), len("202503")


@dataclass(frozen=True, slots=True)
class BackupName:
    """One backup: the how-manieth, when it was made (UTC, whole seconds) and for what reason.

    The number tells which is newer. The time may be of a clock that was wrong.
    """

    number: int
    made: datetime
    reason: str

    def text(self) -> str:
        """Return the name of its file."""
        utc = self.made.astimezone(UTC)
        return f"kiosk-{self.number:06d}-{utc.year:04d}{utc:%m%dT%H%M%SZ}-{self.reason}.db"


def parsed(text: str) -> BackupName | None:
    """Return what a file's name tells; ``None`` for a file that is no backup of ours."""
    match = _NAME.fullmatch(text)
    if match is None:
        return None
    try:
        made = datetime.strptime(match["made"], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return BackupName(int(match["number"]), made, match["reason"])


def newest_first(names: Iterable[str]) -> list[str]:
    """Return the names that are of backups, newest first."""
    known = [(found.number, name) for name in names if (found := parsed(name)) is not None]
    return [name for _, name in sorted(known, reverse=True)]


def next_number(names: Iterable[str]) -> int:
    """Return the number of the next backup."""
    return max((found.number for name in names if (found := parsed(name))), default=0) + 1


def superfluous(names: Iterable[str], proved: str) -> frozenset[str]:
    """Return the backups that need not be kept.

    The most recent ones are kept, and the last one of each of the latest days and months that
    there are backups of. Nothing is too old: a clock that jumped by years costs no backup its
    place but by the number of days and months that it made up.

    Args:
        names: the files in the folder of backups; those that are no backups are left alone.
        proved: the backup that was just read back; it is kept in any case.
    """
    ordered = newest_first(names)
    kept = {
        proved,
        *ordered[:KEPT_RECENT],
        *_last_of_each(ordered, _DAY)[:KEPT_DAYS],
        *_last_of_each(ordered, _MONTH)[:KEPT_MONTHS],
    }
    return frozenset(ordered) - kept


def is_leftover(name: str, names: frozenset[str]) -> bool:
    """Return whether a file is what a kill left of a backup: a part, or a sum of nothing."""
    if _LEFTOVER.fullmatch(name):
        return True
    of = name.removesuffix(SUM_SUFFIX)
    return of != name and parsed(of) is not None and of not in names


def _last_of_each(ordered: list[str], length: int) -> list[str]:
    last: dict[str, str] = {}
    for name in ordered:
        match = _NAME.fullmatch(name)
        if match is not None:
            last.setdefault(match["made"][:length], name)
    return list(last.values())
