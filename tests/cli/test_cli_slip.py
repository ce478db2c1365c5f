"""What `slip verify` says of a slip that somebody brings, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from stores import Player, open_database, small_pack

from kiosk.core.slip import Slip
from kiosk.store.slips import SqliteSlips

ROOT = Path(__file__).parents[2]


@pytest.fixture
def slip(tmp_path: Path) -> Iterator[Slip]:
    """A slip of a kiosk that runs meanwhile."""
    database = open_database(tmp_path)
    attempt = Player(database, small_pack()).play(2)
    yield SqliteSlips(database).issue(attempt.start.id).result(10)
    database.close()


def verify(folder: Path, code: str, check: str) -> tuple[int, str]:
    """Return the exit code and what is said."""
    command = [sys.executable, "-m", "kiosk", "slip", "verify", code, check]
    done = subprocess.run(
        [*command, "--data-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.mark.slow
def test_true_slip_is_told_with_all_that_it_must_say(tmp_path: Path, slip: Slip) -> None:
    code, said = verify(tmp_path, "rv 2048", slip.check.lower())
    assert code == 0
    for fact in ("RV2048", "4 of 6", slip.facts.day.isoformat(), slip.facts.activity_title):
        assert fact in said


@pytest.mark.slow
def test_untrue_slip_has_an_exit_code_of_its_own_and_tells_nothing(
    tmp_path: Path, slip: Slip
) -> None:
    other = slip.check[:-1] + ("0" if slip.check[-1] != "0" else "1")
    code, said = verify(tmp_path, "RV2048", other)
    assert code == 40
    assert "RV2048" not in said
    assert "of 6" not in said
