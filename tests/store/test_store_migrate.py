"""From one schema to the next: all of it, or the file as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from stores import CLOCK, Player, open_database, small_pack

from kiosk.errors import DataFolderUnusable
from kiosk.store.database import Database
from kiosk.store.migrate import Migration, load_migrations

GOOD = "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO extra VALUES (1);\n"
BAD = f"{GOOD}DROP TABLE nowhere;\n"


def played(folder: Path) -> None:
    database = open_database(folder)
    Player(database, small_pack()).play()
    database.close()


def rows(file: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(file)) as connection:
        (placements,) = connection.execute("SELECT count(*) FROM placement").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    return placements, version


def test_good_step_keeps_every_row_and_a_backup_that_opens(tmp_path: Path) -> None:
    played(tmp_path)
    newest = len(load_migrations()) + 1
    Database.open(tmp_path, CLOCK.now(), (*load_migrations(), Migration(newest, GOOD))).close()
    assert rows(tmp_path / "kiosk.db") == (6, newest)
    (backup,) = (tmp_path / "backups").iterdir()
    assert rows(backup) == (6, newest - 1)


def test_failing_step_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    played(tmp_path)
    newest = len(load_migrations()) + 1
    with pytest.raises(DataFolderUnusable):
        Database.open(tmp_path, CLOCK.now(), (*load_migrations(), Migration(newest, BAD)))
    assert rows(tmp_path / "kiosk.db") == (6, newest - 1)
    open_database(tmp_path).close()


def test_a_gap_in_the_numbers_is_refused(tmp_path: Path) -> None:
    (tmp_path / "0001_one.sql").write_text(GOOD)
    (tmp_path / "0003_three.sql").write_text(GOOD)
    with pytest.raises(ValueError, match="without a gap"):
        load_migrations(tmp_path)
