"""Staff who have a screen to touch and no keyboard can type into every field of theirs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pytest
from fingers import Finger
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.settings import SettingsPage
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.touch_keys import DELETE, ENTER, HIDE, OTHERS, TouchKeys


@pytest.fixture
def settings(room: Room) -> SettingsPage:
    room.staff_area()
    page = room.staff_page("settings", SettingsPage)
    room.hand.rest(50)
    return page


def keys_of(room: Room) -> TouchKeys:
    return room.page(Screen.STAFF, StaffArea).keys


def test_keys_come_with_a_finger_and_not_with_a_mouse(room: Room, settings: SettingsPage) -> None:
    keys, finger = keys_of(room), Finger(room.hand)
    room.way.press(settings.site)
    assert settings.site.hasFocus()
    assert not keys.isVisible()
    finger.touch(settings.site)
    room.wait(keys.isVisible)
    settings.site.clear()
    finger.type(keys, "Sala 2")
    finger.touch(keys.keys[OTHERS])
    finger.type(keys, "é/")
    finger.touch(keys.keys[DELETE])
    assert settings.site.text() == "Sala 2é"
    assert settings.site.hasFocus()
    finger.touch(keys.keys[HIDE])
    assert not keys.isVisible()


def test_field_for_a_number_gets_digits_alone(room: Room, settings: SettingsPage) -> None:
    keys, finger = keys_of(room), Finger(room.hand)
    finger.touch(settings.site)
    room.wait(keys.isVisible)
    settings.retention.setFocus()
    room.wait(lambda: set(keys.keys) == {*"0123456789", DELETE, ENTER, HIDE})
    settings.retention.clear()
    finger.type(keys, "365")
    assert settings.retention.number() == 365


def test_field_that_is_typed_into_stays_in_sight(room: Room, settings: SettingsPage) -> None:
    keys, finger = keys_of(room), Finger(room.hand)
    fields = cast("Iterable[Field]", settings.findChildren(Field))
    for field in [field for field in fields if field.isVisible()]:
        finger.touch(settings.site)
        field.setFocus()
        room.wait(keys.isVisible)
        room.hand.rest(50)
        top = field.mapTo(room.kiosk.window, field.rect().topLeft()).y()
        bottom = top + field.height()
        assert top >= 0
        assert bottom <= keys.mapTo(room.kiosk.window, keys.rect().topLeft()).y()


def test_keys_go_when_something_else_is_touched(room: Room, settings: SettingsPage) -> None:
    keys, finger = keys_of(room), Finger(room.hand)
    finger.touch(settings.site)
    room.wait(keys.isVisible)
    finger.touch(room.page(Screen.STAFF, StaffArea).side.pages["today"])
    room.wait(lambda: not keys.isVisible())
