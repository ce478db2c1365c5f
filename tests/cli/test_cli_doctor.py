"""The doctor says how a kiosk does, and ends with a code that says it too."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from click.testing import CliRunner
from stores import CLOCK, Player, open_database, small_pack

from kiosk.cli import commands
from kiosk.core.checkup import Subject
from kiosk.errors import AttentionNeeded, KioskError, SomethingWrong
from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader

OF_THIS_MACHINE = ("lock-down", "disk")


def doctor(folder: Path, *skip: str) -> tuple[int, str]:
    options = [word for subject in skip for word in ("--skip", subject)]
    done = CliRunner().invoke(
        commands, ["doctor", "--data-dir", str(folder), *options], standalone_mode=False
    )
    if isinstance(done.exception, KioskError):
        return done.exception.exit_code, done.output
    return done.return_value, done.output


def healthy(folder: Path) -> None:
    database = open_database(folder)
    Player(database, small_pack()).play()
    with closing(open_reader(database.file)) as reader:
        back_up(reader, folder, "regular", CLOCK.now())
    database.close()


def test_healthy_kiosk_is_good(tmp_path: Path) -> None:
    healthy(tmp_path)
    status, words = doctor(tmp_path, *OF_THIS_MACHINE)
    assert status == 0
    assert "Attempts, each as it was written: 1." in words
    assert "All is good." in words
    assert "WRONG" not in words


def test_folder_without_a_kiosk_needs_attention(tmp_path: Path) -> None:
    status, words = doctor(tmp_path / "none", *OF_THIS_MACHINE)
    assert status == AttentionNeeded.exit_code
    assert "There is no database yet" in words
    assert not (tmp_path / "none").exists()


def test_altered_attempt_is_wrong(tmp_path: Path) -> None:
    healthy(tmp_path)
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as connection, connection:
        connection.execute("DROP TRIGGER attempt_closed")
        connection.execute("UPDATE attempt SET final_score = 1, checksum = 'x'")
    status, words = doctor(tmp_path, *OF_THIS_MACHINE)
    assert status == SomethingWrong.exit_code
    assert "not as they were written: 1" in words


def test_damaged_database_old_backup_and_crashes_are_told(tmp_path: Path) -> None:
    healthy(tmp_path)
    (tmp_path / "kiosk.db").write_bytes(b"not a database" * 1000)
    (made,) = (tmp_path / "backups").glob("*.db")
    made.rename(made.with_name("kiosk-000001-20250303T090000Z-regular.db"))
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "crash-20250303T090000Z.txt").write_text("x")
    os.utime(logs / "crash-20250303T090000Z.txt", (1_741_000_000, 1_741_000_000))
    status, words = doctor(tmp_path, *OF_THIS_MACHINE)
    assert status == SomethingWrong.exit_code
    assert "The database cannot be relied on" in words
    assert "The newest backup is old" in words
    assert "Crash reports in the folder 'logs': 1" in words


def test_lock_down_counts_unless_it_is_skipped(tmp_path: Path) -> None:
    healthy(tmp_path)
    _, words = doctor(tmp_path)
    assert "Alt+Tab" in words
    _, words = doctor(tmp_path, Subject.LOCK_DOWN.value)
    assert "Alt+Tab" not in words
