"""Sound rows out of a damaged database: read from its pages, proved, and put into a new one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came back, and what did not.

    Attributes:
        attempts: how many were proved by their checksums and are in the new database.
        placements: how many placements these have.
        visits: how many visits are in the new database.
        damaged_attempts: ids of attempts that were seen but are not sound.
        unreadable_pages: pages that nothing could be made of, or that are not there.
        stand_ins: lost learner, visit and pack rows that sound attempts need. They were put
            together anew from what repeats them; the rest of such a row is not known.
    """

    attempts: int
    placements: int
    visits: int
    damaged_attempts: tuple[str, ...]
    unreadable_pages: int
    stand_ins: int = 0


def salvage(damaged: Path, out: Path, now: datetime) -> Salvaged:
    """Put every sound attempt of a damaged database into a new one.

    The damaged file and its journal are only read. Whatever is in them, or is not, never
    raises; a file without a sound row gives an empty database and zero counts.

    Args:
        damaged: the file; its journal is looked for beside it.
        out: the new database, of the newest schema; it has its name only once it is whole.
        now: the time of day.

    Raises:
        OSError, sqlite3.Error: ``out`` cannot be written.
    """
    raise NotImplementedError
