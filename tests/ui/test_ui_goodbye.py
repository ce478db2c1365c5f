"""The goodbye says that all is saved only when it is."""

from __future__ import annotations

import threading

from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.ports import SaveState
from kiosk.ui.screens.end import EndScreen


def test_goodbye_says_saved_only_once_the_end_of_the_visit_is(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.written()
    disk = threading.Event()
    room.kiosk.database.ask(lambda _: disk.wait(10))
    room.kiosk.controller.sign_out()
    page = room.page(Screen.END, EndScreen)
    assert "being saved" in page.words
    disk.set()
    room.wait(lambda: "Everything is saved" in page.words)


def test_goodbye_does_not_say_saved_while_the_disk_refuses(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.written()
    room.kiosk.controller.sign_out()
    page = room.page(Screen.END, EndScreen)
    room.wait(lambda: "Everything is saved" in page.words)
    room.kiosk.navigator.show_saved(SaveState.WAITING)
    assert "not saved yet" in page.words
    assert "Everything" not in page.words
