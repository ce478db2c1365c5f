"""What a damaged value, a refusing main file or a misdirected write may not do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from makers import MORNING
from store_tools import opened, rows, unguarded
from stores import CLOCK, IDS, Player, small_pack

from kiosk.core.flow import Screen
from kiosk.core.model import (
    InputMethod,
    Kiosk,
    Placement,
    Position,
    ScreenView,
    Settings,
    VisitEnd,
)
from kiosk.store.attempts import record_placement
from kiosk.store.checksum import checksum_ok
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord
from kiosk.store.times import to_text
from kiosk.store.visits import NoSuchVisit, end_interrupted
from kiosk.store.writer import Writer, is_passing

if TYPE_CHECKING:
    from sqlite3 import _Parameters

PATIENT = 8
COLUMNS = "SELECT name FROM pragma_table_info('attempt')"
NO_TEXT = "CAST(x'ff41' AS TEXT)"
SITE = Settings(code_pattern=r"\d{6}", code_example="123456", idle_after_seconds=120)


class RefusingMainFile(sqlite3.Connection):
    """Commits to its journal and cannot fold it in."""

    def execute(self, sql: str, parameters: _Parameters = (), /) -> sqlite3.Cursor:
        if "wal_checkpoint" in sql:
            fault = sqlite3.OperationalError("disk I/O error")
            fault.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise fault
        return super().execute(sql, parameters)


def test_main_file_that_refuses_the_journal_holds_no_placement_up(tmp_path: Path) -> None:
    file = tmp_path / "words.db"
    with closing(
        sqlite3.connect(
            file, isolation_level=None, check_same_thread=False, factory=RefusingMainFile
        )
    ) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE said (word INTEGER)")
        worker = Writer(connection)
        worker.start()
        folded = worker.ask_checkpoint()
        said = worker.ask(lambda db: db.execute("INSERT INTO said VALUES (1)").rowcount)
        try:
            assert said.result(PATIENT) == 1
            folded.result(PATIENT)
        finally:
            worker.close(0.01)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_PROTOCOL, sqlite3.SQLITE_IOERR_FSYNC])
def test_fault_of_the_disk_is_one_that_may_pass(code: int) -> None:
    fault = sqlite3.OperationalError("made up")
    fault.sqlite_errorcode = code
    assert is_passing(fault)


def test_lack_of_memory_is_a_fault_that_may_pass() -> None:
    assert is_passing(MemoryError())


def test_submitted_attempt_is_never_replaced(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
        before = rows(database, "SELECT * FROM attempt")
        names = [name for (name,) in rows(database, COLUMNS)]
        better = ["1.0" if name == "final_score" else name for name in names]
        change = f"INSERT OR REPLACE INTO attempt SELECT {', '.join(better)} FROM attempt"
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            database.ask(lambda db: db.execute(change)).result(PATIENT)
        assert rows(database, "SELECT * FROM attempt") == before


@pytest.mark.parametrize(
    "place", [("placement", "item"), ("response", "item"), ("attempt", "activity")]
)
def test_text_that_is_none_any_more_is_told_as_damage(
    tmp_path: Path, place: tuple[str, str]
) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
    table, column = place
    with unguarded(tmp_path / "kiosk.db") as connection:
        connection.execute(f"UPDATE {table} SET {column} = {NO_TEXT}")
        assert not checksum_ok(connection, 1)


def test_checksum_that_the_disk_does_not_let_be_read_is_no_verdict(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as connection:
        connection.set_progress_handler(lambda: 1, 1)
        with pytest.raises(sqlite3.OperationalError, match="interrupted"):
            checksum_ok(connection, 1)


@pytest.mark.parametrize("name", ["idle_after_seconds", "idle_answer_seconds"])
def test_setting_that_makes_no_sense_leaves_the_others_as_staff_set_them(
    tmp_path: Path, name: str
) -> None:
    database = Database.open(tmp_path, CLOCK.now())
    record = SqliteKioskRecord(database)
    record.set_up(Kiosk(IDS.new(), "Kiosk 1", "Riverside", MORNING), SITE, "hash").result(PATIENT)
    database.ask(
        lambda db: db.execute("UPDATE setting SET value = '0' WHERE name = ?", (name,))
    ).result(PATIENT)
    found = record.settings()
    database.close()
    assert (found.code_pattern, found.code_example) == (SITE.code_pattern, SITE.code_example)
    assert getattr(found, name) == getattr(Settings(), name)


def test_pattern_that_its_example_does_not_fit_falls_back_with_it_alone(tmp_path: Path) -> None:
    database = Database.open(tmp_path, CLOCK.now())
    record = SqliteKioskRecord(database)
    record.set_up(Kiosk(IDS.new(), "Kiosk 1", "Riverside", MORNING), SITE, "hash").result(PATIENT)
    database.ask(
        lambda db: db.execute("UPDATE setting SET value = '\"[\"' WHERE name = 'code_pattern'")
    ).result(PATIENT)
    found = record.settings()
    database.close()
    usual = Settings()
    assert (found.code_pattern, found.code_example) == (usual.code_pattern, usual.code_example)
    assert found.idle_after_seconds == SITE.idle_after_seconds


def test_interrupted_visit_does_not_end_before_its_placements(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        attempt = player.begin()
        late = Placement(
            1, attempt.board.dealt[0], None, "is", InputMethod.TAP, 600_000, correct=True,
            try_number=1,
        )  # fmt: skip
        database.ask(lambda db: record_placement(db, attempt.start.id, late)).result(PATIENT)
        database.ask(end_interrupted).result(PATIENT)
        ((ended,),) = rows(database, "SELECT ended FROM visit")
    assert ended == to_text(attempt.start.started + timedelta(minutes=10))


def test_what_is_noted_of_no_visit_is_not_acknowledged(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        journal = Player(database, small_pack()).journal
        asked = (
            journal.save_position("no such visit", Position(Screen.HOME)),
            journal.record_screen_view("no such visit", small_pack(), ScreenView("s1", MORNING, 9)),
            journal.end_visit("no such visit", VisitEnd.IDLE, MORNING),
        )
        for future in asked:
            assert isinstance(future.exception(PATIENT), NoSuchVisit)


def test_damaged_place_does_not_keep_its_learner_out(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack())
        database.ask(lambda db: db.execute("UPDATE visit SET screen = 'nowhere'")).result(PATIENT)
        assert Player(database, small_pack()).opened.position == Position(Screen.HOME)
