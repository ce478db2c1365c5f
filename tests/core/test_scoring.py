from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import make_activity

from kiosk.core import scoring
from kiosk.core.lesson import Item, Mode
from kiosk.core.model import InputMethod, Outcome, Placement, Response

CARD, OTHER, DECOY, DISCUSS = make_activity(("is", "is_not", None, "is"), discuss={3}).items

shares = st.integers(1, 40).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
"""m of n, as many as a board has cards."""


def placement(seq: int, item_id: str, to_id: str | None, try_number: int = 1) -> Placement:
    return Placement(seq, item_id, None, to_id, InputMethod.TAP, seq * 1000, None, try_number)


@pytest.mark.parametrize(
    ("place", "expected"),
    [("is", (True, False, None)), ("is_not", (False, False, None)), (None, (False, True, None))],
)
def test_right_and_wrong_of_each_kind_of_card(
    place: str | None, expected: tuple[bool | None, ...]
) -> None:
    assert tuple(scoring.correct_at(i, place) for i in (CARD, DECOY, DISCUSS)) == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [("is", (True, False, True)), ("is_not", (False, False, True)), (None, (False, True, False))],
)
def test_what_stays_at_the_next_try(place: str | None, expected: tuple[bool, ...]) -> None:
    assert tuple(scoring.is_settled(i, place) for i in (CARD, DECOY, DISCUSS)) == expected


@pytest.mark.parametrize("item", [CARD, OTHER, DECOY, DISCUSS], ids=lambda item: item.id)
def test_card_back_in_the_bank_is_neither_right_nor_wrong_yet(item: Item) -> None:
    assert scoring.correct_on_the_way(item, None) is None


def test_card_on_its_way_is_right_or_wrong_at_once() -> None:
    assert scoring.correct_on_the_way(CARD, "is") is True
    assert scoring.correct_on_the_way(CARD, "is_not") is False
    assert scoring.correct_on_the_way(DECOY, "is") is False
    assert scoring.correct_on_the_way(DISCUSS, "is") is None


@given(shares)
def test_score_is_right_ones_over_scored_ones(share: tuple[int, int]) -> None:
    right, scored = share
    results = [True] * right + [False] * (scored - right)
    assert scoring.scaled_score(results) == right / scored


@given(st.lists(st.sampled_from((True, False, None)), max_size=40))
def test_discuss_items_never_count_in_a_score(results: list[bool | None]) -> None:
    without = [result for result in results if result is not None]
    assert scoring.scaled_score(results) == scoring.scaled_score(without)
    assert 0.0 <= scoring.scaled_score(results) <= 1.0


def test_board_with_nothing_to_score_is_full_marks() -> None:
    assert scoring.scaled_score([]) == 1.0
    assert scoring.scaled_score([None, None]) == 1.0


@given(shares)
def test_m_of_n_passes_however_the_mark_was_reckoned(share: tuple[int, int]) -> None:
    right, scored = share
    score = scoring.scaled_score([True] * right + [False] * (scored - right))
    marks = {
        right / scored,
        1 - (scored - right) / scored,
        right * (1 / scored),
        sum([1 / scored] * right),
        float(f"{right / scored:.12f}"),
        math.nextafter(right / scored, 1.0),
    }
    for mark in marks:
        assert scoring.outcome(mark, score) is Outcome.PASSED


@given(shares)
def test_one_card_short_of_the_mark_fails(share: tuple[int, int]) -> None:
    right, scored = share
    short = scoring.scaled_score([True] * right + [False] * (scored + 1 - right))
    mark = (right + 1) / (scored + 1)
    assert scoring.outcome(mark, short) is Outcome.FAILED


def test_mark_between_two_scores_is_not_rounded_down() -> None:
    assert scoring.outcome(0.801, 16 / 20) is Outcome.FAILED


@given(st.floats(0, 1))
def test_without_a_mastery_score_an_attempt_is_completed(score: float) -> None:
    assert scoring.outcome(None, score) is Outcome.COMPLETED


def test_mastery_score_of_nothing_is_passed_by_anyone() -> None:
    assert scoring.outcome(0.0, 0.0) is Outcome.PASSED


PLACEMENTS = (
    placement(1, "i1", "is"),
    placement(2, "i0", "is_not"),
    placement(3, "i0", None),
    placement(4, "i0", "is"),
)


def test_in_practice_the_first_placement_counts() -> None:
    assert scoring.first_category(Mode.PRACTICE, "i0", "is", PLACEMENTS) == "is_not"


def test_in_assessment_where_the_card_stands_counts() -> None:
    assert scoring.first_category(Mode.ASSESSMENT, "i0", "is", PLACEMENTS) == "is"
    assert scoring.first_category(Mode.ASSESSMENT, "i0", None, PLACEMENTS) is None


@pytest.mark.parametrize("mode", Mode)
def test_card_that_was_never_placed_has_no_first_category(mode: Mode) -> None:
    assert scoring.first_category(mode, "i9", None, PLACEMENTS) is None


@given(st.lists(st.tuples(*[st.sampled_from((True, False, None))] * 2), max_size=40))
def test_counts_and_scores_tell_the_same(pairs: list[tuple[bool | None, bool | None]]) -> None:
    # A discuss item is unscored at the first try and for good.
    marks = [(a, b) if a is not None and b is not None else (None, None) for a, b in pairs]
    responses = [Response("i0", "is", correct, "is", first, 1) for correct, first in marks]
    scored = scoring.count_scored(responses)
    assert scored == sum(correct is not None for correct, _ in marks)
    if scored:
        final = scoring.scaled_score(r.correct for r in responses)
        first = scoring.scaled_score(r.first_try_correct for r in responses)
        assert final == scoring.count_correct(responses) / scored
        assert first == scoring.count_first_correct(responses) / scored
