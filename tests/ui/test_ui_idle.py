"""Nobody there: asked first, then the visit is closed, kept and taken up again by its code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import Settings
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.idle import IdleGuard
from kiosk.ui.input_watch import InputWatch
from kiosk.ui.screens.home import HomeScreen


@pytest.fixture
def hands(qtbot: QtBot) -> InputWatch:
    del qtbot
    return InputWatch()


@pytest.fixture
def guard(hands: InputWatch) -> IdleGuard:
    return IdleGuard(hands, hands)


def test_guard_asks_counts_down_and_gives_up(qtbot: QtBot, guard: IdleGuard) -> None:
    told: list[object] = []
    guard.asked.connect(lambda seconds: told.append(("asked", seconds)))
    guard.counted.connect(told.append)
    with qtbot.waitSignal(guard.gave_up, timeout=6_000):
        guard.go_on_duty(1, 2)
    assert told == [("asked", 2), 1]
    assert not guard.asking


def test_guard_asks_nobody_where_there_is_no_time_to_answer(qtbot: QtBot, guard: IdleGuard) -> None:
    told: list[object] = []
    guard.asked.connect(told.append)
    with qtbot.waitSignal(guard.gave_up, timeout=4_000):
        guard.go_on_duty(1, 0)
    assert told == []


def test_input_answers_and_the_quiet_time_begins_again(
    qtbot: QtBot, guard: IdleGuard, hands: InputWatch
) -> None:
    with qtbot.waitSignal(guard.asked, timeout=4_000):
        guard.go_on_duty(1, 30)
    with qtbot.waitSignal(guard.answered, timeout=1_000):
        hands.someone_there.emit()
    assert not guard.asking
    with qtbot.waitSignal(guard.asked, timeout=4_000):
        pass


def test_input_in_quiet_time_puts_the_question_off(
    qtbot: QtBot, guard: IdleGuard, hands: InputWatch
) -> None:
    guard.go_on_duty(1, 30)
    for _ in range(4):
        with qtbot.assertNotEmitted(guard.asked, wait=400):
            hands.someone_there.emit()


def test_guard_off_duty_drops_the_question(qtbot: QtBot, guard: IdleGuard) -> None:
    with qtbot.waitSignal(guard.asked, timeout=4_000):
        guard.go_on_duty(1, 1)
    with qtbot.waitSignal(guard.answered, timeout=1_000):
        guard.go_off_duty()
    with qtbot.assertNotEmitted(guard.gave_up, wait=1_300):
        pass


# Through a whole kiosk


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings(idle_after_seconds=1, idle_answer_seconds=1))
    yield room
    room.close()


@pytest.fixture
def patient_room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings(idle_after_seconds=1, idle_answer_seconds=30))
    yield room
    room.close()


def turn_page(room: Room) -> None:
    title = room.lesson().title
    room.way.press(room.lesson().next)
    room.wait(lambda: room.lesson().title != title)


def test_timed_out_reader_comes_back_to_the_same_lesson_screen(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    for _ in range(2):
        turn_page(room)
    title = room.lesson().title
    room.at(Screen.WELCOME)
    assert room.kiosk.controller.visit is None
    room.sign_in("RV2048")
    assert room.lesson().title == title


def test_timed_out_player_comes_back_to_the_very_board(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    dealt = page.view.board.dealt
    for n, item_id in enumerate(dealt[:3]):
        room.place(page, item_id, ("is", "is-not")[n % 2])
    before = dict(page.view.board.places)
    room.at(Screen.WELCOME)
    with SqliteAttemptLog(room.folder).snapshot(Selection()) as snapshot:
        assert snapshot.counts().placements == 3
    room.sign_in("RV2048")
    page = room.board()
    assert dict(page.view.board.places) == before
    assert page.view.board.dealt == dealt


def test_time_out_with_a_card_in_the_hand_leaves_it_where_it_was(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    item_id = page.view.board.dealt[0]
    start = room.hand.middle(page.board.card(item_id))
    end = room.hand.middle(page.board.zone("is"))
    room.hand.lift(start, end)
    room.at(Screen.WELCOME)
    room.hand.let_go(end)
    room.sign_in("RV2048")
    assert room.board().place_of(item_id) is None


def test_press_that_answers_presses_nothing_below(patient_room: Room) -> None:
    room = patient_room
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    spot = room.hand.middle(room.page(Screen.HOME, HomeScreen).lesson_button)
    room.wait(lambda: room.kiosk.watchman.guard.asking)
    device = QTest.createTouchDevice()
    QTest.touchEvent(room.hand.native, device).press(0, spot).commit()
    QTest.touchEvent(room.hand.native, device).release(0, spot).commit()
    room.wait(lambda: not room.kiosk.window.idle_sheet.isVisible())
    assert room.kiosk.navigator.screen is Screen.HOME


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_key_that_answers_presses_nothing_below(patient_room: Room, key: Qt.Key) -> None:
    room = patient_room
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.page(Screen.HOME, HomeScreen).lesson_button.setFocus()
    room.wait(lambda: room.kiosk.watchman.guard.asking)
    room.hand.key(key)
    room.wait(lambda: not room.kiosk.window.idle_sheet.isVisible())
    assert room.kiosk.navigator.screen is Screen.HOME
    assert room.page(Screen.HOME, HomeScreen).lesson_button.hasFocus()


def test_open_question_goes_with_its_learner(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    room.place(page, page.view.board.dealt[0], "is")
    room.way.press(page.start_over)
    assert room.kiosk.window.sheet.isVisible()
    room.at(Screen.WELCOME)
    assert not room.kiosk.window.sheet.isVisible()
