"""What the rules and the screens ask of the world, as Protocols.

Writing is asked for and answered later: every ``Future`` is done when, and only
when, the change is committed to the disk, or holds the fault. Reading answers
at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from kiosk.core.aloud import Silence, Spot
from kiosk.core.backups import BackupRow, Preview
from kiosk.core.checkup import Finding
from kiosk.core.door_lock import DoorLock
from kiosk.core.known_codes import RosterCounts
from kiosk.core.lesson import Pack
from kiosk.core.model import (
    AttemptResult,
    AttemptStart,
    Choices,
    Kiosk,
    Outcome,
    Placement,
    Position,
    ScreenView,
    Settings,
    VisitEnd,
    VisitOpened,
    VisitStart,
)
from kiosk.core.purges import PurgeCounts, PurgeDone, PurgeOrder
from kiosk.core.recovered import Recovered
from kiosk.core.retention import RetentionNote
from kiosk.core.shelf import ShelvedPack
from kiosk.core.slip import Slip
from kiosk.core.staff_rows import (
    AttemptChunk,
    AttemptOpened,
    BoardSums,
    DayBook,
    ListCounts,
    Mark,
    Wanted,
)


def never() -> bool:
    """Never call off what is under way: for who has no way to ask."""
    return False


class Clock(Protocol):
    """The time of day, and a clock that never goes back."""

    def now(self) -> datetime:
        """Return the time, aware, in UTC."""

    def utc_offset_minutes(self) -> int:
        """Return how far the local time is ahead of UTC, in minutes."""

    def monotonic_ms(self) -> int:
        """Return milliseconds since some fixed moment; never goes back."""


class Dice(Protocol):
    """Randomness."""

    def seed(self) -> int:
        """Return a number from 0 to 2**53 - 1, for a shuffle."""

    def choice(self, letters: str) -> str:
        """Return one character of ``letters``."""


class Ids(Protocol):
    """Names for rows that can travel."""

    def new(self) -> str:
        """Return a new UUID, version 7, as 36 lower-case characters."""


class Voice(Protocol):
    """What says words aloud. All of it is asked and answered on the screen's thread."""

    def silence(self, language: str) -> Silence | None:
        """Return why nothing can be said in a language, as far as that is known."""

    def say(
        self,
        sentences: Sequence[str],
        language: str,
        hear: Callable[[Spot | Silence | None], None],
    ) -> None:
        """Say sentences one after the other, in place of whatever is being said.

        Args:
            sentences: each with something to say.
            language: a tag that ``silence`` has nothing against.
            hear: told of each spot as it is reached, and ``None`` at the end, or why it
                ends before; never any more once something else is said, or after ``stop``.
        """

    def stop(self) -> None:
        """Be quiet at once."""

    def close(self) -> None:
        """Be quiet for good, and give back what it holds."""


class SaveState(StrEnum):
    """How the store stands: all written; at work; held up by a fault of the disk."""

    SAVED = "saved"
    SAVING = "saving"
    WAITING = "waiting"


class UnknownCode(LookupError):
    """A code that no learner has and that may not make a new learner."""


class Journal(Protocol):
    """Where a visit is written down, step by step. Calls are kept in order."""

    def open_visit(self, start: VisitStart, pack: Pack) -> Future[VisitOpened]:
        """Find or make the learner, begin a visit, and say what there is to go on with.

        The future holds ``UnknownCode`` where the code is new and may not be.
        """

    def save_position(self, visit_id: str, position: Position) -> Future[None]:
        """Note where in the visit the learner is."""

    def save_choices(self, visit_id: str, choices: Choices) -> Future[None]:
        """Note how the learner wants it, for this visit and the next."""

    def record_screen_view(self, visit_id: str, pack: Pack, view: ScreenView) -> Future[None]:
        """Note a look at a lesson screen."""

    def start_attempt(self, start: AttemptStart, pack: Pack) -> Future[None]:
        """Begin an attempt; an open one of the learner at the same activity is abandoned."""

    def record_placement(self, attempt_id: str, placement: Placement) -> Future[None]:
        """Write a placement. Writing the same one again changes nothing."""

    def record_check(self, attempt_id: str, result: AttemptResult) -> Future[None]:
        """Write what a check found. The attempt stays open."""

    def submit(self, attempt_id: str, outcome: Outcome, submitted: datetime) -> Future[None]:
        """Close an attempt for good. Nothing of it changes afterwards."""

    def end_visit(self, visit_id: str, end: VisitEnd, ended: datetime) -> Future[None]:
        """End a visit and fold the journal into the main file, so that a copy of it is whole."""

    def watch(self, listener: Callable[[SaveState], None]) -> None:
        """Call ``listener`` at each change of state, from whatever thread; it must be quick."""


class KioskRecord(Protocol):
    """This installation: who it is, what staff set, and what they did."""

    def kiosk(self) -> Kiosk | None:
        """Return this kiosk, ``None`` before the set-up."""

    def settings(self) -> Settings:
        """Return what staff have set, defaults for the rest."""

    def pin_hash(self) -> str | None:
        """Return the encoded Argon2id hash of the PIN, ``None`` before the set-up."""

    def set_up(self, kiosk: Kiosk, settings: Settings, pin_hash: str) -> Future[None]:
        """Write the set-up, once. The future holds ``ValueError`` if it was done before."""

    def change(self, kiosk: Kiosk, settings: Settings) -> Future[None]:
        """Write another name or site, and other settings, of a kiosk that is set up."""

    def change_pin(self, pin_hash: str) -> Future[None]:
        """Write the hash of another PIN."""

    def recovery_codes(self) -> tuple[str, ...]:
        """Return the hashes of the recovery codes that have not been used."""

    def keep_recovery_codes(self, hashes: Sequence[str]) -> Future[None]:
        """Keep other recovery codes in the place of all there were."""

    def use_recovery_code(self, code_hash: str) -> Future[bool]:
        """Take a recovery code away for good; whether it was still there."""

    def door_lock(self) -> DoorLock:
        """Return how the staff door stood when that was last kept."""

    def keep_door_lock(self, lock: DoorLock) -> Future[None]:
        """Keep how the staff door stands."""

    def retention(self) -> RetentionNote:
        """Return what is noted of purges by age."""

    def keep_retention(self, note: RetentionNote) -> Future[None]:
        """Note it."""

    def log_staff(self, action: str, at: datetime) -> Future[None]:
        """Note what staff did; never anything about a learner."""

    def recovery(self) -> Recovered | None:
        """Return the latest recovery that staff have not been told of yet."""

    def mark_recovery_read(self, at: datetime) -> Future[None]:
        """Note that staff have been told."""


class Slips(Protocol):
    """Slips of finished attempts, with the check values that this kiosk alone can make."""

    def issue(self, attempt_id: str) -> Future[Slip]:
        """Make the slip of a submitted attempt, once all that was asked for before is written.

        The future holds ``ValueError`` where the attempt is not there or not submitted.
        """

    def find(self, code: str, check: str) -> Slip | None:
        """Return the slip of that code and check value, if this kiosk made it."""


class RosterBook(Protocol):
    """The codes that a kiosk knows. Slow: for the background. Each raises ``KioskError``."""

    def counts(self) -> RosterCounts:
        """Return how many codes are known."""

    def unknown(self, codes: Iterable[str]) -> int:
        """Return how many of some codes are new here."""

    def holds(self, code: str) -> bool:
        """Return whether a code was imported, or has come before."""

    def add(
        self,
        codes: Sequence[str],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> int | None:
        """Keep those that are new, all or none. Returns how many; ``None`` if cancelled."""


class Purges(Protocol):
    """Forgetting for good. Slow: for the background. Each raises ``KioskError``."""

    def preview(self, order: PurgeOrder) -> PurgeCounts:
        """Return how many rows of the database would go."""

    def run(
        self,
        order: PurgeOrder,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> PurgeDone:
        """Purge, and prove it on the bytes of every file. No learner may come meanwhile.

        Until ``progress`` hears of the first step it can be called off, and raises
        ``PurgeCancelled`` then; after that it goes to its end.
        """


class StaffBook(Protocol):
    """What the pages of staff read. For any thread, while learners go on working.

    Every call raises ``KioskError`` where what is kept cannot be read.
    """

    def day_book(self, days: int) -> DayBook:
        """Return the last days, today the latest of them."""

    def activities(self) -> tuple[str, ...]:
        """Return the ids of all activities that were ever begun."""

    def boards(self, activity_id: str, since: date | None, *, first_only: bool) -> BoardSums:
        """Return what was counted of an activity, in the weeks from that of ``since`` on.

        ``first_only`` takes each learner's first board alone.
        """

    def count(self, wanted: Wanted) -> ListCounts:
        """Return how many attempts a list has."""

    def chunk(self, wanted: Wanted, listed: int, after: Mark | None, most: int) -> AttemptChunk:
        """Return the next rows of a list that has so many in all, ``most`` at most."""

    def attempt(self, attempt_id: str) -> AttemptOpened | None:
        """Return one attempt; ``None`` where there is none of that id any more."""


class PackShelf(Protocol):
    """The lesson packs that a kiosk has. Slow: for the background. Each raises ``KioskError``."""

    def packs(self) -> tuple[ShelvedPack, ...]:
        """Return every pack, the program's own first; one that is damaged says so."""

    def load(self, key: str) -> Pack:
        """Return a pack; the key of the program's own is empty."""

    def take_in(self, pack: Pack, files: Mapping[str, bytes]) -> str:
        """Keep a pack that was checked. Returns its key."""

    def use(self, key: str) -> Pack:
        """Have a pack used from the next visit on. Returns it, read back."""


class Backups(Protocol):
    """Backups on this kiosk and elsewhere. Slow: for the background. Each raises ``KioskError``."""

    def rows(self) -> tuple[BackupRow, ...]:
        """Return those on this kiosk, newest first, each read and compared."""

    def make(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Path | None:
        """Make one now. Returns its file; ``None`` if cancelled."""

    def copy_to(
        self, folder: Path, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Path | None:
        """Make a proved copy in a folder elsewhere. Returns it; ``None`` if cancelled."""

    def preview(self, file: Path) -> Preview:
        """Say what a file would bring back, having checked all of it."""


class Checkup(Protocol):
    """A look at the whole kiosk. Slow: for the background. Changes nothing."""

    def quick(self) -> tuple[Finding, ...]:
        """Return what can be told in a moment."""

    def thorough(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> tuple[Finding, ...]:
        """Return what a look at all that is kept tells. Raises ``CheckupCancelled``."""
