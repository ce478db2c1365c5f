"""Who pulls the plug while a PIN is compared gains no try, and two programs give none more."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.core.door_lock import TRIES_BEFORE_A_WAIT, DoorLock
from kiosk.core.model import Kiosk, Settings
from kiosk.errors import AlreadyRunning
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord

NOW = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
CHILD = Path(__file__).with_name("child_door.py")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a kiosk that is set up."""
    with closing(Database.open(tmp_path, NOW)) as database:
        record = SqliteKioskRecord(database)
        here = Kiosk("00000000-0000-7000-8000-000000000001", "Kiosk 1", "Riverside", NOW)
        record.set_up(here, Settings(), "a hash").result(10)
    return tmp_path


@contextmanager
def trying(folder: Path, typed: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(CHILD), str(folder), typed]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield child
    finally:
        child.kill()
        child.wait(30)
        if child.stdout is not None:
            child.stdout.close()


def said(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def lock_of(folder: Path) -> DoorLock:
    with closing(Database.open(folder, NOW)) as database:
        return SqliteKioskRecord(database).door_lock()


@pytest.mark.slow
def test_every_kill_in_the_middle_of_a_comparison_costs_a_try(folder: Path) -> None:
    for number in range(1, TRIES_BEFORE_A_WAIT + 1):
        with trying(folder, "000000") as child:
            assert said(child) == "comparing"
        assert lock_of(folder).tries == number
    assert lock_of(folder).wait_ms > 0
    with trying(folder, "000000") as child:
        assert said(child) == "shut"


@pytest.mark.slow
def test_second_program_on_the_folder_gets_no_tries_of_its_own(folder: Path) -> None:
    with trying(folder, "000000") as first:
        assert said(first) == "comparing"
        with trying(folder, "000000") as second:
            assert second.wait(30) == AlreadyRunning.exit_code
    assert lock_of(folder).tries == 1
