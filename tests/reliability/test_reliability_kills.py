"""What was acknowledged outlasts a kill at any moment, and the next start is quick."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from kills import kill_control, kill_trials
from processes import child
from stores import open_database
from trials import Harm
from witness import harm, sound

from kiosk import paths

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


@pytest.mark.slow
def test_kills_at_random_moments_lose_nothing_and_the_next_start_is_quick() -> None:
    for trial in kill_trials(stores=10, kiosks=5):
        assert trial.harmless, trial


@pytest.mark.slow
def test_store_that_acknowledges_too_early_is_caught() -> None:
    (trial,) = kill_control(kills=60)
    assert trial.lost > 0


def test_kills_come_while_there_is_something_to_lose(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    with child("child_visits.py", tmp_path, 0) as one:
        one.hear_until("placed")
        one.kill_after(0)
        assert one.hear_out()
    assert (tmp_path / "kiosk.db-wal").stat().st_size


@pytest.fixture
def played(tmp_path: Path) -> tuple[Path, list[str]]:
    """A folder with two visits in it, and what was acknowledged of them."""
    with child("child_visits.py", tmp_path, 2) as one:
        said = one.hear_out()
    assert len([line for line in said if line.startswith("placed")]) == 24
    assert harm(tmp_path, said) == Harm(0, 0)
    return tmp_path, said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("spoil", "expected"),
    [
        ("DELETE FROM placement WHERE attempt = 1 AND seq > 10", Harm(2, 1)),
        ("UPDATE placement SET item = 'x' WHERE attempt = 2 AND seq = 3", Harm(0, 2)),
        ("UPDATE placement SET ms = ms + 1 WHERE attempt = 2 AND seq = 3", Harm(0, 1)),
        ("UPDATE attempt SET outcome = NULL, submitted = NULL WHERE key = 1", Harm(1, 1)),
        ("DELETE FROM attempt WHERE key = 2", Harm(13, 0)),
    ],
)
def test_witness_tells_what_is_gone_and_what_is_altered(
    played: tuple[Path, list[str]], spoil: str, expected: Harm
) -> None:
    folder, said = played
    with closing(sqlite3.connect(paths.database(folder), isolation_level=None)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in names.fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute(spoil)
    assert harm(folder, said) == expected
    assert not sound(folder)
