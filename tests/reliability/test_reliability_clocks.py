"""A clock that jumps by years, either way, in mid-attempt changes no order and no duration."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from processes import child
from stores import Player, open_database, small_pack
from trials import Harm
from witness import harm, sound

from kiosk.core.attempt import Attempt
from kiosk.core.log_rows import Selection
from kiosk.core.model import VisitEnd
from kiosk.store.log import SqliteAttemptLog

FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
years = st.integers(1971, 2199)
# A clock that never goes back stands still in a sleep, or leaps after it; a faulty one goes back.
steps = st.integers(0, 9_000) | st.integers(-100_000, 10**10)


class JumpingClock:
    """Is at another year and another moment of its stopwatch at every look."""

    def __init__(self, draw: st.DataObject) -> None:
        self._data = draw
        self._monotonic_ms = 10**6

    def now(self) -> datetime:
        return datetime(self._data.draw(years), 3, 1, 12, tzinfo=UTC)

    def utc_offset_minutes(self) -> int:
        return self._data.draw(st.integers(-720, 840))

    def monotonic_ms(self) -> int:
        self._monotonic_ms += self._data.draw(steps)
        return self._monotonic_ms


def visit(folder: Path, clock: JumpingClock) -> None:
    """Begin an attempt, come back to it, finish it, and play another."""
    database = open_database(folder)
    player = Player(database, small_pack(), clock=clock)
    attempt = player.begin()
    for item_id in attempt.board.dealt[:3]:
        player.place(attempt, item_id, "is")
    player = Player(database, small_pack(), clock=clock)
    assert player.opened.open_attempt is not None
    attempt = Attempt.resumed(player.activity, player.opened.open_attempt, clock)
    attempt.watch.run()
    for item_id in attempt.board.dealt:
        player.place(attempt, item_id, "is_not")
    player.check(attempt)
    player.submit(attempt)
    player.play()
    end = player.journal.end_visit(player.opened.visit_id, VisitEnd.SIGNED_OUT, clock.now())
    end.result(10)
    database.close()


@pytest.mark.slow
@settings(max_examples=25)
@given(data=st.data())
def test_jumps_of_the_clock_change_no_order_and_make_no_negative_number(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("jumps")
    visit(folder, JumpingClock(data))
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        first, second = snapshot.attempts()
        placements = list(snapshot.placements())
    assert (first.attempt_number, second.attempt_number) == (1, 2)
    assert (first.is_first, second.is_latest) == (True, True)
    for attempt, count in ((first, 9), (second, 6)):
        own = [row for row in placements if row.attempt_id == attempt.attempt_id]
        assert [row.seq for row in own] == list(range(1, count + 1))
        times = [row.ms for row in own]
        assert times == sorted(times)
        assert 0 <= times[0] <= times[-1] <= attempt.active_ms
    assert sound(folder)


def jump(orders: Path, offset: timedelta) -> None:
    """Set the clock of a process under libfaketime."""
    part = orders.with_suffix(".part")
    part.write_text(f"{offset.total_seconds():+.0f}")
    part.replace(orders)


def years_of_attempts(folder: Path) -> list[str]:
    """Return the years in which the attempts began, in their order."""
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection:
        rows = connection.execute("SELECT substr(started, 1, 4) FROM attempt ORDER BY key")
        return [year for (year,) in rows]


@pytest.mark.slow
@pytest.mark.skipif(FAKETIME is None, reason="libfaketime (Debian package faketime) is not here")
def test_kiosk_whose_clock_jumps_by_years_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    folder, orders = tmp_path / "data", tmp_path / "clock"
    open_database(folder).close()
    jump(orders, timedelta(0))
    under = {
        "LD_PRELOAD": str(FAKETIME),
        "FAKETIME_TIMESTAMP_FILE": str(orders),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with child("child_kiosk.py", folder, more=under) as one:
        for offset in (timedelta(days=-3650), timedelta(days=36500), timedelta(0)):
            one.hear_until("placed")
            jump(orders, offset)
            one.hear_until("submitted")
        one.process.kill()
        said = one.hear_out()
    assert harm(folder, said) == Harm(0, 0)
    assert sound(folder)
    now = datetime.now(UTC).year
    began = [int(year) for year in years_of_attempts(folder)]
    assert began[:3] == pytest.approx([now, now - 10, now + 100], abs=1)
