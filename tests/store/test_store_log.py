"""The attempt log, against the same counted in Python; and one moment of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_model import Stay, expected, logs, placements, selected, selections, write
from store_tools import opened
from stores import CLOCK, IDS, Player, small_pack

from kiosk.core.log_rows import LogCounts, PlacementRow, Selection
from kiosk.errors import NotSetUp
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog


@settings(max_examples=40, deadline=None)
@given(stays=logs, selection=selections)
def test_log_of_any_course_of_events_agrees_with_a_count_by_hand(
    tmp_path_factory: pytest.TempPathFactory, stays: list[Stay], selection: Selection
) -> None:
    folder = tmp_path_factory.mktemp("log")
    with opened(folder) as database:
        write(SqliteJournal(database, CLOCK), stays)
        with SqliteAttemptLog(folder).snapshot(selection) as snapshot:
            attempt_rows = list(snapshot.attempts())
            placement_rows = list(snapshot.placements())
            response_rows = list(snapshot.responses())
            counts = snapshot.counts()
    told = selected(stays, selection)
    assert [row.attempt_id for row in attempt_rows] == [one.id for one in told]
    by_hand = expected(stays)
    for row in attempt_rows:
        values = row._asdict()
        assert {name: values[name] for name in by_hand[row.attempt_id]} == by_hand[row.attempt_id]
    assert placement_rows == [
        PlacementRow(one.id, p.seq, p.item_id, None, p.to_id, p.input_method, p.ms, None, 1)
        for one in told
        for p in placements(one)
    ]
    assert [(row.attempt_id, row.item_id, row.category_id) for row in response_rows] == [
        (one.id, r.item_id, r.category_id)
        for one in told
        if one.result
        for r in one.result.responses
    ]
    assert counts == LogCounts(
        len(attempt_rows),
        len(placement_rows),
        len(response_rows),
        sum(row.active_ms for row in attempt_rows),
        sum(row.ms for row in placement_rows),
    )


def test_snapshot_stays_one_moment_while_the_writer_writes(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        player.play()
        attempt = player.begin()
        with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
            before = snapshot.counts(), list(snapshot.attempts()), list(snapshot.placements())
            player.place(attempt, attempt.board.dealt[0], "is")
            player.play()
            database.ask_checkpoint().result(10)
            after = snapshot.counts(), list(snapshot.attempts()), list(snapshot.placements())
            assert after == before
        with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
            assert snapshot.counts().attempts == before[0].attempts + 1


def only_new(folder: Path) -> list[str]:
    with SqliteAttemptLog(folder).snapshot(Selection(only_new=True)) as snapshot:
        return [row.attempt_id for row in snapshot.attempts()]


steps = st.lists(st.sampled_from(("begin", "place", "check", "submit", "export")), max_size=25)


@settings(max_examples=30, deadline=None)
@given(steps=steps)
def test_attempt_is_new_until_an_export_had_it_in_its_present_state(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("new")
    with opened(folder) as database:
        course = Course(database)
        for step in steps:
            course.go(step)
            assert only_new(folder) == [name for name in course.begun if name in course.changed]


class Course:
    """A learner and a member of staff at one kiosk, and which attempts changed since an export."""

    def __init__(self, database: Database) -> None:
        self._player = Player(database, small_pack())
        self._exports = SqliteExportLog(database, IDS)
        self._attempt = self._player.begin()
        self.begun = [self._attempt.start.id]
        self.changed = set(self.begun)
        self._open = True

    def go(self, step: str) -> None:
        """Take a step, where it can be taken."""
        getattr(self, f"_{step}")()

    def _begin(self) -> None:
        if self._open:
            self.changed.add(self.begun[-1])
        self._attempt, self._open = self._player.begin(), True
        self.begun.append(self._attempt.start.id)
        self.changed.add(self.begun[-1])

    def _place(self) -> None:
        if self._open and not self._attempt.checked:
            item_id = self._attempt.board.dealt[0]
            there = self._attempt.board.places[item_id]
            self._player.place(self._attempt, item_id, "is" if there != "is" else "is_not")
            self.changed.add(self.begun[-1])

    def _check(self) -> None:
        if self._open and not self._attempt.checked:
            self._player.check(self._attempt)
            self.changed.add(self.begun[-1])

    def _submit(self) -> None:
        if self._open and self._attempt.checked:
            self._player.submit(self._attempt)
            self.changed.add(self.begun[-1])
            self._open = False

    def _export(self) -> None:
        self._exports.record_export(Selection(), CLOCK.now()).result(10)
        self.changed.clear()


def test_export_of_one_activity_leaves_the_others_new(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        attempt = Player(database, small_pack()).play()
        exports = SqliteExportLog(database, IDS)
        exports.record_export(Selection(activity_id="no-such"), CLOCK.now()).result(10)
        assert only_new(tmp_path) == [attempt.start.id]


def test_folder_without_a_kiosk_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotSetUp), SqliteAttemptLog(tmp_path).snapshot(Selection()):
        pass
    Database.open(tmp_path, CLOCK.now()).close()
    with pytest.raises(NotSetUp), SqliteAttemptLog(tmp_path).snapshot(Selection()):
        pass
