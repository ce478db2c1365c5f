"""A sentence that comes part by part: by every hand, never in the way, and never gone again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rooms import Room, RoomMaker
from voices import HandVoice

from kiosk.core.flow import Screen
from kiosk.core.lesson import LessonScreen as Words
from kiosk.core.model import Settings
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.widgets.parts import PartsPath


def open_lesson(room: Room) -> LessonScreen:
    """Turn to the first lesson screen that comes part by part."""
    room.at(Screen.HOME)
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    page = room.lesson()
    while page.parts is None:
        room.way.press(page.next)
    return page


def path(page: LessonScreen) -> PartsPath:
    """Return the parts of the page that is open."""
    assert page.parts is not None
    return page.parts


def words(room: Room) -> Words:
    """Return the screen of the pack with the parts."""
    return next(screen for screen in room.kiosk.services.pack.screens if screen.parts)


def told(widget: QWidget) -> list[str]:
    """Return the names that a screen reader meets in a widget, in its order."""
    interface = QAccessible.queryAccessibleInterface(widget)
    names = [interface.text(QAccessible.Text.Name)]
    for n in range(interface.childCount()):
        child = interface.child(n).object()
        if isinstance(child, QWidget) and child.isVisible():
            names += told(child)
    return [name for name in names if name]


@pytest.fixture
def page(room: Room) -> LessonScreen:
    """The lesson screen with the parts, as it is first met."""
    room.sign_in("RV2048")
    return open_lesson(room)


def test_one_part_is_there_at_first_and_each_press_brings_one_more(
    room: Room, page: LessonScreen
) -> None:
    parts = words(room).parts
    for count in range(1, len(parts) + 1):
        assert [step.shown for step in path(page).steps] == [n < count for n in range(len(parts))]
        assert path(page).more.isVisible() is (count < len(parts))
        if count < len(parts):
            room.way.press(path(page).more)


def test_way_on_is_never_barred(room: Room, page: LessonScreen) -> None:
    title = page.title
    assert room.kiosk.window.focusWidget() is page.next
    room.way.press(page.next)
    assert page.title != title


def test_keys_alone_show_all_of_it_and_are_led_to_the_way_on(
    room: Room, page: LessonScreen
) -> None:
    room.hand.tab_to(path(page).more)
    for count in range(2, len(path(page).steps) + 1):
        assert room.kiosk.window.focusWidget() is path(page).more
        room.hand.key(Qt.Key.Key_Space)
        assert path(page).count == count
    assert room.kiosk.window.focusWidget() is page.next


def test_nothing_moves_when_a_part_comes(room: Room, page: LessonScreen) -> None:
    before = [step.geometry() for step in path(page).steps]
    whole = path(page).geometry()
    room.way.press(path(page).more)
    assert [step.geometry() for step in path(page).steps] == before
    assert path(page).geometry() == whole


def test_part_comes_softly_and_at_once_where_less_motion_is_wanted(
    room: Room, page: LessonScreen, qtbot: QtBot
) -> None:
    room.way.press(path(page).more)
    content = path(page).steps[1].content
    qtbot.waitUntil(lambda: content.graphicsEffect() is None)
    room.kiosk.look.less_motion = True
    room.way.press(path(page).more)
    assert path(page).steps[2].content.graphicsEffect() is None
    assert path(page).steps[2].shown


def test_what_was_shown_is_there_again_on_the_way_back_and_in_spanish(
    room: Room, page: LessonScreen
) -> None:
    for _ in range(2):
        room.way.press(path(page).more)
    room.way.press(page.next)
    room.way.press(page.back)
    assert path(page).count == 3
    room.kiosk.tongue.speak("es")
    page = room.lesson()
    assert path(page).count == 3
    spanish = room.kiosk.services.pack.spoken("es").screens[4].parts
    assert [step.part for step in path(page).steps] == list(spanish)


def test_who_saw_the_screen_at_an_earlier_visit_finds_all_of_it(
    room: Room, page: LessonScreen
) -> None:
    room.way.press(page.next)
    room.way.press(page.sign_out)
    room.at(Screen.END)
    room.kiosk.controller.next_learner()
    room.sign_in("RV2048")
    page = room.lesson()
    room.way.press(page.back)
    assert path(page).whole


def test_screen_reader_meets_what_is_shown_then_the_way_to_more(
    room: Room, page: LessonScreen
) -> None:
    first, second = words(room).parts[:2]
    assert told(path(page)) == [first.words, first.text, "Show the next part"]
    assert path(page).more.accessibleDescription() == "Part 2 of 6"
    interface = QAccessible.queryAccessibleInterface(path(page).more)
    interface.actionInterface().doAction("Press")
    room.wait(lambda: path(page).count == 2)
    shown = [first.words, first.text, second.words, second.text, "Show the next part"]
    assert told(path(page)) == shown


def test_part_is_read_aloud_as_it_comes_where_that_is_wanted(
    make_room: RoomMaker, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    del make_room
    voice = HandVoice()
    room = Room(qtbot, tmp_path_factory.mktemp("d"), Settings(), find_voice=lambda: voice)
    room.sign_in("RV2048")
    page = open_lesson(room)
    room.kiosk.look.read_aloud = True
    room.way.press(path(page).more)
    part = words(room).parts[1]
    room.wait(lambda: voice.said[-1:] == [part.words])
    room.close()
