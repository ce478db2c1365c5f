"""What the page about learners is handed to show."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.core.known_codes import RosterCounts
from kiosk.core.purges import PurgeCounts
from kiosk.core.roster import Roster


@dataclass(frozen=True, slots=True)
class LearnersView:
    """How many codes are known (``None``: cannot be told), and how long what they do is kept."""

    counts: RosterCounts | None
    kept_for: str


@dataclass(frozen=True, slots=True)
class RosterView:
    """A roster that was read and not kept yet. ``new`` codes are not known here."""

    file_name: str
    roster: Roster
    new: int
    code_example: str


@dataclass(frozen=True, slots=True)
class PurgeView:
    """What would go with one code. ``files`` also holds what no row of the database tells."""

    code: str
    counts: PurgeCounts
