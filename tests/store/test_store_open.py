"""Who may open a database, with which settings, which files are refused, which recovered."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import struct
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from enum import Enum, auto
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_tools import child, file_rows, heard, opened, rows
from stores import CLOCK, Player, open_database, small_pack

from kiosk.core.log_rows import Selection
from kiosk.errors import (
    AlreadyRunning,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseNewer,
    DataFolderUnusable,
    KioskError,
)
from kiosk.store import lock
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.migrate import load_migrations

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights are those of POSIX")
PAGE = 4096
WANTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "mmap_size": 0,
    "application_id": 0x4D4B5331,
}


class Content(bytes):
    """What stands in a file, told short where an example is told."""

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with an attempt in it, as bytes."""
    folder = tmp_path_factory.mktemp("sound")
    with opened(folder) as database:
        Player(database, small_pack()).play()
    return Content((folder / "kiosk.db").read_bytes())


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@pytest.mark.parametrize("starts", [1, 2])
def test_writing_connection_has_the_settings_the_promise_rests_on(
    tmp_path: Path, starts: int
) -> None:
    for _ in range(starts - 1):
        open_database(tmp_path).close()
    with opened(tmp_path) as database:
        asked = database.ask(
            lambda db: {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
        )
        assert asked.result(10) == WANTED


def test_reading_connection_cannot_write(tmp_path: Path) -> None:
    with opened(tmp_path) as database, pytest.raises(sqlite3.OperationalError, match="readonly"):
        rows(database, "DELETE FROM kiosk")


def test_second_process_is_turned_away_until_the_first_is_killed(tmp_path: Path) -> None:
    with child("child_holder.py", tmp_path) as holder:
        assert heard(holder) == "open"
        with pytest.raises(AlreadyRunning):
            Database.open(tmp_path, CLOCK.now())
        holder.kill()
        holder.wait(10)
        Database.open(tmp_path, CLOCK.now()).close()


def test_second_kiosk_of_the_same_process_is_turned_away_until_the_first_closes(
    tmp_path: Path,
) -> None:
    with opened(tmp_path), pytest.raises(AlreadyRunning):
        Database.open(tmp_path, CLOCK.now())
    Database.open(tmp_path, CLOCK.now()).close()


def test_refused_database_does_not_keep_the_lock(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as connection:
        connection.execute("CREATE TABLE letters (text)")
    for _ in range(2):
        with pytest.raises(DatabaseForeign):
            Database.open(tmp_path, CLOCK.now())


@posix
def test_disk_without_locks_is_not_taken_for_another_kiosk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_lock", refuse)
    with pytest.raises(DataFolderUnusable, match="No locks"):
        Database.open(tmp_path, CLOCK.now())


class Fate(Enum):
    """What became of a database that was not refused."""

    TAKEN = auto()
    RECOVERED = auto()


def fate_of(folder: Path, content: bytes) -> Fate | type[KioskError]:
    """Open a folder with such a database; say how it was refused, or what became of it."""
    file = folder / "kiosk.db"
    file.write_bytes(content)
    try:
        Database.open(folder, CLOCK.now()).close()
    except KioskError as fault:
        assert file.read_bytes() == content
        assert not (folder / "quarantine").exists()
        return type(fault)
    if not (folder / "quarantine").exists():
        return Fate.TAKEN
    (aside,) = (folder / "quarantine").iterdir()
    assert (aside / "kiosk.db").read_bytes() == content
    return Fate.RECOVERED


@pytest.mark.parametrize(
    "content",
    [
        b"nonsense" * 900,
        b"\0" * PAGE * 4,
        b"SQLite format 3\0" + b"\x5a" * 2 * PAGE,
        b"SQLite format 3\0",
        b"S",
    ],
    ids=["random", "zeros", "magic and rubbish", "magic only", "one byte"],
)
def test_rubbish_is_put_aside_as_it_was(tmp_path: Path, content: bytes) -> None:
    assert fate_of(tmp_path, content) is Fate.RECOVERED


@pytest.mark.slow
@settings(max_examples=60)
@given(data=st.data())
def test_file_cut_short_is_put_aside_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, data: st.DataObject
) -> None:
    pages = st.integers(1, len(sound) // PAGE - 1).map(lambda n: n * PAGE)
    length = data.draw(st.integers(1, len(sound) - 1) | pages)
    assert fate_of(tmp_path_factory.mktemp("cut"), sound[:length]) is Fate.RECOVERED


@pytest.mark.slow
@settings(max_examples=150)
@given(at=st.integers(0, 99), value=st.integers(0, 255))
def test_damaged_header_is_recovered_or_harmless(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, at: int, value: int
) -> None:
    content = sound[:at] + bytes([value]) + sound[at + 1 :]
    folder = tmp_path_factory.mktemp("header")
    fate = fate_of(folder, content)
    if fate is Fate.TAKEN:
        assert file_rows(folder / "kiosk.db", "SELECT count(*) FROM placement") == [(6,)]
    else:
        in_schema_number = 60 <= at < 64
        assert fate is Fate.RECOVERED or (fate is DatabaseNewer and in_schema_number)


@pytest.mark.parametrize(
    ("at", "value"),
    [(18, 3), (36, 1), (38, 79), (39, 1), (47, 9), (60, 255), (63, 0), (63, 1), (63, 3), (68, 0)],
)
def test_header_that_sqlite_reads_otherwise_is_damage(
    tmp_path: Path, sound: bytes, at: int, value: int
) -> None:
    content = sound[:at] + bytes([value]) + sound[at + 1 :]
    assert fate_of(tmp_path, content) is Fate.RECOVERED


@pytest.mark.slow
@settings(max_examples=30)
@given(data=st.data())
def test_page_of_rubbish_is_put_aside_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, data: st.DataObject
) -> None:
    page = data.draw(st.integers(0, len(sound) // PAGE - 1))
    rubbish = data.draw(st.binary(min_size=1, max_size=64)) * PAGE
    content = sound[: page * PAGE] + rubbish[:PAGE] + sound[(page + 1) * PAGE :]
    if content != sound:
        assert fate_of(tmp_path_factory.mktemp("page"), content) is Fate.RECOVERED


@pytest.mark.slow
@pytest.mark.parametrize("rest", [None, b"", b"x"], ids=["gone", "empty", "a byte"])
def test_journal_whose_database_is_gone_is_kept(tmp_path: Path, rest: bytes | None) -> None:
    with child("child_writer.py", tmp_path) as process:
        heard(process)
    journal = tmp_path / "kiosk.db-wal"
    before = journal.read_bytes()
    assert before
    (tmp_path / "kiosk.db").unlink()
    if rest is not None:
        (tmp_path / "kiosk.db").write_bytes(rest)
    Database.open(tmp_path, CLOCK.now()).close()
    (aside,) = (tmp_path / "quarantine").iterdir()
    assert (aside / "kiosk.db-wal").read_bytes() == before
    assert (aside / "kiosk.db").exists() == (rest is not None)


def test_start_that_was_cut_off_before_its_first_row_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").touch()
    open_database(tmp_path).close()


def test_start_cut_off_while_it_chose_its_journal_is_taken_back(
    tmp_path: Path, sound: bytes
) -> None:
    busy, data = tmp_path / "busy.db", tmp_path / "data"
    busy.write_bytes(sound)
    data.mkdir()
    with closing(sqlite3.connect(busy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE visit SET language = hex(zeroblob(40000))")
        # Half of it stands in the file by now, and the way back in the journal.
        for suffix in ("", "-journal"):
            shutil.copy(f"{busy}{suffix}", data / f"kiosk.db{suffix}")
        connection.execute("ROLLBACK")
    assert (data / "kiosk.db").stat().st_size > len(sound)
    Database.open(data, CLOCK.now()).close()
    assert file_rows(data / "kiosk.db", "SELECT language FROM visit") == [("en",)]
    assert not (data / "kiosk.db-journal").exists()


@pytest.mark.parametrize("rest", [b"SQLite f", b"\0" * 1_000, b"\xff" * 4096], ids=len)
def test_first_start_that_a_power_cut_tore_begins_anew(tmp_path: Path, rest: bytes) -> None:
    begun, data = tmp_path / "begun.db", tmp_path / "data"
    data.mkdir()
    with closing(sqlite3.connect(begun, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE first (word)")
        connection.execute("INSERT INTO first VALUES (hex(zeroblob(40000)))")
        shutil.copy(f"{begun}-journal", data / "kiosk.db-journal")
        connection.execute("ROLLBACK")
    assert (data / "kiosk.db-journal").read_bytes()[:1] != b"\0"
    (data / "kiosk.db").write_bytes(rest)
    open_database(data).close()
    assert file_rows(data / "kiosk.db", "SELECT count(*) FROM kiosk") == [(1,)]


def test_database_of_another_program_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE letters (text)")
    assert fate_of(tmp_path, file.read_bytes()) is DatabaseForeign


def test_newer_database_is_refused_and_left_as_it_was(tmp_path: Path, sound: bytes) -> None:
    newer = len(load_migrations()) + 1
    content = sound[:60] + struct.pack(">I", newer) + sound[64:]
    assert fate_of(tmp_path, content) is DatabaseNewer


def test_newer_database_after_a_power_cut_keeps_its_journal(tmp_path: Path) -> None:
    newer = len(load_migrations()) + 1
    database = open_database(tmp_path)
    database.ask(lambda db: db.execute(f"PRAGMA user_version = {newer}")).result(10)
    found = tmp_path / "found"
    found.mkdir()
    for name in ("kiosk.db", "kiosk.db-wal"):
        shutil.copy(tmp_path / name, found / name)
    database.close()
    before = [(found / name).read_bytes() for name in ("kiosk.db", "kiosk.db-wal")]
    with pytest.raises(DatabaseNewer):
        Database.open(found, CLOCK.now())
    assert [(found / name).read_bytes() for name in ("kiosk.db", "kiosk.db-wal")] == before


def spoil_folder(folder: Path) -> None:
    folder.write_text("mine")


def spoil_lock(folder: Path) -> None:
    (folder / "kiosk.lock").mkdir(parents=True)


def spoil_database(folder: Path) -> None:
    (folder / "kiosk.db").mkdir(parents=True)


def spoil_parent(folder: Path) -> None:
    folder.parent.rmdir()
    folder.parent.write_text("mine")


@pytest.mark.parametrize("spoil", [spoil_folder, spoil_lock, spoil_database, spoil_parent])
def test_folder_that_is_none_is_named(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    folder = tmp_path / "parent" / "data"
    folder.parent.mkdir()
    spoil(folder)
    with pytest.raises(DataFolderUnusable):
        Database.open(folder, CLOCK.now())


def as_nobody(folder: Path) -> str:
    with child("child_nobody.py", folder) as process:
        return heard(process)


@posix
def test_user_without_rights_can_open_a_folder_that_is_open_to_all(open_folder: Path) -> None:
    assert as_nobody(open_folder / "new") == "opened"


@posix
@pytest.mark.parametrize("mode", [0o000, 0o555, 0o666], ids=["closed", "read-only", "not entered"])
def test_folder_without_rights_is_named(open_folder: Path, mode: int) -> None:
    open_database(open_folder).close()
    for file in open_folder.iterdir():
        file.chmod(0o666)
    open_folder.chmod(mode)
    assert as_nobody(open_folder) == "DataFolderUnusable"
    open_folder.chmod(0o777)


@posix
@pytest.mark.parametrize("mode", [0o000, 0o444], ids=["closed", "read-only"])
@pytest.mark.parametrize("name", ["kiosk.db", "kiosk.lock"])
def test_file_without_rights_is_named(open_folder: Path, name: str, mode: int) -> None:
    open_database(open_folder).close()
    for file in open_folder.iterdir():
        file.chmod(0o666)
    (open_folder / name).chmod(mode)
    assert as_nobody(open_folder) == "DataFolderUnusable"


@pytest.mark.parametrize("content", [b"nonsense" * 900, b"SQLite format 3\0" + b"\x5a" * PAGE])
def test_log_of_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kiosk.db").write_bytes(content)
    with pytest.raises(DatabaseDamaged), SqliteAttemptLog(tmp_path).snapshot(Selection()):
        pass
    assert (tmp_path / "kiosk.db").read_bytes() == content
