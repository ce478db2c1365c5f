"""A submitted attempt is never changed; where a disk changed one, its checksum tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_tools import opened, rows, unguarded
from stores import Player, open_database, small_pack

from kiosk.store.checksum import checksum_ok
from kiosk.store.database import Database

SEALED = {
    "attempt": (
        "id", "visit", "learner", "pack", "activity", "mode", "shuffle_seed", "mastery_score",
        "items", "started", "utc_offset", "submitted", "active_ms", "outcome", "first_try_score",
        "final_score", "tries", "placements", "placement_chain", "follows", "checksum",
    ),
    "placement": (
        "attempt", "seq", "item", "from_place", "to_place", "method", "ms", "correct", "try",
    ),
    "response": (
        "attempt", "position", "item", "category", "correct", "first_category",
        "first_try_correct", "placements",
    ),
}  # fmt: skip
COLUMNS = [(table, column) for table, columns in SEALED.items() for column in columns]
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
STRANGE = {
    "INTEGER": st.integers(-(2**53), 2**53) | st.integers(0, 3),
    "REAL": st.floats(0, 1) | st.sampled_from((0.5, 0.8, 1.0)),
    "TEXT": TEXT | st.sampled_from(("is", "is_not", "passed", "completed", "drag", "practice")),
}


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Database]:
    """A database with a submitted attempt, which has the key 1, and an open one beside it."""
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        player.play(wrong=2)
        attempt = player.begin()
        player.place(attempt, attempt.board.dealt[0], "is")
        player.check(attempt)
        yield database


@pytest.fixture(scope="module")
def spoiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A file with two submitted attempts and a second round, open to changes past every guard."""
    folder = tmp_path_factory.mktemp("spoiled")
    database = open_database(folder)
    Player(database, small_pack()).play(wrong=2)
    Player(database, small_pack(), "RV2049").play(wrong=1)
    again = Player(database, small_pack())
    assert again.opened.second_round is not None
    again.play_round(again.opened.second_round)
    database.close()
    with unguarded(folder / "kiosk.db") as connection:
        yield connection


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_field_of_a_submitted_attempt_can_be_changed(
    closed: Database, table: str, column: str
) -> None:
    key = "key" if table == "attempt" else "attempt"
    change = f"UPDATE {table} SET {column} = {column} WHERE {key} = 1"
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        closed.ask(lambda db: db.execute(change)).result(10)


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO placement VALUES (1, 99, 'x', NULL, 'is', 'tap', 1, 1, 1)",
        "INSERT INTO response VALUES (1, 99, 'x', 'is', 1, 'is', 1, 1)",
        "INSERT OR REPLACE INTO placement VALUES (1, 1, 'x', NULL, 'is', 'tap', 1, 1, 1)",
        "DELETE FROM placement WHERE attempt = 1",
        "DELETE FROM response WHERE attempt = 1",
        "DELETE FROM attempt WHERE key = 1",
        "UPDATE response SET attempt = 1, position = 99 WHERE attempt = 2 AND position = 0",
        "UPDATE placement SET attempt = 1, seq = 99 WHERE attempt = 2",
        "UPDATE placement SET to_place = 'is_not' WHERE attempt = 2",
    ],
)
def test_nothing_is_added_to_or_taken_from_a_submitted_attempt(
    closed: Database, change: str
) -> None:
    before = rows(closed, "SELECT * FROM placement"), rows(closed, "SELECT * FROM response")
    with pytest.raises(sqlite3.IntegrityError):
        closed.ask(lambda db: db.execute(change)).result(10)
    after = rows(closed, "SELECT * FROM placement"), rows(closed, "SELECT * FROM response")
    assert after == before
    assert closed.read(lambda db: checksum_ok(db, 1))


def test_submitted_attempt_can_go_as_a_whole(closed: Database) -> None:
    def forget(db: sqlite3.Connection) -> None:
        db.execute("PRAGMA defer_foreign_keys = 1")
        db.execute("DELETE FROM attempt WHERE key = 1")
        db.execute("DELETE FROM placement WHERE attempt = 1")
        db.execute("DELETE FROM response WHERE attempt = 1")

    closed.ask(forget).result(10)
    assert rows(closed, "SELECT key FROM attempt") == [(2,)]


def test_every_column_is_under_the_seal(spoiled: sqlite3.Connection) -> None:
    for table, columns in SEALED.items():
        found = [name for (_, name, *_) in spoiled.execute(f"PRAGMA table_info({table})")]
        assert sorted(found) == sorted([*columns, *(["key"] if table == "attempt" else [])])


@pytest.mark.slow
@settings(max_examples=200)
@given(where=st.sampled_from(COLUMNS), row=st.integers(0, 11), data=st.data())
def test_checksum_tells_any_altered_field(
    spoiled: sqlite3.Connection, where: tuple[str, str], row: int, data: st.DataObject
) -> None:
    table, column = where
    attempt = "key" if table == "attempt" else "attempt"
    order = {"attempt": "key", "placement": "attempt, seq", "response": "attempt, position"}[table]
    found = spoiled.execute(f"SELECT {attempt}, {column} FROM {table} ORDER BY {order}").fetchall()
    number, old = found[row % len(found)]
    (kind,) = [k for (_, n, k, *_) in spoiled.execute(f"PRAGMA table_info({table})") if n == column]
    new = data.draw(st.none() | STRANGE[kind])
    place = f"(SELECT {order} FROM {table} ORDER BY {order} LIMIT 1 OFFSET {row % len(found)})"
    spoiled.execute("BEGIN")
    try:
        change = f"UPDATE {table} SET {column} = ? WHERE ({order}) = {place}"
        spoiled.execute(change, (new,))
    except sqlite3.IntegrityError:
        return
    else:
        assert checksum_ok(spoiled, number) == (new == old)
    finally:
        spoiled.execute("ROLLBACK")


@pytest.mark.parametrize("column", ["visit", "learner"])
def test_checksum_tells_an_attempt_given_to_another(
    spoiled: sqlite3.Connection, column: str
) -> None:
    spoiled.execute("BEGIN")
    spoiled.execute(f"UPDATE attempt SET {column} = 2 WHERE key = 1")
    assert not checksum_ok(spoiled, 1)
    spoiled.execute("ROLLBACK")


@pytest.mark.parametrize("table", ["placement", "response"])
@pytest.mark.parametrize("position", [1, 3])
def test_checksum_tells_a_row_that_is_gone(
    spoiled: sqlite3.Connection, table: str, position: int
) -> None:
    order = {"placement": "seq", "response": "position"}[table]
    spoiled.execute("BEGIN")
    spoiled.execute(f"DELETE FROM {table} WHERE attempt = 1 AND {order} = ?", (position,))
    assert not checksum_ok(spoiled, 1)
    assert checksum_ok(spoiled, 2)
    spoiled.execute("ROLLBACK")


def test_checksum_of_no_attempt_is_not_right(spoiled: sqlite3.Connection) -> None:
    assert not checksum_ok(spoiled, 99)
