"""A kiosk that dies is started again for ever, ever later, and its visit is taken up once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.restarts import STEADY_MS, WAITS_MS, Restart, Restarts


def test_first_death_brings_the_learner_back_at_once() -> None:
    assert Restarts().after(5_000) == Restart(0, resume=True)


def test_deaths_in_a_row_wait_longer_and_leave_the_visit_alone() -> None:
    restarts = Restarts()
    found = [restarts.after(100) for _ in range(len(WAITS_MS) + 3)]
    assert [one.wait_ms for one in found] == [*WAITS_MS, *[WAITS_MS[-1]] * 3]
    assert [one.resume for one in found] == [True] + [False] * (len(found) - 1)


@given(st.lists(st.integers(0, STEADY_MS - 1), max_size=12))
def test_long_life_makes_the_next_death_a_first_one(lives: list[int]) -> None:
    restarts = Restarts()
    for lived in lives:
        restarts.after(lived)
    assert restarts.after(STEADY_MS) == Restart(0, resume=True)
