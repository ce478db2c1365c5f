"""What was acknowledged is there after a kill, and nothing goes while the disk refuses."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from store_tools import child, file_rows, heard, opened, rows, said
from stores import CLOCK

from kiosk.store.checksum import checksum_ok
from kiosk.store.database import Database

# The child goes on writing until the kill strikes, at whatever it does then.
KILLED_AFTER = (1, 2, 47, 8, 23, 60, 5, 31, 13, 54)


def acknowledged_until_killed(folder: Path, count: int) -> list[str]:
    with child("child_writer.py", folder) as process:
        lines = [heard(process) for _ in range(count)]
        process.kill()
        return lines + said(process)


def assert_all_there(database: Database, acknowledged: list[str]) -> None:
    written = rows(
        database,
        "SELECT attempt.id, seq, item, to_place FROM placement"
        " JOIN attempt ON attempt.key = placement.attempt",
    )
    there = {" ".join(map(str, row)) for row in written}
    assert not set(acknowledged) - there
    for (key,) in rows(database, "SELECT key FROM attempt"):
        assert database.read(partial(checksum_ok, attempt=key))


@pytest.mark.slow
def test_power_cut_after_ack_keeps_placement(tmp_path: Path) -> None:
    acknowledged: list[str] = []
    for count in KILLED_AFTER:
        acknowledged += acknowledged_until_killed(tmp_path, count)
        with opened(tmp_path) as database:
            assert_all_there(database, acknowledged)
            (integrity,) = rows(database, "PRAGMA integrity_check")
            assert integrity == ("ok",)
    assert len(acknowledged) >= sum(KILLED_AFTER)


def test_power_cut_leaves_placements_numbered_without_a_gap(tmp_path: Path) -> None:
    acknowledged = acknowledged_until_killed(tmp_path, 25)
    with opened(tmp_path) as database:
        numbers = [seq for (seq,) in rows(database, "SELECT seq FROM placement ORDER BY seq")]
        assert rows(database, "SELECT placements FROM attempt") == [(len(numbers),)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= len(acknowledged)


@pytest.mark.slow
def test_kill_leaves_a_database_that_opens_without_its_memory_file(tmp_path: Path) -> None:
    acknowledged = acknowledged_until_killed(tmp_path, 10)
    (tmp_path / "kiosk.db-shm").unlink()
    with opened(tmp_path) as database:
        assert_all_there(database, acknowledged)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_files_that_may_not_grow_hold_placements_up_and_lose_none(tmp_path: Path) -> None:
    with child("child_full_disk.py", tmp_path) as process:
        refused, count, *states = heard(process).split()
        assert process.wait(20) == 0
    assert (refused, count) == ("True", "6")
    assert states[0] == "saving"
    assert states[-1] == "saved"
    assert "waiting" in states
    written = file_rows(tmp_path / "kiosk.db", "SELECT seq FROM placement ORDER BY seq")
    assert [seq for (seq,) in written] == [1, 2, 3, 4, 5, 6]


def test_open_ends_the_visit_that_a_kill_left_open(tmp_path: Path) -> None:
    acknowledged_until_killed(tmp_path, 1)
    Database.open(tmp_path, CLOCK.now()).close()
    ended = file_rows(tmp_path / "kiosk.db", "SELECT how_ended, ended = last_known FROM visit")
    assert ended == [("interrupted", 1)]
