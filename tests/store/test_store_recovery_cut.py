"""A kill at any step of a recovery, a restore or a backup: what was there is there, whole."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest
from blows import contents
from store_tools import child, file_rows, heard, opened, rows
from stores import CLOCK, Player, small_pack

from kiosk.store.backup import as_written, back_up, backups_of, clear_leftovers
from kiosk.store.backup_names import KEPT_RECENT
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.proof import unsound_attempts
from kiosk.store.record import SqliteKioskRecord

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot fork")
SPOILED = b"\xff" * 100
ATTEMPTS = "SELECT id FROM attempt ORDER BY id"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three attempts, a backup of the first one, and another database beside."""
    folder = tmp_path_factory.mktemp("kept")
    for _ in range(3):
        with opened(folder) as database:
            Player(database, small_pack()).play()
        if not backups_of(folder):
            with closing(open_reader(folder / "kiosk.db")) as reader:
                back_up(reader, folder, "regular", CLOCK.now())
    (first,) = backups_of(folder)
    shutil.copyfile(first, folder / "other.db")
    return folder


def cut_at_each_step(act: str, template: Path, place: Path) -> list[Path]:
    with child("child_killed_at.py", act, template, place) as process:
        steps = int(heard(process))
        assert process.wait(60) == 0
    return [place / str(step) for step in range(1, steps + 1)]


def attempts(file: Path) -> list[tuple[str]]:
    return file_rows(file, ATTEMPTS)


@pytest.mark.slow
def test_kill_at_any_step_of_a_recovery_leaves_what_the_next_start_finishes(
    kept: Path, tmp_path: Path
) -> None:
    template = shutil.copytree(kept, tmp_path / "template")
    content = SPOILED + (template / "kiosk.db").read_bytes()[len(SPOILED) :]
    (template / "kiosk.db").write_bytes(content)
    folders = cut_at_each_step("open", template, tmp_path / "cut")
    assert len(folders) > 25
    for folder in folders:
        found = contents(folder)
        assert content in (found.get("kiosk.db"), *quarantined(folder).values())
        with opened(folder) as database:
            told = SqliteKioskRecord(database).recovery()
            assert database.read(unsound_attempts) == frozenset()
            notes = rows(database, "SELECT count(*) FROM staff_log")
        assert told is not None
        assert notes == [(1,)]
        assert attempts(folder / "kiosk.db") == attempts(kept / "kiosk.db")
        assert list(quarantined(folder)) == [f"{told.quarantine}/kiosk.db"]
        assert list(quarantined(folder).values()) == [content]
        assert set(entries(folder)) == {
            "kiosk.db", "kiosk.lock", "other.db", "backups", "quarantine",
        }  # fmt: skip


@pytest.mark.slow
def test_kill_at_any_step_of_a_restore_leaves_the_one_or_the_other(
    kept: Path, tmp_path: Path
) -> None:
    folders = cut_at_each_step("restore", kept, tmp_path)
    assert len(folders) > 25
    ends = {"today's": attempts(kept / "kiosk.db"), "restored": attempts(kept / "other.db")}
    seen = set()
    for folder in folders:
        with opened(folder) as database:
            assert SqliteKioskRecord(database).recovery() is None
        found = attempts(folder / "kiosk.db")
        (end,) = [name for name, each in ends.items() if each == found]
        seen.add(end)
        if end == "restored":
            newest = backups_of(folder)[0]
            assert as_written(newest)
            assert attempts(newest) == ends["today's"]
            (aside,) = (folder / "quarantine").glob("*/kiosk.db")
            assert attempts(aside) == ends["today's"]
    assert seen == set(ends)


@pytest.mark.slow
def test_kill_at_any_step_of_a_backup_leaves_no_backup_that_is_not_whole(
    kept: Path, tmp_path: Path
) -> None:
    folders = cut_at_each_step("backup", kept, tmp_path)
    assert len(folders) > 5
    for folder in folders:
        for file in backups_of(folder):
            assert as_written(file)
        clear_leftovers(folder)
        names = set(entries(folder / "backups"))
        assert names == {
            name for file in backups_of(folder) for name in (file.name, f"{file.name}.sha256")
        }
        assert attempts(folder / "kiosk.db") == attempts(kept / "kiosk.db")
        assert len(backups_of(folder)) < KEPT_RECENT
    assert len(backups_of(folders[-1])) == 2


@pytest.mark.slow
def test_second_kill_in_what_goes_on_changes_nothing(kept: Path, tmp_path: Path) -> None:
    template = shutil.copytree(kept, tmp_path / "template")
    content = SPOILED + (template / "kiosk.db").read_bytes()[len(SPOILED) :]
    (template / "kiosk.db").write_bytes(content)
    once = cut_at_each_step("open", template, tmp_path / "once")
    middle = once[len(once) // 2]
    for folder in cut_at_each_step("open", middle, tmp_path / "twice"):
        Database.open(folder, CLOCK.now()).close()
        assert attempts(folder / "kiosk.db") == attempts(kept / "kiosk.db")
        assert list(quarantined(folder).values()) == [content]


def quarantined(folder: Path) -> dict[str, bytes]:
    """Return what is in quarantine but for the memory files of SQLite's own looking."""
    place = folder / "quarantine"
    found = contents(place) if place.exists() else {}
    return {name: each for name, each in found.items() if not name.endswith(("-shm", "-wal"))}


def entries(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]
