"""What salvage makes of a file: of each kind of damage, and of files that are none of ours."""

from __future__ import annotations

import os
import sqlite3
import struct
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from grown import numbered_pack
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import MORNING
from salvage_tools import ATTEMPTS, NOTHING, counts, overwrite, root_of, salvaged
from spoiled import PAGE, Rows, find_rows, hit_pages, read_rows
from store_tools import unguarded
from stores import CLOCK, IDS, Player

from kiosk.core.ports import never
from kiosk.store.database import Database
from kiosk.store.roster import SqliteRoster
from kiosk.store.salvage import Salvaged, salvage
from kiosk.store.salvage.shapes import read_shapes

pytestmark = pytest.mark.slow


def test_sound_file_comes_back_whole(file: Path) -> None:
    told, back = salvaged(file)
    rows = read_rows(file)
    assert back == rows
    assert told == Salvaged(ATTEMPTS, len(rows["placement"]), ATTEMPTS, (), 0, 0)


def test_each_page_can_be_lost_and_the_rest_comes_back(file: Path) -> None:
    content, whereabouts, rows = file.read_bytes(), find_rows(file), read_rows(file)
    for page in range(len(content) // PAGE):
        file.write_bytes(content[: page * PAGE] + b"\xa7" * PAGE + content[(page + 1) * PAGE :])
        told, back = salvaged(file)
        hit = hit_pages(content, file.read_bytes())
        assert whereabouts.surviving(hit) <= {row[1] for row in back["attempt"]}, page
        for table in ("attempt", "placement", "response", "screen_view", "label", "setting"):
            assert back[table] <= rows[table]
        assert told.unreadable_pages == 1


def test_codes_that_were_imported_and_never_came_come_back(file: Path) -> None:
    codes = [f"XK{n:04d}" for n in range(300)]
    file = file.replace(file.with_name("kiosk.db"))
    database = Database.open(file.parent, MORNING)
    assert SqliteRoster(database, CLOCK, IDS).add(codes, lambda _done, _all: None, never) == 300
    database.close()
    assert set(codes) <= codes_in(read_rows(file))
    content = file.read_bytes()
    assert set(codes) <= codes_in(salvaged(file)[1])
    with closing(sqlite3.connect(file)) as connection:
        leaves = connection.execute(
            "SELECT pageno FROM dbstat WHERE name = 'learner' AND pagetype = 'leaf'"
        ).fetchall()
    assert len(leaves) > 2
    for (number,) in leaves:
        start = (number - 1) * PAGE
        lost = {code for code in codes if code.encode() in content[start : start + PAGE]}
        assert 0 < len(lost) < len(codes)
        file.write_bytes(content[:start] + b"\xa7" * PAGE + content[start + PAGE :])
        assert set(codes) - codes_in(salvaged(file)[1]) <= lost


def codes_in(rows: Rows) -> set[object]:
    return {row[2] for row in rows["learner"]}


@pytest.mark.parametrize("page_size", [512, 1024, 4096, 8192, 65536])
@pytest.mark.parametrize("lost", [2, 16, 18, 100, 512])
def test_header_can_be_lost_whatever_the_page_size(file: Path, page_size: int, lost: int) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA page_size = {page_size}")
        connection.execute("VACUUM")
    rows = read_rows(file)
    overwrite(file, 0, bytes(lost))
    assert salvaged(file)[1] == rows


@pytest.mark.parametrize("told_size", [0, 1, 512, 8192, 4097])
def test_page_size_that_the_header_gets_wrong_is_not_believed(file: Path, told_size: int) -> None:
    rows = read_rows(file)
    overwrite(file, 16, struct.pack(">H", told_size))
    assert salvaged(file)[1] == rows


@pytest.mark.parametrize("eighths", range(1, 8))
def test_file_cut_short_gives_what_is_left(file: Path, eighths: int) -> None:
    content, whereabouts = file.read_bytes(), find_rows(file)
    os.truncate(file, len(content) * eighths // 8 + 100)
    told, back = salvaged(file)
    surviving = whereabouts.surviving(hit_pages(content, file.read_bytes()))
    assert surviving <= {row[1] for row in back["attempt"]}
    assert told.unreadable_pages > 0


def test_row_that_the_end_of_the_file_cuts_in_two_is_left_out(file: Path) -> None:
    content, rows = file.read_bytes(), read_rows(file)
    # Rows of this table have small numbers at their ends, which zeros could stand for.
    last = (root_of(file, "screen_view") - 1) * PAGE
    assert content[last] == 10
    for cut in range(last + PAGE - 200, last + PAGE):
        file.write_bytes(content[:cut])
        assert salvaged(file)[1]["screen_view"] <= rows["screen_view"], cut


@pytest.mark.parametrize(
    "content",
    [b"", b"S", b"SQLite format 3\0", b"nonsense" * 9000, bytes(9 * PAGE)],
    ids=["empty", "one byte", "magic only", "text", "zeros"],
)
def test_garbage_gives_an_empty_database_and_is_not_called_sound(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "kiosk.db"
    file.write_bytes(content)
    told, back = salvaged(file)
    assert counts(told) == NOTHING
    assert told.unreadable_pages > 0
    assert not any(back.values())


def test_database_of_another_program_gives_nothing_and_is_not_called_sound(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE letters (sender TEXT, text TEXT, at INTEGER)")
        connection.execute("INSERT INTO letters VALUES ('x', 'y', 1)")
    told, back = salvaged(file)
    assert counts(told) == NOTHING
    assert told.unreadable_pages > 0
    assert not any(back.values())


def test_file_that_cannot_be_read_gives_nothing(tmp_path: Path) -> None:
    for name in ("missing.db", "."):
        told = salvage(tmp_path / name, tmp_path / "out.db", MORNING)
        assert counts(told) == NOTHING
        assert told.unreadable_pages > 0


@settings(max_examples=60)
@given(data=st.data())
def test_no_byte_that_flips_alters_an_attempt(grown: Path, data: st.DataObject) -> None:
    content = bytearray(grown.read_bytes())
    places = st.integers(0, len(content) - 1)
    for at in data.draw(st.lists(places, min_size=1, max_size=40)):
        content[at] = data.draw(st.integers(0, 255))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "damaged.db"
        file.write_bytes(content)
        _told, back = salvaged(file)
    rows = read_rows(grown)
    for table in ("attempt", "placement", "response"):
        assert back[table] <= rows[table]


@settings(max_examples=40)
@given(head=st.binary(max_size=200), kind=st.sampled_from([2, 5, 10, 13]), rest=st.binary())
def test_no_bytes_raise(head: bytes, kind: int, rest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "damaged.db"
        page = (bytes([kind]) + rest).ljust(PAGE, b"\x03")[:PAGE]
        file.write_bytes(b"SQLite format 3\0" + head.ljust(PAGE) + page * 3)
        file.with_name("damaged.db-wal").write_bytes(struct.pack(">I", 0x377F0682) + head)
        told, _back = salvaged(file)
    assert counts(told) == NOTHING


def test_damaged_file_is_only_read_and_nothing_of_it_runs(file: Path) -> None:
    with unguarded(file) as connection:
        connection.execute(
            "CREATE TRIGGER sly AFTER INSERT ON attempt BEGIN DELETE FROM learner; END"
        )
        connection.execute("CREATE VIEW learners AS SELECT * FROM learner")
    before, names = file.read_bytes(), sorted(file.parent.iterdir())
    told, back = salvaged(file)
    assert told.attempts == ATTEMPTS
    assert back["learner"]
    assert "learners" not in back
    assert file.read_bytes() == before
    assert sorted(file.parent.iterdir()) == sorted([*names, file.with_name("out.db")])


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE attempt SET final_score = 1.0 - final_score WHERE key = 2",
        "UPDATE attempt SET outcome = 'abandoned' WHERE key = 2",
        "UPDATE placement SET correct = 1 - correct WHERE attempt = 2 AND seq = 3",
        "UPDATE response SET category = NULL WHERE attempt = 2 AND position = 1",
        "DELETE FROM placement WHERE attempt = 2 AND seq = 12",
        "DELETE FROM response WHERE attempt = 2",
        "UPDATE attempt SET learner = 1 WHERE key = 2",
        "UPDATE attempt SET checksum = 'x' WHERE key = 2",
    ],
)
def test_attempt_that_is_not_as_written_is_left_out_and_named(file: Path, change: str) -> None:
    with unguarded(file) as connection:
        ((attempt,),) = connection.execute("SELECT id FROM attempt WHERE key = 2")
        assert connection.execute(change).rowcount > 0
    told, back = salvaged(file)
    assert told.damaged_attempts == (attempt,)
    assert told.attempts == ATTEMPTS - 1
    assert not [row for row in back["placement"] if row[0] == 2]


@pytest.mark.parametrize("index_lost", [False, True], ids=["row lost", "row and code lost"])
def test_attempt_outlives_the_row_of_its_learner(file: Path, index_lost: bool) -> None:  # noqa: FBT001 - a case
    rows = read_rows(file)
    lost = ["learner", *["sqlite_autoindex_learner_2"] * index_lost]
    for page in [root_of(file, name) for name in lost]:
        overwrite(file, (page - 1) * PAGE, b"\xa7" * PAGE)
    told, back = salvaged(file)
    assert back["attempt"] == rows["attempt"]
    assert told.stand_ins == len(rows["learner"])
    assert {row[:2] for row in back["learner"]} == {row[:2] for row in rows["learner"]}
    codes = {row[2] for row in back["learner"]}
    if index_lost:
        assert all(code.startswith("?") for code in codes)
    else:
        assert codes == {row[2] for row in rows["learner"]}


@pytest.mark.parametrize("table", ["visit", "pack"])
def test_attempt_outlives_the_row_of_its_visit_or_pack(file: Path, table: str) -> None:
    rows = read_rows(file)
    page = root_of(file, table)
    overwrite(file, (page - 1) * PAGE, b"\xa7" * PAGE)
    told, back = salvaged(file)
    assert told.stand_ins == (1 if table == "pack" else told.visits)
    assert back["attempt"] == rows["attempt"]
    assert {row[:2] for row in back[table]} == {row[:2] for row in rows[table]}


@pytest.mark.parametrize("place", [0, 1], ids=["one place", "the other"])
def test_code_that_is_told_in_two_ways_is_nobodys(file: Path, place: int) -> None:
    rows, content = read_rows(file), file.read_bytes()
    (first,) = [row for row in rows["learner"] if row[2] == "RV13"]
    places = [at for at in range(len(content)) if content.startswith(b"RV13", at)]
    assert len(places) == 2
    overwrite(file, places[place], b"RV99")
    told, back = salvaged(file)
    assert back["attempt"] == rows["attempt"]
    assert back["learner"] - rows["learner"] == {(*first[:2], f"?{first[1]}", first[3])}
    assert told.stand_ins == 1


def test_salvaged_database_is_gone_on_with(file: Path, tmp_path: Path) -> None:
    overwrite(file, 0, bytes(100))
    folder = tmp_path / "data"
    folder.mkdir()
    salvage(file, folder / "kiosk.db", MORNING)
    database = Database.open(folder, CLOCK.now())
    try:
        last = ATTEMPTS - 1
        player = Player(database, numbered_pack(last), f"RV{last - last % 3 // 2}")
        assert player.opened.open_attempt is not None
        assert len(player.opened.open_attempt.placements) == 1
        player.play()
    finally:
        database.close()


def test_no_two_tables_look_alike(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        shapes = read_shapes(connection)
    for shape in shapes:
        others = [one for one in shapes if one.clustered == shape.clustered and one != shape]
        for other in others:
            if len(other.columns) == len(shape.columns):
                pairs = zip(shape.types, other.types, strict=True)
                differ = any(not set(mine) & set(theirs) for mine, theirs in pairs)
                assert differ or shape.alias != other.alias, (shape.table, other.table)
