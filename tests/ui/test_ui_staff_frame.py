"""The frame of the staff area: its pages by hand and by keys, its lock, and that nothing stays."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QWidget
from rooms import Room
from shiboken6 import isValid

from kiosk.core.flow import Screen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.contents import PAGES
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.staff.new_pin import NewPinPage
from kiosk.ui.staff.setup import LEARNERS, SetUpPage
from kiosk.ui.staff.views import SetUpView
from kiosk.ui.watchman import STAFF_LOCK_SECONDS
from kiosk.ui.widgets.panel import Scroll


def scrolls(inside: QWidget) -> list[Scroll]:
    return cast("list[Scroll]", inside.findChildren(Scroll))


def test_first_page_is_open_and_the_others_are_not_made_yet(room: Room) -> None:
    area = room.staff_area()
    names = [entry.name for entry in PAGES]
    assert list(area.side.pages) == names
    assert [name for name in names if area.page(name) is not None] == names[:1]
    assert area.side.pages[names[0]].isChecked()


def test_every_page_opens_and_can_be_come_back_to(room: Room) -> None:
    area = room.staff_area()
    for entry in PAGES:
        room.way.press(area.side.pages[entry.name])
        page = area.page(entry.name)
        assert page is not None
        room.wait(page.isVisible)
        assert room.kiosk.staff.help_words() == entry.purpose()
    first = PAGES[0].name
    room.way.press(area.side.pages[first])
    page = area.page(first)
    assert page is not None
    assert page.isVisible()


def test_arrows_go_from_page_to_page_and_tab_goes_past_them(room: Room) -> None:
    area = room.staff_area()
    buttons = list(area.side.pages.values())
    room.hand.tab_to(buttons[0])
    room.hand.key(Qt.Key.Key_Down)
    assert buttons[1].isChecked()
    assert area.page(PAGES[1].name) is not None
    room.hand.key(Qt.Key.Key_Up)
    assert buttons[0].isChecked()
    room.hand.key(Qt.Key.Key_Tab)
    assert room.kiosk.window.focusWidget() not in buttons


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_side_bar_keeps_its_ways_out_in_sight(room: Room, size: tuple[int, int]) -> None:
    room.kiosk.window.resize(*size)
    area = room.staff_area()
    assert not any(part.scrolls for part in scrolls(area.side))
    for button in (area.back, area.leave):
        room.hand.middle(button)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_what_staff_fill_in_at_the_door_fits_whole(
    room: Room, size: tuple[int, int], language: str
) -> None:
    room.kiosk.window.resize(*size)
    room.kiosk.tongue.speak(language)
    room.kiosk.navigator.show(Screen.NEW_PIN, None)
    found = room.page(Screen.NEW_PIN, NewPinPage)
    room.wait(lambda: not any(part.scrolls for part in scrolls(found)))
    room.kiosk.navigator.show(Screen.SETUP, SetUpView())
    page = room.page(Screen.SETUP, SetUpPage)
    page.site.setText("Riverside")
    page.kiosk_name.setText("Kiosk 1")
    room.way.press(page.next)
    assert page.step == LEARNERS
    room.wait(lambda: not any(part.scrolls for part in scrolls(page)))


def test_staff_pages_lock_themselves_after_three_minutes_and_ask_before(room: Room) -> None:
    room.staff_area()
    guard = room.kiosk.watchman.guard
    answer = room.kiosk.services.record.settings().idle_answer_seconds
    assert guard._quiet.interval() + answer * 1_000 == STAFF_LOCK_SECONDS * 1_000
    guard._ask()
    sheet = room.kiosk.window.idle_sheet
    assert sheet.is_open
    assert "staff pages are locked" in sheet.words.accessibleName()
    guard.gave_up.emit()
    room.at(Screen.WELCOME)


def test_leaving_throws_pages_and_desks_away_and_empties_the_clipboard(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A window that is only painted owns no clipboard.
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    page = room.export_page()
    QGuiApplication.clipboard().setText("RV2048")
    room.kiosk.staff.leave()
    room.at(Screen.WELCOME)
    room.wait(lambda: not isValid(page))
    assert QGuiApplication.clipboard().text() == ""
    assert room.export_page() is not page


def test_language_is_changed_at_the_page_that_is_open(room: Room) -> None:
    room.export_page()
    room.kiosk.tongue.speak("es")
    area = room.page(Screen.STAFF, StaffArea)
    assert area.side.pages["export"].text() == "Exportar"
    assert isinstance(area.page("export"), ExportPage)
    assert area.side.pages["export"].isChecked()
