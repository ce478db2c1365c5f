"""Salvage from the command line, in processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from grown import grow
from spoiled import PAGE, read_rows

ROOT = Path(__file__).parents[2]


def salvaged(file: Path, out: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kiosk", "salvage", str(file), "--out", str(out)],
        cwd=ROOT,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return grow(tmp_path / "data", 5)


@pytest.mark.slow
def test_sound_file_is_told_to_be_sound(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.db"
    done = salvaged(file, out)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"5 attempts with 49 placements and 5 visits came back: {out}",
        "All that was seen was sound.",
    ]
    assert read_rows(out) == read_rows(file)


@pytest.mark.slow
def test_loss_is_told_in_words_with_a_status_of_its_own(file: Path, tmp_path: Path) -> None:
    content, attempts = file.read_bytes(), read_rows(file)["attempt"]
    page = content.index(b"a00003i05is_nottap") // PAGE
    file.write_bytes(content[: page * PAGE] + bytes(PAGE) + content[(page + 1) * PAGE :])
    done = salvaged(file, tmp_path / "out.db")
    first, second, third, *ids = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (20, "")
    assert first.startswith("0 attempts with 0 placements and 5 visits")
    assert second == "1 page of the file could not be read, or not in full."
    assert third == "5 attempts seen, not sound, and left out:"
    assert ids == sorted(row[1] for row in attempts)


@pytest.mark.slow
def test_nothing_is_overwritten_and_a_missing_file_is_named(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    for source, out, status, words in (
        (file, file, 22, "overwrites nothing"),
        (tmp_path / "none.db", tmp_path / "out.db", 21, "none.db"),
        (file, tmp_path / "nowhere" / "out.db", 23, "was not made"),
    ):
        done = salvaged(source, out)
        assert (done.returncode, done.stdout) == (status, "")
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert words in done.stderr
    assert file.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [file.parent]
