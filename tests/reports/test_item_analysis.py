"""What the cards tell, against the raw responses and against a published report."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from log_maker import MadeUpLog, attempt_row, placement_row, played_log, response_row
from makers import make_activity, make_pack
from stores import Player, open_database

from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow, Selection
from kiosk.core.whole_attempts import LogDisordered
from kiosk.reports.item_analysis import FEW, ItemFigures, Whose, analyse
from kiosk.store.log import SqliteAttemptLog

CATEGORIES = ("a", "b", "c")
BELONGS = {"i0": "a", "i1": "b", "i2": "c", "i3": "a", "i4": None, "i5": "b"}
UNSCORED = "i6"
Numbers = npt.NDArray[np.float64]


class Raw:
    """Attempts drawn at random, every response and placement kept as it was drawn."""

    def __init__(self, seed: int, attempts: int) -> None:
        draw = random.Random(seed)
        self.attempts: list[AttemptRow] = []
        self.placements: list[PlacementRow] = []
        self.responses: list[ResponseRow] = []
        for number in range(attempts):
            self._play(draw, f"attempt {number}", number)

    def _play(self, draw: random.Random, attempt_id: str, number: int) -> None:
        row = attempt_row(attempt_id=attempt_id, is_first=number % 3 == 0, round_number=1)
        self.attempts.append(row)
        ability, ms = draw.random(), 0
        for item_id in draw.sample([*BELONGS, UNSCORED], 5):
            belongs = BELONGS.get(item_id)
            right = draw.random() < ability
            first = belongs if right else draw.choice([*CATEGORIES, None])
            moves = draw.choice([1, 1, 1, 2, 3]) if first is not None else 0
            for move in range(moves):
                ms += draw.randrange(100, 9_000)
                self.placements.append(
                    placement_row(
                        attempt_id=attempt_id, seq=len(self.placements), item_id=item_id,
                        to_id=first, ms=ms, try_number=1,
                    )
                )  # fmt: skip
                del move
            truth = None if item_id == UNSCORED else first == belongs
            self.responses.append(
                response_row(
                    attempt_id=attempt_id, item_id=item_id, item_title=f"Card {item_id}",
                    first_category_id=first, first_try_correct=truth, category_id=first,
                    category_title=None if first is None else first.upper(), placements=moves,
                )
            )  # fmt: skip
        self._try_again(attempt_id, ms)

    def _try_again(self, attempt_id: str, ms: int) -> None:
        # What happens in a later try says nothing of the first.
        self.placements.append(
            placement_row(attempt_id=attempt_id, seq=999, item_id="i0", ms=ms + 9, try_number=2)
        )

    def log(self) -> MadeUpLog:
        return MadeUpLog(lambda: self.attempts, lambda: self.placements, lambda: self.responses)


def table(raw: Raw) -> dict[str, dict[str, bool | None]]:
    found: dict[str, dict[str, bool | None]] = {}
    for response in raw.responses:
        found.setdefault(response.attempt_id, {})[response.item_id] = response.first_try_correct
    return found


def times(raw: Raw, item_id: str) -> Numbers:
    found = []
    for attempt in raw.attempts:
        mine = [
            p for p in raw.placements if p.attempt_id == attempt.attempt_id and p.try_number == 1
        ]
        steps = np.diff([0, *(p.ms for p in mine)])
        own = [step for step, p in zip(steps, mine, strict=True) if p.item_id == item_id]
        found += [sum(own)] if own else []
    return np.array(found, dtype=np.float64)


def close(found: float | None, wanted: float | np.floating[npt.NBitBase]) -> bool:
    return found is not None and abs(found - float(wanted)) < 1e-9


@pytest.mark.parametrize("seed", range(4))
def test_figures_agree_with_numpy_on_the_raw_responses(seed: int) -> None:
    raw = Raw(seed, 120)
    figures = {one.item_id: one for one in analyse(raw.log())}
    assert set(figures) == {*BELONGS, UNSCORED}
    boards = table(raw)
    for item_id in BELONGS:
        mine = [board for board in boards.values() if item_id in board]
        mark = np.array([bool(board[item_id]) for board in mine], dtype=np.float64)
        whole = [sum(value for value in board.values() if value) for board in mine]
        rest = np.array(whole, dtype=np.float64) - mark
        found = figures[item_id]
        assert found.n == len(mine)
        assert close(found.facility, mark.mean())
        assert close(found.first_try_error_rate, 1 - mark.mean())
        assert close(found.discrimination, np.corrcoef(mark, rest)[0, 1])
        most = np.cov(np.sort(mark), np.sort(rest))[0, 1]
        assert close(found.efficiency, np.cov(mark, rest)[0, 1] / most)
        moved = [r.placements for r in raw.responses if r.item_id == item_id]
        assert close(found.median_placements, np.median(moved))
        assert close(found.median_ms, np.median(times(raw, item_id)))
        wrong = [
            r.first_category_id
            for r in raw.responses
            if r.item_id == item_id and not r.first_try_correct and r.first_category_id is not None
        ]
        names, counts = np.unique(wrong, return_counts=True)
        assert found.top_wrong_category_id == names[counts.argmax()]
        assert found.top_wrong_category_title == names[counts.argmax()].upper()
        assert close(found.top_wrong_share, counts.max() / len(mine))


def test_card_that_is_not_scored_has_no_figures_of_right_and_wrong() -> None:
    raw = Raw(1, 60)
    (found,) = [one for one in analyse(raw.log()) if one.item_id == UNSCORED]
    assert found.n > FEW
    undefined = (
        found.facility, found.first_try_error_rate, found.discrimination, found.efficiency,
        found.top_wrong_category_id, found.top_wrong_share,
    )  # fmt: skip
    assert undefined == (None,) * 6
    assert found.median_ms is not None
    assert found.not_placed > 0


# Published with Moodle as an example of its report (mod/quiz/report/statistics/tests/behat,
# basic.feature): three students, three questions; facility and discrimination in percent.
REPORT = {"A": (66.67, 50.00), "B": (33.33, 86.60), "C": (33.33, 86.60)}
STUDENTS = ((True, False, False), (True, True, True), (False, False, False))


def small_log(boards: Iterable[Iterable[bool | None]]) -> MadeUpLog:
    rows = [list(board) for board in boards]
    attempts = [attempt_row(attempt_id=f"attempt {number}") for number in range(len(rows))]
    responses = [
        response_row(attempt_id=f"attempt {number}", item_id="ABCDEF"[at], first_try_correct=right)
        for number, board in enumerate(rows)
        for at, right in enumerate(board)
    ]
    return MadeUpLog(lambda: attempts, tuple, lambda: responses)


def test_report_of_three_students_is_the_one_that_moodle_publishes() -> None:
    for found in analyse(small_log(STUDENTS)):
        facility, index = REPORT[found.item_id]
        assert found.facility is not None
        assert found.discrimination is not None
        assert round(100 * found.facility, 2) == facility
        assert round(100 * found.discrimination, 2) == index
        assert found.few


def figures(boards: Iterable[Iterable[bool | None]], item_id: str = "A") -> ItemFigures:
    return next(one for one in analyse(small_log(boards)) if one.item_id == item_id)


@pytest.mark.parametrize(
    "boards",
    [
        [(True, False)],
        [(True, False), (True, True)],
        [(True, True), (False, True)],
        [(True,), (False,)],
    ],
    ids=["one attempt", "always right", "the rest never varies", "one card"],
)
def test_what_is_not_defined_is_said_to_be_so(boards: list[tuple[bool, ...]]) -> None:
    found = figures(boards)
    assert found.discrimination is found.efficiency is None
    assert found.facility == sum(board[0] for board in boards) / len(boards)
    assert found.median_ms is None, "nothing was placed"


def test_card_that_was_never_wrong_is_taken_for_nothing() -> None:
    assert figures([(True, False)] * 3).top_wrong_category_id is None
    left = replace(figures([(False, False)] * 3), item_title="")
    assert left.top_wrong_category_id == "is"


@pytest.mark.parametrize(("attempts", "few"), [(FEW - 1, True), (FEW, False)])
def test_few_attempts_are_warned_of(attempts: int, few: bool) -> None:  # noqa: FBT001 - a case
    assert figures([(True, False)] * attempts).few is few


def test_no_attempts_have_no_figures() -> None:
    assert analyse(MadeUpLog()) == ()


def test_first_attempts_alone_can_be_taken() -> None:
    raw = Raw(3, 90)
    first = {row.attempt_id for row in raw.attempts if row.is_first}
    for found in analyse(raw.log(), Whose.FIRST):
        mine = [r for r in raw.responses if r.item_id == found.item_id and r.attempt_id in first]
        assert found.n == len(mine)


def test_second_round_counts_for_nothing(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    player = Player(database, make_pack((make_activity(),)))
    player.play(wrong=2)
    offer = player.visit("RV2048").second_round
    assert offer is not None
    player.play_round(offer)
    database.close()
    with SqliteAttemptLog(tmp_path).snapshot(Selection()) as snapshot:
        assert {one.n for one in analyse(snapshot)} == {1}


def test_attempt_that_was_never_checked_counts_for_nothing(tmp_path: Path) -> None:
    with played_log(tmp_path).snapshot(Selection()) as snapshot:
        found = analyse(snapshot)
    assert len(found) == 6
    assert {one.n for one in found} == {1}
    assert sum(one.facility or 0 for one in found) == 4
    assert {one.top_wrong_category_id for one in found if one.facility == 0} <= {"is", "is_not"}


def test_same_card_in_two_activities_is_two() -> None:
    attempts = [attempt_row(attempt_id=name, activity_id=name) for name in ("one", "two")]
    responses = [response_row(attempt_id=name) for name in ("one", "two")]
    found = analyse(MadeUpLog(lambda: attempts, tuple, lambda: responses))
    assert [(one.activity_id, one.n) for one in found] == [("one", 1), ("two", 1)]


@pytest.mark.parametrize(
    "rows",
    [
        lambda: (response_row(attempt_id="nobody's"),),
        lambda: (response_row(attempt_id="b"), response_row(attempt_id="a")),
    ],
    ids=["without its attempt", "in another order"],
)
def test_tables_that_do_not_belong_together_are_refused(
    rows: Callable[[], Iterable[ResponseRow]],
) -> None:
    attempts = [attempt_row(attempt_id="a"), attempt_row(attempt_id="b")]
    with pytest.raises(LogDisordered):
        analyse(MadeUpLog(lambda: attempts, tuple, rows))


def peak(attempts: int) -> int:
    rows = [attempt_row(attempt_id=f"{n:06d}") for n in range(attempts)]
    log = MadeUpLog(
        lambda: rows,
        lambda: (placement_row(attempt_id=f"{n:06d}", ms=n % 500) for n in range(attempts)),
        lambda: (response_row(attempt_id=f"{n:06d}") for n in range(attempts)),
    )
    tracemalloc.start()
    try:
        analyse(log)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_many_attempts_need_no_more_memory_than_some() -> None:
    assert peak(10_000) < 1.2 * peak(1_000)
