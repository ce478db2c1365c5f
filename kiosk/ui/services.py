"""What the controllers work with; the composition root fills it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.core.health import Health
from kiosk.core.lesson import LessonInUse, Pack
from kiosk.core.ports import (
    Backups,
    Checkup,
    Clock,
    Dice,
    Ids,
    Journal,
    KioskRecord,
    PackShelf,
    Purges,
    RosterBook,
    Slips,
    StaffBook,
)
from kiosk.core.slip import Slip
from kiosk.ui.background import Background
from kiosk.ui.staff.views import ExportDone, ExportWish


class PinKeeper(Protocol):
    """Turns PINs into hashes and compares them. Slow on purpose: run it in the background."""

    def hashed(self, pin: str) -> str:
        """Return the encoded hash of a PIN."""

    def hashed_code(self, code: str) -> str:
        """Return the encoded hash of a recovery code."""

    def matches(self, encoded: str, pin: str) -> bool:
        """Return whether a PIN is the one that was hashed."""


class Printer(Protocol):
    """Prints slips, and what staff keep on paper. Slow: run it in the background."""

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers that this computer knows."""

    def print_slip(self, printer: str, slip: Slip, activity_title: str) -> None:
        """Hand a slip to a printer, by its name. Raises ``SlipNotPrinted``."""

    def print_codes(self, printer: str, names: tuple[str, str], codes: Sequence[str]) -> None:
        """Hand a page of recovery codes to a printer; ``names`` are the site's and the kiosk's.

        Raises ``PageNotPrinted``.
        """


class Exporter(Protocol):
    """Writes the attempt log into a folder and proves it. Slow: run it in the background."""

    def new_attempts(self) -> int:
        """Return how many attempts no export has as they are now. Raises ``KioskError``.

        Of very many it takes a while.
        """

    def export(
        self,
        folder: Path,
        wish: ExportWish,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> ExportDone | None:
        """Export; ``None`` when it was cancelled. Raises ``KioskError`` when it failed."""


@dataclass(frozen=True, slots=True)
class Care:
    """What staff look after: who is known, what is kept of them, and what it tells."""

    roster: RosterBook
    purges: Purges
    book: StaffBook
    shelf: PackShelf
    backups: Backups
    checkup: Checkup
    restore: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that the controllers ask."""

    lesson: LessonInUse
    journal: Journal
    record: KioskRecord
    slips: Slips
    printer: Printer
    clock: Clock
    ids: Ids
    dice: Dice
    background: Background
    pins: PinKeeper
    exporter: Exporter
    health: Callable[[], Health]
    care: Care

    @property
    def pack(self) -> Pack:
        """The pack that a visit which begins now is on."""
        return self.lesson.pack
