"""Reading aloud: on request and by itself, in sight, and quiet the moment somebody goes on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from voices import HandVoice

from kiosk.core.aloud import Silence
from kiosk.core.flow import Screen
from kiosk.core.model import Settings
from kiosk.ui.screens.base import Page
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.widgets.text import Text

CODE = "RV2048"


@pytest.fixture
def voice() -> HandVoice:
    return HandVoice()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path, voice: HandVoice) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings(), find_voice=lambda: voice)
    yield room
    room.close()


@pytest.fixture
def lesson(room: Room) -> LessonScreen:
    room.sign_in(CODE)
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    return room.lesson()


def press_tool(room: Room, page: Page) -> None:
    assert page.aloud_tool is not None
    room.way.press(page.aloud_tool)


def by_itself(room: Room, voice: HandVoice) -> None:
    room.kiosk.look.read_aloud = True
    room.wait(lambda: voice.speaking)


def texts(page: QWidget) -> list[Text]:
    return cast("list[Text]", page.findChildren(Text))


def marked(page: Page) -> dict[str, str]:
    """Return the marked part of each text that has one, by the text."""
    ground = page.look.color("spoken").name()
    found = {}
    for text in texts(page):
        if ground in text.text():
            document = QTextDocument()
            document.setHtml(text.text())
            # The last two words may be kept together, which nobody hears.
            found[text.accessibleName()] = _on_ground(document, ground).replace("\N{NBSP}", " ")
    return found


def _on_ground(document: QTextDocument, ground: str) -> str:
    block, words = document.firstBlock(), ""
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().background().color().name() == ground:
            words += fragment.text()
        iterator += 1
    return words


# On request


def test_whole_screen_is_read_in_its_order_and_the_sentence_is_marked(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    press_tool(room, lesson)
    kicker, _title, body_text, *_ = texts(lesson.middle)
    body = body_text.accessibleName()
    assert voice.said == [kicker.accessibleName()]
    voice.go_on()
    assert voice.said[-1] == lesson.title
    voice.go_on()
    assert voice.said[-1] in body
    assert marked(lesson) == {body: voice.said[-1]}
    voice.finish()
    assert marked(lesson) == {}
    assert [box.text() + "." in voice.said for box in lesson.reveals] == [True, True]


def test_word_is_marked_where_the_engine_tells_of_it(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    press_tool(room, lesson)
    voice.go_on()
    voice.come_to("kinds")
    (title,) = (text for text in texts(lesson) if text.accessibleName() == lesson.title)
    assert 'underline">kinds<' in title.text()
    voice.go_on()
    assert "underline" not in title.text()


def test_tool_stops_what_it_began_and_says_so(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    tool = lesson.aloud_tool
    assert tool is not None
    press_tool(room, lesson)
    assert (tool.isChecked(), tool.accessibleName()) == (True, "Stop reading aloud")
    press_tool(room, lesson)
    assert (tool.isChecked(), tool.accessibleName()) == (False, "Read aloud")
    assert not voice.speaking
    assert marked(lesson) == {}


def test_tool_is_up_again_once_all_is_read(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    press_tool(room, lesson)
    voice.finish()
    assert lesson.aloud_tool is not None
    assert not lesson.aloud_tool.isChecked()


def test_key_reads_and_stops_on_any_page(room: Room, voice: HandVoice) -> None:
    room.at(Screen.WELCOME)
    room.hand.key(Qt.Key.Key_F2)
    assert voice.speaking
    room.hand.key(Qt.Key.Key_F2)
    assert not voice.speaking


def test_open_box_is_read_with_its_text(room: Room, voice: HandVoice, lesson: LessonScreen) -> None:
    room.way.press(lesson.reveals[1])
    press_tool(room, lesson)
    voice.finish()
    assert lesson.reveals[1].accessibleDescription() in " ".join(voice.said)


def test_what_is_read_comes_into_sight(room: Room, voice: HandVoice, lesson: LessonScreen) -> None:
    room.kiosk.window.resize(1024, 600)
    room.way.press(lesson.reveals[1])
    bar = lesson._words.verticalScrollBar()
    # The page scrolls to the opened box by itself, a turn later.
    room.wait(lambda: bar.value() > 0)
    bar.setValue(0)
    press_tool(room, lesson)
    while voice.speaking:
        shown = room.kiosk.aloud._pointer._marked
        assert shown is not None
        assert not shown.visibleRegion().isEmpty(), voice.said[-1]
        voice.go_on()


def test_spanish_screen_is_read_by_a_spanish_voice(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    del lesson
    room.kiosk.tongue.speak("es")
    press_tool(room, room.lesson())
    assert (voice.language, voice.said) == ("es", ["Por d\u00f3nde se empieza"])


# It is quiet the moment somebody goes on


def test_turning_the_page_ends_the_reading(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    press_tool(room, lesson)
    room.way.press(lesson.next)
    assert not voice.speaking
    assert lesson.aloud_tool is not None
    assert not lesson.aloud_tool.isChecked()


def test_sign_out_ends_the_reading(room: Room, voice: HandVoice, lesson: LessonScreen) -> None:
    press_tool(room, lesson)
    room.way.press(lesson.sign_out)
    room.at(Screen.END)
    assert not voice.speaking


def test_listening_counts_as_being_there(
    room: Room, voice: HandVoice, lesson: LessonScreen, qtbot: QtBot
) -> None:
    press_tool(room, lesson)
    with qtbot.waitSignal(room.kiosk.window.hands.someone_there, timeout=1_000):
        voice.go_on()


# By itself


def test_each_screen_is_read_by_itself_once_that_is_chosen(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    by_itself(room, voice)
    assert voice.said == ["Where it begins"]
    room.way.press(lesson.next)
    room.wait(lambda: voice.speaking)
    assert voice.waiting[1] == lesson.title
    room.kiosk.look.read_aloud = False
    assert not voice.speaking


def test_box_that_is_opened_is_read_by_itself(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    by_itself(room, voice)
    room.way.press(lesson.reveals[0])
    room.wait(lambda: voice.said[-1] == lesson.reveals[0].text() + ".")
    assert lesson.reveals[0].accessibleDescription() in " ".join(voice.waiting)


def test_held_card_its_way_and_its_reasons_are_read_by_themselves(
    room: Room, voice: HandVoice
) -> None:
    room.sign_in(CODE)
    page = room.open_board()
    by_itself(room, voice)
    item_id, *rest = page.view.board.dealt
    title = page.board.card(item_id).item.title
    room.way.lift_card(page, item_id, "is")
    assert voice.said[-1] == title
    room.way.drop_card(page, item_id, "is")
    room.wait(lambda: page.place_of(item_id) == "is")
    assert title in voice.said[-1]
    for other in rest:
        room.place(page, other, "is")
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    room.wait(lambda: len(voice.waiting) > 3)
    feedback = room.page(Screen.FEEDBACK, FeedbackScreen)
    last = feedback.answers[-1]
    room.way.press(last)
    reasons = set(last.row.item.reasons.values())
    room.wait(lambda: all(reason in " ".join(voice.waiting) for reason in reasons))


def test_card_is_read_from_its_menu(room: Room, voice: HandVoice) -> None:
    room.sign_in(CODE)
    page = room.open_board()
    card = page.board.card(page.view.board.dealt[0])
    page.board._open_menu(card)
    assert page.board.menu.aloud is not None
    page.board.menu.aloud.trigger()
    assert voice.said[0] == f"{card.item.title}."


def test_question_of_an_idle_kiosk_is_read_and_ends_with_its_answer(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    del lesson
    by_itself(room, voice)
    room.kiosk.watchman.guard.asked.emit(30)
    assert voice.said[-1] == "Are you still there?"
    room.kiosk.window.idle_sheet.dismiss()
    assert not voice.speaking


def test_question_is_not_read_where_nobody_chose_it(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    press_tool(room, lesson)
    room.kiosk.watchman.guard.asked.emit(30)
    assert not voice.speaking
    room.kiosk.window.idle_sheet.dismiss()


def test_choice_is_kept_with_the_code_and_not_for_the_next_learner(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    by_itself(room, voice)
    room.kiosk.look.less_motion = True
    room.way.press(lesson.sign_out)
    room.at(Screen.END)
    room.kiosk.controller.next_learner()
    look = room.kiosk.look
    assert (look.read_aloud, look.less_motion) == (False, False)
    room.sign_in(CODE)
    room.at(Screen.LESSON)
    assert (look.read_aloud, look.less_motion) == (True, True)
    room.written()
    with closing(sqlite3.connect(room.folder / "kiosk.db")) as connection:
        kept = connection.execute("SELECT read_aloud, less_motion FROM visit ORDER BY key")
        assert kept.fetchall() == [(1, 1), (1, 1)]


# Where there is no voice


@pytest.mark.parametrize("lack", [Silence.NO_SPEECH, Silence.NO_VOICE])
def test_missing_voice_is_explained_each_time_that_it_is_asked_for(
    room: Room, voice: HandVoice, lesson: LessonScreen, lack: Silence
) -> None:
    voice.lack = lack
    for _ in range(2):
        press_tool(room, lesson)
        sheet = room.kiosk.help.sheet
        assert sheet is not None
        assert sheet.is_open
        assert sheet.title.accessibleName() == "No voice is installed on this PC"
        assert "staff" in sheet.words.accessibleName()
        room.way.press(sheet.safe)
    assert lesson.aloud_tool is not None
    assert not lesson.aloud_tool.isChecked()


def test_missing_voice_is_explained_once_where_each_screen_is_to_be_read(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    voice.lack = Silence.NO_VOICE
    room.kiosk.look.read_aloud = True
    room.wait(lambda: room.kiosk.help.sheet is not None and room.kiosk.help.sheet.is_open)
    assert room.kiosk.help.sheet is not None
    room.way.press(room.kiosk.help.sheet.safe)
    room.way.press(lesson.next)
    QTest.qWait(1)
    assert not room.kiosk.help.sheet.is_open


def test_voice_that_never_answers_is_given_up_and_said_so(
    room: Room, voice: HandVoice, lesson: LessonScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.ui.read_aloud.PATIENCE_MS", 1)
    monkeypatch.setattr("kiosk.ui.read_aloud._A_LETTER_MS", 0)
    press_tool(room, lesson)
    room.wait(lambda: room.kiosk.help.sheet is not None and room.kiosk.help.sheet.is_open)
    assert voice.closed == 1
    assert marked(lesson) == {}
    sheet = room.kiosk.help.sheet
    assert sheet is not None
    assert sheet.title.accessibleName() == "Reading aloud has stopped"
    room.way.press(sheet.safe)
    assert lesson.aloud_tool is not None
    assert not lesson.aloud_tool.isChecked()


def test_voice_that_ends_before_the_end_says_why_once_where_each_screen_is_read(
    room: Room, voice: HandVoice, lesson: LessonScreen
) -> None:
    by_itself(room, voice)
    voice.fall_silent(Silence.NO_ANSWER)
    sheet = room.kiosk.help.sheet
    assert sheet is not None
    room.way.press(sheet.safe)
    room.way.press(lesson.next)
    room.wait(lambda: voice.speaking)
    voice.fall_silent(Silence.NO_ANSWER)
    assert not sheet.is_open
    assert marked(lesson) == {}


def test_start_loads_no_speech() -> None:
    code = "import sys, kiosk.app; sys.exit('PySide6.QtTextToSpeech' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
