"""A restore says what it brings, keeps what it replaces, and takes nothing that is strange."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from blows import contents
from store_tools import answer, child, file_rows, heard, opened, rows, unguarded
from stores import CLOCK, Player, small_pack

from kiosk.core.backups import Preview
from kiosk.errors import (
    AlreadyRunning,
    DatabaseForeign,
    DatabaseNewer,
    DataFolderUnusable,
    SourceRefused,
)
from kiosk.store import restore as restoring
from kiosk.store.backup import as_written, back_up
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.restore import preview, restore

ATTEMPTS = "SELECT id FROM attempt ORDER BY id"


def play(folder: Path) -> None:
    with opened(folder) as database:
        Player(database, small_pack()).play()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with two attempts."""
    folder = tmp_path / "data"
    play(folder)
    play(folder)
    return folder


@pytest.fixture
def first(data: Path) -> Path:
    """A backup from before a third attempt, which goes on meanwhile, and the second went on."""
    with closing(open_reader(data / "kiosk.db")) as reader:
        file = back_up(reader, data, "regular", CLOCK.now())
    play(data)
    return file


def test_preview_says_what_there_is_and_what_would_be_lost_and_changes_nothing(
    data: Path, first: Path
) -> None:
    before = contents(data)
    ((newest,),) = file_rows(first, "SELECT max(started) FROM visit")
    assert preview(first, data) == Preview(2, 2, newest, 0, 1, "Kiosk 1, Riverside")
    after = contents(data)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) <= {"kiosk.db-shm", "kiosk.db-wal"}


def test_preview_counts_an_attempt_that_went_on_since(data: Path) -> None:
    with opened(data) as database:
        player = Player(database, small_pack())
        attempt = player.begin()
        with closing(open_reader(data / "kiosk.db")) as reader:
            file = back_up(reader, data, "regular", CLOCK.now())
        player.place(attempt, attempt.board.dealt[0], "is")
        assert preview(file, data).lost == 1


def test_restore_keeps_the_database_of_before_twice(data: Path, first: Path) -> None:
    before = file_rows(data / "kiosk.db", ATTEMPTS)
    done = restore(first, data, CLOCK.now())
    assert file_rows(data / "kiosk.db", ATTEMPTS) == file_rows(first, ATTEMPTS)
    assert done.backup is not None
    assert as_written(done.backup)
    assert file_rows(done.backup, ATTEMPTS) == before
    assert done.quarantine is not None
    assert file_rows(done.quarantine / "kiosk.db", ATTEMPTS) == before
    assert done.preview.lost == 1
    with opened(data) as database:
        assert rows(database, "SELECT action FROM staff_log") == [("restored a backup",)]


def test_restore_can_be_undone_by_a_restore(data: Path, first: Path) -> None:
    before = file_rows(data / "kiosk.db", ATTEMPTS)
    done = restore(first, data, CLOCK.now())
    assert done.backup is not None
    restore(done.backup, data, CLOCK.now())
    assert file_rows(data / "kiosk.db", ATTEMPTS) == before


def test_restore_sets_a_new_machine_up(first: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "machine"
    done = restore(first, new, CLOCK.now())
    assert (done.backup, done.quarantine, done.preview.lost) == (None, None, 0)
    Database.open(new, CLOCK.now()).close()
    assert file_rows(new / "kiosk.db", ATTEMPTS) == file_rows(first, ATTEMPTS)


def test_restore_into_a_damaged_kiosk_recovers_it_first_and_keeps_both(
    data: Path, first: Path
) -> None:
    content = b"\xff" * 100 + (data / "kiosk.db").read_bytes()[100:]
    (data / "kiosk.db").write_bytes(content)
    assert preview(first, data).lost is None
    done = restore(first, data, CLOCK.now())
    assert done.preview.lost == 1
    assert content in contents(data / "quarantine").values()


def test_restore_is_refused_while_a_kiosk_runs(data: Path, first: Path) -> None:
    with child("child_holder.py", data) as holder:
        assert heard(holder) == "open"
        assert preview(first, data).attempts == 2
        with pytest.raises(AlreadyRunning):
            restore(first, data, CLOCK.now())
        answer(holder)
        holder.wait(10)
    restore(first, data, CLOCK.now())


@pytest.mark.parametrize("content", [b"", b"nonsense" * 900, None])
def test_file_that_is_no_backup_changes_nothing(data: Path, content: bytes | None) -> None:
    file = data / "other.db"
    if content is not None:
        file.write_bytes(content)
    before = contents(data)
    for act in (preview, lambda file, folder: restore(file, folder, CLOCK.now())):
        with pytest.raises(SourceRefused):
            act(file, data)
    after = contents(data)
    assert {name: after[name] for name in ("kiosk.db",)} == {"kiosk.db": before["kiosk.db"]}
    assert "quarantine" not in {name.split("/")[0] for name in after}


def test_backup_that_is_not_what_its_sum_says_is_refused(data: Path, first: Path) -> None:
    with closing(sqlite3.connect(first)) as connection:
        connection.execute("PRAGMA user_version = 1")
        connection.execute("INSERT INTO staff_log (at, action) VALUES ('', '')")
        connection.commit()
    with pytest.raises(SourceRefused, match="SHA-256"):
        preview(first, data)


def test_backup_of_a_newer_program_is_refused(data: Path, first: Path) -> None:
    file = shutil.copyfile(first, data / "newer.db")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DatabaseNewer):
        restore(file, data, CLOCK.now())


def test_database_of_another_program_is_not_replaced(first: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with closing(sqlite3.connect(other / "kiosk.db")) as connection:
        connection.execute("CREATE TABLE letters (text)")
    content = (other / "kiosk.db").read_bytes()
    with pytest.raises(DatabaseForeign):
        restore(first, other, CLOCK.now())
    assert (other / "kiosk.db").read_bytes() == content


def test_attempts_in_it_that_were_altered_are_counted(data: Path, first: Path) -> None:
    file = shutil.copyfile(first, data / "altered.db")
    triggers = file_rows(file, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    with unguarded(file) as connection:
        connection.execute("UPDATE placement SET to_place = 'other' WHERE attempt = 1 AND seq = 1")
        for (sql,) in triggers:
            connection.execute(sql)
    assert preview(file, data).unsound == 1


def test_journal_of_another_program_stops_the_restore_and_today_stands(
    data: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = file_rows(data / "kiosk.db", ATTEMPTS)

    def busy(part: Path, folder: Path) -> None:
        (folder / "kiosk.db-wal").write_bytes(b"x")
        try:
            put(part, folder)
        finally:
            (folder / "kiosk.db-wal").unlink()

    put = restoring._put_in_place
    monkeypatch.setattr(restoring, "_put_in_place", busy)
    with pytest.raises(DataFolderUnusable, match="another program"):
        restore(first, data, CLOCK.now())
    assert file_rows(data / "kiosk.db", ATTEMPTS) == before
