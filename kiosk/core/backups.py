"""Backups as staff see them, and what one of them would bring back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class Proof(StrEnum):
    """Whether a backup is what it was when it was made."""

    AS_WRITTEN = "as_written"
    ALTERED = "altered"
    NO_SUM = "no_sum"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup on this kiosk: when it was made (UTC), why, how large it is, and its proof."""

    file: Path
    made: datetime
    reason: str
    size: int
    proof: Proof


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring, and what would be lost against today's.

    Attributes:
        attempts: in the file.
        visits: in the file.
        newest: when the last visit in it began, UTC, as it stands there; ``None`` without one.
        unsound: attempts in it whose checksum does not agree.
        lost: attempts of today that are not in it, or not as far; ``None`` where today's
            database cannot be read.
        kiosk: name and site of the kiosk that it is of; empty where none was set up.
    """

    attempts: int
    visits: int
    newest: str | None
    unsound: int
    lost: int | None
    kiosk: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did. ``backup`` and ``quarantine`` are of today's, where there was one."""

    preview: Preview
    backup: Path | None
    quarantine: Path | None
