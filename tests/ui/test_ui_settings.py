"""Each setting that staff can change is kept, and the kiosk follows it at once."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from rooms import PIN, Room

from kiosk.core.flow import Screen
from kiosk.core.model import SignInMode
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.settings import SettingsPage
from kiosk.ui.widgets.note import Note

NEW = "271828"


@pytest.fixture
def page(room: Room) -> SettingsPage:
    room.staff_area()
    return room.staff_page("settings", SettingsPage)


def quiet(_done: int, _total: int) -> None:
    """Hear how far it is, and say nothing."""


def never() -> bool:
    return False


def keep(room: Room, page: SettingsPage) -> WelcomeScreen:
    """Keep the settings and go back to the first screen."""
    room.way.press(page.save)
    room.wait(lambda: bool(page.done or page.note))
    assert page.note == ""
    room.kiosk.staff.leave()
    room.at(Screen.WELCOME)
    return room.page(Screen.WELCOME, WelcomeScreen)


def refused(room: Room, code: str) -> str:
    """Try a code that lets nobody in; return what is said."""
    room.sign_in(code)
    welcome = room.page(Screen.WELCOME, WelcomeScreen)
    room.wait(lambda: bool(welcome.note))
    assert room.kiosk.navigator.screen is Screen.WELCOME
    welcome.field.clear()
    return welcome.note


def test_names_are_kept(room: Room, page: SettingsPage) -> None:
    page.site.setText("Harbor House")
    page.kiosk_name.setText("Kiosk 7")
    keep(room, page)
    here = room.kiosk.services.record.kiosk()
    assert here is not None
    assert (here.site, here.name) == ("Harbor House", "Kiosk 7")
    assert room.kiosk.controller.visit is None


def test_names_are_shown_from_their_beginning(page: SettingsPage) -> None:
    assert page.site.text()
    assert page.site.cursorPosition() == page.kiosk_name.cursorPosition() == 0


def test_another_pattern_lets_in_whom_it_describes(room: Room, page: SettingsPage) -> None:
    room.way.press(page.sign_in.example)
    page.sign_in.example.clear()
    room.hand.type("k-77")
    keep(room, page)
    assert "K77" in refused(room, "RV2048")
    room.sign_in("k12")
    room.at(Screen.HOME)


def test_roster_alone_lets_in_nobody_else_and_its_codes_whatever_they_look_like(
    room: Room, page: SettingsPage
) -> None:
    services = room.kiosk.services
    services.care.roster.add(("PEER7",), quiet, never)
    room.way.press(page.sign_in.by_roster)
    keep(room, page)
    assert services.record.settings().sign_in is SignInMode.ROSTER
    assert "do not know" in refused(room, "RV2048")
    room.sign_in("peer-7")
    room.at(Screen.HOME)


def test_roster_codes_get_in_beside_the_pattern_as_well(room: Room) -> None:
    room.kiosk.services.care.roster.add(("PEER7",), quiet, never)
    room.sign_in("PEER7")
    room.at(Screen.HOME)
    room.kiosk.controller.time_out()
    assert "does not look like" in refused(room, "PEER8")


def test_nobody_comes_without_a_code_where_staff_say_so(room: Room, page: SettingsPage) -> None:
    room.way.press(page.sign_in.without_code)
    welcome = keep(room, page)
    assert welcome.without.isHidden()
    room.kiosk.controller._sign_in.enter_without_code()
    room.written()
    assert room.kiosk.navigator.screen is Screen.WELCOME


def test_language_and_stillness_are_those_of_the_next_learner(
    room: Room, page: SettingsPage
) -> None:
    room.way.press(page.languages.names["es"])
    room.way.press(page.less_motion)
    keep(room, page)
    assert room.kiosk.tongue.spoken == "es"
    assert room.kiosk.look.reduced_motion
    room.reopen()
    assert room.kiosk.look.reduced_motion


def test_motion_comes_back_as_soon_as_staff_let_it(room: Room, page: SettingsPage) -> None:
    for still in (True, False):
        if not page.isVisible():
            room.staff_area()
            page = room.staff_page("settings", SettingsPage)
        room.way.press(page.less_motion)
        keep(room, page)
        assert room.kiosk.look.reduced_motion is still


def test_times_are_kept_and_told(room: Room, page: SettingsPage) -> None:
    page.retention.setText("90")
    page.idle_after.setText("200")
    page.idle_answer.setText("45")
    keep(room, page)
    kept = room.kiosk.services.record.settings()
    times = kept.retention_days, kept.idle_after_seconds, kept.idle_answer_seconds
    assert times == (90, 200, 45)
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    assert room.kiosk.watchman.guard._quiet.interval() == 200_000


@pytest.mark.parametrize(("name", "text"), [("retention", "x"), ("idle_after", "5")])
def test_number_that_is_not_allowed_is_named_and_nothing_is_kept(
    room: Room, page: SettingsPage, name: str, text: str
) -> None:
    before = room.kiosk.services.record.settings()
    field = getattr(page, name)
    field.setText(text)
    room.way.press(page.save)
    assert field.accessibleName() in page.note
    # At the field, and in sight: the button is a page away.
    note = cast("Note", page._fields[field].findChild(Note))
    assert note.words == page.note
    assert note.visibleRegion().boundingRect().height() == note.height()
    assert room.kiosk.services.record.settings() == before


def test_new_pin_opens_the_door_and_the_old_one_does_not(room: Room, page: SettingsPage) -> None:
    page.pins.pin.setFocus(Qt.FocusReason.OtherFocusReason)
    for _ in range(2):
        room.hand.type(NEW)
        room.hand.key(Qt.Key.Key_Return)
    room.wait(lambda: "new PIN" in page.done)
    pin_hash = str(room.kiosk.services.record.pin_hash())
    assert room.kiosk.services.pins.matches(pin_hash, NEW)
    assert not room.kiosk.services.pins.matches(pin_hash, PIN)


def test_new_recovery_codes_are_asked_for_first_and_shown_once(
    room: Room, page: SettingsPage
) -> None:
    room.way.press(page.new_codes)
    question = room.kiosk.staff._pages._tools.question.sheet
    assert question is not None
    assert not room.kiosk.services.record.recovery_codes()
    room.way.press(question.other)
    room.wait(lambda: len(page.codes.codes) == 6)
    assert len(room.kiosk.services.record.recovery_codes()) == 6
    room.staff_page("export", object)
    room.staff_page("settings", SettingsPage)
    assert page.codes.codes == ()
