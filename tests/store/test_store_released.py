"""Every database that a released version left opens, migrates, and exports the same rows."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from released import TABLES, exported, place, schema_of
from salvage_tools import salvaged
from spoiled import read_rows
from stores import CLOCK

from kiosk.store import tallies
from kiosk.store.backup import backups_of
from kiosk.store.database import Database
from kiosk.store.migrate import load_migrations

STEPS = load_migrations()
EACH = pytest.mark.parametrize("number", range(1, len(STEPS) + 1))


@pytest.fixture
def left(number: int, tmp_path: Path) -> Path:
    """A data folder as the version of a schema left it."""
    shutil.copy(place(number) / "kiosk.db", tmp_path)
    return tmp_path


def columns(file: Path, known: list[str]) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return [[row[name] for name in known] for row in csv.DictReader(stream)]


def header(file: Path) -> list[str]:
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream))


@EACH
def test_database_of_a_released_version_exports_the_same_rows(number: int, left: Path) -> None:
    bundle = exported(left, left / "out")
    for name in TABLES:
        then = place(number) / name
        # A later version may tell more of a row, never less and nothing else.
        known = header(then)
        assert columns(bundle / name, known) == columns(then, known)
        assert len(columns(then, known)) > 0


@EACH
def test_sums_of_a_database_that_was_migrated_are_those_of_its_rows(
    number: int, left: Path
) -> None:
    del number
    Database.open(left, CLOCK.now()).close()
    with closing(sqlite3.connect(left / "kiosk.db")) as connection:
        assert connection.execute("SELECT count(*) FROM tally_sum").fetchone()[0]
        assert tallies.stray(connection) == 0


@EACH
def test_older_database_is_backed_up_before_it_is_changed(number: int, left: Path) -> None:
    Database.open(left, CLOCK.now()).close()
    assert bool(backups_of(left)) == (number < len(STEPS))


@EACH
def test_every_row_of_a_released_version_can_be_salvaged_after_it_was_migrated(
    number: int, left: Path
) -> None:
    del number
    Database.open(left, CLOCK.now()).close()
    rows = read_rows(left / "kiosk.db")
    told, back = salvaged(left / "kiosk.db")
    assert back == rows
    assert (told.visits, told.stand_ins) == (len(rows["visit"]), 0)


@EACH
def test_released_schema_is_not_changed_afterwards(
    number: int, left: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fresh = tmp_path_factory.mktemp("fresh")
    Database.open(fresh, CLOCK.now(), STEPS[:number]).close()
    assert schema_of(left / "kiosk.db") == schema_of(fresh / "kiosk.db")
