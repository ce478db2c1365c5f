"""The formulas of item analysis against published figures, and against the plain definition."""

from __future__ import annotations

import math
from collections import Counter
from statistics import median as plain_median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.item_statistics import discrimination, efficiency, median

# Published with Moodle: its test of the quiz statistics (mod/quiz/report/statistics/tests,
# statistics_test.php with mdl_question_states.csv), whose expected values come from a
# spreadsheet, stats.xls. 22 attempts; here are the questions marked 0 or 1, slots 13 to 20.
# One line an attempt: the whole mark in tenths, then the marks of these eight.
MOODLE_MARKS = """
    120 10011001 | 74 10010101 | 117 00111111 | 85 00001001 | 101 01001110 | 113 01110000
    112 10111111 | 141 01111001 | 86 01101101 | 116 11001000 | 93 01001001 | 131 01111101
    115 11100110 | 113 01011110 | 55 10100000 | 48 00010001 | 87 11011000 | 118 01110100
    60 01000000 | 59 01101000 | 128 00010011 | 138 10111100
"""
# Of each: facility, discrimination index and discriminative efficiency, all in percent.
MOODLE_FIGURES = (
    (36.36363636, -12.99017581, -17.5074184),
    (59.09090909, -8.900638238, -10.27568922),
    (50, 8.670004606, 10.86956522),
    (59.09090909, 29.63337745, 34.58997279),
    (63.63636364, 15.18945843, 17.4790556),
    (45.45454545, 16.21079629, 20.14359793),
    (27.27272727, 15.52451404, 22.06477733),
    (50, -8.396734802, -10),
)

marks = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 39)), min_size=1, max_size=60)


def moodle_attempts() -> list[tuple[int, list[int]]]:
    lines = [line.split() for line in MOODLE_MARKS.replace("|", "\n").strip().splitlines()]
    return [(int(whole), [10 * int(mark) for mark in marks]) for whole, marks in lines]


@pytest.mark.parametrize("item", range(8))
def test_figures_are_those_that_moodle_publishes(item: int) -> None:
    attempts = moodle_attempts()
    assert len(attempts) == 22
    facility, index, efficient = MOODLE_FIGURES[item]
    pairs = Counter((marks[item], whole - marks[item]) for whole, marks in attempts)
    found, share = discrimination(pairs), efficiency(pairs)
    assert found is not None
    assert share is not None
    assert 10 * sum(marks[item] for _, marks in attempts) / 22 == pytest.approx(facility)
    assert 100 * found == pytest.approx(index, abs=1e-7)
    assert 100 * share == pytest.approx(efficient, abs=1e-7)


@given(marks)
def test_figures_agree_with_numpy_on_every_single_mark(seen: list[tuple[int, int]]) -> None:
    pairs = Counter(seen)
    mark, rest = np.array(seen, dtype=float).T
    if np.ptp(mark) == 0 or np.ptp(rest) == 0:
        assert (discrimination(pairs), efficiency(pairs)) == (None, None)
        return
    together = np.cov(mark, rest)[0, 1]
    most = np.cov(np.sort(mark), np.sort(rest))[0, 1]
    assert discrimination(pairs) == pytest.approx(np.corrcoef(mark, rest)[0, 1], abs=1e-9)
    assert efficiency(pairs) == pytest.approx(together / most, abs=1e-9)


@given(marks)
def test_figures_stay_in_their_bounds(seen: list[tuple[int, int]]) -> None:
    found, share = discrimination(Counter(seen)), efficiency(Counter(seen))
    assert (found is None) == (share is None)
    if found is not None and share is not None:
        assert abs(found) <= 1 + 1e-12
        assert share <= 1
        assert math.copysign(1, found) == math.copysign(1, share) or found == share == 0


@pytest.mark.parametrize(
    "seen", [[], [(1, 5)], [(1, 5), (1, 5)], [(1, 3), (1, 9)], [(0, 3), (1, 3)]]
)
def test_what_does_not_vary_is_said_to_have_no_figure(seen: list[tuple[int, int]]) -> None:
    assert discrimination(Counter(seen)) is None
    assert efficiency(Counter(seen)) is None


def test_two_attempts_that_differ_have_figures() -> None:
    assert discrimination(Counter([(0, 1), (1, 2)])) == 1
    assert efficiency(Counter([(0, 2), (1, 1)])) == -1


def test_millions_of_attempts_cost_no_digits() -> None:
    few = {(0, 3): 2, (1, 3): 1, (0, 7): 1, (1, 8): 3}
    many = {pair: count * 10**9 for pair, count in few.items()}
    one, other = discrimination(few), discrimination(many)
    assert one == pytest.approx(other, abs=1e-15)


@given(st.lists(st.integers(0, 10**6), min_size=1))
def test_median_is_the_middle(values: list[int]) -> None:
    assert median(Counter(values)) == plain_median(values)


def test_nothing_has_no_median() -> None:
    assert median({}) is None
