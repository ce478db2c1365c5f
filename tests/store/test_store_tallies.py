"""The sums for the pages of staff: whatever happens to attempts, they are those of the rows."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from grown import grow
from hypothesis import given, settings
from log_model import Stay, logs, write
from makers import MORNING, HandClock, make_activity, make_pack
from store_tools import file_rows, opened, rows, unguarded
from stores import CLOCK, Player

from kiosk.core.log_rows import Selection
from kiosk.core.purges import OlderThan, OneLearner
from kiosk.core.whole_attempts import WholeAttempt, whole_attempts
from kiosk.simulate_command import SimulationAsked, simulate
from kiosk.store import tallies, tally_fill
from kiosk.store.database import Database
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.merge import merge
from kiosk.store.migrate import load_migrations
from kiosk.store.purge import SqlitePurge
from kiosk.store.salvage import salvage

PACK = make_pack((make_activity(("is", "is_not", "is", None), discuss={2}, mastery_score=0.5),))
Sums = Counter[tuple[object, ...]]


def counted_by_hand(folder: Path) -> Sums:
    """Return what the sums over all time must be, counted from the log without the database."""
    found: Sums = Counter()
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        for attempt in whole_attempts(snapshot):
            if attempt.row.round_number == 1 and attempt.row.tries:
                found.update(_parts(attempt))
    return found


def _parts(attempt: WholeAttempt) -> list[tuple[object, ...]]:
    first = int(attempt.row.is_first)
    right = sum(one.first_try_correct is True for one in attempt.responses)
    before, times = 0, Counter[str]()
    for placement in attempt.placements:
        if placement.try_number == 1:
            times[placement.item_id] += placement.ms - before
        before = placement.ms
    parts: list[tuple[object, ...]] = [("", first, "board", 0)]
    if attempt.row.outcome in ("passed", "failed", "completed"):
        parts.append(("", first, "ms", _step(attempt.row.active_ms)))
    for one in attempt.responses:
        parts.append((one.item_id, first, "moves", one.placements))
        if one.first_category_id is None:
            parts.append((one.item_id, first, "left", 0))
        elif one.first_try_correct is False:
            parts.append((one.item_id, first, "taken", one.first_category_id))
        if one.first_try_correct is not None:
            kind = "right" if one.first_try_correct else "wrong"
            parts.append((one.item_id, first, kind, right - one.first_try_correct))
    parts += [(item, first, "ms", _step(ms)) for item, ms in times.items()]
    return [(attempt.row.activity_id, *part) for part in parts]


def _step(ms: int) -> int:
    for below, step in ((5_000, 100), (20_000, 500), (60_000, 2_000), (3_600_000, 10_000)):
        if ms < below:
            return max(ms, 0) // step * step + step // 2
    return 3_605_000


def kept(folder: Path) -> Sums:
    """Return the sums over all time that the database keeps."""
    file = folder / "kiosk.db"
    told = file_rows(
        file, "SELECT activity, item, first, kind, value, n FROM tally_sum WHERE period = -1"
    ) + file_rows(
        file,
        "SELECT activity, item, first, 'taken', category, n FROM tally_taken WHERE period = -1",
    )
    return Counter({tuple(key): n for *key, n in told})


def assert_true(folder: Path) -> None:
    """Every sum is that of the rows, by the definition and by hand; no empty one is left."""
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection:
        assert tallies.stray(connection) == 0
        assert connection.execute("SELECT count(*) FROM tally_sum WHERE n < 1").fetchone() == (0,)


class Course:
    """Learners who do at random what can be done, over some weeks."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._draw = random.Random(seed)
        self._clock = HandClock()
        self._folder = folder

    def run(self, steps: int) -> None:
        """Play so many attempts; none of them is left without a word."""
        for _ in range(steps):
            with opened(self._folder) as database:
                player = Player(database, PACK, f"RV200{self._draw.randrange(4)}", self._clock)
                self._play(player)
            self._clock.tick(self._draw.randrange(60_000, 3 * 86_400_000))

    def _play(self, player: Player) -> None:
        offer = player.opened.second_round
        if offer is not None and self._draw.random() < 0.5:
            player.play_round(offer, wrong=self._draw.randrange(2))
            return
        attempt = player.begin()
        for _try in range(self._draw.randrange(4)):
            for item in attempt.board.dealt:
                if item not in attempt.board.locked and self._draw.random() < 0.8:
                    self._clock.tick(self._draw.randrange(100, 30_000))
                    player.place(attempt, item, self._draw.choice(("is", "is_not", None)))
            player.check(attempt)
            attempt.try_again()
        if attempt.tries and self._draw.random() < 0.7:
            player.submit(attempt)


def purge(folder: Path, draw: random.Random) -> None:
    """Forget a learner, or all that is older than some week."""
    days = draw.randrange(40)
    old = OlderThan(MORNING + timedelta(days=days), MORNING + timedelta(days=days + 1))
    with closing(Database.open(folder, MORNING)) as database:
        codes = [code for (code,) in rows(database, "SELECT code FROM learner")]
        one = codes and draw.random() < 0.5
        SqlitePurge(database, CLOCK).run(OneLearner(draw.choice(codes)) if one else old)


@pytest.mark.parametrize("seed", [1, 2, pytest.param(3, marks=pytest.mark.slow)])
def test_sums_are_those_of_the_rows_after_any_history(tmp_path: Path, seed: int) -> None:
    draw, here, there = random.Random(seed), tmp_path / "here", tmp_path / "there"
    Course(here, seed).run(14)
    assert_true(here)
    assert kept(here) == counted_by_hand(here)
    Course(there, seed + 100).run(8)
    with closing(Database.open(here, MORNING)) as database:
        database.ask(lambda db: merge(db, there / "kiosk.db")).result(30)
    assert_true(here)
    assert kept(here) == counted_by_hand(here)
    for _ in range(3):
        purge(here, draw)
        assert_true(here)
        assert kept(here) == counted_by_hand(here)
    (tmp_path / "salvaged").mkdir()
    salvage(here / "kiosk.db", tmp_path / "salvaged" / "kiosk.db", MORNING)
    assert_true(tmp_path / "salvaged")


def test_attempt_that_went_on_elsewhere_is_counted_as_it_came_to_be(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with opened(here) as database:
        player = Player(database, PACK)
        attempt = player.begin()
        player.place(attempt, "i0", "is_not")
        player.check(attempt)
    shutil.copytree(here, there)
    with opened(there) as database:
        player.journal = SqliteJournal(database, CLOCK)
        attempt.try_again()
        player.place(attempt, "i0", "is")
        player.check(attempt)
        player.submit(attempt)
    with closing(Database.open(here, MORNING)) as database:
        merged = database.ask(lambda db: merge(db, there / "kiosk.db")).result(30)
    assert merged.attempts == 1
    assert_true(here)
    assert kept(here) == kept(there) == counted_by_hand(here)


@pytest.mark.slow
@settings(max_examples=6)
@given(stays=logs)
def test_sums_of_any_course_of_events_agree_with_a_count_by_hand(
    tmp_path_factory: pytest.TempPathFactory, stays: list[Stay]
) -> None:
    folder = tmp_path_factory.mktemp("tallies")
    with opened(folder) as database:
        write(SqliteJournal(database, CLOCK), stays)
    assert_true(folder)
    assert kept(folder) == counted_by_hand(folder)


def test_sums_of_made_up_attempts_are_theirs(tmp_path: Path) -> None:
    pack = Path(__file__).parents[2] / "resources" / "packs" / "mentoring"
    simulate(SimulationAsked(tmp_path / "data", pack, 20, 60, 4, 8))
    assert_true(tmp_path / "data")
    assert kept(tmp_path / "data") == counted_by_hand(tmp_path / "data")


def test_database_of_an_older_version_gets_its_sums(tmp_path: Path) -> None:
    Database.open(tmp_path, MORNING, load_migrations()[:2]).close()
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as older:
        assert tallies.stray(older) == 0, "it has none, and none is wrong"
    Course(tmp_path, 5).run(1)
    grow(tmp_path / "grown", 9)
    with unguarded(tmp_path / "grown" / "kiosk.db") as connection:
        tallies.count_anew(connection)
        assert tallies.stray(connection) == 0


@pytest.mark.slow
@pytest.mark.parametrize("most", [1, 7, 200_000], ids="written after {} boards".format)
def test_sums_counted_at_once_are_those_that_the_triggers_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(tally_fill, "_MOST_BOARDS", most)
    Course(tmp_path, 9).run(30)
    tables = ("tally_day", "tally_sum", "tally_taken")
    with closing(sqlite3.connect(tmp_path / "kiosk.db", isolation_level=None)) as connection:
        before = [set(connection.execute(f"SELECT * FROM {table}")) for table in tables]
        assert all(before)
        tallies.count_anew(connection)
        after = [set(connection.execute(f"SELECT * FROM {table}")) for table in tables]
        assert after == before
        assert tallies.stray(connection) == 0


def test_placement_touches_no_sum_and_no_index_of_the_list(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, PACK)
        attempt = player.begin()
        told = database.read(lambda db: list(db.iterdump()))
        player.place(attempt, "i0", "is")
        after = database.read(lambda db: list(db.iterdump()))
    changed = {line.split('"')[1] for line in set(after) ^ set(told)}
    assert changed == {"attempt", "placement"}


def test_sum_that_is_wrong_is_found(tmp_path: Path) -> None:
    Course(tmp_path, 6).run(3)
    with closing(sqlite3.connect(tmp_path / "kiosk.db", isolation_level=None)) as connection:
        connection.execute("UPDATE tally_sum SET n = n + 1 WHERE kind = 'right' AND period > 0")
        assert tallies.stray(connection) > 0
        tallies.count_anew(connection)
        assert tallies.stray(connection) == 0


def test_first_board_that_goes_makes_the_next_one_the_first(tmp_path: Path) -> None:
    clock = HandClock()
    with opened(tmp_path) as database:
        Player(database, PACK, clock=clock).play()
        clock.tick(30 * 86_400_000)
        Player(database, PACK, clock=clock).play()
        clock.tick(86_400_000)
        SqlitePurge(database, clock).run(
            OlderThan(MORNING + timedelta(days=20), MORNING + timedelta(days=31))
        )
    boards = [key for key in kept(tmp_path).elements() if key[3] == "board"]
    assert boards == [("mentor-or-not", "", 1, "board", 0)]
    assert_true(tmp_path)
