"""The round before the first board: four ways to move a card, none of it kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import InputMethod
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.tryout import TryoutScreen
from kiosk.ui.theme import TextSize
from kiosk.ui.tour.ways import WAYS
from kiosk.ui.tryout_words import way_words


def introduction(room: Room) -> IntroductionScreen:
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).activity_button)
    room.at(Screen.INTRODUCTION)
    return room.page(Screen.INTRODUCTION, IntroductionScreen)


def try_out(room: Room, code: str = "RV2048") -> TryoutScreen:
    room.sign_in(code)
    room.way.press(introduction(room).tryout)
    room.at(Screen.TRYOUT)
    page = room.page(Screen.TRYOUT, TryoutScreen)
    room.wait(lambda: page.board.settled)
    return page


def tried(page: TryoutScreen) -> set[InputMethod]:
    return {way for way, tick in page.ways.ticks.items() if tick.done}


def move(room: Room, page: TryoutScreen, method: str, item_id: str, place: str) -> None:
    way = WAYS[method](room.hand)
    way.lift_card(page, item_id, place)
    way.drop_card(page, item_id, place)
    room.wait(lambda: page.place_of(item_id) == place and page.board.settled)


def test_each_of_the_four_ways_is_ticked_once_it_was_tried(room: Room) -> None:
    page = try_out(room)
    steps = (("tap", "teapot"), ("drag", "rake"), ("keys", "spoon"), ("menu", "wheelbarrow"))
    for done, (method, item_id) in enumerate(steps):
        assert len(tried(page)) == done
        move(room, page, method, item_id, "kitchen")
        assert InputMethod(method) in tried(page)
    assert tried(page) == set(InputMethod)


def test_nothing_of_it_is_written_down(room: Room) -> None:
    page = try_out(room)
    move(room, page, "tap", "teapot", "garden")
    room.written()
    with SqliteAttemptLog(room.folder).snapshot(Selection()) as snapshot:
        assert (snapshot.counts().attempts, snapshot.counts().placements) == (0, 0)


def test_one_press_skips_it_for_the_real_cards(room: Room) -> None:
    room.way.press(try_out(room).start)
    page = room.board()
    assert len(page.view.board.dealt) == 20
    assert page.view.board.placed == 0


def test_back_leads_to_the_introduction_and_the_round_stands_as_it_was(room: Room) -> None:
    page = try_out(room)
    move(room, page, "tap", "teapot", "garden")
    room.way.press(page.back)
    room.at(Screen.INTRODUCTION)
    room.way.press(room.page(Screen.INTRODUCTION, IntroductionScreen).tryout)
    room.at(Screen.TRYOUT)
    assert page.place_of("teapot") == "garden"
    assert tried(page) == {InputMethod.TAP}


def test_language_switch_keeps_cards_and_ticks(room: Room) -> None:
    page = try_out(room)
    move(room, page, "tap", "teapot", "garden")
    room.kiosk.tongue.speak("es")
    again = room.page(Screen.TRYOUT, TryoutScreen)
    assert again is not page
    assert again.place_of("teapot") == "garden"
    assert tried(again) == {InputMethod.TAP}
    assert again.board.card("teapot").item.title == "Tetera"


@pytest.mark.parametrize("left_by", ["sign out", "time out"])
def test_next_learner_begins_anew_and_the_same_one_at_home(room: Room, left_by: str) -> None:
    page = try_out(room)
    move(room, page, "tap", "teapot", "garden")
    if left_by == "time out":
        room.kiosk.controller.time_out()
    else:
        room.way.press(page.sign_out)
        room.kiosk.controller.next_learner()
    fresh = try_out(room, "RV2049")
    assert fresh.place_of("teapot") is None
    assert tried(fresh) == set()
    room.kiosk.controller.time_out()
    room.sign_in("RV2048")
    room.at(Screen.HOME)


def test_large_letters_leave_each_way_to_be_asked_for(room: Room) -> None:
    page = try_out(room)
    room.kiosk.look.set_text_size(TextSize.LARGEST)
    for method, panel in page.ways.panels.items():
        room.way.press(panel.how)
        assert page._words.accessibleName() == way_words(method)
    move(room, page, "tap", "teapot", "garden")
    assert page._words.accessibleName() == way_words(InputMethod.DRAG)
    room.kiosk.look.set_text_size(TextSize.NORMAL)
    assert not any(panel.how.isVisible() for panel in page.ways.panels.values())


def test_first_board_leads_there_and_a_later_one_straight_on(room: Room) -> None:
    room.sign_in("RV2048")
    page = introduction(room)
    assert page.first_focus() is page.tryout
    room.way.press(page.start)
    room.board()
    room.kiosk.controller.time_out()
    room.sign_in("RV2048")
    room.board()
    visit = room.kiosk.controller.visit
    assert visit is not None
    assert not visit.new_to_cards


def test_undo_takes_the_latest_card_back_by_keys(room: Room) -> None:
    page = try_out(room)
    move(room, page, "keys", "teapot", "garden")
    room.hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.place_of("teapot") is None
    assert tried(page) == {InputMethod.KEYS}


def test_screen_reader_moves_a_card_and_hears_that_the_way_is_tried(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = try_out(room)
    said: list[str] = []
    monkeypatch.setattr("kiosk.ui.screens.tryout.announce", lambda _page, words: said.append(words))
    page.board.card("teapot").click()
    page.board.zone("kitchen").click()
    room.wait(lambda: page.place_of("teapot") == "kitchen")
    assert said[-1] == "Teapot placed in In the kitchen. Keyboard: tried. 1 of 4 ways."
    assert page.ways.ticks[InputMethod.KEYS].accessibleName() == "tried"
