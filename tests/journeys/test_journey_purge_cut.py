"""A purge that a power cut broke off is finished by the next start, before anybody comes in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from rooms import Room

from kiosk.core.flow import Screen
from kiosk.ui.screens.tidying import TidyingPage

CODE = "XK7731"
BEGUN = "INSERT INTO purge (key, learner, begun) SELECT 1, key, '2025-03-03T10:00:00.000Z'"


def holding(folder: Path) -> list[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file.name for file in files if CODE.encode() in file.read_bytes()]


def break_off(folder: Path) -> None:
    """Leave what a purge of the learner notes first, and no more of it."""
    with closing(sqlite3.connect(folder / "kiosk.db")) as connection, connection:
        connection.execute(f"{BEGUN} FROM learner WHERE code = '{CODE}'")


def test_purge_that_was_cut_off_is_finished_before_anybody_is_let_in(room: Room) -> None:
    room.sign_in(CODE)
    page = room.open_board()
    place = room.kiosk.services.pack.activities[0].categories[0].id
    room.place(page, page.view.board.dealt[0], place)
    room.close()
    assert holding(room.folder)
    break_off(room.folder)
    room.kiosk = room._open()
    window = room.kiosk.window
    assert isinstance(window.pages.currentWidget(), TidyingPage)
    window.staff_keys.emit()
    assert room.kiosk.navigator.screen is None
    room.at(Screen.WELCOME)
    assert holding(room.folder) == []
    room.wait(lambda: not window.findChildren(TidyingPage))
    room.sign_in("QW5502")
    room.at(Screen.HOME)
