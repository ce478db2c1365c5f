"""Nobody comes through the staff door by trying, by a changed clock or by pulling the plug."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from makers import HandClock
from pytestqt.qtbot import QtBot
from rooms import PIN, Room

from kiosk.core.door_lock import DoorLock
from kiosk.core.flow import Screen
from kiosk.store.record import SqliteKioskRecord
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.services import Services
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.door_guard import DoorGuard

WRONG = "000000"


def at_door(room: Room) -> DoorPage:
    room.at(Screen.WELCOME)
    room.way.press(room.page(Screen.WELCOME, WelcomeScreen).staff)
    room.at(Screen.STAFF_DOOR)
    return room.page(Screen.STAFF_DOOR, DoorPage)


def enter(room: Room, door: DoorPage, pin: str) -> None:
    room.way.enter(door.field, pin)
    room.way.press(door.open)


def fail(room: Room, door: DoorPage, times: int) -> None:
    for _ in range(times):
        enter(room, door, WRONG)
        room.wait(lambda: door.open.isEnabled() or "Too many" in door.note)


def test_five_wrong_tries_shut_the_door_even_for_the_right_pin(room: Room) -> None:
    door = at_door(room)
    fail(room, door, 4)
    assert "One more try" in door.note
    fail(room, door, 1)
    room.wait(lambda: "Too many tries" in door.note)
    room.way.enter(door.field, PIN)
    assert not door.open.isEnabled()
    door.field.returnPressed.emit()
    assert room.kiosk.services.record.door_lock().tries == 5
    assert room.kiosk.navigator.screen is Screen.STAFF_DOOR


def test_wait_outlasts_a_restart_and_leaving_the_door(room: Room) -> None:
    door = at_door(room)
    fail(room, door, 5)
    room.way.press(door.back)
    door = at_door(room)
    assert "Too many tries" in door.note
    room.reopen()
    door = at_door(room)
    assert "Too many tries" in door.note
    assert not door.open.isEnabled()


def test_right_pin_takes_the_wrong_ones_off(room: Room) -> None:
    door = at_door(room)
    fail(room, door, 4)
    enter(room, door, PIN)
    room.at(Screen.STAFF)
    room.written()
    assert room.kiosk.services.record.door_lock() == DoorLock()


class AskedPins:
    """Pins that look at what is on the disk while they are asked."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self.kept: list[int] = []

    def hashed(self, pin: str) -> str:
        return pin

    def hashed_code(self, code: str) -> str:
        return code

    def matches(self, encoded: str, pin: str) -> bool:
        del encoded, pin
        self.kept.append(self._room.kiosk.services.record.door_lock().tries)
        return False


GuardMaker = Callable[[Services], DoorGuard]


@pytest.fixture
def make_guard(room: Room) -> Iterator[GuardMaker]:
    """Make guards that count down no longer than the room has a kiosk."""
    del room  # it is closed after them
    guards: list[DoorGuard] = []

    def make(services: Services) -> DoorGuard:
        guards.append(DoorGuard(services))
        return guards[-1]

    yield make
    for guard in guards:
        guard.stop()


def test_try_is_on_the_disk_before_it_is_compared(
    room: Room, qtbot: QtBot, make_guard: GuardMaker
) -> None:
    pins = AskedPins(room)
    guard = make_guard(replace(room.kiosk.services, pins=pins))
    with qtbot.waitSignal(guard.refused):
        guard.try_pin(WRONG)
    assert pins.kept == [1]


class NeverKept(SqliteKioskRecord):
    """A record on a disk that takes nothing."""

    def door_lock(self) -> DoorLock:
        return DoorLock()

    def keep_door_lock(self, lock: DoorLock) -> Future[None]:
        del lock
        return Future()


def refusing(room: Room) -> Services:
    return replace(room.kiosk.services, record=NeverKept(room.kiosk.database))


def test_disk_that_refuses_keeps_no_staff_out_and_counts_all_the_same(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make_guard: GuardMaker
) -> None:
    monkeypatch.setattr("kiosk.ui.staff.door_guard.PATIENCE_SECONDS", 0.01)
    guard = make_guard(refusing(room))
    for _ in range(5):
        with qtbot.waitSignal(guard.refused):
            guard.try_pin(WRONG)
    assert guard.lock.tries == 5
    assert guard.lock.wait_ms > 0
    other = make_guard(refusing(room))
    with qtbot.waitSignal(other.let_in):
        other.try_pin(PIN)


class TwoClocks(HandClock):
    """A clock of the day that staff, or others, can set."""

    def __init__(self) -> None:
        super().__init__()
        self.set_ahead = timedelta(0)

    def now(self) -> datetime:
        return super().now() + self.set_ahead


@pytest.mark.parametrize("days", [-3650, 36500])
def test_clock_that_is_set_neither_shortens_nor_lengthens_a_wait(
    room: Room, qtbot: QtBot, make_guard: GuardMaker, days: int
) -> None:
    clock = TwoClocks()
    guard = make_guard(replace(room.kiosk.services, clock=clock, pins=AskedPins(room)))
    for _ in range(5):
        with qtbot.waitSignal(guard.refused):
            guard.try_pin(WRONG)
    before = guard.lock
    clock.set_ahead = timedelta(days=days)
    assert guard.lock == before
    clock.tick(29_999)
    assert guard.lock.wait_ms == 1
    clock.tick(1)
    assert guard.lock.wait_ms == 0
