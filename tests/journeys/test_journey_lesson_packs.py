"""Staff look at a lesson, bring in another, and put it in use for whoever comes next."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hostile_packs import HOSTILE, zipped
from pack_maker import small_pack
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.lesson import LessonPage
from kiosk.ui.staff.preview import LessonPreview


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    file = tmp_path / "small.zip"
    file.write_bytes(zipped(small_pack()))
    return file


def lesson_page(room: Room) -> LessonPage:
    room.staff_area()
    page = room.staff_page("lesson", LessonPage)
    room.wait(lambda: bool(page.rows) and page.brought.pick.again.isEnabled())
    room.wait(page.rows[0].preview.isVisible)
    return page


def press(room: Room, button: QWidget) -> None:
    """Press a button of a row that has only just been made."""
    room.wait(button.isVisible)
    room.hand.rest(20)
    room.way.press(button)


def preview(room: Room) -> LessonPreview:
    room.wait(lambda: isinstance(room.kiosk.window.pages.currentWidget(), LessonPreview))
    page = room.kiosk.window.pages.currentWidget()
    assert isinstance(page, LessonPreview)
    return page


def rows_of(room: Room) -> list[int]:
    """Return how many rows there are of everything that a visit writes."""
    tables = ("learner", "visit", "screen_view", "attempt", "placement", "response", "pack")
    with closing(sqlite3.connect(room.folder / "kiosk.db")) as connection:
        count = "SELECT count(*) FROM "
        return [connection.execute(count + table).fetchone()[0] for table in tables]


def bring_in(room: Room, page: LessonPage, path: Path) -> None:
    page.brought.pick.path.clear()
    room.way.enter(page.brought.pick.path, str(path))
    room.way.press(page.brought.pick.take)
    room.wait(lambda: page.brought.keep.isVisible() or bool(page.brought.note))


def test_lesson_is_brought_in_used_from_the_next_visit_on_and_given_up_again(
    room: Room, brought: Path
) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.kiosk.controller.sign_out()
    room.kiosk.controller.next_learner()
    page = lesson_page(room)
    bring_in(room, page, brought)
    room.way.press(page.brought.keep)
    room.wait(lambda: page.brought.proof == "Kept, and read back: Small")
    room.wait(lambda: len(page.rows) == 2)
    assert [(row.pack.title, row.pack.in_use) for row in page.rows] == [
        ("Mentoring", True),
        ("Small", False),
    ]
    press(room, page.rows[1].use)
    room.way.press(room.question().other)
    room.wait(lambda: [row.pack.in_use for row in page.rows] == [False, True])
    room.way.press(room.page(Screen.STAFF, StaffArea).back)
    room.sign_in("AB1001")
    room.at(Screen.HOME)
    assert room.kiosk.controller.visit is not None
    assert room.kiosk.controller.visit.pack.id == "small"
    room.kiosk.controller.sign_out()
    room.reopen()
    assert room.kiosk.services.pack.id == "small"
    page = lesson_page(room)
    press(room, page.rows[0].use)
    room.way.press(room.question().other)
    room.wait(lambda: page.rows[0].pack.in_use)
    assert room.kiosk.services.pack.id == "mentoring"
    room.written()
    with closing(sqlite3.connect(room.folder / "kiosk.db")) as connection:
        packs = connection.execute(
            "SELECT pack.id FROM visit JOIN pack ON pack.key = visit.pack ORDER BY visit.key"
        ).fetchall()
    assert packs == [("mentoring",), ("small",)]


def test_bad_lesson_is_a_list_of_every_problem_and_nothing_changes(
    room: Room, tmp_path: Path
) -> None:
    page = lesson_page(room)
    for kind in ("path out of it", "script", "no zip"):
        file = tmp_path / "bad.zip"
        file.write_bytes(HOSTILE[kind][0]())
        bring_in(room, page, file)
        assert page.brought.note.startswith("bad.zip cannot be used. Problems: ")
        assert HOSTILE[kind][1] in " ".join(page.brought.problems.lines)
        assert not page.brought.keep.isVisible()
    assert not (room.folder / "packs").exists()
    assert room.kiosk.services.pack.id == "mentoring"


def test_preview_goes_through_the_lesson_and_the_board_and_keeps_nothing(room: Room) -> None:
    page = lesson_page(room)
    room.written()
    before = rows_of(room)
    press(room, page.rows[0].preview)
    shown = preview(room)
    total = len(room.kiosk.services.pack.screens)
    for _ in range(total - 1):
        room.way.press(shown.lesson.next)
    assert shown.lesson.door is not None
    room.way.press(shown.lesson.door)
    room.wait(lambda: shown.board.board.settled)
    room.way.lift_card(shown.board, "resource-broker", "is")
    room.way.drop_card(shown.board, "resource-broker", "is")
    room.wait(lambda: shown.board.place_of("resource-broker") == "is")
    room.way.press(shown.board.check)
    room.wait(lambda: shown.screens.currentWidget() is shown.feedback)
    room.way.press(shown.close_tool)
    room.wait(lambda: room.kiosk.window.pages.currentWidget() is not shown)
    assert room.kiosk.navigator.screen is Screen.STAFF
    room.written()
    assert rows_of(room) == before


def test_brought_lesson_is_looked_at_before_it_is_kept_by_keys_alone(
    room: Room, brought: Path
) -> None:
    page = lesson_page(room)
    room.hand.tab_to(page.brought.pick.path)
    room.hand.type(str(brought))
    room.hand.key(Qt.Key.Key_Return)
    room.wait(page.brought.keep.isVisible)
    room.hand.tab_to(page.brought.preview)
    room.hand.key(Qt.Key.Key_Space)
    shown = preview(room)
    assert shown.lesson.title == "The first screen"
    room.hand.key(Qt.Key.Key_Escape)
    room.wait(lambda: room.kiosk.window.pages.currentWidget() is not shown)
    room.hand.tab_to(page.brought.keep)
    room.hand.key(Qt.Key.Key_Space)
    room.wait(lambda: bool(page.brought.proof))
    room.wait(lambda: len(page.rows) == 2)
    room.hand.tab_to(page.rows[1].use)
    room.hand.key(Qt.Key.Key_Space)
    sheet = room.question()
    room.hand.tab_to(sheet.other)
    room.hand.key(Qt.Key.Key_Space)
    room.wait(lambda: page.rows[1].pack.in_use)


def test_staff_lock_closes_a_preview_that_was_left_open(room: Room) -> None:
    page = lesson_page(room)
    press(room, page.rows[0].preview)
    shown = preview(room)
    room.kiosk.watchman.guard.gave_up.emit()
    room.at(Screen.WELCOME)
    assert room.kiosk.window.pages.currentWidget() is not shown
    room.sign_in("RV2048")
    room.at(Screen.HOME)


def test_damaged_lesson_in_use_is_told_and_the_kiosk_s_own_is_shown(
    room: Room, brought: Path
) -> None:
    page = lesson_page(room)
    bring_in(room, page, brought)
    room.way.press(page.brought.keep)
    room.wait(lambda: len(page.rows) == 2)
    press(room, page.rows[1].use)
    room.way.press(room.question().other)
    room.wait(lambda: page.rows[1].pack.in_use)
    for file in (room.folder / "packs").rglob("sort.toml"):
        file.write_text("")
    room.reopen()
    assert room.kiosk.services.pack.id == "mentoring"
    page = lesson_page(room)
    room.wait(lambda: len(page.rows) == 2)
    assert page.rows[1].pack.fault
    assert not page.rows[1].use.isVisible()
