"""How long attempts are kept: when it is time to purge what is older, and when to wait instead.

A clock that is wrong must not delete anything. So the kiosk notes every day that it
runs; where the clock is suddenly more than a month ahead of the last such day, nobody
can tell a long holiday from a wrong clock, and staff are asked first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from kiosk.core.purges import OlderThan

LONGEST_PAUSE = timedelta(days=31)
BETWEEN = timedelta(days=1)


class Due(Enum):
    """What to do now."""

    NOTHING = auto()
    PURGE = auto()
    ASK_STAFF = auto()


@dataclass(frozen=True, slots=True)
class RetentionNote:
    """What is kept between two looks.

    ``seen`` is the day that the kiosk last believed its clock. ``purged`` attempts went since
    staff were told, the latest ``at`` this time. ``waits`` tells that staff are to look at
    the clock first.
    """

    seen: datetime | None = None
    at: datetime | None = None
    purged: int = 0
    waits: bool = False

    def told(self) -> RetentionNote:
        """Return the note once staff have been told of what went."""
        return replace(self, at=None, purged=0)

    def believed(self, now: datetime) -> RetentionNote:
        """Return the note once staff, or the kiosk, have found the clock right."""
        return replace(self, seen=now, waits=False)


def due(days: int, note: RetentionNote, now: datetime) -> Due:
    """Return what there is to do where attempts are kept for ``days``, 0 for ever."""
    if days == 0:
        return Due.NOTHING
    if note.waits or (note.seen is not None and now - note.seen > LONGEST_PAUSE):
        return Due.ASK_STAFF
    return Due.PURGE


def order(days: int, now: datetime) -> OlderThan:
    """Return what is to be purged."""
    return OlderThan(now - timedelta(days=days), now)
