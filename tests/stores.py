"""Databases on real folders, and games played into them."""

from __future__ import annotations

from pathlib import Path

from makers import make_activity, make_pack

from kiosk.core import rounds
from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Activity, Pack
from kiosk.core.model import (
    AttemptStart,
    InputMethod,
    Kiosk,
    SecondRound,
    Settings,
    VisitOpened,
    VisitStart,
)
from kiosk.core.ports import Clock
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.record import SqliteKioskRecord
from kiosk.world import SystemClock, SystemIds

CLOCK, IDS = SystemClock(), SystemIds()


def open_database(folder: Path) -> Database:
    """Open, and set up where that was not done."""
    database = Database.open(folder, CLOCK.now())
    set_up(database)
    return database


def set_up(database: Database) -> None:
    """Set up where that was not done."""
    record = SqliteKioskRecord(database)
    if record.kiosk() is None:
        here = Kiosk(IDS.new(), "Kiosk 1", "Riverside", CLOCK.now())
        record.set_up(here, Settings(), "hash").result(10)


class Player:
    """One learner at one kiosk, who plays by the rules of the core."""

    def __init__(
        self, database: Database, pack: Pack, code: str = "RV2048", clock: Clock = CLOCK
    ) -> None:
        self.clock = clock
        self.journal = SqliteJournal(database, clock)
        self.pack = pack
        self.opened = self.visit(code)

    @property
    def activity(self) -> Activity:
        """The pack's activity."""
        return self.pack.activities[0]

    def visit(self, code: str) -> VisitOpened:
        """Sign in."""
        start = VisitStart(
            visit_id=IDS.new(),
            learner_id=IDS.new(),
            code=code,
            may_create=True,
            language="en",
            started=self.clock.now(),
        )
        return self.journal.open_visit(start, self.pack).result(10)

    def begin(self, seed: int = 7) -> Attempt:
        """Deal a board."""
        return self._begun(self.start(seed))

    def begin_round(self, offer: SecondRound, seed: int = 7) -> Attempt:
        """Deal a second round."""
        return self._begun(rounds.of_missed(self.start(seed), offer))

    def start(self, seed: int = 7) -> AttemptStart:
        """Return the beginning of a whole board; nothing is written."""
        activity = self.activity
        return AttemptStart(
            id=IDS.new(),
            visit_id=self.opened.visit_id,
            activity_id=activity.id,
            mode=activity.mode,
            shuffle_seed=seed,
            mastery_score=activity.mastery_score,
            items=len(activity.items),
            started=self.clock.now(),
        )

    def _begun(self, start: AttemptStart) -> Attempt:
        self.journal.start_attempt(start, self.pack).result(10)
        attempt = Attempt(self.activity, start, self.clock)
        attempt.watch.run()
        return attempt

    def place(self, attempt: Attempt, item_id: str, place: str | None) -> None:
        """Move a card and have it written."""
        placement = attempt.place(item_id, place, InputMethod.TAP)
        if placement is not None:
            self.journal.record_placement(attempt.start.id, placement).result(10)

    def check(self, attempt: Attempt) -> None:
        """Check the answers."""
        self.journal.record_check(attempt.start.id, attempt.check()).result(10)

    def submit(self, attempt: Attempt) -> None:
        """Close the attempt."""
        self.journal.submit(attempt.start.id, attempt.outcome(), self.clock.now()).result(10)

    def play(self, wrong: int = 1) -> Attempt:
        """Play a whole attempt with so many cards wrong."""
        return self._played(self.begin(), wrong)

    def play_round(self, offer: SecondRound, wrong: int = 0) -> Attempt:
        """Play a second round with so many cards wrong."""
        return self._played(self.begin_round(offer), wrong)

    def _played(self, attempt: Attempt, wrong: int) -> Attempt:
        ids = [category.id for category in self.activity.categories]
        for n, item_id in enumerate(attempt.board.dealt):
            right = self.activity.item(item_id).category_id
            other = next(one for one in ids if one != right)
            self.place(attempt, item_id, other if n < wrong else right)
        self.check(attempt)
        self.submit(attempt)
        return attempt


def small_pack() -> Pack:
    """Return a pack with six cards in two categories."""
    belongs = ("is", "is_not", "is", "is_not", "is", "is_not")
    return make_pack((make_activity(belongs, mastery_score=0.8),))
