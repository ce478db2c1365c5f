"""Coming, going and coming back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication
from rooms import Room, RoomMaker

from kiosk.core.codes import CodeKind, kind
from kiosk.core.flow import Screen
from kiosk.core.log_rows import Selection
from kiosk.core.model import Settings
from kiosk.store.log import SqliteAttemptLog
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.screens.end import EndScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.resume_code import ResumeCodeScreen
from kiosk.ui.screens.welcome import WelcomeScreen


def sign_out(room: Room) -> None:
    screen = room.kiosk.navigator.screen
    assert screen is not None
    page = room.kiosk.navigator.page(screen)
    assert isinstance(page, LearnerScreen)
    room.way.press(page.sign_out)
    room.at(Screen.END)
    room.way.press(room.page(Screen.END, EndScreen).clear)
    room.at(Screen.WELCOME)


def turn_page(room: Room) -> None:
    title = room.lesson().title
    room.way.press(room.lesson().next)
    room.wait(lambda: room.lesson().title != title)


def test_same_code_comes_back_to_the_same_lesson_screen(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    for _ in range(3):
        turn_page(room)
    title = room.lesson().title
    sign_out(room)
    room.sign_in("rv 20-48")
    assert room.lesson().title == title


def test_same_code_comes_back_to_every_card_where_it_was(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    dealt = page.view.board.dealt
    for n, item_id in enumerate(dealt[:7]):
        room.place(page, item_id, ("is", "is-not")[n % 2])
    room.place(page, dealt[0], None)
    before = dict(page.view.board.places)
    room.reopen()
    room.sign_in("RV2048")
    page = room.board()
    assert dict(page.view.board.places) == before
    assert page.view.board.dealt == dealt


def test_another_learner_sees_nothing_of_the_first(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    room.place(page, page.view.board.dealt[0], "is")
    sign_out(room)
    assert room.page(Screen.WELCOME, WelcomeScreen).field.text() == ""
    room.sign_in("RV2049")
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).activity_button)
    room.at(Screen.INTRODUCTION)


def test_learner_without_a_code_gets_one_that_brings_them_back(room: Room) -> None:
    room.at(Screen.WELCOME)
    room.way.press(room.page(Screen.WELCOME, WelcomeScreen).without)
    room.at(Screen.RESUME_CODE)
    assert room.kiosk.controller.visit is not None
    code = room.kiosk.controller.visit.code
    assert kind(code, Settings()) is CodeKind.RESUME
    room.way.press(room.page(Screen.RESUME_CODE, ResumeCodeScreen).go_on)
    page = room.open_board()
    item_id = page.view.board.dealt[3]
    room.place(page, item_id, "is")
    sign_out(room)
    room.sign_in(code)
    assert room.board().place_of(item_id) == "is"


def test_unknown_resume_code_makes_nobody(room: Room) -> None:
    room.sign_in("BCDFG")
    page = room.page(Screen.WELCOME, WelcomeScreen)
    room.wait(page.start.isEnabled)
    room.wait(lambda: bool(page.note))
    assert room.kiosk.controller.visit is None


def test_nonsense_is_no_code(room: Room) -> None:
    room.sign_in("!?")
    page = room.page(Screen.WELCOME, WelcomeScreen)
    room.wait(lambda: "RV2048" in page.note)
    assert page.start.isEnabled()


def test_idle_learner_is_asked_then_the_visit_is_kept_and_closed(
    make_room: RoomMaker,
) -> None:
    room = make_room(Settings(idle_after_seconds=1, idle_answer_seconds=2))
    room.sign_in("RV2048")
    page = room.open_board()
    item_id = page.view.board.dealt[0]
    room.place(page, item_id, "is")
    room.wait(lambda: room.kiosk.watchman.guard.asking)
    assert room.kiosk.window.idle_sheet.isVisible()
    room.at(Screen.WELCOME)
    assert not room.kiosk.window.idle_sheet.isVisible()
    room.sign_in("RV2048")
    assert room.board().place_of(item_id) == "is"


def test_any_key_says_that_someone_is_there(make_room: RoomMaker) -> None:
    room = make_room(Settings(idle_after_seconds=1, idle_answer_seconds=20))
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.wait(lambda: room.kiosk.watchman.guard.asking)
    room.hand.key(Qt.Key.Key_Shift)
    room.wait(lambda: not room.kiosk.watchman.guard.asking)
    assert not room.kiosk.window.idle_sheet.isVisible()
    assert room.kiosk.navigator.screen is Screen.HOME


def test_a_kiosk_cannot_be_closed_by_its_learner(room: Room) -> None:
    room.reopen(WindowMode.KIOSK)
    window = room.kiosk.window
    event = QCloseEvent()
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    for key, modifier in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        room.hand.key(key, modifier)
    assert window.isVisible()
    assert window.isFullScreen()
    assert room.kiosk.navigator.screen is Screen.WELCOME


def test_checking_early_says_what_is_left_and_counts_it_as_missed(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    for item_id in page.view.board.dealt[:15]:
        room.place(page, item_id, page.view.activity.item(item_id).category_id)
    room.way.press(page.check)
    sheet = room.kiosk.window.sheet
    room.wait(sheet.isVisible)
    assert "5 cards" in sheet.words.accessibleName()
    room.way.press(sheet.other)
    room.at(Screen.FEEDBACK)
    room.written()
    with SqliteAttemptLog(room.folder).snapshot(Selection()) as snapshot:
        (attempt,) = snapshot.attempts()
    assert (attempt.placed, attempt.first_try_correct, attempt.tries) == (15, 15, 1)


def test_leaving_at_the_answers_closes_the_attempt(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    for item_id in page.view.board.dealt:
        room.place(page, item_id, "is")
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    sign_out(room)
    room.written()
    with SqliteAttemptLog(room.folder).snapshot(Selection()) as snapshot:
        (attempt,) = snapshot.attempts()
    assert (attempt.outcome, attempt.final_score) == ("failed", 0.5)
    assert attempt.submitted_utc is not None
