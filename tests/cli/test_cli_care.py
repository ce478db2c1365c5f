"""check, backup and restore as an administrator types them, in processes of their own."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from stores import CLOCK, Player, open_database, small_pack

from kiosk.store.backup import as_written, back_up
from kiosk.store.connection import open_reader

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
Done = subprocess.CompletedProcess[str]


def command(*arguments: str | Path) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def play(folder: Path) -> None:
    database = open_database(folder)
    Player(database, small_pack()).play()
    database.close()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with an attempt and a backup of it."""
    folder = tmp_path / "data"
    play(folder)
    with closing(open_reader(folder / "kiosk.db")) as reader:
        back_up(reader, folder, "regular", CLOCK.now())
    return folder


def newest(data: Path) -> Path:
    return max((data / "backups").glob("*.db"))


def assert_refused(done: Done, status: int, *words: str) -> None:
    assert (done.returncode, done.stdout) == (status, "")
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_check_of_a_sound_kiosk_says_so(data: Path) -> None:
    done = command("check", "--data-dir", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Sound: 1 attempt, each as it was written." in done.stdout
    assert str(newest(data)) in done.stdout


def test_check_without_a_backup_says_so(tmp_path: Path) -> None:
    play(tmp_path)
    done = command("check", "--data-dir", tmp_path)
    assert done.returncode == 0
    assert "There is no backup yet" in done.stdout


def test_check_of_nothing_is_told_apart_and_makes_nothing(tmp_path: Path) -> None:
    assert_refused(command("check", "--data-dir", tmp_path / "none"), 9, "no kiosk")
    assert not (tmp_path / "none").exists()


def test_check_of_a_damaged_database_leaves_it_alone(data: Path) -> None:
    (data / "kiosk.db").write_bytes(b"nonsense" * 900)
    assert_refused(command("check", "--data-dir", data), 5, "damaged")
    assert (data / "kiosk.db").read_bytes() == b"nonsense" * 900
    assert not (data / "quarantine").exists()


def test_check_tells_an_altered_attempt(data: Path) -> None:
    with closing(sqlite3.connect(data / "kiosk.db", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER placement_fixed")
        connection.execute("UPDATE placement SET to_place = 'other' WHERE seq = 1")
    assert_refused(command("check", "--data-dir", data), 5, "1 attempts are not as they were")


def test_check_tells_a_recovery_that_was_cut_off(data: Path) -> None:
    aside = data / "quarantine" / "20250303T090000Z.building"
    aside.mkdir(parents=True)
    (data / "kiosk.db").rename(aside / "kiosk.db")
    assert_refused(command("check", "--data-dir", data), 5, "cut off", "Start the kiosk")


def test_check_tells_a_database_that_is_gone_from_one_that_never_was(data: Path) -> None:
    (data / "kiosk.db").unlink()
    assert_refused(command("check", "--data-dir", data), 5, "it is gone")


@pytest.mark.parametrize("spoil", ["content", "sum", "no sum"])
def test_check_tells_a_backup_that_does_not_prove(data: Path, spoil: str) -> None:
    file = newest(data)
    beside = file.with_name(f"{file.name}.sha256")
    if spoil == "content":
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    elif spoil == "sum":
        beside.write_text("0" * 64)
    else:
        beside.unlink()
    assert_refused(command("check", "--data-dir", data), 19, file.name, "SHA-256")


def test_backup_while_the_kiosk_runs_is_whole_and_told_by_its_sum(data: Path) -> None:
    database = open_database(data)
    try:
        Player(database, small_pack()).play()
        done = command("backup", "--out", data.parent / "copy.db", "--data-dir", data)
    finally:
        database.close()
    assert done.returncode == 0, done.stderr
    assert as_written(data.parent / "copy.db")
    with closing(sqlite3.connect(data.parent / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM attempt").fetchone() == (2,)


def test_backup_never_replaces_a_file(data: Path) -> None:
    target = data.parent / "copy.db"
    target.write_text("mine")
    assert_refused(command("backup", "--out", target, "--data-dir", data), 18, "already")
    assert target.read_text() == "mine"


def test_backup_of_nothing_and_to_nowhere_are_told_apart(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.db"
    assert_refused(command("backup", "--out", out, "--data-dir", tmp_path / "none"), 9)
    nowhere = tmp_path / "no" / "such" / "folder" / "copy.db"
    assert_refused(command("backup", "--out", nowhere, "--data-dir", data), 18, "no folder")


def test_restore_previews_then_restores_and_says_where_the_old_one_is(data: Path) -> None:
    file = newest(data)
    play(data)
    seen = command("restore", file, "--preview", "--data-dir", data)
    assert seen.returncode == 0, seen.stderr
    assert "It has 1 attempt and 1 visit, the newest visit of 20" in seen.stdout
    assert "Not in it, or not as far as today: 1 attempt." in seen.stdout
    assert "Nothing was changed." in seen.stdout
    done = command("restore", file, "--data-dir", data)
    assert done.returncode == 0, done.stderr
    (aside,) = (data / "quarantine").iterdir()
    assert str(aside) in done.stdout
    assert "Sound: 1 attempt" in command("check", "--data-dir", data).stdout


def test_restore_of_a_strange_file_is_refused(data: Path, tmp_path: Path) -> None:
    strange = tmp_path / "strange.db"
    strange.write_bytes(b"nonsense" * 900)
    assert_refused(command("restore", strange, "--data-dir", data), 17, "Nothing was changed")


def test_restore_is_refused_while_the_kiosk_runs(data: Path) -> None:
    database = open_database(data)
    try:
        assert_refused(command("restore", newest(data), "--data-dir", data), 7)
    finally:
        database.close()


def test_sums_that_are_not_the_attempts_are_told_and_mended(data: Path) -> None:
    with closing(sqlite3.connect(data / "kiosk.db", isolation_level=None)) as connection:
        connection.execute("UPDATE tally_day SET n = n + 1")
    found = command("check", "--data-dir", data)
    assert found.returncode == 44
    assert "--mend" in found.stderr
    assert command("check", "--mend", "--data-dir", data).returncode == 0
    assert command("check", "--data-dir", data).returncode == 0
