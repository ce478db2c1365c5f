"""Staff bring in a roster and forget a learner, by clicks and by keys, and no learner sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from rooms import Room, RoomMaker

from kiosk.core.flow import Screen
from kiosk.core.model import Settings
from kiosk.core.ports import Purges, never
from kiosk.core.purges import PurgeDone, PurgeOrder
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.cover import Cover
from kiosk.ui.staff.learners import LearnersPage

CSV = "Nombre;Código\r\nAna Ejemplo;RV2048\r\nx;AB1001\r\ny;AB10\r\nz;rv-2048\r\n"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    file = tmp_path / "roster.csv"
    file.write_bytes(CSV.encode("utf-16"))
    return file


def learners(room: Room) -> LearnersPage:
    room.staff_area()
    return room.staff_page("learners", LearnersPage)


def words_on(page: QWidget) -> str:
    """Return all that a page says."""
    said = cast("Iterable[QWidget]", page.findChildren(QWidget))
    return " ".join(f"{each.accessibleName()} {each.accessibleDescription()}" for each in said)


def is_told(page: LearnersPage, words: str) -> bool:
    return words in page.roster.note


def back(room: Room) -> None:
    room.way.press(room.page(Screen.STAFF, StaffArea).back)
    room.at(Screen.WELCOME)


def test_roster_is_shown_row_by_row_and_kept_only_if_staff_say_so(room: Room, roster: Path) -> None:
    page = learners(room)
    room.way.enter(page.roster.pick.path, str(roster))
    room.way.press(page.roster.pick.take)
    room.wait(lambda: page.roster.previewed)
    assert page.roster.bad_rows.lines == [
        "Row 4: this is no code of this site, such as RV2048",
        "Row 5: the same code stands in row 2",
    ]
    assert page.roster.keep.text() == "Keep the 2 good ones"
    room.way.press(page.roster.drop)
    assert not page.roster.previewed
    assert room.kiosk.services.care.roster.counts().known == 0
    room.way.press(page.roster.pick.take)
    room.wait(lambda: page.roster.previewed)
    room.way.press(page.roster.keep)
    room.wait(lambda: page.roster.proof == "Kept. New here: 2")
    assert room.kiosk.services.care.roster.counts().never_used == 2
    back(room)
    assert "AB1001" not in words_on(room.page(Screen.WELCOME, WelcomeScreen))
    assert b"Ejemplo" not in (room.folder / "kiosk.db").read_bytes()


def test_file_that_is_no_roster_is_told_calmly(room: Room, tmp_path: Path) -> None:
    page = learners(room)
    for name, data, words in (
        ("names.csv", b"Name\nAnn\n", "codes, never names"),
        ("book.xlsx", b"PK\x03\x04", "workbook"),
        ("gone.csv", None, "cannot be read"),
    ):
        if data is not None:
            (tmp_path / name).write_bytes(data)
        page.roster.pick.path.clear()
        room.way.enter(page.roster.pick.path, str(tmp_path / name))
        room.hand.key(Qt.Key.Key_Return)
        room.wait(partial(is_told, page, words))
        assert not page.roster.previewed


def test_learner_is_forgotten_from_the_screen_with_its_proof(room: Room) -> None:
    room.sign_in("XK7731")
    board = room.open_board()
    room.place(board, "resource-broker", "is")
    room.way.press(board.sign_out)
    room.at(Screen.END)
    room.kiosk.controller.next_learner()
    page = learners(room)
    room.way.enter(page.code, "xk-7731")
    room.way.press(page.forget)
    sheet = room.question()
    assert "XK7731" in sheet.title.accessibleName()
    assert "Visits: 1. Attempts: 1. Cards placed: 1." in sheet.words.accessibleName()
    room.way.press(sheet.safe)
    assert room.kiosk.services.care.roster.holds("XK7731")
    room.way.press(page.forget)
    room.way.press(room.question().other)
    room.wait(lambda: bool(page.proof or page.note))
    assert page.note == ""
    assert page.proof == "Forgotten. Read back: no byte of it is left."
    assert page.code.text() == ""
    held = [f for f in room.folder.rglob("*") if f.is_file() and b"XK7731" in f.read_bytes()]
    assert held == []
    room.way.enter(page.code, "QQ9999")
    room.hand.key(Qt.Key.Key_Return)
    room.way.press(room.question().other)
    room.wait(lambda: "Nothing is kept under that code" in page.note)
    back(room)
    room.sign_in("AB1001")
    room.at(Screen.HOME)


def test_nobody_comes_in_while_a_learner_is_forgotten(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.kiosk.controller.sign_out()
    room.kiosk.controller.next_learner()
    page = learners(room)
    room.way.enter(page.code, "RV2048")
    room.way.press(page.forget)
    room.way.press(room.question().other)
    cover = room.question()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space):
        room.hand.key(key)
    room.hand.key(Qt.Key.Key_S, both)
    assert cover.is_open or page.proof or page.note
    assert room.kiosk.navigator.screen is Screen.STAFF
    room.wait(lambda: bool(page.proof or page.note))
    assert not cover.is_open


def nobody(_done: int, _total: int) -> None:
    """Hear how far it is."""


class SlowPurges:
    """Stands before the real one: waits as a backup of many attempts would take."""

    def __init__(self, purges: Purges) -> None:
        self._purges = purges
        self.go_on = threading.Event()
        self.preview = purges.preview

    def run(
        self,
        order: PurgeOrder,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool] = never,
    ) -> PurgeDone:
        assert self.go_on.wait(10)
        return self._purges.run(order, progress, cancelled)


def test_purge_can_be_called_off_until_it_changes_something(room: Room) -> None:
    room.kiosk.services.care.roster.add(["XK7731"], nobody, never)
    slow = SlowPurges(room.kiosk.services.care.purges)
    object.__setattr__(room.kiosk.services.care, "purges", slow)
    page = learners(room)
    room.way.enter(page.code, "XK7731")
    room.way.press(page.forget)
    room.way.press(room.question().other)
    cover = room.question()
    assert isinstance(cover, Cover)
    room.hand.key(Qt.Key.Key_Tab)
    assert cover.safe.hasFocus()
    room.way.press(cover.safe)
    assert cover.isVisible(), "it stays until the work has stopped"
    slow.go_on.set()
    room.wait(lambda: page.note == "Cancelled. Nothing was forgotten.")
    assert not cover.is_open
    assert room.kiosk.services.care.roster.holds("XK7731")
    room.way.press(page.forget)
    room.way.press(room.question().other)
    room.wait(lambda: bool(page.proof))
    assert not room.kiosk.services.care.roster.holds("XK7731")
    assert not cover.can_be_cancelled


def test_roster_and_purge_by_keys_alone(room: Room, roster: Path) -> None:
    page = learners(room)
    room.hand.tab_to(page.roster.pick.path)
    room.hand.type(str(roster))
    room.hand.key(Qt.Key.Key_Return)
    room.wait(lambda: page.roster.previewed)
    room.hand.tab_to(page.roster.keep)
    room.hand.key(Qt.Key.Key_Space)
    room.wait(lambda: bool(page.roster.proof))
    room.hand.tab_to(page.code)
    room.hand.type("ab1001")
    room.hand.key(Qt.Key.Key_Return)
    sheet = room.question()
    room.hand.tab_to(sheet.other)
    room.hand.key(Qt.Key.Key_Space)
    room.wait(lambda: bool(page.proof))
    assert not room.kiosk.services.care.roster.holds("AB1001")


def test_how_long_things_are_kept_is_told(make_room: RoomMaker) -> None:
    room = make_room(Settings(retention_days=90))
    page = learners(room)
    room.wait(lambda: "kept for 90 days" in page.kept_words)
