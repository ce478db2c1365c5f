"""Every job of the store bears being run again, as after a commit that only seemed to fail."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from store_tools import rows
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.flow import Screen
from kiosk.core.log_rows import AttemptState
from kiosk.core.model import (
    InputMethod,
    Kiosk,
    Outcome,
    Position,
    ScreenView,
    Settings,
    VisitEnd,
)
from kiosk.store import attempts
from kiosk.store.attempts import NoSuchAttempt
from kiosk.store.database import Database
from kiosk.store.log import SqliteExportLog
from kiosk.store.record import SqliteKioskRecord
from kiosk.store.writer import Job, T


class TwiceDatabase(Database):
    """Runs every job twice and sees that the second run answers alike and changes nothing."""

    jobs = 0

    def ask(self, job: Job[T]) -> Future[T]:
        def twice(connection: sqlite3.Connection) -> T:
            once = job(connection)
            before = list(connection.iterdump())
            assert job(connection) == once
            assert list(connection.iterdump()) == before
            self.jobs += 1
            return once

        return super().ask(twice)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[TwiceDatabase]:
    twice = TwiceDatabase.open(tmp_path, CLOCK.now())
    assert isinstance(twice, TwiceDatabase)
    yield twice
    twice.close()


def test_whole_visit_written_twice_is_one(database: TwiceDatabase) -> None:
    player = Player(database, small_pack())
    visit_id = player.opened.visit_id
    view = ScreenView("s1", CLOCK.now(), 4_000)
    player.journal.save_position(visit_id, Position(Screen.LESSON, "s1")).result(10)
    player.journal.record_screen_view(visit_id, player.pack, view).result(10)
    player.begin()
    attempt = player.play(wrong=2)
    player.journal.end_visit(visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()).result(10)
    assert database.jobs == 1 + 2 + 1 + (1 + len(attempt.placements) + 2) + 1
    assert rows(database, "SELECT outcome, placements FROM attempt ORDER BY key") == [
        ("abandoned", 0),
        ("failed", 6),
    ]
    assert rows(database, "SELECT count(*) FROM screen_view") == [(1,)]


def test_second_round_written_twice_is_one(database: TwiceDatabase) -> None:
    Player(database, small_pack()).play(wrong=2)
    again = Player(database, small_pack())
    assert again.opened.second_round is not None
    again.play_round(again.opened.second_round)
    found = rows(database, "SELECT outcome, placements, follows IS NULL FROM attempt ORDER BY key")
    assert found == [("failed", 6, 1), ("completed", 2, 0)]


def test_returning_learner_written_twice_returns(database: TwiceDatabase) -> None:
    assert not Player(database, small_pack()).opened.returning
    assert Player(database, small_pack()).opened.returning
    assert rows(database, "SELECT count(*) FROM visit") == [(2,)]
    assert rows(database, "SELECT count(*) FROM learner") == [(1,)]


def test_set_up_and_logs_written_twice_are_one(database: TwiceDatabase) -> None:
    record = SqliteKioskRecord(database)
    here = Kiosk(IDS.new(), "Kiosk 1", "Riverside", CLOCK.now())
    record.set_up(here, Settings(), "hash").result(10)
    record.log_staff("entered", CLOCK.now()).result(10)
    Player(database, small_pack()).play()
    assert SqliteExportLog(database, IDS).record_export([AttemptState(1, "done")], CLOCK.now())
    for table in ("kiosk", "staff_log", "export_log", "exported"):
        assert rows(database, f"SELECT count(*) FROM {table}") == [(1,)]
    assert rows(database, "SELECT attempts FROM export_log") == [(1,)]


def test_placement_written_again_after_the_submit_changes_nothing(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    attempt = Player(database, small_pack()).play()
    last = attempt.placements[-1]
    database.ask(lambda db: attempts.record_placement(db, attempt.start.id, last)).result(10)
    assert rows(database, "SELECT placements FROM attempt") == [(6,)]
    database.close()


def test_another_placement_of_the_same_number_is_refused(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    player = Player(database, small_pack())
    attempt = player.begin()
    placement = attempt.place(attempt.board.dealt[0], "is", InputMethod.TAP)
    assert placement is not None
    player.journal.record_placement(attempt.start.id, placement).result(10)
    other = replace(placement, item_id=attempt.board.dealt[1])
    refused = player.journal.record_placement(attempt.start.id, other)
    assert isinstance(refused.exception(10), sqlite3.IntegrityError)
    assert rows(database, "SELECT item FROM placement") == [(placement.item_id,)]
    database.close()


def test_attempt_is_closed_once(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    player = Player(database, small_pack())
    attempt = player.play(wrong=3)
    again = player.journal.submit(attempt.start.id, Outcome.PASSED, CLOCK.now())
    assert isinstance(again.exception(10), NoSuchAttempt)
    assert rows(database, "SELECT outcome FROM attempt") == [("failed",)]
    database.close()
