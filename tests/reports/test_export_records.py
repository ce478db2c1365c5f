"""Records that the database puts together are those that are told cell by cell."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing

import pytest
from hostile import HOSTILE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from log_maker import played_log

from kiosk import paths
from kiosk.core.log_rows import Selection
from kiosk.reports.attempt_log import PLACEMENTS, RESPONSES
from kiosk.reports.csv_rules import text_cell
from kiosk.reports.records import Records, is_plain, placement_records, response_records
from kiosk.store import log_sql
from kiosk.store.log import SqliteSnapshot
from kiosk.store.record import read_kiosk

# Values that end a record and begin another one, as the database parts them.
FORGED = (
    "a,,is,tap,1,,1\r\nb,2,c",
    "a\x1fis\x1f1\x1fis\x1f1\x1f1\x1e1\x1fb",
    "a\x1eb", "a\x1fb", "\x1e", "\x1f",
)  # fmt: skip
TEXTS = st.sampled_from(
    [*HOSTILE, *FORGED, "is", "card-1", "-", "a,b", "\0", "", "a\r\n"]
) | st.text(st.characters(codec="utf-8"), max_size=5)
CHANGES = (
    "UPDATE placement SET item = ? WHERE seq = 1",
    "UPDATE placement SET from_place = ? WHERE seq = 2",
    "UPDATE placement SET to_place = ? WHERE seq = 3",
    "UPDATE response SET item = ? WHERE position = 0",
    "UPDATE response SET category = ? WHERE position = 1",
    "UPDATE response SET first_category = ? WHERE position = 2",
    "UPDATE label SET title = ? WHERE kind = 'item'",
    "UPDATE label SET title = ? WHERE kind = 'category'",
    "UPDATE attempt SET id = ? WHERE key = 1",
)


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A database of two attempts in which everything may be changed."""
    folder = tmp_path_factory.mktemp("played")
    played_log(folder)
    with closing(sqlite3.connect(paths.database(folder), isolation_level=None)) as opened:
        names = opened.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            opened.execute(f'DROP TRIGGER "{name}"')
        opened.execute(log_sql.MAKE_CHOSEN)
        yield opened


def snapshot(connection: sqlite3.Connection) -> SqliteSnapshot:
    kiosk = read_kiosk(connection)
    assert kiosk is not None
    return SqliteSnapshot(connection, kiosk, Selection())


def joined(records: Iterable[Records]) -> tuple[int, bytes]:
    made = list(records)
    return sum(one.rows for one in made), b"".join(one.text for one in made)


def compare(log: SqliteSnapshot) -> None:
    placements, responses = [*log.placements()], [*log.responses()]
    assert joined(placement_records(log)) == (
        len(placements),
        PLACEMENTS.lines(placements).encode(),
    )
    assert joined(response_records(log)) == (len(responses), RESPONSES.lines(responses).encode())


def test_usual_log_is_told_by_the_database_alone(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = snapshot(connection)
    compare(log)
    with monkeypatch.context() as without_cells:
        without_cells.setattr(SqliteSnapshot, "placements", None)
        without_cells.setattr(SqliteSnapshot, "responses", None)
        assert joined(placement_records(log))[0] > joined(response_records(log))[0] > 0


def compare_changed(connection: sqlite3.Connection, changes: list[tuple[str, str]]) -> None:
    connection.execute("BEGIN")
    try:
        for change, text in changes:
            connection.execute(change, (text,))
        compare(snapshot(connection))
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize(
    "text", [*FORGED, "a\0b", "\0", "-1", "a,b", "a\r\n", 'a"', "=1", " a", "\uff1d1"]
)
@pytest.mark.parametrize("change", CHANGES)
def test_text_that_needs_more_than_itself_is_told_the_same_both_ways(
    connection: sqlite3.Connection, change: str, text: str
) -> None:
    compare_changed(connection, [(change, text)])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.sampled_from(CHANGES), TEXTS), min_size=1, max_size=4))
def test_whatever_the_database_holds_both_ways_agree(
    connection: sqlite3.Connection, changes: list[tuple[str, str]]
) -> None:
    compare_changed(connection, changes)


@pytest.mark.parametrize("text", HOSTILE)
def test_only_what_is_told_as_it_stands_is_plain(text: str) -> None:
    assert not is_plain(f"a,{text},1\r\n".encode(), 1, 3) or text_cell(text) == text


def test_records_of_another_width_are_not_plain() -> None:
    assert is_plain(b"a,b\r\nc,d\r\n", 2, 2)
    assert not is_plain(b"a,b,c\r\nd\r\n", 2, 2)
    assert not is_plain(b"a,b\r\nc,d\r\n", 1, 2)
    assert not is_plain(b"a,b\r\nc,d", 2, 2)
