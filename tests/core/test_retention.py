"""What is older than staff keep it goes, and a wrong clock deletes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from makers import MORNING

from kiosk.core.retention import Due, RetentionNote, due, order

SEEN = RetentionNote(seen=MORNING)


@pytest.mark.parametrize(
    ("days", "later", "expected"),
    [
        (0, timedelta(days=4_000), Due.NOTHING),
        (90, timedelta(days=1), Due.PURGE),
        (90, timedelta(days=31), Due.PURGE),
        (90, timedelta(days=32), Due.ASK_STAFF),
        (90, timedelta(days=-9_000), Due.PURGE),
    ],
)
def test_clock_that_is_far_ahead_is_asked_about(days: int, later: timedelta, expected: Due) -> None:
    assert due(days, SEEN, MORNING + later) is expected


def test_question_stands_until_staff_answer_it() -> None:
    waiting = RetentionNote(seen=MORNING, waits=True)
    assert due(90, waiting, MORNING) is Due.ASK_STAFF
    assert due(90, waiting.believed(MORNING), MORNING) is Due.PURGE


def test_order_is_for_what_is_older_than_so_many_days() -> None:
    asked = order(90, MORNING)
    assert (asked.before, asked.now) == (MORNING - timedelta(days=90), MORNING)
