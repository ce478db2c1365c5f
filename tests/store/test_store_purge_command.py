"""Purging from the command line, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from purge_tools import CODE, backups, holding, ids_of, played
from store_tools import child, file_rows, heard, unguarded

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def purge(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "purge", "--data-dir", str(folder), *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def answered(folder: Path, answer: bytes) -> tuple[int, str]:
    """Purge with a person at the terminal; return the status and what was shown."""
    pty = pytest.importorskip("pty", reason="Windows has no terminals of this kind")
    ours, theirs = pty.openpty()
    arguments = ["-m", "kiosk", "purge", "--data-dir", str(folder), "--learner", CODE]
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdin=theirs, stdout=subprocess.PIPE, text=True
    ) as process:
        os.write(ours, answer)
        shown, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    return process.returncode, shown


def test_learner_is_purged_by_the_code_as_a_person_types_it(tmp_path: Path) -> None:
    played(tmp_path)
    words = [CODE, *ids_of(tmp_path)]
    done = purge(tmp_path, "--learner", f"{CODE[:2].lower()}-{CODE[2:]}", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 learner, 2 visits, 4 attempts, 12 placements; 2 backups" in done.stdout
    assert "no byte of it is left" in done.stdout
    assert CODE not in done.stdout
    assert holding(tmp_path, words) == []
    assert purge(tmp_path, "--learner", CODE, "--yes").returncode == 13


def test_question_is_asked_and_no_is_no(tmp_path: Path) -> None:
    played(tmp_path)
    status, shown = answered(tmp_path, b"n\n")
    assert status == 130
    assert "1 learner, 2 visits, 4 attempts, 12 placements" in shown
    assert ids_of(tmp_path)
    assert answered(tmp_path, b"y\n")[0] == 0
    assert holding(tmp_path, [CODE]) == []


def test_nobody_there_to_ask_is_no(tmp_path: Path) -> None:
    played(tmp_path)
    done = purge(tmp_path, "--learner", CODE)
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert ids_of(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [(), ("--learner", CODE, "--older-than", "3"), ("--older-than", "0"), ("--learner", " -")],
)
def test_command_that_is_not_clear_purges_nothing(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    played(tmp_path)
    assert purge(tmp_path, *arguments, "--yes").returncode == 2
    assert ids_of(tmp_path)


def test_purge_beside_a_running_kiosk_is_turned_away(tmp_path: Path) -> None:
    played(tmp_path)
    with child("child_holder.py", tmp_path) as process:
        assert heard(process) == "open"
        done = purge(tmp_path, "--learner", CODE, "--yes")
    assert done.returncode == 7
    assert ids_of(tmp_path)


def test_folder_without_a_kiosk_is_named_and_stays_empty(tmp_path: Path) -> None:
    assert purge(tmp_path, "--learner", CODE, "--yes").returncode == 9
    assert list(tmp_path.iterdir()) == []


def test_other_file_that_holds_the_code_is_named(tmp_path: Path) -> None:
    played(tmp_path)
    (tmp_path / "notes.txt").write_text(CODE)
    done = purge(tmp_path, "--learner", CODE, "--yes")
    assert done.returncode == 15
    assert "notes.txt" in done.stderr


def test_old_ones_are_purged_by_days(tmp_path: Path) -> None:
    played(tmp_path, backups=1)
    assert "0 attempts" in purge(tmp_path, "--older-than", "30", "--yes").stdout
    with unguarded(tmp_path / "kiosk.db") as connection:
        for column in ("started", "ended", "last_known"):
            connection.execute(f"UPDATE visit SET {column} = '2020-01-01T00:00:00.000Z'")
        connection.execute(
            "UPDATE attempt SET started = '2020-01-01T00:00:00.000Z',"
            " submitted = iif(submitted IS NULL, NULL, '2020-01-01T00:00:00.000Z')"
        )
    done = purge(tmp_path, "--older-than", "30", "--yes")
    assert done.returncode == 0
    assert "2 learners, 2 visits, 4 attempts, 12 placements; 2 backups" in done.stdout
    assert holding(tmp_path, [CODE]) == []


def test_interrupted_purge_is_finished_before_the_next(tmp_path: Path) -> None:
    played(tmp_path)
    words = [CODE, *ids_of(tmp_path)]
    with unguarded(tmp_path / "kiosk.db") as connection:
        connection.execute(
            "INSERT INTO purge SELECT 1, key, NULL, '2026-03-04T05:06:07.000Z' FROM learner"
            " WHERE code = ?",
            (CODE,),
        )
    done = purge(tmp_path, "--older-than", "30000", "--yes")
    assert done.returncode == 0
    assert "The purge of 2026-03-04 05:06 UTC, which was interrupted" in done.stdout
    assert holding(tmp_path, words) == []
    assert file_rows(tmp_path / "kiosk.db", "SELECT * FROM purge") == []
    assert len(backups(tmp_path)) == 2
