"""The staff door takes a few wrong PINs, then keeps shut for longer each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.door_lock import LONGEST_WAIT_MS, DoorLock


def tried(times: int) -> DoorLock:
    lock = DoorLock()
    for _ in range(times):
        lock = lock.counted()
    return lock


def test_four_tries_cost_no_wait() -> None:
    assert [tried(n).wait_ms for n in range(5)] == [0] * 5
    assert [tried(n).tries_left for n in range(7)] == [5, 4, 3, 2, 1, 0, 0]


def test_fifth_try_costs_half_a_minute_and_each_further_one_twice_that() -> None:
    assert [tried(n).wait_ms // 1000 for n in range(5, 12)] == [30, 60, 120, 240, 480, 960, 1920]


@given(st.integers(12, 10**12))
def test_no_wait_is_longer_than_an_hour(tries: int) -> None:
    assert DoorLock(tries).counted() == DoorLock(tries + 1, LONGEST_WAIT_MS)


@given(st.integers(0, 20), st.lists(st.integers(0, 10**7)))
def test_time_alone_shortens_a_wait_and_never_below_nothing(tries: int, spans: list[int]) -> None:
    lock = tried(tries)
    whole = lock.wait_ms
    for ms in spans:
        lock = lock.after(ms)
    assert lock == DoorLock(tries, max(0, whole - sum(spans)))
