"""The columns are the documented ones, and say of a real attempt what the attempt says."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from log_maker import MadeUpLog, attempt_row, exported, played_log, read
from makers import make_activity, make_pack
from stores import Player, open_database, small_pack

from kiosk.core import rounds
from kiosk.core.attempt import Attempt
from kiosk.core.board import MoveRefused
from kiosk.core.model import AttemptResult
from kiosk.reports.verify import verify
from kiosk.store.log import SqliteAttemptLog

COLUMNS = {
    "attempts.csv": (
        "attempt_id,kiosk_id,kiosk_name,site,learner_code,pack_id,pack_version,activity_id,"
        "activity_title,mode,language,started_at_utc,started_at_local,submitted_at_utc,"
        "active_seconds,items,placed,first_try_correct,first_try_score,final_correct,final_score,"
        "mastery_score,outcome,tries,placements,attempt_number,is_first,is_latest,is_best,"
        "input_methods,missed_items,round,follows_attempt_id"
    ),
    "placements.csv": "attempt_id,seq,item_id,from_id,to_id,input_method,ms,correct,try",
    "responses.csv": (
        "attempt_id,item_id,item_title,category_id,category_title,correct,first_category_id,"
        "first_try_correct,placements"
    ),
}
TRUTH = {True: "1", False: "0", None: ""}
MOVES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2)), max_size=8)
BELONGS = st.lists(st.sampled_from(("is", "is_not", None)), min_size=2, max_size=6)


@pytest.mark.parametrize("file", COLUMNS)
def test_header_is_the_documented_one(tmp_path: Path, file: str) -> None:
    raw = (exported(played_log(tmp_path / "data"), tmp_path / "out").folder / file).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf" + COLUMNS[file].encode() + b"\r\n")
    assert raw.endswith(b"\r\n")
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")


def test_header_stands_where_there_are_no_rows(tmp_path: Path) -> None:
    folder = exported(MadeUpLog(), tmp_path).folder
    for file, header in COLUMNS.items():
        assert (folder / file).read_bytes() == b"\xef\xbb\xbf" + header.encode() + b"\r\n"


def test_readme_tells_of_every_column_and_how_to_read_a_cell(tmp_path: Path) -> None:
    raw = (exported(MadeUpLog(), tmp_path).folder / "README.txt").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    sections = raw.decode("utf-8-sig").split("\r\n\r\n")
    for file, header in COLUMNS.items():
        (section,) = [part for part in sections if part.startswith(f"{file}\r\n")]
        described = [line.split(":")[0].strip() for line in section.split("\r\n")[2:]]
        assert [name for name in described if name] == header.split(",")
    for word in ("apostrophe", "full width", "U+2400", "verify", "UTF-8"):
        assert word in raw.decode("utf-8-sig")


def test_times_are_of_the_world_and_of_the_wall(tmp_path: Path) -> None:
    zone = timezone(timedelta(hours=-5, minutes=-30))
    started = datetime(2025, 1, 1, 0, 15, 30, 987_654, zone)
    row = attempt_row(started_utc=started, started_offset_minutes=-330, submitted_utc=None)
    (read_row,) = read(exported(MadeUpLog(lambda: [row]), tmp_path).folder / "attempts.csv")
    assert read_row["started_at_utc"] == "2025-01-01T05:45:30.987Z"
    assert read_row["started_at_local"] == "2025-01-01 00:15:30"
    assert read_row["submitted_at_utc"] == ""


def played(player: Player, tries: Sequence[Sequence[tuple[int, int]]]) -> Attempt:
    """Play an attempt: in each try some moves, allowed or not, then a check."""
    attempt = player.begin()
    for moves in tries:
        attempt.try_again()
        for card, place in moves:
            item_id = attempt.board.dealt[card % len(attempt.board.dealt)]
            try:
                player.place(attempt, item_id, (*attempt.board.category_ids, None)[place])
            except MoveRefused:
                continue
        player.check(attempt)
    player.submit(attempt)
    return attempt


def assert_scores(row: dict[str, str], attempt: Attempt, result: AttemptResult) -> None:
    responses, items = attempt.responses, attempt.activity
    wanted = {
        "attempt_id": attempt.start.id,
        "learner_code": "RV2048",
        "items": str(len(attempt.board.dealt)),
        "placed": str(sum(r.category_id is not None for r in responses)),
        "first_try_correct": str(sum(r.first_try_correct is True for r in responses)),
        "final_correct": str(sum(r.correct is True for r in responses)),
        "outcome": attempt.outcome().value,
        "tries": str(attempt.tries),
        "placements": str(len(attempt.placements)),
        "mastery_score": "0.8",
        "missed_items": "; ".join(
            items.item(r.item_id).title for r in responses if r.first_try_correct is False
        ),
    }
    assert {name: row[name] for name in wanted} == wanted
    assert float(row["first_try_score"]) == pytest.approx(result.first_try_score, abs=0.00005)
    assert float(row["final_score"]) == pytest.approx(result.final_score, abs=0.00005)


def assert_details(folder: Path, attempt: Attempt) -> None:
    own = attempt.start.id
    placements = [row for row in read(folder / "placements.csv") if row["attempt_id"] == own]
    assert [tuple(row.values())[1:] for row in placements] == [
        (
            str(p.seq), p.item_id, p.from_id or "", p.to_id or "", p.input_method.value,
            str(p.ms), TRUTH[p.correct], str(p.try_number),
        )
        for p in attempt.placements
    ]  # fmt: skip
    responses = [row for row in read(folder / "responses.csv") if row["attempt_id"] == own]
    titles = {one.id: one.title for one in attempt.activity.categories}
    assert [tuple(row.values())[1:] for row in responses] == [
        (
            r.item_id, attempt.activity.item(r.item_id).title, r.category_id or "",
            titles.get(r.category_id or "", ""), TRUTH[r.correct], r.first_category_id or "",
            TRUTH[r.first_try_correct], str(r.placements),
        )
        for r in attempt.responses
    ]  # fmt: skip


@pytest.mark.slow
@settings(max_examples=20)
@given(
    BELONGS, st.sets(st.integers(0, 5), max_size=1), st.lists(MOVES, min_size=1, max_size=3), MOVES
)
def test_bundle_says_of_any_game_what_the_game_says(
    belongs: list[str | None],
    discuss: set[int],
    tries: list[list[tuple[int, int]]],
    second: list[tuple[int, int]],
) -> None:
    activity = make_activity(belongs, discuss=discuss, mastery_score=0.8)
    with tempfile.TemporaryDirectory() as place:
        data = Path(place, "data")
        database = open_database(data)
        player = Player(database, make_pack((activity,)))
        games = [played(player, tries), played(player, [second])]
        database.close()
        receipt = exported(SqliteAttemptLog(data), Path(place, "out"))
        assert verify(receipt.folder) == receipt.counts
        rows = read(receipt.folder / "attempts.csv")
        assert len(rows) == receipt.counts.attempts == len(games)
        for row, game in zip(rows, games, strict=True):
            assert_scores(row, game, game.result())
            assert_details(receipt.folder, game)
        best = int(games[1].result().final_score > games[0].result().final_score)
        marks = [(row["is_first"], row["is_latest"], row["is_best"]) for row in rows]
        assert marks == [("1", "0", str(1 - best)), ("0", "1", str(best))]


def test_second_round_is_told_apart_and_never_the_best(tmp_path: Path) -> None:
    database = open_database(tmp_path / "data")
    player = Player(database, small_pack())
    whole = player.play(wrong=3)
    offers = [rounds.offered_after(whole.start.id, whole.activity.id, whole.responses)]
    for wrong in (1, 0):
        offer = offers[-1]
        assert offer is not None
        again = player.play_round(offer, wrong)
        offers.append(rounds.offered_after(again.start.id, again.activity.id, again.responses))
    player.play(wrong=2)
    database.close()
    folder = exported(SqliteAttemptLog(tmp_path / "data"), tmp_path / "out").folder
    names = ("round", "attempt_number", "is_first", "is_latest", "is_best", "items", "final_score")
    rows = read(folder / "attempts.csv")
    assert [tuple(row[name] for name in names) for row in rows] == [
        ("1", "1", "1", "0", "0", "6", "0.5"),
        ("2", "1", "0", "0", "0", "3", "0.6667"),
        ("3", "2", "0", "0", "0", "1", "1"),
        ("1", "2", "0", "1", "1", "6", "0.6667"),
    ]
    ids = [row["attempt_id"] for row in rows]
    assert [row["follows_attempt_id"] for row in rows] == ["", ids[0], ids[1], ""]
    assert [(row["outcome"], row["mastery_score"]) for row in rows[1:3]] == [("completed", "")] * 2


def test_attempt_that_still_runs_has_no_outcome_yet(tmp_path: Path) -> None:
    folder = exported(played_log(tmp_path / "data"), tmp_path / "out").folder
    _, still_open = read(folder / "attempts.csv")
    names = ("outcome", "submitted_at_utc", "first_try_score", "final_score", "is_best")
    assert [still_open[name] for name in names] == ["", "", "", "", "0"]
    assert (still_open["placed"], still_open["placements"]) == ("1", "1")
