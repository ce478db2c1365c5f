"""The attempt log, against the same counted in Python; and one moment of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from log_model import Stay, expected, logs, placements, selected, selections, write
from store_tools import opened
from stores import CLOCK, Player, small_pack

from kiosk.core.log_rows import LogCounts, PlacementRow, Selection
from kiosk.errors import NotSetUp
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog


@pytest.mark.slow
@settings(max_examples=40)
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


def test_folder_without_a_kiosk_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotSetUp), SqliteAttemptLog(tmp_path).snapshot(Selection()):
        pass
    Database.open(tmp_path, CLOCK.now()).close()
    with pytest.raises(NotSetUp), SqliteAttemptLog(tmp_path).snapshot(Selection()):
        pass
