"""What a kiosk did about a damaged database, for its staff to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Recovered:
    """A recovery at a start.

    Attributes:
        at: when, by the kiosk's clock, UTC.
        quarantine: the folder, by its name among the quarantined, that the damaged file is in;
            empty where there was none any more.
        backup: the name of the backup that was restored, ``None`` where none was sound.
        salvaged: whether the damaged file was read for more; if not, it can be by support.
        attempts: how many attempts there are now.
        added_attempts: how many of them came, or came further, from the damaged file.
        added_placements: placements that came from it.
        added_visits: visits that came from it.
        lost_attempts: attempts that were seen in it and could not be had from anywhere.
    """

    at: datetime
    quarantine: str
    backup: str | None
    salvaged: bool
    attempts: int
    added_attempts: int
    added_placements: int
    added_visits: int
    lost_attempts: int
