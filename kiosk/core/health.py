"""How the disk under the kiosk does, for staff to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DiskFault(StrEnum):
    """Why something could not be written.

    ``GONE``: no database stands where it was opened. ``REPLACED``: another one does.
    ``IN_USE``: another program holds it. ``FAILING``: the disk gives errors.
    """

    FULL = "full"
    READ_ONLY = "read_only"
    IN_USE = "in_use"
    GONE = "gone"
    REPLACED = "replaced"
    FAILING = "failing"


@dataclass(frozen=True, slots=True)
class Health:
    """The disk at one moment.

    ``free_bytes`` is ``None`` where the disk does not tell. ``ballast`` says
    whether the space that is kept for a full disk is still there.
    ``held_up_since`` is when writing was first refused, ``None`` while it is
    not. ``last_fault`` is the latest since the start, past or not.
    """

    free_bytes: int | None
    ballast: bool
    held_up_since: datetime | None
    last_fault: DiskFault | None
