"""Visits and attempts written down in order, through the one writer."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime

from kiosk.core.lesson import Pack
from kiosk.core.model import (
    AttemptResult,
    AttemptStart,
    Choices,
    Outcome,
    Placement,
    Position,
    ScreenView,
    VisitEnd,
    VisitOpened,
    VisitStart,
)
from kiosk.core.ports import Clock, SaveState
from kiosk.store import attempts, visits
from kiosk.store.database import Database


class SqliteJournal:
    """The port ``Journal`` on a database."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def open_visit(self, start: VisitStart, pack: Pack) -> Future[VisitOpened]:
        """Begin a visit; the future holds ``UnknownCode`` where the code is new and may not be."""
        offset = self._clock.utc_offset_minutes()
        return self._database.ask(lambda db: visits.open_visit(db, start, pack, offset))

    def save_position(self, visit_id: str, position: Position) -> Future[None]:
        """Note where in the visit the learner is."""
        now = self._clock.now()
        return self._database.ask(lambda db: visits.save_position(db, visit_id, position, now))

    def save_choices(self, visit_id: str, choices: Choices) -> Future[None]:
        """Note how the learner wants it."""
        return self._database.ask(lambda db: visits.save_choices(db, visit_id, choices))

    def record_screen_view(self, visit_id: str, pack: Pack, view: ScreenView) -> Future[None]:
        """Note a look at a lesson screen."""
        return self._database.ask(lambda db: visits.record_screen_view(db, visit_id, pack, view))

    def start_attempt(self, start: AttemptStart, pack: Pack) -> Future[None]:
        """Begin an attempt."""
        offset = self._clock.utc_offset_minutes()
        return self._database.ask(lambda db: attempts.start_attempt(db, start, pack, offset))

    def record_placement(self, attempt_id: str, placement: Placement) -> Future[None]:
        """Write a placement."""
        return self._database.ask(lambda db: attempts.record_placement(db, attempt_id, placement))

    def record_check(self, attempt_id: str, result: AttemptResult) -> Future[None]:
        """Write what a check found."""
        return self._database.ask(lambda db: attempts.record_check(db, attempt_id, result))

    def submit(self, attempt_id: str, outcome: Outcome, submitted: datetime) -> Future[None]:
        """Close an attempt for good."""
        return self._database.ask(lambda db: attempts.submit(db, attempt_id, outcome, submitted))

    def end_visit(self, visit_id: str, end: VisitEnd, ended: datetime) -> Future[None]:
        """End a visit and fold the journal into the main file."""
        done = self._database.ask(lambda db: visits.end_visit(db, visit_id, end, ended))
        self._database.ask_checkpoint()
        return done

    def watch(self, listener: Callable[[SaveState], None]) -> None:
        """Call ``listener`` at each change of state, from whatever thread."""
        self._database.watch(listener)
