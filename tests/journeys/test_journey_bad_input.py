"""What is wrong with the world is said in one sentence, with an exit code, and nothing is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.store.database import Database
from kiosk.world import SystemClock


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kiosk", *arguments]
    return subprocess.run(
        command,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def said_in_one_line(done: subprocess.CompletedProcess[str], code: int) -> str:
    assert done.returncode == code, done.stdout + done.stderr
    words = [line for line in done.stderr.splitlines() if "This plugin" not in line]
    assert len(words) == 1, done.stderr
    assert words[0].endswith(".")
    return words[0]


def test_missing_pack(tmp_path: Path) -> None:
    done = run("run", "--data-dir", str(tmp_path / "data"), "--pack", str(tmp_path / "none"))
    assert "No lesson pack" in said_in_one_line(done, 3)
    assert not (tmp_path / "data").exists()


def test_broken_pack(tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.toml").write_text("format = 1\nid = 7\n")
    done = run("run", "--data-dir", str(tmp_path / "data"), "--pack", str(tmp_path / "pack"))
    assert "pack check" in said_in_one_line(done, 3)
    listed = run("pack", "check", str(tmp_path / "pack"))
    assert listed.returncode == 1
    assert len(listed.stdout.splitlines()) > 3


def test_data_folder_that_is_a_file(tmp_path: Path) -> None:
    there = tmp_path / "data"
    there.write_text("mine")
    assert str(there) in said_in_one_line(run("run", "--data-dir", str(there)), 4)
    assert there.read_text() == "mine"


def test_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Database.open(tmp_path, SystemClock().now()).close()
    file = tmp_path / "kiosk.db"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    before = file.read_bytes()
    assert "999" in said_in_one_line(run("run", "--data-dir", str(tmp_path)), 6)
    assert file.read_bytes() == before


def spoiled(folder: Path) -> Path:
    file = folder / "kiosk.db"
    file.write_bytes(b"SQLite format 3\0" + b"\x5a" * 8000)
    return file


def test_damaged_database_is_told_and_not_touched_by_a_look(tmp_path: Path) -> None:
    file = spoiled(tmp_path)
    before = file.read_bytes()
    said = said_in_one_line(run("check", "--data-dir", str(tmp_path)), 5)
    assert "Start the kiosk" in said
    assert file.read_bytes() == before


def test_start_on_a_damaged_database_puts_it_aside_and_goes_on(
    tmp_path: Path, qtbot: QtBot
) -> None:
    file = spoiled(tmp_path)
    before = file.read_bytes()
    command = [sys.executable, "-m", "kiosk", "run", "--data-dir", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment) as kiosk:
        try:
            # The new one takes its place in one step.
            qtbot.waitUntil(lambda: file.exists() and file.read_bytes() != before, timeout=30_000)
            assert kiosk.poll() is None
        finally:
            kiosk.kill()
    (aside,) = (tmp_path / "quarantine").glob("*/kiosk.db")
    assert aside.read_bytes() == before
    assert "Sound" in run("check", "--data-dir", str(tmp_path)).stdout


def test_second_start_is_turned_away(tmp_path: Path) -> None:
    first = Database.open(tmp_path, SystemClock().now())
    try:
        assert "already running" in said_in_one_line(run("run", "--data-dir", str(tmp_path)), 7)
    finally:
        first.close()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux starts without a display")
def test_no_display(tmp_path: Path) -> None:
    for display in ({"DISPLAY": ""}, {"DISPLAY": ":987"}):
        done = run("run", "--data-dir", str(tmp_path), QT_QPA_PLATFORM="", **display)
        assert done.returncode == 8, done.stderr
        words = [line for line in done.stderr.splitlines() if "This plugin" not in line]
        # What is to be typed stands alone, to be read off letter by letter.
        why, command = words
        assert "no display" in why
        assert command == "mentor-kiosk tour --out DIR"


def test_export_before_the_set_up(tmp_path: Path) -> None:
    done = run("export", "--out", str(tmp_path / "out"), "--data-dir", str(tmp_path))
    said_in_one_line(done, 9)
