"""Nothing is cut, overlapping or out of reach, at any text size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar, cast

import pytest
from measured_visit import MeasuredVisit, faults_at_every_size, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from screen_measures import faults, seen_of

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_look
from kiosk.core.flow import Screen
from kiosk.core.model import Settings
from kiosk.errors import NoDisplay
from kiosk.ui.help_words import help_of
from kiosk.ui.main_window import WindowMode
from kiosk.ui.messages import fault_words
from kiosk.ui.screens.fault import FaultPage
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.views import ExportDone
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.help_sheet import HelpSheet
from kiosk.ui.widgets.look_panel import LookButton, LookPanel
from kiosk.ui.widgets.sheet import Sheet

W = TypeVar("W", bound=QWidget)
SIZES = [(1024, 768), (1366, 768), (1280, 800), (1920, 1080), (768, 1024), (1080, 1920)]
every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.mark.slow
@every_size
def test_every_screen_fits(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    del qtbot
    options = KioskOptions(tmp_path / "d", paths.default_pack(), "en", WindowMode.WINDOWED, size)
    kiosk = KioskApp(options)
    kiosk.look.reduced_motion = True
    kiosk.start()
    kiosk.window.resize(*size)
    visit = MeasuredVisit(kiosk, tmp_path)
    try:
        tally = visit.play()
    finally:
        kiosk.leave()
        assert kiosk.close()
    assert visit.faults == [], "\n".join(visit.faults)
    assert visit.crowded == [], "\n".join(visit.crowded)
    assert [len(places) for places in visit.bars.values()] == [1, 1, 1, 1], "the bars stay"
    assert {"welcome", "home", "board-full", "answers", "summary", "staff-export"} <= set(
        tally.pictures
    )


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def sized_room(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings())
    room.kiosk.look.reduced_motion = True
    room.kiosk.window.resize(*request.param)
    room.wait(lambda: (room.kiosk.window.width(), room.kiosk.window.height()) == request.param)
    yield room
    room.close()


def look_at(room: Room, where: str, root: QWidget | None = None) -> list[str]:
    """Return what is wrong with what is shown now."""
    return faults_at_every_size(room.kiosk.look, root or room.kiosk.window, where)


@pytest.mark.slow
def test_first_screens_fit_with_keys_and_notes(sized_room: Room) -> None:
    room = sized_room
    page = room.page(Screen.WELCOME, WelcomeScreen)
    room.way.enter(page.field, "??")
    room.way.press(page.start)
    room.wait(lambda: bool(page.note))
    found = look_at(room, "welcome with a note")
    room.way.press(page.keys)
    found += look_at(room, "welcome with keys and a note")
    room.kiosk.look.set_text_size(TextSize.LARGEST)
    for _ in range(2):
        room.way.press(page.keys)
        settle()
    for widget in (page.pad, page.field):
        assert seen_of(widget, room.kiosk.window).height() == widget.height()
    room.kiosk.look.set_text_size(TextSize.NORMAL)
    settle()
    room.way.press(page.without)
    room.at(Screen.RESUME_CODE)
    found += look_at(room, "resume code")
    assert found == [], "\n".join(found)


@pytest.mark.slow
def test_questions_and_panels_fit(sized_room: Room) -> None:
    room = sized_room
    sheet = room.kiosk.window.sheet
    ask_much(sheet)
    found = look_at(room, "question", sheet)
    sheet.dismiss()
    room.way.press(only(LookButton, room.page(Screen.WELCOME, WelcomeScreen)))
    found += look_at(room, "look panel", only(LookPanel, room.kiosk.window))
    assert found == [], "\n".join(found)


@pytest.mark.slow
def test_help_fits(sized_room: Room) -> None:
    room = sized_room
    room.hand.key(Qt.Key.Key_F1)
    sheet = only(HelpSheet, room.kiosk.window)
    found: list[str] = []
    for screen in (Screen.WELCOME, Screen.BOARD):
        sheet.tell(help_of(screen))
        settle()
        found += look_at(room, f"help on {screen}", sheet)
    assert found == [], "\n".join(found)


def only(kind: type[W], root: QWidget) -> W:
    """Return the one widget of a kind."""
    (found,) = cast("list[W]", root.findChildren(kind))
    return found


def ask_much(sheet: Sheet) -> None:
    sheet.ask(
        "Are you still there?",
        "Nobody has touched this screen for a while. Your answers are saved. Without a sign"
        " from you the visit is closed in 30 seconds, and your code brings you back to it.",
        "I am still here",
        "Close the visit",
    )


@pytest.mark.slow
def test_staff_pages_fit_with_notes(sized_room: Room) -> None:
    room = sized_room
    room.way.press(room.page(Screen.WELCOME, WelcomeScreen).staff)
    room.at(Screen.STAFF_DOOR)
    door = room.page(Screen.STAFF_DOOR, DoorPage)
    door.show_note("That is not the PIN. Too many tries: please wait 30 seconds.")
    found = look_at(room, "door with a note")
    room.way.press(door.back)
    page = room.export_page()
    page.show_running()
    found += look_at(room, "export at work")
    page.show_done(ExportDone(Path("/media/stick/kiosk-1/export-2031-05-17"), 1234, 23456))
    found += look_at(room, "export done")
    page.show_failed("The folder cannot be written to. Please choose another one.")
    found += look_at(room, "export failed")
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("text_size", TextSize)
def test_box_that_opens_can_be_read_at_once(
    qtbot: QtBot, tmp_path: Path, text_size: TextSize
) -> None:
    room = Room(qtbot, tmp_path / "data", Settings())
    room.kiosk.window.resize(1024, 768)
    room.kiosk.look.set_text_size(text_size)
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    page = room.lesson()
    for box in page.reveals:
        room.way.press(box)
        room.wait(box.isChecked)
        qtbot.wait(30)
        shown = seen_of(box, room.kiosk.window).height()
        assert shown >= min(box.height(), page.middle.height() * 2 // 3), box.text()
    room.close()


@every_size
def test_fault_page_fits(qtbot: QtBot, size: tuple[int, int]) -> None:
    look = make_look()
    page = FaultPage(look, *fault_words(NoDisplay()))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle()
    found = faults_at_every_size(look, page, "fault page")
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("text_size", TextSize)
def test_answers_fit_the_smallest_screen(qtbot: QtBot, tmp_path: Path, text_size: TextSize) -> None:
    room = Room(qtbot, tmp_path / "data", Settings())
    room.kiosk.window.resize(1024, 768)
    room.kiosk.look.set_text_size(text_size)
    room.sign_in("RV2048")
    page = room.open_board()
    for item_id in page.view.board.dealt:
        room.place(page, item_id, "is")
    assert faults(room.kiosk.window, "full board") == []
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    answers = room.page(Screen.FEEDBACK, FeedbackScreen)
    for answer in answers.answers[:4]:
        room.way.press(answer)
        settle()
        assert faults(room.kiosk.window, f"answer {answer.text()}") == []
    room.close()
