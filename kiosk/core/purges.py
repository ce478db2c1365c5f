"""What staff can have purged, and what came of it: values without a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class OneLearner:
    """All that is kept of one learner, by the code as it is kept (see ``codes.tidy``)."""

    code: str

    def __post_init__(self) -> None:
        """See that there is a code. Raises ``ValueError``: nothing would be in every file."""
        if not self.code:
            raise ValueError("a learner without a code")


@dataclass(frozen=True, slots=True)
class OlderThan:
    """All that was submitted, left or ended ``before`` a time; ``now`` is the clock's.

    What the clock says lies in the future is not old. Nor is what began after something that
    began since ``before``: its own time, then, was told by a clock that was set back.
    """

    before: datetime
    now: datetime


PurgeOrder = OneLearner | OlderThan


class PurgeCounts(NamedTuple):
    """How many rows of the database go."""

    learners: int
    visits: int
    attempts: int
    placements: int


class PurgeCancelled(Exception):
    """Staff called a purge off before it began to change anything."""


@dataclass(frozen=True, slots=True)
class PurgeDone:
    """What a purge did.

    Attributes:
        counts: rows that went from the database.
        backups: how many backups were written anew without them.
        removed: backups that could not be read and quarantined folders, by their place in the
            data folder; they could only go as a whole.
        elsewhere: files in the data folder that are none of the kiosk's, and still hold it.
    """

    counts: PurgeCounts
    backups: int
    removed: tuple[Path, ...]
    elsewhere: tuple[Path, ...]
