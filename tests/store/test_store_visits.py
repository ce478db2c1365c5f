"""Coming, going, coming back: what a visit finds, what it leaves, and what it never keeps."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from makers import MORNING, HandClock
from store_tools import file_rows, opened, rows
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import Choices, Position, ScreenView, VisitEnd, VisitOpened, VisitStart
from kiosk.core.ports import UnknownCode
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.times import from_text

ENDED = "SELECT how_ended, ended FROM visit ORDER BY key"
CODE = "QZXJW"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with opened(tmp_path) as database:
        yield database


def resume(database: Database, code: str) -> BaseException | VisitOpened:
    start = VisitStart(
        visit_id=IDS.new(),
        learner_id=IDS.new(),
        code=code,
        may_create=False,
        language="en",
        started=CLOCK.now(),
    )
    future = SqliteJournal(database, CLOCK).open_visit(start, small_pack())
    return future.exception(10) or future.result(10)


def left_visit(database: Database, clock: HandClock) -> None:
    """Begin a visit in the morning, go somewhere ten minutes later, and vanish."""
    journal = SqliteJournal(database, clock)
    start = VisitStart(
        visit_id=IDS.new(),
        learner_id=IDS.new(),
        code="RV2048",
        may_create=True,
        language="en",
        started=clock.now(),
    )
    journal.open_visit(start, small_pack()).result(10)
    clock.tick(600_000)
    journal.save_position(start.visit_id, Position(Screen.LESSON, "s2")).result(10)


def test_interrupted_visit_is_ended_at_its_last_known_moment_at_the_next_start(
    tmp_path: Path,
) -> None:
    with opened(tmp_path) as database:
        left_visit(database, HandClock())
    Database.open(tmp_path, CLOCK.now()).close()
    ((how, ended),) = file_rows(tmp_path / "kiosk.db", ENDED)
    assert (how, from_text(ended)) == ("interrupted", MORNING + timedelta(minutes=10))


def test_interrupted_visit_is_ended_at_its_last_known_moment_at_the_next_visit(
    database: Database,
) -> None:
    left_visit(database, HandClock())
    Player(database, small_pack(), "RV2049")
    (how, ended), running = rows(database, ENDED)
    assert (how, from_text(ended)) == ("interrupted", MORNING + timedelta(minutes=10))
    assert running == (None, None)


def test_visit_that_ended_stays_as_it_ended(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        visit_id = player.opened.visit_id
        player.journal.end_visit(visit_id, VisitEnd.IDLE, MORNING).result(10)
        player.journal.end_visit(visit_id, VisitEnd.STAFF, CLOCK.now()).result(10)
    Database.open(tmp_path, CLOCK.now()).close()
    ((how, ended),) = file_rows(tmp_path / "kiosk.db", ENDED)
    assert (how, from_text(ended)) == ("idle", MORNING)


def test_unknown_resume_code_leaves_no_trace(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        before = database.read(lambda db: list(db.iterdump()))
        assert isinstance(resume(database, CODE), UnknownCode)
        assert database.read(lambda db: list(db.iterdump())) == before
        for file in tmp_path.iterdir():
            assert CODE.encode() not in file.read_bytes()


def test_known_resume_code_comes_back(database: Database) -> None:
    first = Player(database, small_pack(), CODE).opened
    again = resume(database, CODE)
    assert isinstance(again, VisitOpened)
    assert (again.learner_id, again.returning) == (first.learner_id, True)


def test_position_seen_screens_and_results_come_back(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        visit_id = player.opened.visit_id
        for screen_id in ("s1", "s2", "s1"):
            view = ScreenView(screen_id, CLOCK.now(), 10)
            player.journal.record_screen_view(visit_id, player.pack, view).result(10)
        player.journal.save_position(visit_id, Position(Screen.LESSON, "s2")).result(10)
        attempt = player.play(wrong=3)
    with opened(tmp_path) as database:
        again = Player(database, small_pack()).opened
        stranger = Player(database, small_pack(), "RV2049").opened
    assert again.returning
    assert again.position == Position(Screen.LESSON, "s2")
    assert again.seen == {"s1", "s2"}
    assert [summary.outcome for summary in again.finished] == [attempt.outcome()]
    assert again.open_attempt is None
    assert (stranger.returning, stranger.position) == (False, None)
    assert (stranger.seen, stranger.finished) == (frozenset(), ())


def test_choices_of_a_visit_come_back_at_the_next(database: Database) -> None:
    wanted = Choices("es", "dark", 150, read_aloud=True, less_motion=True)
    player = Player(database, small_pack(), CODE)
    player.journal.save_choices(player.opened.visit_id, wanted).result(10)
    again = resume(database, CODE)
    assert isinstance(again, VisitOpened)
    assert again.choices == wanted


def test_nothing_of_a_learner_but_the_code_is_kept(database: Database) -> None:
    player = Player(database, small_pack(), CODE)
    player.play()
    player.journal.end_visit(player.opened.visit_id, VisitEnd.IDLE, CLOCK.now()).result(10)
    columns = [name for (_, name, *_) in rows(database, "PRAGMA table_info(learner)")]
    assert columns == ["key", "id", "code", "created"]
    tables = [name for (name,) in rows(database, "SELECT name FROM pragma_table_list")]
    holders = {
        table
        for table in tables
        for row in rows(database, f"SELECT * FROM {table}")
        if any(CODE in str(value) for value in row)
    }
    assert holders == {"learner"}


def close(database: Database) -> None:
    assert database.close()
    assert not database.file.with_name("kiosk.db-wal").exists()


def go_on(database: Database) -> None:
    database.ask(lambda _db: None).result(10)


@pytest.mark.parametrize("then", [close, go_on])
def test_copy_of_the_one_file_is_whole_after_a_visit(
    tmp_path: Path, then: Callable[[Database], None]
) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy"
    copy.mkdir()
    database = open_database(data)
    player = Player(database, small_pack())
    player.play()
    player.journal.end_visit(player.opened.visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()).result(10)
    then(database)
    shutil.copy(data / "kiosk.db", copy / "kiosk.db")
    with SqliteAttemptLog(copy).snapshot(Selection()) as snapshot:
        assert snapshot.counts().placements == 6
    assert file_rows(copy / "kiosk.db", "SELECT how_ended FROM visit") == [("signed_out",)]
    database.close()
