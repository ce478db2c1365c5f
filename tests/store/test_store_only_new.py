"""What goes out as new: what no export had as it is now, whatever happened while it was made."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_tools import opened, rows
from stores import CLOCK, IDS, Player, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.log_ports import LogSnapshot
from kiosk.core.log_rows import AttemptState, Selection
from kiosk.core.model import VisitEnd
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog

NEW = Selection(only_new=True)
STEPS = ("begin", "place", "check", "submit", "leave", "come", "look", "note")
Rows = dict[str, tuple[Any, ...]]


def rows_of(snapshot: LogSnapshot) -> Rows:
    """Return all that a snapshot says of each attempt, by the attempt's id."""
    said: dict[str, list[object]] = {row.attempt_id: [row] for row in snapshot.attempts()}
    for placement in snapshot.placements():
        said[placement.attempt_id].append(placement)
    for response in snapshot.responses():
        said[response.attempt_id].append(response)
    return {attempt_id: tuple(parts) for attempt_id, parts in said.items()}


def exported(folder: Path, database: Database, selection: Selection = NEW) -> Rows:
    """Export in one go, and return what went out."""
    with SqliteAttemptLog(folder).snapshot(selection) as snapshot:
        gone = rows_of(snapshot)
        assert SqliteExportLog(database, IDS).record_export(snapshot.states(), CLOCK.now())
    return gone


def whole(folder: Path) -> Rows:
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        return rows_of(snapshot)


class Course:
    """Two learners and a member of staff at one kiosk; ``carried`` is what the stick holds."""

    def __init__(self, folder: Path, database: Database) -> None:
        self._folder, self._database = folder, database
        self._export_log = SqliteExportLog(database, IDS)
        self._player = Player(database, small_pack())
        self._here, self._others = "RV2048", "RV2049"
        self._attempts: dict[str, Attempt] = {}
        self._open: AbstractContextManager[LogSnapshot] | None = None
        self._snapshot: LogSnapshot | None = None
        self.carried: Rows = {}

    def go(self, step: str) -> None:
        """Take a step, where it can be taken."""
        getattr(self, f"_{step}")()

    def carry(self) -> None:
        """Export in one go, where no export is under way, and compare."""
        if self._snapshot is None:
            self.carried.update(exported(self._folder, self._database))
            assert self.carried == whole(self._folder)

    def _begin(self) -> None:
        self._attempts[self._here] = self._player.begin()

    def _place(self) -> None:
        attempt = self._attempts.get(self._here)
        if attempt is not None and not attempt.checked:
            item_id = attempt.board.dealt[0]
            there = attempt.board.places[item_id]
            self._player.place(attempt, item_id, "is" if there != "is" else "is_not")

    def _check(self) -> None:
        attempt = self._attempts.get(self._here)
        if attempt is not None and not attempt.checked:
            self._player.check(attempt)

    def _submit(self) -> None:
        attempt = self._attempts.get(self._here)
        if attempt is not None and attempt.checked:
            self._player.submit(self._attempts.pop(self._here))

    def _leave(self) -> None:
        visit_id = self._player.opened.visit_id
        self._player.journal.end_visit(visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()).result(10)

    def _come(self) -> None:
        self._here, self._others = self._others, self._here
        self._player = Player(self._database, small_pack(), self._here)

    def _look(self) -> None:
        if self._snapshot is None:
            self._open = SqliteAttemptLog(self._folder).snapshot(NEW)
            self._snapshot = self._open.__enter__()

    def _note(self) -> None:
        if self._snapshot is not None:
            self.carried.update(rows_of(self._snapshot))
            assert self._export_log.record_export(self._snapshot.states(), CLOCK.now())
            self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._open.__exit__(None, None, None)
        self._open = self._snapshot = None


@pytest.mark.slow
@settings(max_examples=40)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=30))
def test_new_ones_put_together_are_the_whole_log(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("new")
    with opened(folder) as database:
        course = Course(folder, database)
        for step in (*steps, "note"):
            course.go(step)
            course.carry()
        assert exported(folder, database) == {}


def test_attempt_left_and_gone_on_with_is_new_each_time(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        attempt = player.begin()
        outcomes = [outcome(exported(tmp_path, database))]
        for _ in range(2):
            visit_id = player.opened.visit_id
            player.journal.end_visit(visit_id, VisitEnd.IDLE, CLOCK.now()).result(10)
            outcomes.append(outcome(exported(tmp_path, database)))
            player = Player(database, small_pack())
            assert player.opened.open_attempt is not None
            outcomes.append(outcome(exported(tmp_path, database)))
        player.check(attempt)
        player.submit(attempt)
        outcomes.append(outcome(exported(tmp_path, database)))
    assert outcomes == [None, "abandoned", None, "abandoned", None, "failed"]


def outcome(gone: Rows) -> object:
    ((row, *_),) = gone.values()
    return row.outcome


def test_attempt_of_another_learner_stays_abandoned_while_one_is_there(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).begin()
        Player(database, small_pack(), "RV2049")
        assert outcome(whole(tmp_path)) == "abandoned"


def test_attempt_that_is_no_longer_the_latest_goes_out_again(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        first = player.play(wrong=2)
        exported(tmp_path, database)
        second = player.play()
        assert set(exported(tmp_path, database)) == {first.start.id, second.start.id}


def test_attempt_that_is_no_longer_the_best_goes_out_again(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        first, second = player.play(wrong=2), player.begin()
        for item in player.activity.items:
            player.place(second, item.id, item.category_id)
        exported(tmp_path, database)
        player.check(second)
        assert set(exported(tmp_path, database)) == {first.start.id, second.start.id}


def test_export_of_one_activity_leaves_the_others_new(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        attempt = Player(database, small_pack()).play()
        assert exported(tmp_path, database, Selection(activity_id="no-such")) == {}
        assert list(exported(tmp_path, database)) == [attempt.start.id]


def test_long_log_is_noted_in_steps_that_count_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.store.log._NOTED_AT_ONCE", 2)
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        played = [player.play().start.id for _ in range(4)]
        assert list(exported(tmp_path, database)) == played
        assert exported(tmp_path, database) == {}
        assert rows(database, "SELECT attempts FROM export_log ORDER BY key") == [(4,), (0,)]


def test_log_that_breaks_off_counts_as_exported_as_far_as_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.store.log._NOTED_AT_ONCE", 1)
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        played = [player.play().start.id for _ in range(3)]
        with SqliteAttemptLog(tmp_path).snapshot(NEW) as snapshot:
            first, *_ = snapshot.states()
            SqliteExportLog(database, IDS).record_export([first], CLOCK.now())
        assert list(exported(tmp_path, database)) == played[1:]


def test_attempt_that_is_gone_by_then_is_not_noted(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        assert SqliteExportLog(database, IDS).record_export([AttemptState(9, "x")], CLOCK.now())
        assert rows(database, "SELECT count(*) FROM exported") == [(0,)]


def test_closed_database_is_told_as_not_noted(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        pass
    assert not SqliteExportLog(database, IDS).record_export([AttemptState(1, "x")], CLOCK.now())
