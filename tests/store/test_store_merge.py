"""A merge brings what the other has more, twice the same as once, and alters nothing of ours."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from released import place as place_of_schema
from store_tools import file_rows, opened, unguarded
from stores import CLOCK, Player, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.flow import Screen
from kiosk.core.model import Outcome, Position, VisitEnd
from kiosk.errors import DatabaseNewer, SourceRefused
from kiosk.store.connection import open_writer
from kiosk.store.merge import Merged, merge
from kiosk.store.proof import unsound_attempts

PATIENCE = 10
NOTHING = Merged(0, 0, 0, 0, 0)
LOG = """
    SELECT attempt.id, learner.code, visit.id, pack.sha256, activity, mode, shuffle_seed,
           mastery_score, items, attempt.started, attempt.utc_offset, submitted, active_ms,
           outcome, first_try_score, final_score, tries, placements, placement_chain, follows
    FROM attempt JOIN learner ON learner.key = attempt.learner
    JOIN visit ON visit.key = attempt.visit JOIN pack ON pack.key = attempt.pack
    ORDER BY attempt.id
"""
PLACEMENTS = """
    SELECT attempt.id, seq, item, from_place, to_place, method, ms, correct, try
    FROM placement JOIN attempt ON attempt.key = placement.attempt ORDER BY 1, 2
"""
RESPONSES = """
    SELECT attempt.id, position, item, category, correct, first_category, first_try_correct,
           response.placements
    FROM response JOIN attempt ON attempt.key = response.attempt ORDER BY 1, 2
"""
VISITS = "SELECT id, started, last_known, ended, how_ended, screen FROM visit ORDER BY id"
VIEWS = """
    SELECT visit.id, screen_view.screen, entered, ms FROM screen_view
    JOIN visit ON visit.key = screen_view.visit ORDER BY 1, seq
"""
ALL = (LOG, PLACEMENTS, RESPONSES, VISITS, VIEWS, "SELECT at, action FROM staff_log ORDER BY key")
Rows = list[list[tuple[Any, ...]]]


def everything(file: Path) -> Rows:
    """Return all that a merge has to do with, without the keys of one file."""
    with closing(sqlite3.connect(file)) as connection:
        assert unsound_attempts(connection) == frozenset()
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return [file_rows(file, sql) for sql in ALL]


def merged(into: Path, source: Path) -> Merged:
    before = source.read_bytes()
    with closing(open_writer(into)) as connection:
        found = merge(connection, source)
        assert not connection.in_transaction
    assert source.read_bytes() == before
    return found


class Story:
    """One learner who plays; the database is copied at any moment of it."""

    def __init__(self, folder: Path, code: str = "RV2048") -> None:
        self.folder = folder
        with opened(folder) as database:
            Player(database, small_pack(), code)

    def go_on(self, *acts: Callable[[Player], None]) -> None:
        """Let a visit run for each act, and at least one."""
        with opened(self.folder) as database:
            for act in acts or (lambda _player: None,):
                act(Player(database, small_pack()))

    def copy(self, name: str) -> Path:
        """Return a copy of the database as it is now."""
        target = self.folder / name
        shutil.copyfile(self.folder / "kiosk.db", target)
        return target


def resumed(player: Player) -> Attempt:
    """Return the learner's open attempt, or a new one."""
    there = player.opened.open_attempt
    if there is None:
        return player.begin()
    attempt = Attempt.resumed(player.activity, there, CLOCK)
    attempt.watch.run()
    return attempt


def place(count: int) -> Callable[[Player], None]:
    def act(player: Player) -> None:
        attempt = resumed(player)
        for item_id in attempt.board.dealt[:count]:
            place = "is" if attempt.board.places[item_id] != "is" else "is_not"
            player.place(attempt, item_id, place)

    return act


def place_last(player: Player) -> None:
    attempt = resumed(player)
    player.place(attempt, attempt.board.dealt[-1], "is")


def play(player: Player) -> None:
    player.play(wrong=2)


def abandon(player: Player) -> None:
    attempt = resumed(player)
    submitted = player.journal.submit(attempt.start.id, Outcome.ABANDONED, CLOCK.now())
    submitted.result(PATIENCE)


def walk(player: Player) -> None:
    position = Position(Screen.LESSON, "s1")
    player.journal.save_position(player.opened.visit_id, position).result(PATIENCE)
    player.journal.end_visit(
        player.opened.visit_id, VisitEnd.SIGNED_OUT, CLOCK.now()
    ).result(PATIENCE)  # fmt: skip


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return Story(tmp_path / "kiosk")


def test_later_copy_brings_all_that_the_earlier_lacks(story: Story) -> None:
    story.go_on(place(2))
    earlier = story.copy("earlier.db")
    story.go_on(place(3), walk)
    story.go_on(play)
    story.go_on(place(1))
    later = story.copy("later.db")
    brought = merged(earlier, later)
    assert (brought.attempts, brought.placements, brought.conflicts) == (3, 10, 0)
    assert everything(earlier) == everything(later)


def test_merge_done_twice_is_done_once(story: Story) -> None:
    earlier = story.copy("earlier.db")
    story.go_on(play, place(2))
    later = story.copy("later.db")
    merged(earlier, later)
    before = everything(earlier)
    assert merged(earlier, later) == NOTHING
    assert everything(earlier) == before


def test_earlier_copy_takes_nothing_back(story: Story) -> None:
    story.go_on(place(2))
    earlier = story.copy("earlier.db")
    story.go_on(place(2))
    story.go_on(play)
    later = story.copy("later.db")
    before = everything(later)
    assert merged(later, earlier) == NOTHING
    assert everything(later) == before


acts = st.lists(st.sampled_from((place(1), place(3), play, abandon, walk)), max_size=3)


@pytest.mark.slow
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=acts, second=acts)
def test_any_two_moments_of_one_kiosk_merge_to_the_later(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[Callable[[Player], None]],
    second: list[Callable[[Player], None]],
) -> None:
    story = Story(tmp_path_factory.mktemp("story"))
    story.go_on(*first)
    earlier = story.copy("earlier.db")
    story.go_on(*second)
    story.go_on()
    later = story.copy("later.db")
    back = shutil.copyfile(earlier, story.folder / "back.db")
    merged(earlier, later)
    assert everything(earlier) == everything(later)
    assert merged(later, back) == NOTHING
    assert everything(later) == everything(earlier)


def test_attempt_closed_there_wins_only_if_it_goes_on_from_ours(story: Story) -> None:
    story.go_on(place(2))
    ours = story.copy("ours.db")
    theirs_on = story.copy("theirs_on.db")
    shutil.copyfile(ours, story.folder / "kiosk.db")
    story.go_on(abandon)
    closed = story.copy("closed.db")
    shutil.copyfile(theirs_on, story.folder / "kiosk.db")
    story.go_on(place(4))
    other = story.copy("other.db")
    before = everything(other)
    found = merged(other, closed)
    assert (found.attempts, found.conflicts) == (0, 1)
    assert everything(other)[:3] == before[:3]
    assert merged(ours, closed).attempts == 1
    assert everything(ours)[:3] == everything(closed)[:3]


def test_attempt_that_went_on_otherwise_is_counted_and_never_overwritten(story: Story) -> None:
    story.go_on(place(1))
    begun = story.copy("begun.db")
    story.go_on(place(2))
    one = story.copy("one.db")
    shutil.copyfile(begun, story.folder / "kiosk.db")
    story.go_on(place_last)
    two = story.copy("two.db")
    before = everything(two)
    assert merged(two, one).conflicts == 1
    assert everything(two)[:3] == before[:3]


def test_two_kiosks_become_one_log_and_a_code_is_one_learner(tmp_path: Path) -> None:
    here, there = Story(tmp_path / "here"), Story(tmp_path / "there")
    here.go_on(play)
    there.go_on(play, place(2))
    ours, theirs = here.copy("ours.db"), there.copy("theirs.db")
    before = everything(ours)
    found = merged(ours, theirs)
    assert (found.attempts, found.conflicts, found.unsound) == (2, 0, 0)
    assert file_rows(ours, "SELECT code FROM learner") == [("RV2048",)]
    both = everything(ours)
    assert sorted(both[0]) == sorted(before[0] + everything(theirs)[0])
    assert merged(ours, theirs) == NOTHING
    assert everything(ours) == both
    assert file_rows(ours, "SELECT count(*) FROM kiosk") == [(1,)]


def test_merge_inside_a_transaction_leaves_it_open(story: Story) -> None:
    earlier = story.copy("earlier.db")
    story.go_on(play)
    later = story.copy("later.db")
    with closing(open_writer(earlier)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert merge(connection, later).attempts == 1
        connection.execute("ROLLBACK")
        assert connection.execute("SELECT count(*) FROM attempt").fetchone() == (0,)


def test_attempt_whose_checksum_does_not_agree_stays_there(story: Story) -> None:
    earlier = story.copy("earlier.db")
    story.go_on(play, play)
    later = story.copy("later.db")
    schema = file_rows(later, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'")
    with unguarded(later) as connection:
        connection.execute("UPDATE placement SET to_place = 'other' WHERE attempt = 1 AND seq = 1")
        for (sql,) in schema:
            connection.execute(sql)
    found = merged(earlier, later)
    assert (found.attempts, found.unsound) == (1, 1)
    everything(earlier)


def spoil_page(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM learner")


def add_trigger(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TRIGGER mine AFTER INSERT ON learner BEGIN DELETE FROM attempt; END")


def make_view(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE staff_log")
    connection.execute("CREATE VIEW staff_log AS SELECT 1 AS key, 'x' AS at, 'y' AS action")


def drop_index(connection: sqlite3.Connection) -> None:
    connection.execute("DROP INDEX visit_open")


def change_program(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA application_id = 7")


@pytest.mark.parametrize("spoil", [spoil_page, add_trigger, make_view, drop_index, change_program])
def test_strange_source_is_refused_whole(
    story: Story, spoil: Callable[[sqlite3.Connection], None]
) -> None:
    earlier = story.copy("earlier.db")
    story.go_on(play)
    later = story.copy("later.db")
    with closing(sqlite3.connect(later, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = 0")
        spoil(connection)
    before = everything(earlier)
    with pytest.raises(SourceRefused):
        merged(earlier, later)
    assert everything(earlier) == before


def test_source_of_a_newer_program_is_refused(story: Story) -> None:
    earlier, later = story.copy("earlier.db"), story.copy("later.db")
    with closing(sqlite3.connect(later, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DatabaseNewer):
        merged(earlier, later)


@pytest.mark.parametrize("content", [b"", b"x", b"nonsense" * 900])
def test_rubbish_is_refused(story: Story, content: bytes) -> None:
    earlier, later = story.copy("earlier.db"), story.folder / "later.db"
    later.write_bytes(content)
    with pytest.raises(SourceRefused):
        merged(earlier, later)


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), junk=st.binary(min_size=1, max_size=300))
def test_damaged_source_is_refused_or_brings_only_what_is_sound(
    tmp_path_factory: pytest.TempPathFactory, played: tuple[Path, Path], at: float, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    earlier, later = folder / "earlier.db", folder / "later.db"
    shutil.copyfile(played[0], earlier)
    content = played[1].read_bytes()
    begin = int(at * len(content))
    spoiled = content[:begin] + junk + content[begin + len(junk) :]
    later.write_bytes(spoiled[: len(content)])
    try:
        merged(earlier, later)
    except (SourceRefused, DatabaseNewer):
        assert everything(earlier) == everything(played[0])
    assert set(everything(earlier)[1]) <= set(everything(played[1])[1])


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database before and after two attempts."""
    story = Story(tmp_path_factory.mktemp("played"))
    earlier = story.copy("earlier.db")
    story.go_on(play, place(3))
    return earlier, story.copy("later.db")


def test_source_of_an_older_version_is_merged_as_it_stands(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    older = shutil.copyfile(place_of_schema(1) / "kiosk.db", tmp_path / "older.db")
    found = merged(tmp_path / "kiosk.db", older)
    assert found.attempts > 0
    kept = file_rows(tmp_path / "kiosk.db", "SELECT id, read_aloud, less_motion FROM visit")
    there = file_rows(older, "SELECT id FROM visit")
    assert kept == [(visit_id, 0, 0) for (visit_id,) in there]


def test_source_in_a_read_only_folder_is_read_and_nothing_is_made_beside_it(
    story: Story, tmp_path: Path
) -> None:
    earlier = story.copy("earlier.db")
    story.go_on(play)
    stick = tmp_path / "stick"
    stick.mkdir()
    source = shutil.copyfile(story.folder / "kiosk.db", stick / "kiosk.db")
    stick.chmod(0o555)
    try:
        assert merged(earlier, source).attempts == 1
        assert [each.name for each in stick.iterdir()] == ["kiosk.db"]
    finally:
        stick.chmod(0o755)
