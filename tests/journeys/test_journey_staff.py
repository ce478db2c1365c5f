"""Staff carry the log away, and nobody else does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.reports.verify import verify
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.door import DoorPage


def test_wrong_pin_keeps_the_door_shut(room: Room) -> None:
    room.at(Screen.WELCOME)
    room.way.press(room.page(Screen.WELCOME, WelcomeScreen).staff)
    room.at(Screen.STAFF_DOOR)
    door = room.page(Screen.STAFF_DOOR, DoorPage)
    room.way.enter(door.field, "000000")
    room.way.press(door.open)
    room.wait(lambda: bool(door.note))
    assert room.kiosk.navigator.screen is Screen.STAFF_DOOR
    assert door.field.text() == ""
    room.way.press(door.back)
    room.at(Screen.WELCOME)


def test_export_by_clicks_leaves_a_proved_bundle(room: Room, tmp_path: Path) -> None:
    page = room.export_page()
    page.folder.clear()
    room.way.enter(page.folder, str(tmp_path / "stick"))
    room.way.press(page.export)
    room.wait(lambda: page.finished)
    (bundle,) = (tmp_path / "stick").iterdir()
    assert verify(bundle).attempts == 0
    room.way.press(room.page(Screen.STAFF, StaffArea).back)
    room.at(Screen.WELCOME)


def test_export_where_nothing_can_be_written_says_so_calmly(room: Room, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    page = room.export_page()
    page.folder.clear()
    room.way.enter(page.folder, str(in_the_way / "below"))
    room.way.press(page.export)
    room.wait(lambda: bool(page.note))
    assert not page.finished
    assert page.export.isEnabled()
    assert in_the_way.read_text() == "not a folder"


def test_staff_keys_do_not_cut_a_visit_short(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    room.hand.key(Qt.Key.Key_S, both)
    assert room.kiosk.navigator.screen is Screen.HOME
