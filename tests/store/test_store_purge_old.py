"""What is old goes; what is not, what the clock calls the future, and what others need stays."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_model import Stay, logs, write
from makers import MORNING
from purge_tools import CODE, all_rows, backed_up, backups, holding, ids_of, purged, sound
from store_tools import file_rows, opened, unguarded
from stores import CLOCK, Player, small_pack

from kiosk.core.purges import OlderThan, PurgeCounts
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.purge import SqlitePurge
from kiosk.store.times import from_text, to_text

NOW = MORNING + timedelta(days=100)
LIMIT = NOW - timedelta(days=50)
ORDER = OlderThan(LIMIT, NOW)
OLD, YOUNG, FUTURE = (NOW - timedelta(days=90), NOW - timedelta(days=10), NOW + timedelta(days=9))
ALL = "SELECT id, started, submitted, follows, key FROM attempt ORDER BY key"


def dated(folder: Path, *moments: datetime | tuple[datetime, datetime]) -> list[str]:
    """Give the attempts of a folder, in their order, times of beginning and submission."""
    with unguarded(folder / "kiosk.db") as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM attempt ORDER BY key")]
        for key, moment in zip(keys, moments, strict=True):
            began, closed = moment if isinstance(moment, tuple) else (moment, moment)
            connection.execute(
                "UPDATE attempt SET started = ?, submitted = iif(submitted IS NULL, NULL, ?)"
                " WHERE key = ?",
                (to_text(began), to_text(closed), key),
            )
        connection.execute(
            "UPDATE visit SET started = (SELECT min(started) FROM attempt WHERE visit = visit.key),"
            " ended = (SELECT max(coalesce(submitted, started)) FROM attempt"
            " WHERE visit = visit.key), how_ended = 'idle'"
        )
        connection.execute("UPDATE visit SET last_known = ended")
    return [str(row[0]) for row in file_rows(folder / "kiosk.db", ALL)]


def kept(folder: Path) -> list[int]:
    return [int(row[-1]) for row in file_rows(folder / "kiosk.db", ALL)]


def play(folder: Path, *codes: str) -> None:
    with opened(folder) as database:
        for code in codes:
            Player(database, small_pack(), code).play(wrong=1)


def test_old_attempts_go_with_the_visits_and_learners_that_are_left_bare(tmp_path: Path) -> None:
    play(tmp_path, "XK0001", "XK0002", "XK0002")
    dated(tmp_path, OLD, OLD + timedelta(hours=1), YOUNG)
    gone = ["XK0001", *ids_of(tmp_path, "XK0001")]
    done = purged(tmp_path, ORDER)
    assert (done.counts, done.elsewhere) == (PurgeCounts(1, 2, 2, 12), ())
    assert kept(tmp_path) == [3]
    assert holding(tmp_path, gone) == []
    assert file_rows(tmp_path / "kiosk.db", "SELECT code FROM learner") == [("XK0002",)]
    assert all(sound(file) for file in (tmp_path / "kiosk.db", *backups(tmp_path)))


def test_what_lies_in_the_future_of_the_clock_stays(tmp_path: Path) -> None:
    play(tmp_path, "XK0001", "XK0002", "XK0003")
    dated(tmp_path, OLD, FUTURE, (OLD, FUTURE))
    purged(tmp_path, ORDER)
    assert kept(tmp_path) == [2, 3]


@pytest.mark.slow
def test_clock_that_was_set_back_makes_nothing_old(tmp_path: Path) -> None:
    play(tmp_path, "XK0001", "XK0002", "XK0003")
    dated(tmp_path, OLD, YOUNG, datetime.fromisoformat("1970-01-01T00:01:00Z"))
    purged(tmp_path, ORDER)
    assert kept(tmp_path) == [2, 3]


def test_clock_that_went_ahead_for_a_day_keeps_nothing_for_ever(tmp_path: Path) -> None:
    play(tmp_path, "XK0001", "XK0002", "XK0003")
    dated(tmp_path, OLD, FUTURE, OLD)
    purged(tmp_path, ORDER)
    assert kept(tmp_path) == [2]


def test_round_and_the_attempts_that_it_follows_go_together(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        for code in ("XK0001", "XK0002"):
            Player(database, small_pack(), code).play(wrong=1)
            player = Player(database, small_pack(), code)
            assert player.opened.second_round is not None
            player.play_round(player.opened.second_round)
    dated(tmp_path, OLD, OLD, OLD, YOUNG)
    purged(tmp_path, ORDER)
    assert kept(tmp_path) == [3, 4]


def test_open_attempt_is_as_old_as_its_learners_latest_visit(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        for code in ("XK0001", "XK0002", "XK0003"):
            Player(database, small_pack(), code).begin()
    dated(tmp_path, OLD, OLD, OLD)
    with unguarded(tmp_path / "kiosk.db") as connection:
        connection.execute(
            "INSERT INTO visit SELECT 9, 'v9', learner, pack, language, ?, 0, ?, ?, 'idle', NULL,"
            " NULL, NULL, NULL, 0, 0 FROM visit WHERE key = 2",
            (to_text(YOUNG),) * 3,
        )
    purged(tmp_path, ORDER)
    assert kept(tmp_path) == [2]


def test_abandoned_attempt_is_as_old_as_the_one_begun_in_its_place(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        for _ in range(3):
            Player(database, small_pack(), CODE).begin()
    dated(tmp_path, OLD, OLD, YOUNG)
    purged(tmp_path, ORDER)
    assert kept(tmp_path) == [2, 3]


def test_export_in_the_data_folder_is_named_if_it_holds_what_went(tmp_path: Path) -> None:
    play(tmp_path, CODE, CODE)
    old, young = dated(tmp_path, OLD, YOUNG)
    for name in (old, young):
        (tmp_path / f"{name[-4:]}.csv").write_text(f"attempt_id\r\n{name}\r\n")
    assert purged(tmp_path, ORDER).elsewhere == (tmp_path / f"{old[-4:]}.csv",)


def test_backups_lose_what_is_old_and_what_the_database_lost(tmp_path: Path) -> None:
    play(tmp_path, "XK0001", "XK0002")
    ids = dated(tmp_path, OLD, YOUNG)
    early = backed_up(tmp_path)
    # In the backup its clock is one of today; in the database it was put right since.
    with unguarded(early) as connection:
        connection.execute("UPDATE attempt SET submitted = ?, started = ?", (to_text(YOUNG),) * 2)
    assert purged(tmp_path, ORDER).backups == 2
    assert holding(tmp_path, ids[:1]) == []
    assert file_rows(early, "SELECT id FROM attempt") == [(ids[1],)]


@pytest.mark.parametrize(("changed", "stays"), [(OLD, False), (YOUNG, True), (FUTURE, True)])
def test_quarantined_files_go_when_they_are_as_old(
    tmp_path: Path, changed: datetime, *, stays: bool
) -> None:
    play(tmp_path, CODE)
    ids = dated(tmp_path, OLD)
    file = tmp_path / "quarantine" / "then" / "kiosk.db"
    file.parent.mkdir(parents=True)
    file.write_bytes(ids[0].encode())
    os.utime(file, (changed.timestamp(),) * 2)
    assert purged(tmp_path, ORDER).removed == (() if stays else (file.parent,))
    assert file.exists() == stays


@pytest.mark.slow
@settings(max_examples=30)
@given(stays=logs, days=st.integers(-4, 4))
def test_any_old_log_goes_whole_and_the_rest_stays_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, stays: list[Stay], days: int
) -> None:
    folder = tmp_path_factory.mktemp("old")
    now = MORNING + timedelta(days=2, hours=1)
    order = OlderThan(MORNING + timedelta(days=min(days, 2)), now)
    with opened(folder) as database:
        write(SqliteJournal(database, CLOCK), stays)
        database.ask(lambda db: db.execute("UPDATE visit SET last_known = started"))
    Database.open(folder, now).close()
    before = all_rows(folder / "kiosk.db")
    told = file_rows(folder / "kiosk.db", ALL)
    with closing(Database.open(folder, now)) as database:
        counts = SqlitePurge(database, CLOCK).run(order).counts
    after = all_rows(folder / "kiosk.db")
    left = {row[0] for row in file_rows(folder / "kiosk.db", ALL)}
    gone = [row for row in told if row[0] not in left]
    assert counts.attempts == len(gone)
    assert holding(folder, [row[0] for row in gone]) == []
    for name, rows in after.items():
        assert set(rows) <= set(before[name])
    assert_rightly(told, left, order)
    assert sound(folder / "kiosk.db")


def assert_rightly(told: list[tuple[Any, ...]], left: set[str], order: OlderThan) -> None:
    reached, followed = "", set()
    for name, *_, follows, _ in reversed(told):
        if name in left or name in followed:
            followed.add(follows)
    for name, started, submitted, *_ in told:
        if from_text(started) <= order.now:
            reached = max(reached, started)
        young = bool(reached) and from_text(reached) >= order.before
        if submitted is not None:
            young = young or from_text(submitted) >= order.before
            assert (name in left) == (young or name in followed)
        elif young:
            assert name in left
