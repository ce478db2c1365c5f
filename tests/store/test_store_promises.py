"""What the store promises, on real files."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import InputMethod, Position, Settings, VisitEnd, VisitStart
from kiosk.core.ports import SaveState, UnknownCode
from kiosk.errors import AlreadyRunning, DatabaseDamaged, DatabaseNewer, DataFolderUnusable
from kiosk.store.checksum import checksum_ok
from kiosk.store.connection import open_writer, pragma
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog
from kiosk.store.record import SqliteKioskRecord

CHILD = Path(__file__).with_name("child_writer.py")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    yield opened
    opened.close()


def test_writing_connection_has_the_settings_the_promise_rests_on(tmp_path: Path) -> None:
    with closing(open_writer(tmp_path / "x.db")) as connection:
        names = ("synchronous", "foreign_keys", "trusted_schema", "secure_delete", "mmap_size")
        assert [pragma(connection, name) for name in names] == [2, 1, 0, 1, 0]
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize("acknowledged", [1, 4, 11, 30])
def test_kill_after_the_acknowledgement_keeps_every_placement(
    tmp_path: Path, acknowledged: int
) -> None:
    seen = 0
    command = [sys.executable, str(CHILD), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            seen = int(line)
            if seen >= acknowledged:
                child.kill()
                break
    database = open_database(tmp_path)
    try:
        count = database.read(lambda db: db.execute("SELECT count(*) FROM placement").fetchone())
        assert count[0] >= seen >= acknowledged
        assert database.read(lambda db: checksum_ok(db, 1))
        ended = database.read(lambda db: db.execute("SELECT how_ended FROM visit").fetchall())
        assert ended == [("interrupted",)]
    finally:
        database.close()


def test_second_kiosk_on_a_folder_is_turned_away_until_the_first_is_gone(tmp_path: Path) -> None:
    first = open_database(tmp_path)
    with pytest.raises(AlreadyRunning):
        Database.open(tmp_path, CLOCK.now())
    first.close()
    open_database(tmp_path).close()


@pytest.mark.parametrize(
    "content",
    [b"nonsense" * 900, b"SQLite format 3\0" + b"\x5a" * 8000, b"SQLite format 3\0"],
    ids=["random", "header only", "truncated"],
)
def test_damaged_file_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kiosk.db"
    file.write_bytes(content)
    with pytest.raises(DatabaseDamaged):
        Database.open(tmp_path, CLOCK.now())
    assert file.read_bytes() == content


def test_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE letters (text)")
    before = file.read_bytes()
    with pytest.raises(DatabaseDamaged):
        Database.open(tmp_path, CLOCK.now())
    assert file.read_bytes() == before


def test_newer_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    file = tmp_path / "kiosk.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 2")
    before = file.read_bytes()
    with pytest.raises(DatabaseNewer):
        Database.open(tmp_path, CLOCK.now())
    assert file.read_bytes() == before


def test_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    there = tmp_path / "data"
    there.write_text("mine")
    with pytest.raises(DataFolderUnusable):
        Database.open(there, CLOCK.now())


def test_a_wrong_job_fails_alone(database: Database) -> None:
    player = Player(database, small_pack())
    attempt = player.begin()
    wrong = player.journal.record_check("no such attempt", attempt.check())
    attempt = player.begin()
    player.place(attempt, attempt.board.dealt[0], "is")
    assert isinstance(wrong.exception(10), ValueError)


def test_locked_database_holds_placements_up_and_loses_none(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    player = Player(database, small_pack())
    attempt = player.begin()
    states: list[SaveState] = []
    waiting, saved = threading.Event(), threading.Event()

    def hear(state: SaveState) -> None:
        states.append(state)
        if state is SaveState.WAITING:
            waiting.set()
        if state is SaveState.SAVED:
            saved.set()

    database.watch(hear)
    blocker = sqlite3.connect(tmp_path / "kiosk.db", isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    futures = []
    for item_id in attempt.board.dealt:
        placement = attempt.place(item_id, "is", InputMethod.DRAG)
        assert placement is not None
        futures.append(player.journal.record_placement(attempt.start.id, placement))
    assert waiting.wait(20)
    assert not any(future.done() for future in futures)
    blocker.execute("ROLLBACK")
    blocker.close()
    for future in futures:
        future.result(20)
    assert saved.wait(5)
    assert states[0] is SaveState.SAVING
    assert states[-1] is SaveState.SAVED
    items = "SELECT item FROM placement ORDER BY seq"
    rows = database.read(lambda db: db.execute(items).fetchall())
    assert [item for (item,) in rows] == list(attempt.board.dealt)
    database.close()


def test_the_same_placement_written_again_changes_nothing(database: Database) -> None:
    player = Player(database, small_pack())
    attempt = player.begin()
    placement = attempt.place(attempt.board.dealt[0], "is", InputMethod.TAP)
    assert placement is not None
    for _ in range(3):
        player.journal.record_placement(attempt.start.id, placement).result(10)
    count = database.read(lambda db: db.execute("SELECT placements FROM attempt").fetchone())
    assert count == (1,)
    assert database.read(lambda db: checksum_ok(db, 1))


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attempt SET final_score = 1",
        "UPDATE placement SET to_place = 'is'",
        "UPDATE response SET correct = 1",
        "INSERT INTO placement VALUES (1, 99, 'x', NULL, 'is', 'tap', 1, 1, 1)",
        "INSERT INTO response VALUES (1, 99, 'x', 'is', 1, 'is', 1, 1)",
    ],
)
def test_submitted_attempt_is_never_changed(database: Database, change: str) -> None:
    Player(database, small_pack()).play()
    with pytest.raises(sqlite3.IntegrityError):
        database.ask(lambda db: db.execute(change)).result(10)
    assert database.read(lambda db: checksum_ok(db, 1))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    where=st.sampled_from(
        [
            ("attempt", "active_ms", "active_ms + 1"),
            ("attempt", "final_score", "0.25"),
            ("attempt", "outcome", "'completed'"),
            ("attempt", "shuffle_seed", "shuffle_seed + 1"),
            ("attempt", "started", "'2020-01-01T00:00:00.000Z'"),
            ("placement", "to_place", "'is-not-that'"),
            ("placement", "ms", "ms + 1"),
            ("placement", "item", "item || 'x'"),
            ("response", "category", "'elsewhere'"),
            ("response", "first_try_correct", "1 - first_try_correct"),
        ]
    ),
    row=st.integers(0, 5),
)
def test_checksum_tells_any_altered_field(
    tmp_path_factory: pytest.TempPathFactory, where: tuple[str, str, str], row: int
) -> None:
    folder = tmp_path_factory.mktemp("altered")
    database = open_database(folder)
    Player(database, small_pack()).play(wrong=2)
    database.close()
    table, column, value = where
    order = {"attempt": "key", "placement": "seq", "response": "position"}[table]
    with closing(sqlite3.connect(folder / "kiosk.db", isolation_level=None)) as db:
        for trigger in ("attempt_closed", "placement_fixed", "response_fixed"):
            db.execute(f"DROP TRIGGER {trigger}")
        assert checksum_ok(db, 1)
        offset = 0 if table == "attempt" else row
        (number,) = db.execute(
            f"SELECT {order} FROM {table} ORDER BY {order} LIMIT 1 OFFSET {offset}"  # noqa: S608
        ).fetchone()
        db.execute(f"UPDATE {table} SET {column} = {value} WHERE {order} = ?", (number,))  # noqa: S608
        assert not checksum_ok(db, 1)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["is", "is_not", None])), max_size=25))
def test_attempt_comes_back_as_it_was_left(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, str | None]]
) -> None:
    folder = tmp_path_factory.mktemp("left")
    database = open_database(folder)
    player = Player(database, small_pack())
    attempt = player.begin()
    for n, (card, place) in enumerate(moves):
        if n == 12:
            player.check(attempt)
            attempt.try_again()
        item_id = attempt.board.dealt[card]
        if item_id not in attempt.board.locked:
            player.place(attempt, item_id, place)
    database.close()
    database = open_database(folder)
    again = Player(database, small_pack())
    assert again.opened.open_attempt is not None
    resumed = Attempt.resumed(again.activity, again.opened.open_attempt, CLOCK)
    if len(moves) > 12 and resumed.checked:
        resumed.try_again()
    assert resumed.board.places == attempt.board.places
    assert resumed.placements == attempt.placements
    assert resumed.responses == attempt.responses
    database.close()


def test_a_copy_of_the_one_file_is_whole_after_a_visit(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data")
    player = Player(database, small_pack())
    player.play()
    player.journal.end_visit(player.opened.visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()).result(10)
    database.ask_checkpoint().result(10)
    (tmp_path / "copy").mkdir()
    shutil.copy(tmp_path / "data" / "kiosk.db", tmp_path / "copy" / "kiosk.db")
    with SqliteAttemptLog(tmp_path / "copy").snapshot(Selection()) as snapshot:
        assert snapshot.counts().placements == 6
    database.close()


def test_unknown_resume_code_leaves_no_trace(database: Database) -> None:
    journal = SqliteJournal(database, CLOCK)
    start = VisitStart(
        visit_id=IDS.new(),
        learner_id=IDS.new(),
        code="BCDFG",
        may_create=False,
        language="en",
        started=CLOCK.now(),
    )
    assert isinstance(journal.open_visit(start, small_pack()).exception(10), UnknownCode)
    rows = database.read(lambda db: db.execute("SELECT count(*) FROM learner").fetchone())
    assert rows == (0,)


def test_position_and_seen_screens_come_back(database: Database) -> None:
    player = Player(database, small_pack())
    position = Position(Screen.LESSON, "s2")
    player.journal.save_position(player.opened.visit_id, position).result(10)
    player.journal.end_visit(player.opened.visit_id, VisitEnd.IDLE, CLOCK.now()).result(10)
    again = Player(database, small_pack()).opened
    assert again.returning
    assert again.position == position


def test_settings_that_make_no_sense_fall_back(database: Database) -> None:
    def spoil(db: sqlite3.Connection) -> None:
        db.execute("UPDATE setting SET value = '[' WHERE name = 'code_pattern'")
        db.execute("UPDATE setting SET value = '\"soon\"' WHERE name = 'idle_after_seconds'")

    database.ask(spoil).result(10)
    assert SqliteKioskRecord(database).settings() == Settings()


def test_snapshot_stays_one_moment_while_the_writer_writes(
    database: Database, tmp_path: Path
) -> None:
    player = Player(database, small_pack())
    player.play()
    with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
        before = snapshot.counts()
        player.play()
        assert snapshot.counts() == before
        assert len(list(snapshot.attempts())) == before.attempts == 1


def test_log_tells_first_latest_and_best_apart(database: Database, tmp_path: Path) -> None:
    player = Player(database, small_pack())
    for wrong in (2, 0, 1):
        player.play(wrong)
    with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
        rows = list(snapshot.attempts())
        assert snapshot.counts().attempts == len(rows)
        assert snapshot.counts().placements == len(list(snapshot.placements()))
        assert snapshot.counts().responses == len(list(snapshot.responses()))
        assert snapshot.counts().active_ms == sum(row.active_ms for row in rows)
    assert [row.attempt_number for row in rows] == [1, 2, 3]
    assert [row.is_first for row in rows] == [True, False, False]
    assert [row.is_latest for row in rows] == [False, False, True]
    assert [row.is_best for row in rows] == [False, True, False]
    assert [row.first_try_correct for row in rows] == [4, 6, 5]
    assert [len(row.missed_items) for row in rows] == [2, 0, 1]
    assert [row.outcome for row in rows] == ["failed", "passed", "passed"]


def test_only_new_leaves_out_what_went_before_unless_it_changed(
    database: Database, tmp_path: Path
) -> None:
    player = Player(database, small_pack())
    player.play()
    still_open = player.begin()
    log = SqliteAttemptLog(tmp_path)
    new = Selection(only_new=True)
    SqliteExportLog(database, IDS).record_export(Selection(), CLOCK.now()).result(10)
    with log.snapshot(new) as snapshot:
        assert snapshot.counts().attempts == 0
    player.place(still_open, still_open.board.dealt[0], "is")
    with log.snapshot(new) as snapshot:
        assert [row.attempt_id for row in snapshot.attempts()] == [still_open.start.id]


def test_log_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    Player(database, small_pack()).play()
    database.close()
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as db:
        db.execute("DROP TABLE response")
    with (
        pytest.raises(DataFolderUnusable, match="response"),
        SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot,
    ):
        snapshot.counts()
