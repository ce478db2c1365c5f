"""One queue, in order: a refusing disk holds it up, a wrong job fails alone, nothing goes."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from flaky import CODES, FlakyConnection, Trouble, When, connect
from hypothesis import given, settings
from hypothesis import strategies as st
from store_tools import answer, child, file_rows, heard, opened, rows
from stores import Player, small_pack

from kiosk.core.attempt import Attempt
from kiosk.core.log_rows import Selection
from kiosk.core.model import InputMethod
from kiosk.core.ports import SaveState
from kiosk.store import writer
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.writer import Refused, Writer, WriterClosed

PATIENT = 8
IN_ORDER = "SELECT word FROM said ORDER BY rowid"
troubles = st.dictionaries(
    st.integers(0, 30),
    st.builds(Trouble, st.sampled_from(sorted(CODES)), st.sampled_from(When)),
    max_size=12,
)


@pytest.fixture(scope="module", autouse=True)
def short_pauses() -> Iterator[None]:
    """Let the writer try again after a moment that no test has to wait for."""
    first, longest = "_FIRST_PAUSE_SECONDS", "_LONGEST_PAUSE_SECONDS"
    with patch.object(writer, first, 0.001), patch.object(writer, longest, 0.002):
        yield


class Heard:
    """What a listener heard, and a way to wait for a state."""

    def __init__(self) -> None:
        self.states: list[SaveState] = []
        self._events = {state: threading.Event() for state in SaveState}

    def __call__(self, state: SaveState) -> None:
        self.states.append(state)
        self._events[state].set()

    def wait(self, state: SaveState) -> None:
        assert self._events[state].wait(PATIENT), f"never {state}: {self.states}"


def said_table(folder: Path) -> FlakyConnection:
    connection = connect(folder / "words.db")
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("CREATE TABLE said (word INTEGER UNIQUE)")
    connection.calls = 0
    return connection


def say(connection: sqlite3.Connection, word: int) -> int:
    connection.execute("INSERT INTO said VALUES (?) ON CONFLICT DO NOTHING", (word,))
    return word


def ask_words(asked: Writer, words: Sequence[int]) -> list[Future[int]]:
    return [asked.ask(partial(say, word=word)) for word in words]


@pytest.mark.slow
@settings(max_examples=60)
@given(troubles=troubles, fold=st.integers(0, 6))
def test_passing_faults_lose_nothing_and_keep_the_order(
    tmp_path_factory: pytest.TempPathFactory, troubles: dict[int, Trouble], fold: int
) -> None:
    folder = tmp_path_factory.mktemp("faults")
    connection = said_table(folder)
    connection.troubles = troubles
    heard_states = Heard()
    worker = Writer(connection)
    worker.watch(heard_states)
    words = range(6)
    futures = ask_words(worker, words[:fold])
    folded = worker.ask_checkpoint()
    futures += ask_words(worker, words[fold:])
    worker.start()
    assert [future.result(PATIENT) for future in futures] == list(words)
    folded.result(PATIENT)
    assert worker.close(PATIENT)
    connection.close()
    assert file_rows(folder / "words.db", IN_ORDER) == [(word,) for word in words]
    assert heard_states.states[0] is SaveState.SAVING
    assert heard_states.states[-1] is SaveState.SAVED


@pytest.mark.parametrize("code", sorted(CODES))
def test_learner_hears_that_it_waits_and_then_that_it_is_saved(tmp_path: Path, code: str) -> None:
    connection = said_table(tmp_path)
    connection.troubles = dict.fromkeys((0, 1, 2), Trouble(code, When.BEFORE))
    heard_states = Heard()
    worker = Writer(connection)
    worker.watch(heard_states)
    worker.start()
    (future,) = ask_words(worker, [1])
    future.result(PATIENT)
    assert worker.close(PATIENT)
    connection.close()
    assert heard_states.states == [SaveState.SAVING, SaveState.WAITING, SaveState.SAVED]


def test_commit_that_says_it_failed_but_did_not_is_one_row(tmp_path: Path) -> None:
    connection = said_table(tmp_path)
    connection.troubles = {2: Trouble("IOERR_FSYNC", When.AFTER)}
    worker = Writer(connection)
    worker.start()
    (future,) = ask_words(worker, [1])
    assert future.result(PATIENT) == 1
    worker.close(PATIENT)
    connection.close()
    assert file_rows(tmp_path / "words.db", IN_ORDER) == [(1,)]


def test_whoever_hears_the_answer_finds_the_state_saved(tmp_path: Path) -> None:
    heard_states = Heard()
    seen: list[SaveState] = []
    with closing(said_table(tmp_path)) as connection:
        worker = Writer(connection)
        worker.watch(heard_states)
        (future,) = ask_words(worker, [1])
        future.add_done_callback(lambda _done: seen.append(heard_states.states[-1]))
        worker.start()
        assert worker.close(PATIENT)
    assert seen == [SaveState.SAVED]


def test_future_is_not_done_before_its_row_is_in_the_file(tmp_path: Path) -> None:
    connection = said_table(tmp_path)
    worker = Writer(connection)
    seen: list[int] = []
    with closing(sqlite3.connect(tmp_path / "words.db", check_same_thread=False)) as other:

        def look(_done: Future[int]) -> None:
            seen.append(other.execute("SELECT count(*) FROM said").fetchone()[0])

        for future in ask_words(worker, range(5)):
            future.add_done_callback(look)
        worker.start()
        assert worker.close(PATIENT)
    connection.close()
    assert seen == [1, 2, 3, 4, 5]


def test_a_wrong_job_fails_alone_and_leaves_nothing_behind(tmp_path: Path) -> None:
    connection = said_table(tmp_path)
    worker = Writer(connection)

    def wrong(db: sqlite3.Connection) -> None:
        say(db, 99)
        raise ValueError("wrong in itself")

    before = ask_words(worker, [1])
    failed = worker.ask(wrong)
    after = ask_words(worker, [2])
    worker.start()
    assert [future.result(PATIENT) for future in (*before, *after)] == [1, 2]
    with pytest.raises(ValueError, match="wrong in itself"):
        failed.result(PATIENT)
    assert worker.close(PATIENT)
    connection.close()
    assert file_rows(tmp_path / "words.db", IN_ORDER) == [(1,), (2,)]


def test_close_gives_up_after_its_patience_and_says_so(tmp_path: Path) -> None:
    connection = said_table(tmp_path)
    worker = Writer(connection)
    (kept,) = ask_words(worker, [1])
    worker.start()
    kept.result(PATIENT)
    connection.always = Trouble("FULL", When.BEFORE)
    lost = ask_words(worker, [2, 3, 4])
    assert not worker.close(0.01)
    for future in lost:
        with pytest.raises(sqlite3.OperationalError, match="FULL"):
            future.result(0)
    connection.always = None
    connection.close()
    assert file_rows(tmp_path / "words.db", IN_ORDER) == [(1,)]


def test_what_stood_behind_a_given_up_job_is_not_written_without_it(tmp_path: Path) -> None:
    connection = said_table(tmp_path)
    worker = Writer(connection)
    refused = threading.Event()

    def first(_db: sqlite3.Connection) -> None:
        refused.set()
        fault = sqlite3.OperationalError("the disk is full")
        fault.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise fault

    head = worker.ask(first)
    behind = ask_words(worker, [2, 3])
    worker.start()
    assert refused.wait(PATIENT)
    assert not worker.close(0.01)
    faults = [head.exception(0), *(future.exception(0) for future in behind)]
    assert all(isinstance(fault, sqlite3.OperationalError) for fault in faults)
    connection.close()
    assert file_rows(tmp_path / "words.db", IN_ORDER) == []


def test_closed_writer_takes_no_more(tmp_path: Path) -> None:
    with closing(said_table(tmp_path)) as connection:
        worker = Writer(connection)
        worker.start()
        assert worker.close(PATIENT)
        with pytest.raises(WriterClosed):
            worker.ask(partial(say, word=1))


def test_nobody_can_cancel_what_was_asked_for(tmp_path: Path) -> None:
    with closing(said_table(tmp_path)) as connection:
        worker = Writer(connection)
        futures = ask_words(worker, [1, 2])
        assert not futures[0].cancel()
        worker.start()
        assert [future.result(PATIENT) for future in futures] == [1, 2]
        assert worker.close(PATIENT)


def test_listener_that_fails_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_state: SaveState) -> None:
        raise RuntimeError("the window is gone")

    heard_states = Heard()
    with closing(said_table(tmp_path)) as connection:
        worker = Writer(connection)
        worker.watch(fail)
        worker.watch(heard_states)
        worker.start()
        assert [future.result(PATIENT) for future in ask_words(worker, [1, 2])] == [1, 2]
        assert worker.close(PATIENT)
    assert heard_states.states[-1] is SaveState.SAVED
    assert "the window is gone" in caplog.text


def ask_all(player: Player, attempt: Attempt) -> list[Future[None]]:
    futures = []
    for item_id in attempt.board.dealt:
        placement = attempt.place(item_id, "is", InputMethod.DRAG)
        assert placement is not None
        futures.append(player.journal.record_placement(attempt.start.id, placement))
    return futures


def test_database_locked_by_another_process_holds_placements_up_and_loses_none(
    tmp_path: Path,
) -> None:
    heard_states = Heard()
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        attempt = player.begin()
        database.ask(lambda db: db.execute("PRAGMA busy_timeout = 10")).result(PATIENT)
        database.watch(heard_states)
        with child("child_blocker.py", tmp_path / "kiosk.db") as blocker:
            assert heard(blocker) == "held"
            futures = ask_all(player, attempt)
            heard_states.wait(SaveState.WAITING)
            assert not any(future.done() for future in futures)
            answer(blocker)
            for future in futures:
                future.result(PATIENT)
        written = rows(database, "SELECT item FROM placement ORDER BY seq")
    assert [item for (item,) in written] == list(attempt.board.dealt)
    assert heard_states.states[0] is SaveState.SAVING
    assert heard_states.states[-1] is SaveState.SAVED


def test_export_that_reads_does_not_hold_the_next_learner_up(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        player.play()
        with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
            player.play()
            attempt = player.begin()
            folded = database.ask_checkpoint()
            next_learner = ask_all(player, attempt)
            folded.result(2)
            next_learner[-1].result(2)
            assert snapshot.counts().attempts == 1


def test_job_of_one_try_fails_at_a_refusing_disk_and_holds_nothing_up(tmp_path: Path) -> None:
    def refuse(db: sqlite3.Connection) -> None:
        db.execute("BEGIN IMMEDIATE")
        say(db, 1)
        connection.always = Trouble("FULL", When.BEFORE)
        say(db, 2)

    with closing(said_table(tmp_path)) as connection:
        worker = Writer(connection)
        worker.start()
        refused = worker.ask_once(refuse).exception(PATIENT)
        assert isinstance(refused, Refused)
        connection.always = None
        assert [future.result(PATIENT) for future in ask_words(worker, [3])] == [3]
        assert worker.close(PATIENT)
        assert connection.execute(IN_ORDER).fetchall() == [(3,)]


def test_writer_waits_for_others_again_after_it_folded_the_journal(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        before, after = (
            database.ask(lambda db: db.execute("PRAGMA busy_timeout").fetchone()[0]).result(10)
            for _ in (database.ask_checkpoint(), database.ask_checkpoint())
        )
    assert before == after == 5000
