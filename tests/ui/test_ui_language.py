"""The language changes at any moment of a visit, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.lesson import Pack
from kiosk.ui.language import Tongue, language_now
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.theme import TextSize, ThemeName


@pytest.fixture
def spanish(room: Room) -> Pack:
    return room.kiosk.services.pack.spoken("es")


def page_now(room: Room) -> LearnerScreen:
    screen = room.kiosk.navigator.screen
    assert screen is not None
    page = room.kiosk.navigator.page(screen)
    assert isinstance(page, LearnerScreen)
    return page


def choose(room: Room, language: str) -> None:
    """Choose a language with the tool that every learner's screen has."""
    page = page_now(room)
    room.way.press(page.look_tool)
    panel = page.look_tool.panel
    assert panel is not None
    room.way.press(panel.languages.names[language])
    room.wait(lambda: page_now(room) is not page)


def languages_in_log(room: Room) -> list[str]:
    room.written()
    return room.kiosk.database.read(
        lambda db: [tag for (tag,) in db.execute("SELECT language FROM visit ORDER BY key")]
    )


def test_welcome_keeps_a_half_typed_code_and_the_focus(room: Room) -> None:
    room.at(Screen.WELCOME)
    before = room.page(Screen.WELCOME, WelcomeScreen)
    room.way.enter(before.field, "RV20")
    room.way.press(before.language)
    after = room.page(Screen.WELCOME, WelcomeScreen)
    assert after is not before
    assert after.field.text() == "RV20"
    assert after.start.text() == "Empezar"
    assert after.language.text() == "English"
    assert room.kiosk.window.focusWidget() is after.language
    room.way.press(after.language)
    assert room.page(Screen.WELCOME, WelcomeScreen).start.text() == "Start"


def test_numbers_are_written_as_where_the_language_is_spoken(room: Room) -> None:
    room.kiosk.tongue.speak("es")
    assert QLocale().toString(1204567) == "1,204,567"
    assert QLocale().toString(63.7) == "63.7"


def test_language_without_its_translation_is_not_called_spoken(
    qtbot: QtBot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    del qtbot
    tongue = Tongue(tmp_path, "es")
    assert tongue.spoken == "en"
    assert "es" in caplog.text
    tongue.speak("en")


def test_lesson_keeps_its_place_and_what_is_open(room: Room, spanish: Pack) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    page = room.lesson()
    room.way.press(page.next)
    room.way.press(page.reveals[1])
    choose(room, "es")
    page = room.page(Screen.LESSON, LessonScreen)
    assert page.title == spanish.screens[1].title
    assert [box.isChecked() for box in page.reveals] == [False, True]
    assert room.kiosk.window.focusWidget() is page.look_tool
    assert languages_in_log(room) == ["es"]


def test_board_keeps_every_card_and_the_attempt_goes_on(room: Room, spanish: Pack) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    first, second = page.view.board.dealt[:2]
    room.place(page, first, "is")
    choose(room, "es")
    page = room.board()
    assert page.place_of(first) == "is"
    assert page.board.card(first).text() == spanish.activities[0].item(first).title
    room.place(page, second, "is-not")
    choose(room, "en")
    page = room.board()
    assert (page.place_of(first), page.place_of(second)) == ("is", "is-not")
    room.written()
    rows = room.kiosk.database.read(
        lambda db: db.execute("SELECT seq, item, to_place FROM placement ORDER BY seq").fetchall()
    )
    assert rows == [(1, first, "is"), (2, second, "is-not")]


def test_held_card_is_put_back_when_the_language_changes(room: Room) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    room.way.press(page.board.card(page.view.board.dealt[0]))
    assert page.board.hands.hold is not None
    choose(room, "es")
    page = room.board()
    assert page.board.hands.hold is None
    assert page.view.board.placed == 0


def test_answers_keep_the_selected_card(room: Room, spanish: Pack) -> None:
    room.sign_in("RV2048")
    page = room.open_board()
    for item in page.view.activity.items:
        room.place(page, item.id, "is")
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    answers = room.page(Screen.FEEDBACK, FeedbackScreen)
    chosen = answers.answers[3]
    room.way.press(chosen)
    item_id = chosen.row.item.id
    choose(room, "es")
    answers = room.page(Screen.FEEDBACK, FeedbackScreen)
    (selected,) = [button for button in answers.answers if button.isChecked()]
    assert selected.row.item.id == item_id
    assert selected.row.item.title == spanish.activities[0].item(item_id).title


def test_next_learner_gets_the_kiosks_own_language_and_look(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    choose(room, "es")
    room.kiosk.look.set_text_size(TextSize.LARGE)
    room.kiosk.look.choose_theme(ThemeName.DARK)
    room.kiosk.controller.time_out()
    room.at(Screen.WELCOME)
    assert language_now() == "en"
    assert room.kiosk.look.by_default
    room.sign_in("QW5502")
    room.at(Screen.HOME)
    assert language_now() == "en"
    assert languages_in_log(room) == ["es", "en"]


def test_learner_who_comes_back_finds_language_and_look_as_they_were(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    choose(room, "es")
    room.kiosk.look.set_text_size(TextSize.LARGE)
    room.kiosk.look.choose_theme(ThemeName.DARK)
    room.written()
    room.reopen()
    assert language_now() == "en"
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    assert language_now() == "es"
    look = room.kiosk.look
    assert (look.theme.name, look.text_size) == (ThemeName.DARK, TextSize.LARGE)
    room.written()
    assert languages_in_log(room) == ["es", "es"]


def test_what_is_chosen_before_signing_in_counts_more_than_the_visit_before(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    choose(room, "es")
    room.written()
    room.kiosk.controller.time_out()
    room.at(Screen.WELCOME)
    room.kiosk.look.set_text_size(TextSize.LARGER)
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    assert language_now() == "en"
    assert room.kiosk.look.text_size is TextSize.LARGER


def test_every_screen_of_the_visit_takes_the_change(room: Room) -> None:
    room.sign_in("RV2048")
    for screen, kind, way_on in (
        (Screen.HOME, HomeScreen, "activity_button"),
        (Screen.INTRODUCTION, IntroductionScreen, ""),
    ):
        room.at(screen)
        for language in ("es", "en"):
            before = {button.accessibleName() for button in _buttons(room.page(screen, kind))}
            choose(room, language)
            after = {button.accessibleName() for button in _buttons(room.page(screen, kind))}
            assert before != after
        if way_on:
            room.way.press(getattr(room.page(screen, kind), way_on))


def _buttons(page: QWidget) -> list[QAbstractButton]:
    buttons: Iterable[QAbstractButton] = page.findChildren(QAbstractButton)
    return [button for button in buttons if button.isVisible()]
