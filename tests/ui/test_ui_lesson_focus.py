"""By keys alone, the way on has the focus on every lesson screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.ui.screens.home import HomeScreen


def test_way_on_has_the_focus_on_every_lesson_screen(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    page = room.lesson()
    screens = room.kiosk.services.pack.screens
    for screen in screens[:-1]:
        assert page.title == screen.title
        assert room.kiosk.window.focusWidget() is page.next
        room.hand.key(Qt.Key.Key_Space)
    assert page.title == screens[-1].title
    assert page.door is not None
    assert room.kiosk.window.focusWidget() is page.next
    room.hand.key(Qt.Key.Key_Space)
    room.at(Screen.INTRODUCTION)
