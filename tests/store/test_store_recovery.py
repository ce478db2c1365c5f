"""A damaged database is put aside whole, and all that can be had stands in its place."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from blows import PAGE, contents, damaged
from store_tools import child, file_rows, heard, opened, rows, said
from stores import CLOCK, Player, open_database, small_pack

from kiosk import durable, paths
from kiosk.core.recovered import Recovered
from kiosk.errors import DataFolderUnusable
from kiosk.store import recovery_build
from kiosk.store.backup import back_up, backups_of
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.proof import unsound_attempts
from kiosk.store.record import SqliteKioskRecord
from kiosk.store.salvage import Salvaged

DRILLS = 100
RUBBISH = b"nonsense" * 900
LEAVES = (0x0A, 0x0D)
ROOTS = """
    SELECT rootpage FROM sqlite_schema
    WHERE type = 'table' AND name IN ('attempt', 'placement', 'response')
"""
ACKNOWLEDGED = "SELECT attempt.id, seq, item, to_place FROM placement JOIN attempt ON key = attempt"


def backed_up(folder: Path) -> Path:
    with closing(open_reader(folder / "kiosk.db")) as reader:
        return back_up(reader, folder, "regular", CLOCK.now())


def play(folder: Path, count: int = 1) -> None:
    with opened(folder) as database:
        for _ in range(count):
            Player(database, small_pack()).play()


def recovered(folder: Path) -> Recovered:
    """Open the database and return what staff are told."""
    with opened(folder) as database:
        told = SqliteKioskRecord(database).recovery()
        assert database.read(unsound_attempts) == frozenset()
        assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert told is not None
    return told


def aside(folder: Path) -> Path:
    (place,) = (folder / "quarantine").iterdir()
    assert place.suffix == ""
    return place


def written(folder: Path) -> set[tuple[object, ...]]:
    return set(file_rows(folder / "kiosk.db", ACKNOWLEDGED))


@pytest.fixture
def spoiled(tmp_path: Path) -> Path:
    """A folder with two attempts, a backup of the first one, and a database that is none."""
    play(tmp_path)
    backed_up(tmp_path)
    play(tmp_path)
    (tmp_path / "kiosk.db").write_bytes(RUBBISH)
    return tmp_path


def test_newest_backup_stands_in_the_place_of_a_damaged_database(spoiled: Path) -> None:
    told = recovered(spoiled)
    (newest,) = backups_of(spoiled)
    assert (told.backup, told.attempts) == (newest.name, 1)
    assert (told.added_attempts, told.added_placements, told.lost_attempts) == (0, 0, 0)
    assert told.quarantine == aside(spoiled).name
    assert contents(aside(spoiled)) == {"kiosk.db": RUBBISH}
    assert len(written(spoiled)) == 6


def test_backup_that_does_not_prove_is_passed_over_for_an_older_one(tmp_path: Path) -> None:
    play(tmp_path)
    older = backed_up(tmp_path)
    play(tmp_path)
    newer = backed_up(tmp_path)
    play(tmp_path)
    newest = backed_up(tmp_path)
    newer.write_bytes(newer.read_bytes()[: 3 * PAGE])
    newest.write_bytes(newest.read_bytes()[:-1] + b"?")
    (tmp_path / "kiosk.db").write_bytes(RUBBISH)
    told = recovered(tmp_path)
    assert (told.backup, told.attempts) == (older.name, 1)


def test_without_any_backup_an_empty_database_is_begun(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").write_bytes(RUBBISH)
    told = recovered(tmp_path)
    assert (told.backup, told.attempts) == (None, 0)


@pytest.mark.parametrize("rest", [None, b""], ids=["gone", "empty"])
def test_database_that_is_gone_comes_back_from_its_backup(
    tmp_path: Path, rest: bytes | None
) -> None:
    play(tmp_path)
    newest = backed_up(tmp_path)
    (tmp_path / "kiosk.db").unlink()
    if rest is not None:
        (tmp_path / "kiosk.db").write_bytes(rest)
    told = recovered(tmp_path)
    assert (told.backup, told.attempts, told.quarantine) == (newest.name, 1, "")


def test_what_survives_in_the_damaged_file_is_added_to_the_backup(tmp_path: Path) -> None:
    play(tmp_path)
    backed_up(tmp_path)
    play(tmp_path, 2)
    before = written(tmp_path)
    content = (tmp_path / "kiosk.db").read_bytes()
    (tmp_path / "kiosk.db").write_bytes(b"\xff" * 100 + content[100:])
    told = recovered(tmp_path)
    assert written(tmp_path) == before
    assert (told.salvaged, told.added_attempts, told.added_placements) == (True, 2, 12)


def test_pin_and_settings_are_taken_from_the_damaged_file_where_no_backup_has_them(
    tmp_path: Path,
) -> None:
    play(tmp_path)
    before = file_rows(
        tmp_path / "kiosk.db", "SELECT * FROM setting UNION SELECT id, name FROM kiosk"
    )
    content = (tmp_path / "kiosk.db").read_bytes()
    (tmp_path / "kiosk.db").write_bytes(b"\xff" * 100 + content[100:])
    Database.open(tmp_path, CLOCK.now()).close()
    after = file_rows(
        tmp_path / "kiosk.db", "SELECT * FROM setting UNION SELECT id, name FROM kiosk"
    )
    assert after == before


def test_placements_in_the_journal_of_a_killed_kiosk_are_not_lost_with_the_main_file(
    tmp_path: Path,
) -> None:
    with child("child_writer.py", tmp_path) as process:
        lines = [heard(process) for _ in range(12)]
        process.kill()
        lines += said(process)
    (tmp_path / "kiosk.db").write_bytes(RUBBISH)
    before = {name: (tmp_path / name).read_bytes() for name in ("kiosk.db", "kiosk.db-wal")}
    recovered(tmp_path)
    found = contents(aside(tmp_path))
    assert {name: found[name] for name in before} == before
    there = {" ".join(map(str, row)) for row in written(tmp_path)}
    assert not set(lines) - there


def test_staff_are_told_once(spoiled: Path) -> None:
    told = recovered(spoiled)
    with opened(spoiled) as database:
        record = SqliteKioskRecord(database)
        assert record.recovery() == told
        record.mark_recovery_read(CLOCK.now()).result(10)
        assert record.recovery() is None


def test_second_damage_is_told_again(spoiled: Path) -> None:
    recovered(spoiled)
    with opened(spoiled) as database:
        SqliteKioskRecord(database).mark_recovery_read(CLOCK.now()).result(10)
    backed_up(spoiled)
    (spoiled / "kiosk.db").write_bytes(RUBBISH)
    recovered(spoiled)
    assert len(list((spoiled / "quarantine").iterdir())) == 2


def test_note_that_was_altered_tells_staff_nothing_and_stops_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        database.ask(
            lambda db: db.execute("INSERT INTO staff_log (at, action) VALUES ('', 'recovered {')")
        ).result(10)
        assert SqliteKioskRecord(database).recovery() is None


def test_reading_of_the_damaged_file_that_fails_leaves_the_kiosk_its_backup(
    spoiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> Salvaged:
        raise ValueError("no such page")

    monkeypatch.setattr(recovery_build, "salvage", fail)
    told = recovered(spoiled)
    assert (told.salvaged, told.attempts) == (False, 1)


def fail_to_sync(_path: Path) -> str:
    raise OSError(28, "No space left on device")


def test_full_disk_puts_recovery_off_and_loses_nothing(
    spoiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(durable, "sync_file", fail_to_sync)
        for _ in range(2):
            with pytest.raises(DataFolderUnusable, match="No space"):
                Database.open(spoiled, CLOCK.now())
    assert recovered(spoiled).attempts == 1
    assert contents(aside(spoiled)) == {"kiosk.db": RUBBISH}


@pytest.mark.slow
def test_recovered_database_has_no_journal_of_the_damaged_one(tmp_path: Path) -> None:
    play(tmp_path)
    backed_up(tmp_path)
    with child("child_writer.py", tmp_path) as process:
        heard(process)
    journal = (tmp_path / "kiosk.db-wal").read_bytes()
    (tmp_path / "kiosk.db").write_bytes(RUBBISH)
    recovered(tmp_path)
    assert contents(aside(tmp_path))["kiosk.db-wal"] == journal
    assert {file.name for file in tmp_path.iterdir()} == {
        "kiosk.db", "kiosk.lock", "backups", "quarantine",
    }  # fmt: skip


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a long story, backed up in the middle of it."""
    folder = tmp_path_factory.mktemp("story")
    play(folder, 3)
    backed_up(folder)
    with opened(folder) as database:
        for code in ("RV2048", "RV2049", "RV2050"):
            player = Player(database, small_pack(), code)
            player.play(wrong=2)
            attempt = player.begin()
            for item_id in attempt.board.dealt[:4]:
                player.place(attempt, item_id, "is")
    return folder


def holds_every_row(sound: bytes, content: bytes, roots: list[int]) -> bool:
    """Return whether no page of the tables with these roots is spoiled. They have one page each."""
    pages = [(root - 1) * PAGE for root in roots]
    assert all(sound[at] in LEAVES for at in pages)
    return all(content[at : at + PAGE] == sound[at : at + PAGE] for at in pages)


@pytest.mark.slow
def test_restore_drill_brings_back_what_the_backup_has_and_what_survives(
    story: Path, tmp_path: Path
) -> None:
    sound = (story / "kiosk.db").read_bytes()
    (backup,) = backups_of(story)
    in_backup, every = set(file_rows(backup, ACKNOWLEDGED)), written(story)
    roots = [root for (root,) in file_rows(story / "kiosk.db", ROOTS)]
    survived = 0
    for seed in range(DRILLS):
        folder = tmp_path / str(seed)
        shutil.copytree(story / "backups", folder / "backups")
        kind, content = damaged(sound, seed)
        (folder / "kiosk.db").write_bytes(content)
        Database.open(folder, CLOCK.now()).close()
        assert in_backup <= written(folder) <= every, (seed, kind)
        if holds_every_row(sound, content, roots):
            survived += 1
            assert written(folder) == every, (seed, kind)
        if (folder / "quarantine").exists():
            assert contents(aside(folder))["kiosk.db"] == content
    assert DRILLS // 4 < survived < DRILLS


@pytest.mark.parametrize("change", [open_database, play])
def test_sound_database_is_never_put_aside(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    found = change(tmp_path)
    if isinstance(found, Database):
        found.close()
    Database.open(tmp_path, CLOCK.now()).close()
    assert not (tmp_path / "quarantine").exists()
    assert paths.database(tmp_path).exists()


def test_damage_that_only_shows_when_it_is_written_is_recovered_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(tmp_path)
    backed_up(tmp_path)
    struck: list[int] = []

    def strike(_connection: sqlite3.Connection) -> None:
        if not struck:
            struck.append(1)
            fault = sqlite3.DatabaseError("database disk image is malformed")
            fault.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_INDEX
            raise fault

    monkeypatch.setattr("kiosk.store.visits.end_interrupted", strike)
    assert recovered(tmp_path).attempts == 1
