"""What the pages of staff read, against the rows of the log and sorted by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_model import ACTIVITIES, Stay, logs, write
from makers import MORNING, HandClock
from store_tools import opened
from stores import CLOCK, IDS, Player, small_pack

from kiosk.core.log_ports import ExportLog
from kiosk.core.log_rows import AttemptRow, Selection
from kiosk.core.model import VisitEnd
from kiosk.core.staff_rows import AttemptLine, Mark, Sort, Wanted
from kiosk.errors import DataFolderUnusable
from kiosk.reports.item_analysis import Whose, analyse, figures_of
from kiosk.store import attempt_list
from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader
from kiosk.store.journal import SqliteJournal
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog
from kiosk.store.staff_book import SqliteStaffBook

wishes = st.builds(
    Wanted,
    since=st.none() | st.integers(-3, 3).map(lambda days: MORNING + timedelta(days=days)),
    activity_id=st.none() | st.sampled_from(ACTIVITIES),
    outcome=st.none() | st.sampled_from(("passed", "failed", "completed", "abandoned", "open")),
    code=st.none() | st.sampled_from(("RV2048", "RV2049", "XX0000")),
    sort=st.sampled_from(Sort),
    descending=st.booleans(),
)
VALUES: dict[Sort, Callable[[AttemptRow], Any]] = {
    Sort.STARTED: lambda row: row.started_utc,
    Sort.CODE: lambda row: row.learner_code,
    Sort.FIRST_TRY: lambda row: row.first_try_score,
    Sort.FINAL: lambda row: row.final_score,
    Sort.TIME: lambda row: row.active_ms,
}


def book_of(folder: Path, clock: HandClock | None = None) -> SqliteStaffBook:
    return SqliteStaffBook(folder / "kiosk.db", clock or CLOCK)


def log_of(folder: Path) -> list[AttemptRow]:
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        return list(snapshot.attempts())


def read_through(book: SqliteStaffBook, wanted: Wanted, most: int) -> list[AttemptLine]:
    """Read a list from its beginning to its end, some rows at a time."""
    listed = book.count(wanted).listed
    found: list[AttemptLine] = []
    after: Mark | None = None
    while True:
        chunk = book.chunk(wanted, listed, after, most)
        found += chunk.lines
        after = chunk.more
        if after is None:
            return found


def is_wanted(row: AttemptRow, wanted: Wanted) -> bool:
    outcome = row.outcome or "open"
    return (
        (wanted.since is None or row.started_utc >= wanted.since)
        and wanted.activity_id in (None, row.activity_id)
        and wanted.outcome in (None, outcome)
        and wanted.code in (None, row.learner_code)
    )


def can_be_sorted(row: AttemptRow, sort: Sort, closed: set[str]) -> bool:
    if sort is Sort.TIME:
        return row.attempt_id in closed
    return sort is Sort.OUTCOME or VALUES[sort](row) is not None


def in_order(rows: list[AttemptRow], sort: Sort, *, descending: bool) -> list[AttemptRow]:
    """Sort rows that are in the order in which they were begun."""
    if sort is not Sort.OUTCOME:
        value = VALUES[sort]
        pairs = sorted(
            enumerate(rows), key=lambda pair: (value(pair[1]), pair[0]), reverse=descending
        )
        return [row for _, row in pairs]
    newest_first = sorted(
        enumerate(rows), key=lambda pair: (pair[1].started_utc, pair[0]), reverse=True
    )
    outcomes = ["passed", "completed", "failed", "abandoned", "open"]
    return sorted(
        (row for _, row in newest_first),
        key=lambda row: outcomes.index(row.outcome or "open") * (-1 if descending else 1),
    )


@pytest.mark.slow
@pytest.mark.parametrize("few", [0, attempt_list.FEW], ids=["by its index", "sorted"])
@settings(max_examples=12)
@given(stays=logs, wanted=st.lists(wishes, min_size=8, max_size=8))
def test_list_of_any_log_is_whole_sorted_and_filtered(
    tmp_path_factory: pytest.TempPathFactory, few: int, stays: list[Stay], wanted: list[Wanted]
) -> None:
    folder = tmp_path_factory.mktemp("list")
    with opened(folder) as database, pytest.MonkeyPatch.context() as patch:
        patch.setattr(attempt_list, "FEW", few)
        write(SqliteJournal(database, CLOCK), stays)
        rows, book = log_of(folder), book_of(folder)
        closed = {
            name
            for (name,) in open_reader(folder / "kiosk.db").execute(
                "SELECT id FROM attempt WHERE outcome IS NOT NULL"
            )
        }
        for wish in wanted:
            chosen = [row for row in rows if is_wanted(row, wish)]
            sortable = [row for row in chosen if can_be_sorted(row, wish.sort, closed)]
            order = in_order(sortable, wish.sort, descending=wish.descending)
            found = read_through(book, wish, 2)
            assert [line.attempt_id for line in found] == [row.attempt_id for row in order]
            counts = book.count(wish)
            assert (counts.listed, counts.left_out) == (len(sortable), len(chosen) - len(sortable))
            for line, row in zip(found, order, strict=True):
                assert told(line) == told_of(row)


def told(line: AttemptLine) -> tuple[object, ...]:
    return (
        line.code, line.started, line.utc_offset, line.activity_title, line.whole, line.outcome,
        line.first_try_score, line.final_score, line.active_ms, line.tries, line.placements,
    )  # fmt: skip


def told_of(row: AttemptRow) -> tuple[object, ...]:
    return (
        row.learner_code, row.started_utc, row.started_offset_minutes, row.activity_title,
        row.round_number == 1, row.outcome, row.first_try_score, row.final_score, row.active_ms,
        row.tries, row.placements,
    )  # fmt: skip


@pytest.mark.slow
@settings(max_examples=12)
@given(stays=logs, whose=st.sampled_from(Whose))
def test_figures_from_the_sums_are_those_of_every_single_attempt(
    tmp_path_factory: pytest.TempPathFactory, stays: list[Stay], whose: Whose
) -> None:
    folder = tmp_path_factory.mktemp("sums")
    with opened(folder) as database:
        write(SqliteJournal(database, CLOCK), stays)
        book = book_of(folder)
        with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
            wanted = analyse(snapshot, whose)
        found = []
        for activity in book.activities():
            sums = book.boards(activity, None, first_only=whose is Whose.FIRST)
            found += [
                figures_of(activity, item, sums.item_titles[item], counts, sums.category_titles)
                for item, counts in sorted(sums.items.items())
            ]
    assert len(found) == len(wanted)
    for one, other in zip(found, wanted, strict=True):
        # Times are kept in steps; every other figure is the very same.
        for name in one.__slots__:
            if name == "median_ms":
                assert (one.median_ms is None) == (other.median_ms is None)
            elif name != "top_wrong_category_title":
                assert getattr(one, name) == getattr(other, name), name


def test_boards_of_earlier_weeks_are_left_out_where_they_are_not_asked_for(tmp_path: Path) -> None:
    clock = HandClock()
    with opened(tmp_path) as database:
        for _ in range(3):
            Player(database, small_pack(), clock=clock).play()
            clock.tick(7 * 86_400_000)
        book, day = book_of(tmp_path), MORNING.date()
        counts = [
            book.boards("mentor-or-not", day + timedelta(days=days), first_only=False).boards
            for days in (0, 6, 7, 13, 14, 21)
        ]
    assert counts == [3, 3, 2, 2, 1, 0], "a week is from Monday to Sunday, and 3 March is a Monday"


def test_day_is_told_as_people_there_had_it(tmp_path: Path) -> None:
    clock = HandClock()
    with opened(tmp_path) as database:
        # 23:30 UTC is half past midnight there.
        clock.tick(int(14.5 * 3_600_000))
        player = Player(database, small_pack(), clock=clock)
        player.play(wrong=0)
        player.play(wrong=3)
        player.begin()
        book = book_of(tmp_path, clock).day_book(2)
        assert [day.outcomes for day in book.days] == [{}, {"passed": 1, "failed": 1, "open": 1}]
        assert (book.visits, book.under_way, book.all_attempts) == (1, 1, 3)
        player.journal.end_visit(player.opened.visit_id, VisitEnd.IDLE, clock.now()).result(10)
        clock.tick(86_400_000)
        book = book_of(tmp_path, clock).day_book(2)
        assert [day.begun for day in book.days] == [3, 0]
        assert (book.visits, book.under_way, book.all_attempts) == (0, 0, 3)


def test_round_of_missed_cards_is_no_board_of_the_day(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        player.play(wrong=2)
        offer = player.visit("RV2048").second_round
        assert offer is not None
        player.play_round(offer)
        book = book_of(tmp_path).day_book(1)
    assert (book.days[0].begun, book.rounds, book.all_attempts) == (1, 1, 2)


def test_latest_export_and_backup_are_told(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        Player(database, small_pack()).play()
        before = book_of(tmp_path).day_book(1)
        assert (before.exported, before.backed_up) == (None, None)
        log: ExportLog = SqliteExportLog(database, IDS)
        with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
            log.record_export(snapshot.states(), MORNING)
        back_up(open_reader(tmp_path / "kiosk.db"), tmp_path, "start", MORNING)
        book = book_of(tmp_path).day_book(1)
    assert (book.exported, book.exported_attempts, book.backed_up) == (MORNING, 1, MORNING)


def test_attempt_is_opened_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    with opened(tmp_path) as database:
        player = Player(database, small_pack())
        first = player.play(wrong=2)
        offer = player.visit("RV2048").second_round
        assert offer is not None
        second = player.play_round(offer)
        book = book_of(tmp_path)
        whole, later = book.attempt(first.start.id), book.attempt(second.start.id)
        assert book.attempt("nobody's") is None
    assert whole is not None
    assert later is not None
    assert list(whole.placements) == first.placements
    assert whole.responses == first.responses
    assert (whole.pack_sha256, whole.shuffle_seed) == (player.pack.sha256, 7)
    assert (whole.item_ids, later.item_ids) == (None, offer.item_ids)
    assert whole.item_titles["i0"] == "Card 0"
    assert (whole.line.code, later.line.whole) == ("RV2048", False)


def test_database_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFolderUnusable):
        book_of(tmp_path / "nowhere").day_book(1)


def test_far_end_of_the_list_is_as_near_as_its_beginning(tmp_path: Path) -> None:
    clock = HandClock()
    with opened(tmp_path) as database:
        for _ in range(3):
            Player(database, small_pack(), clock=clock).play()
            clock.tick(60_000)
    plans = []
    with open_reader(tmp_path / "kiosk.db") as reader:
        asked: list[str] = []
        reader.set_trace_callback(asked.append)
        attempt_list.chunk(reader, Wanted(), 1_000_000, Mark(told_now(clock.now()), 2), 1)
        attempt_list.chunk(reader, Wanted(sort=Sort.TIME), 1_000_000, Mark(5, 2), 1)
        attempt_list.chunk(reader, Wanted(sort=Sort.FINAL), 1_000_000, Mark(0.5, 2), 1)
        attempt_list.chunk(reader, Wanted(sort=Sort.CODE), 1_000_000, Mark("RV2048", 2), 1)
        latest = Mark(told_now(clock.now()), 2, "passed")
        attempt_list.chunk(reader, Wanted(sort=Sort.OUTCOME), 1_000_000, latest, 1)
        reader.set_trace_callback(None)
        for sql in asked:
            plan = reader.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
            plans.append(" / ".join(step[3] for step in plan))
    reader.close()
    assert all("SEARCH attempt USING" in plan and "<" in plan for plan in plans), plans
    assert not any("SCAN attempt" in plan for plan in plans), plans


def told_now(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")
