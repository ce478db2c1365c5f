"""Help is one press away on every screen, and in nobody's way."""

from __future__ import annotations

import pytest
from crowded import crowded
from heard import names_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rooms import Room, RoomMaker

from kiosk.app import make_look
from kiosk.core.flow import Screen
from kiosk.core.model import InputMethod, Settings
from kiosk.core.ports import SaveState
from kiosk.ui.goodbye import GOODBYE_MS
from kiosk.ui.help_words import help_of
from kiosk.ui.pages import FACTORIES
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.screens.end import EndScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.widgets.help_sheet import HelpSheet

MOST_WORDS = 120


def sheet(room: Room) -> HelpSheet:
    assert room.kiosk.help.sheet is not None
    return room.kiosk.help.sheet


def at_home(room: Room) -> HomeScreen:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    return room.page(Screen.HOME, HomeScreen)


@pytest.mark.parametrize("screen", Screen)
def test_every_page_has_the_tool(qtbot: QtBot, screen: Screen) -> None:
    page = FACTORIES[screen](make_look())
    qtbot.addWidget(page)
    assert page.help_tool is not None
    assert page.isAncestorOf(page.help_tool)
    with qtbot.waitSignal(page.help_asked, timeout=100):
        page.help_tool.click()


def test_every_screen_has_words_of_its_own_and_few() -> None:
    views = {screen: help_of(screen) for screen in Screen}
    assert len({(view.title, view.words) for view in views.values()}) == len(Screen)
    for view in views.values():
        ways = " ".join(f"{way.title} {way.words}" for way in view.ways)
        assert len(view.ways) == 4
        assert len(f"{view.title} {view.words} {ways}".split()) <= MOST_WORDS


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Help])
def test_key_opens_it_and_escape_leads_back_to_where_one_was(room: Room, key: Qt.Key) -> None:
    home = at_home(room)
    home.sign_out.setFocus()
    room.hand.key(key)
    assert sheet(room).title.accessibleName() == help_of(Screen.HOME).title
    room.hand.key(key)
    assert room.kiosk.window.focusWidget() is sheet(room).safe
    room.hand.key(Qt.Key.Key_Escape)
    assert not sheet(room).isVisible()
    assert room.kiosk.window.focusWidget() is home.sign_out


def test_tool_opens_it_and_its_button_closes_it(room: Room) -> None:
    home = at_home(room)
    assert home.help_tool is not None
    room.way.press(home.help_tool)
    room.way.press(sheet(room).safe)
    assert home.isVisible()
    assert not sheet(room).is_open


def test_nothing_but_the_help_is_read_while_it_is_open(room: Room) -> None:
    home = at_home(room)
    room.wait(lambda: home.saved_state is SaveState.SAVED)
    before = names_in(room.kiosk.window)
    assert home.lesson_button.accessibleName() in before
    room.hand.key(Qt.Key.Key_F1)
    heard, view = names_in(room.kiosk.window), help_of(Screen.HOME)
    words = {view.title, view.words, sheet(room).safe.accessibleName()}
    words |= {said for way in view.ways for said in (way.title, way.words)}
    assert set(heard) - words <= {room.kiosk.window.windowTitle(), "Scroll to read on"}
    assert words <= set(heard)
    room.hand.key(Qt.Key.Key_Escape)
    assert names_in(room.kiosk.window) == before


def test_tab_never_leaves_it(room: Room) -> None:
    at_home(room)
    room.hand.key(Qt.Key.Key_F1)
    for _ in range(5):
        room.hand.key(Qt.Key.Key_Tab)
        focused = room.kiosk.window.focusWidget()
        assert focused is not None
        assert sheet(room).isAncestorOf(focused)


def test_card_in_the_hand_is_put_down_for_it(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    page.board.hands.take(page.board.card(page.view.board.bank[0]), InputMethod.KEYS)
    held = not page.board.settled
    room.hand.key(Qt.Key.Key_F1)
    room.hand.key(Qt.Key.Key_Escape)
    assert held
    assert page.board.settled
    assert page.view.board.placed == 0


def test_question_is_answered_first(room: Room) -> None:
    at_home(room)
    room.kiosk.window.sheet.ask("Check now?", "", "Go on", "Check now")
    room.hand.key(Qt.Key.Key_F1)
    assert room.kiosk.help.sheet is None
    assert room.kiosk.window.sheet.isVisible()


def test_focus_is_there_again_where_a_panel_had_it(room: Room) -> None:
    home = at_home(room)
    room.way.press(home.look_tool)
    room.hand.key(Qt.Key.Key_F1)
    QApplication.processEvents()
    room.hand.key(Qt.Key.Key_Escape)
    focused, panel = room.kiosk.window.focusWidget(), home.look_tool.panel
    assert panel is not None
    assert focused is not None
    assert panel.isAncestorOf(focused)
    room.hand.key(Qt.Key.Key_Escape)
    assert room.kiosk.window.focusWidget() is home.look_tool


def test_text_that_is_too_much_or_too_hard_is_found_out(room: Room) -> None:
    at_home(room)
    for words in ("go on " * 61, "Notwithstanding terminological heterogeneity, conceptualize."):
        room.kiosk.window.sheet.ask("Go on?", words, "Yes", "No")
        assert crowded(room.kiosk.window, Screen.HOME, "much") != []


def test_who_reads_it_and_goes_away_is_signed_out(make_room: RoomMaker) -> None:
    room = make_room(Settings(idle_after_seconds=1, idle_answer_seconds=1))
    at_home(room)
    room.hand.key(Qt.Key.Key_F1)
    room.wait(lambda: room.kiosk.watchman.guard.asking)
    assert names_in(room.kiosk.window.idle_sheet)
    assert help_of(Screen.HOME).title not in names_in(room.kiosk.window)
    room.at(Screen.WELCOME)
    assert not sheet(room).isVisible()
    page = room.page(Screen.WELCOME, WelcomeScreen)
    assert room.kiosk.window.focusWidget() is page.field


def test_it_is_there_again_after_the_question_who_is_there(make_room: RoomMaker) -> None:
    room = make_room(Settings(idle_after_seconds=1, idle_answer_seconds=20))
    at_home(room)
    room.hand.key(Qt.Key.Key_F1)
    room.wait(lambda: room.kiosk.watchman.guard.asking)
    room.hand.key(Qt.Key.Key_Shift)
    room.wait(lambda: not room.kiosk.window.idle_sheet.is_open)
    assert sheet(room).isVisible()
    assert room.kiosk.window.focusWidget() is sheet(room).safe


def test_goodbye_waits_for_who_reads_its_help(room: Room) -> None:
    at_home(room)
    room.kiosk.controller.sign_out()
    room.at(Screen.END)
    end = room.page(Screen.END, EndScreen)
    assert end.help_tool is not None
    room.way.press(end.help_tool)
    assert room.kiosk.controller.goodbye.left_ms > GOODBYE_MS
    room.hand.key(Qt.Key.Key_Escape)
    room.way.press(end.clear)
    room.at(Screen.WELCOME)


@pytest.mark.parametrize("size", [(1024, 768), (1400, 900)])
def test_picture_of_what_lies_behind_follows_the_window(room: Room, size: tuple[int, int]) -> None:
    at_home(room)
    room.hand.key(Qt.Key.Key_F1)
    room.kiosk.window.resize(*size)
    room.wait(lambda: sheet(room).size().toTuple() == size)
    room.hand.rest(5)
    room.hand.key(Qt.Key.Key_Escape)
    page = room.kiosk.window.pages.currentWidget()
    assert isinstance(page, LearnerScreen)
    assert page.isVisible()
    assert page.size().toTuple() == size
