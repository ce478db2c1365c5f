"""From one schema to the next: all of it, or the file as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_tools import file_rows
from stores import CLOCK, IDS, Player, open_database, small_pack

from kiosk.core.log_rows import AttemptState
from kiosk.errors import DataFolderUnusable
from kiosk.store.database import Database
from kiosk.store.log import SqliteExportLog
from kiosk.store.migrate import Migration, load_migrations

GOOD = "CREATE TABLE extra (id INTEGER PRIMARY KEY) STRICT;\nINSERT INTO extra VALUES (1);\n"
BAD = f"{GOOD}DROP TABLE nowhere;\n"
ANEW = """
CREATE TABLE fresh (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL,
    attempts INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;
INSERT INTO fresh SELECT key, id, at, attempts, '' FROM export_log;
DROP TABLE export_log;
ALTER TABLE fresh RENAME TO export_log;
"""


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
    (backup,) = (tmp_path / "backups").glob("*.db")
    assert rows(backup) == (6, newest - 1)


def test_failing_step_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    played(tmp_path)
    newest = len(load_migrations()) + 1
    with pytest.raises(DataFolderUnusable):
        Database.open(tmp_path, CLOCK.now(), (*load_migrations(), Migration(newest, BAD)))
    assert rows(tmp_path / "kiosk.db") == (6, newest - 1)
    open_database(tmp_path).close()


def test_step_that_makes_a_table_anew_keeps_what_refers_to_it(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    Player(database, small_pack()).play()
    assert SqliteExportLog(database, IDS).record_export([AttemptState(1, "done")], CLOCK.now())
    database.close()
    newest = len(load_migrations()) + 1
    with closing(
        Database.open(tmp_path, CLOCK.now(), (*load_migrations(), Migration(newest, ANEW)))
    ) as again:
        assert again.read(lambda db: db.execute("SELECT note FROM export_log").fetchall()) == [
            ("",)
        ]
        assert again.read(lambda db: db.execute("SELECT count(*) FROM exported").fetchone()) == (1,)
        keys = again.ask(lambda db: db.execute("PRAGMA foreign_keys").fetchone())
        assert keys.result(10) == (1,)


def test_step_that_leaves_a_row_without_its_parent_is_undone(tmp_path: Path) -> None:
    played(tmp_path)
    newest = len(load_migrations()) + 1
    orphans = Migration(newest, "DELETE FROM learner;\n")
    with pytest.raises(DataFolderUnusable, match="parent"):
        Database.open(tmp_path, CLOCK.now(), (*load_migrations(), orphans))
    assert file_rows(tmp_path / "kiosk.db", "SELECT count(*) FROM learner") == [(1,)]


def test_first_step_that_fails_leaves_a_folder_that_can_begin_anew(tmp_path: Path) -> None:
    with pytest.raises(DataFolderUnusable):
        Database.open(tmp_path, CLOCK.now(), (Migration(1, BAD),))
    open_database(tmp_path).close()


def test_without_a_backup_nothing_is_changed(tmp_path: Path) -> None:
    played(tmp_path)
    (tmp_path / "backups").write_text("in the way")
    newest = len(load_migrations()) + 1
    with pytest.raises(DataFolderUnusable):
        Database.open(tmp_path, CLOCK.now(), (*load_migrations(), Migration(newest, GOOD)))
    assert rows(tmp_path / "kiosk.db") == (6, newest - 1)


def test_start_without_a_new_step_makes_no_backup(tmp_path: Path) -> None:
    played(tmp_path)
    open_database(tmp_path).close()
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize(
    "names",
    [
        ("0001_one.sql", "0003_three.sql"),
        ("0002_two.sql",),
        ("0001_one.sql", "0001_other.sql"),
        ("0000_zero.sql", "0001_one.sql"),
    ],
)
def test_a_gap_in_the_numbers_is_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    for name in names:
        (tmp_path / name).write_text(GOOD)
    with pytest.raises(ValueError, match="without a gap"):
        load_migrations(tmp_path)
