"""A kiosk deletes by itself what is older than staff keep it, and tells them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from rooms import Room, RoomMaker

from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import Settings
from kiosk.core.retention import RetentionNote
from kiosk.store.log import SqliteAttemptLog
from kiosk.world import SystemClock

CODE = "RV2048"


class Later(SystemClock):
    """This machine's clock, some days ahead."""

    def __init__(self, days: int) -> None:
        self._ahead = timedelta(days=days)

    def now(self) -> datetime:
        return super().now() + self._ahead


@pytest.fixture
def room(make_room: RoomMaker) -> Room:
    """A kiosk that keeps attempts for 90 days, with one in its log."""
    room = make_room(Settings(retention_days=90))
    room.sign_in(CODE)
    page = room.open_board()
    room.place(page, page.view.board.dealt[0], page.view.activity.categories[0].id)
    room.kiosk.controller.time_out()
    room.written()
    room.wait(lambda: not room.kiosk.retention._at_work)
    return room


def attempts(room: Room) -> int:
    with SqliteAttemptLog(room.folder).snapshot(Selection()) as snapshot:
        return snapshot.counts().attempts


def let_time_pass(room: Room, days: int, seen: int) -> None:
    """Set the clock ahead, and what the kiosk last believed of it."""
    clock = Later(days)
    room.kiosk.retention._services = replace(room.kiosk.services, clock=clock)
    room.kiosk.retention._next_ms = 0
    note = RetentionNote(seen=SystemClock().now() + timedelta(days=seen))
    room.kiosk.services.record.keep_retention(note).result(10)


def test_what_is_older_goes_while_nobody_is_there_and_staff_are_told_once(room: Room) -> None:
    let_time_pass(room, 91, 90)
    room.kiosk.retention.look()
    room.wait(lambda: not room.kiosk.retention._at_work and attempts(room) == 0)
    area = room.staff_area()
    assert "keep them: 1." in " ".join(area.notices)
    room.kiosk.staff.leave()
    room.written()
    assert room.staff_area().notices == ()


def test_what_is_not_older_stays(room: Room) -> None:
    let_time_pass(room, 89, 88)
    room.kiosk.retention.look()
    room.wait(lambda: not room.kiosk.retention._at_work)
    assert attempts(room) == 1


def test_nothing_goes_while_a_learner_is_there(room: Room) -> None:
    let_time_pass(room, 91, 90)
    room.sign_in(CODE)
    room.at(Screen.BOARD)
    room.kiosk.retention.look()
    assert not room.kiosk.retention._at_work
    assert attempts(room) == 1


def test_clock_that_is_suddenly_years_ahead_deletes_nothing_and_staff_are_asked(
    room: Room,
) -> None:
    let_time_pass(room, 3_650, 0)
    room.kiosk.retention.look()
    room.written()
    area = room.staff_area()
    assert "If the date is right" in " ".join(area.notices)
    assert attempts(room) == 1
    room.kiosk.staff.settings_kept.emit(room.kiosk.services.record.settings())
    room.kiosk.staff.leave()
    room.written()
    room.kiosk.retention.look()
    room.wait(lambda: not room.kiosk.retention._at_work and attempts(room) == 0)
