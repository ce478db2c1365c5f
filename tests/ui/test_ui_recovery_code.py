"""A recovery code opens the staff door once, and nothing before a new PIN is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from rooms import PIN, Room

from kiosk.core.flow import Screen
from kiosk.core.recovery_codes import shown
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.new_pin import NewPinFields, NewPinPage

CODES = ("4827193605710386", "1111222233334444")
NEW = "271828"


@pytest.fixture
def room(room: Room) -> Room:
    services = room.kiosk.services
    hashes = [services.pins.hashed_code(code) for code in CODES]
    services.record.keep_recovery_codes(hashes).result(10)
    return room


def try_entry(room: Room, entry: str) -> DoorPage:
    room.at(Screen.WELCOME)
    room.way.press(room.page(Screen.WELCOME, WelcomeScreen).staff)
    room.at(Screen.STAFF_DOOR)
    door = room.page(Screen.STAFF_DOOR, DoorPage)
    room.way.enter(door.field, entry)
    room.way.press(door.open)
    return door


def new_pin_page(room: Room) -> NewPinPage:
    room.at(Screen.NEW_PIN)
    return room.page(Screen.NEW_PIN, NewPinPage)


def go_back(room: Room, door: DoorPage) -> None:
    room.wait(lambda: bool(door.note))
    room.way.press(door.back)


def test_code_opens_the_door_once_and_the_new_pin_opens_it_from_then_on(room: Room) -> None:
    try_entry(room, shown(CODES[0]))
    page = new_pin_page(room)
    room.way.enter(page.fields.pin, NEW)
    room.way.enter(page.fields.again, NEW)
    room.way.press(page.keep)
    room.at(Screen.STAFF)
    room.kiosk.staff.leave()
    go_back(room, try_entry(room, PIN))
    go_back(room, try_entry(room, CODES[0]))
    try_entry(room, NEW)
    room.at(Screen.STAFF)


def test_code_without_a_new_pin_leads_nowhere_and_is_used_up(room: Room) -> None:
    try_entry(room, CODES[0])
    page = new_pin_page(room)
    room.way.press(page.back)
    go_back(room, try_entry(room, CODES[0]))
    assert room.kiosk.navigator.screen is Screen.WELCOME
    assert len(room.kiosk.services.record.recovery_codes()) == 1
    try_entry(room, PIN)
    room.at(Screen.STAFF)


def test_wrong_codes_count_as_wrong_pins_do(room: Room) -> None:
    door = try_entry(room, "9999888877776666")
    room.wait(lambda: bool(door.note))
    assert room.kiosk.services.record.door_lock().tries == 1
    assert len(room.kiosk.services.record.recovery_codes()) == 2


def test_new_pin_is_chosen_by_keys_alone(room: Room) -> None:
    try_entry(room, CODES[1])
    page = new_pin_page(room)
    assert room.kiosk.window.focusWidget() is page.fields.pin
    room.hand.type(NEW)
    room.hand.key(Qt.Key.Key_Return)
    room.hand.type(NEW)
    room.hand.key(Qt.Key.Key_Return)
    room.at(Screen.STAFF)
    assert room.kiosk.services.pins.matches(str(room.kiosk.services.record.pin_hash()), NEW)


@pytest.mark.parametrize("pin", ["31415", "31415a", "", "111111", "123456", "987654"])
def test_weak_pin_is_not_taken_and_the_reason_is_told(room: Room, pin: str) -> None:
    fields = NewPinFields(room.kiosk.look)
    fields.pin.setText(pin)
    fields.again.setText(pin)
    assert fields.chosen() is None
    assert "6 to 12 digits" in fields.note


def test_two_that_differ_are_no_pin(room: Room) -> None:
    fields = NewPinFields(room.kiosk.look)
    fields.pin.setText("314159")
    fields.again.setText("314158")
    assert fields.chosen() is None
    assert "not the same" in fields.note
