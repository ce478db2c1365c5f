"""What the page about learners is handed to show."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.core.known_codes import RosterCounts
from kiosk.core.roster import Roster


@dataclass(frozen=True, slots=True)
class LearnersView:
    """How many codes are known (``None``: cannot be told), and how long what they do is kept."""

    counts: RosterCounts | None
    kept_for: str


@dataclass(frozen=True, slots=True)
class RosterView:
    """A roster that was read and not kept yet. ``new`` codes are not known here.

    ``bad_rows`` says of each row that is left out why, in words.
    """

    file_name: str
    roster: Roster
    new: int
    bad_rows: tuple[str, ...]
