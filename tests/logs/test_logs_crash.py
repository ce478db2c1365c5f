"""What nobody caught is written down without a learner in it, and ends the process as told."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.logs.crash import EXIT_CRASHED, KEPT, CrashReports
from kiosk.logs.file import LogFile
from kiosk.logs.hide import CODE, Hider

CHILD = Path(__file__).with_name("child_run.py")
LEARNER = "RV2048"
DIES_BELOW = -signal.SIGSEGV if os.name != "nt" else 0xC0000005


def run(folder: Path, what: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
    """Run a kiosk, have something happen to it, and look that no log tells who was at it."""
    command = [sys.executable, str(CHILD), str(folder), what]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.stdout == "at home\n", done.stderr
    assert LEARNER not in done.stderr
    for entry in (folder / "logs").iterdir():
        assert LEARNER.lower() not in entry.read_text("utf-8").lower(), entry
    return done


def log_of(folder: Path) -> str:
    return (folder / "logs" / "kiosk.log").read_text("utf-8")


def reports(folder: Path) -> list[Path]:
    return sorted((folder / "logs").glob("crash-*.txt"))


def staff_log(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection:
        return [action for (action,) in connection.execute("SELECT action FROM staff_log")]


@pytest.mark.slow
def test_run_that_ends_as_staff_ask_leaves_a_log_and_no_report(tmp_path: Path) -> None:
    done = run(tmp_path, "leave")
    assert done.returncode == 0
    text = log_of(tmp_path)
    assert "start: Mentor Kiosk" in text
    assert f"Qt speaks of {CODE}" in text
    assert f"a warning about {CODE}" in text
    assert "end\n" in text
    assert reports(tmp_path) == []
    assert (tmp_path / "ballast").stat().st_size == 5 * 1024 * 1024


@pytest.mark.slow
@pytest.mark.parametrize("what", ["slot", "thread", "unraisable"])
def test_crash_leaves_a_report_and_an_exit_code_of_its_own(tmp_path: Path, what: str) -> None:
    done = run(tmp_path, what)
    assert done.returncode == EXIT_CRASHED
    (report,) = reports(tmp_path)
    text = report.read_text("utf-8")
    assert "RuntimeError" in text
    assert CODE in text
    assert "child_run.py" in text
    for words in ("Mentor Kiosk ", "Qt 6", "SQLite 3", "Python 3", "start: Mentor Kiosk"):
        assert words in text
    assert str(report) in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_crash_lets_what_is_queued_be_written(tmp_path: Path) -> None:
    run(tmp_path, "slot")
    assert staff_log(tmp_path) == ["the last words"]
    # Folded in: the database was closed as at any end.
    assert not (tmp_path / "kiosk.db-wal").exists()


@pytest.mark.slow
def test_fault_that_a_person_can_mend_is_no_crash(tmp_path: Path) -> None:
    assert run(tmp_path, "mendable").returncode == 0
    assert reports(tmp_path) == []
    assert "The data folder there cannot be used" in log_of(tmp_path)


@pytest.mark.slow
def test_death_below_the_interpreter_is_a_report_after_the_next_start(tmp_path: Path) -> None:
    assert run(tmp_path, "native").returncode == DIES_BELOW
    assert reports(tmp_path) == []
    run(tmp_path, "leave")
    (report,) = reports(tmp_path)
    assert "child_run.py" in report.read_text("utf-8")
    assert report.name.endswith("-native.txt")
    assert "died below the interpreter" in log_of(tmp_path)


@pytest.mark.slow
def test_screen_that_hangs_does_not_keep_a_crash_from_ending_the_process(tmp_path: Path) -> None:
    assert run(tmp_path, "stuck").returncode == EXIT_CRASHED
    assert len(reports(tmp_path)) == 1


def test_only_the_latest_reports_are_kept(tmp_path: Path) -> None:
    log = LogFile(tmp_path, Hider().hide)
    made = [
        CrashReports(log, {}, Hider().hide).write(RuntimeError(str(n))) for n in range(KEPT + 3)
    ]
    assert reports(tmp_path) == made[3:]


def test_report_has_no_local_variables(tmp_path: Path) -> None:
    def deep(secret: str) -> None:
        raise RuntimeError(len(secret))

    log = LogFile(tmp_path, Hider().hide)
    with pytest.raises(RuntimeError) as caught:
        deep("what a learner typed")
    report = CrashReports(log, {}, Hider().hide).write(caught.value)
    text = report.read_text("utf-8").split("Traceback")[1]
    assert "deep" in text
    assert "learner typed" not in text.replace('deep("what a learner typed")', "")
