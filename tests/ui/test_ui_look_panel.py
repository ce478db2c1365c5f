"""The panel for text size and colours: by pointer, by keys, and gone with its learner."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from screen_measures import faults
from shiboken6 import delete, isValid

from kiosk.app import make_look
from kiosk.core.flow import Screen
from kiosk.ui.screens.end import EndScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.theme import TextSize, ThemeName
from kiosk.ui.widgets.look_panel import LookButton, LookPanel


def button(room: Room) -> LookButton:
    """Return the tool on the page that is open."""
    page: QWidget = room.kiosk.window.pages.currentWidget()
    (found,) = cast("list[LookButton]", page.findChildren(LookButton))
    return found


def opened(room: Room) -> LookPanel:
    """Press the tool and return its panel."""
    tool = button(room)
    room.way.press(tool)
    assert tool.panel is not None
    return tool.panel


def chosen(room: Room) -> tuple[ThemeName, TextSize]:
    """Return how everything looks."""
    return room.kiosk.look.theme.name, room.kiosk.look.text_size


def shown_buttons(window: QWidget) -> list[QAbstractButton]:
    """Return all that can be pressed in a window."""
    found = cast("list[QAbstractButton]", window.findChildren(QAbstractButton))
    return [one for one in found if one.isVisible()]


# Choosing


@pytest.mark.parametrize(("at", "size"), list(enumerate(TextSize)))
def test_each_letter_chooses_its_size(room: Room, at: int, size: TextSize) -> None:
    panel = opened(room)
    room.way.press(panel.sizes.letters[at])
    assert chosen(room) == (ThemeName.LIGHT, size)
    assert panel.sizes.first_focus() is panel.sizes.letters[at]


@pytest.mark.parametrize(("at", "name"), list(enumerate(ThemeName)))
def test_each_row_chooses_its_theme(room: Room, at: int, name: ThemeName) -> None:
    panel = opened(room)
    room.way.press(panel.themes.rows[at])
    assert chosen(room) == (name, TextSize.NORMAL)
    assert panel.themes.first_focus() is panel.themes.rows[at]


def test_check_action_of_assistive_technology_chooses(room: Room) -> None:
    panel = opened(room)
    panel.sizes.letters[2].toggle()
    panel.themes.rows[1].toggle()
    assert chosen(room) == (ThemeName.DARK, TextSize.LARGER)


def test_keys_alone_choose_each_and_come_back(room: Room) -> None:
    tool = button(room)
    room.hand.tab_to(tool)
    room.hand.key(Qt.Key.Key_Space)
    room.hand.key(Qt.Key.Key_Right)
    room.hand.key(Qt.Key.Key_Tab)
    room.hand.key(Qt.Key.Key_Down)
    assert chosen(room) == (ThemeName.DARK, TextSize.LARGE)
    for _ in ("read each screen aloud", "less motion"):
        room.hand.key(Qt.Key.Key_Tab)
    room.hand.key(Qt.Key.Key_Space)
    assert (room.kiosk.look.read_aloud, room.kiosk.look.less_motion) == (False, True)
    room.hand.key(Qt.Key.Key_Tab)
    room.hand.key(Qt.Key.Key_Space)
    assert tool.panel is None
    assert room.kiosk.window.focusWidget() is tool
    assert chosen(room) == (ThemeName.DARK, TextSize.LARGE)


def test_tab_stays_in_the_panel_both_ways(room: Room) -> None:
    panel = opened(room)
    window = room.kiosk.window
    stops = [part.first_focus() for part in (panel.languages, panel.sizes, panel.themes)]
    stops += [panel.aloud, panel.still, panel.done]
    for key, order in (
        (Qt.Key.Key_Tab, [2, 3, 4, 5, 0, 1]),
        (Qt.Key.Key_Backtab, [0, 5, 4, 3, 2, 1]),
    ):
        for at in order:
            room.hand.key(key)
            assert window.focusWidget() is stops[at]


# Closing


def test_escape_closes_and_keeps_what_was_chosen(room: Room) -> None:
    panel = opened(room)
    room.way.press(panel.themes.rows[2])
    room.hand.key(Qt.Key.Key_Escape)
    assert button(room).panel is None
    assert chosen(room)[0] is ThemeName.CONTRAST


def test_press_beside_closes_and_presses_nothing(room: Room) -> None:
    opened(room)
    room.hand.press_at(QPoint(20, 20))
    assert button(room).panel is None
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    beside = room.hand.middle(room.page(Screen.HOME, HomeScreen).lesson_button)
    panel = opened(room)
    room.hand.press_at(beside)
    assert button(room).panel is None
    room.wait(lambda: not isValid(panel))
    assert room.kiosk.navigator.screen is Screen.HOME


def test_panel_goes_with_its_screen(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    panel = opened(room)
    room.kiosk.controller.time_out()
    room.at(Screen.WELCOME)
    room.wait(lambda: not isValid(panel))
    assert room.kiosk.window.focusWidget() is not None


def test_panel_that_was_closed_needs_its_tool_no_more(qtbot: QtBot) -> None:
    look, over = make_look(), QWidget()
    qtbot.addWidget(over)
    tool = LookButton(look)
    tool.setParent(over)
    over.show()
    tool.click()
    panel = tool.panel
    assert panel is not None
    panel.done.click()
    delete(tool)
    over.resize(1100, 800)
    look.set_text_size(TextSize.LARGE)
    assert isValid(panel)
    assert not panel.isVisible()


# What lies behind


def test_nothing_behind_is_told_or_reached_and_all_of_it_comes_back(room: Room) -> None:
    window = room.kiosk.window
    before = [one for one in shown_buttons(window) if not isinstance(one, LookButton)]
    panel = opened(room)
    assert [one for one in shown_buttons(window) if not panel.isAncestorOf(one)] == []
    for _ in range(8):
        room.hand.key(Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        assert panel.isAncestorOf(focused)
    room.hand.key(Qt.Key.Key_Escape)
    assert [one for one in shown_buttons(window) if not isinstance(one, LookButton)] == before
    assert window.focusWidget() is button(room)


def test_what_lies_behind_is_seen_and_follows_each_choice(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    window, look = room.kiosk.window, room.kiosk.look
    spot = QPoint(4, window.height() // 2)
    panel = opened(room)

    def on_paper() -> bool:
        return window.grab().toImage().pixelColor(spot) == look.color("paper")

    for row in panel.themes.rows:
        room.way.press(row)
        room.wait(on_paper)


def test_sheet_over_the_panel_leaves_it_open(room: Room) -> None:
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    panel = opened(room)
    room.kiosk.watchman._ask(30)
    assert not panel.isVisible()
    room.way.press(room.question().safe)
    assert panel.isVisible()
    room.way.press(panel.done)
    assert room.page(Screen.HOME, HomeScreen).lesson_button.isVisible()


# The next learner


@pytest.mark.parametrize("leave", ["end visit", "idle", "half typed"])
def test_next_learner_begins_with_the_default(room: Room, leave: str) -> None:
    if leave != "half typed":
        room.sign_in("RV2048")
        room.at(Screen.HOME)
    panel = opened(room)
    room.way.press(panel.sizes.letters[2])
    room.way.press(panel.themes.rows[1])
    room.way.press(panel.done)
    assert chosen(room) == (ThemeName.DARK, TextSize.LARGER)
    if leave == "end visit":
        room.kiosk.controller.sign_out()
        room.at(Screen.END)
        assert chosen(room) == (ThemeName.DARK, TextSize.LARGER)
        room.way.press(room.page(Screen.END, EndScreen).clear)
    elif leave == "idle":
        room.kiosk.controller.time_out()
    else:
        room.kiosk.watchman.guard.gave_up.emit()
    room.at(Screen.WELCOME)
    assert chosen(room) == (ThemeName.LIGHT, TextSize.NORMAL)


def test_unknown_code_does_not_take_the_choice_away(room: Room) -> None:
    panel = opened(room)
    room.way.press(panel.themes.rows[1])
    room.way.press(panel.done)
    room.sign_in("nonsense")
    QApplication.processEvents()
    assert room.kiosk.navigator.screen is Screen.WELCOME
    assert chosen(room)[0] is ThemeName.DARK


# On every screen


@pytest.mark.parametrize("window", [(1024, 768), (1280, 800), (800, 1280)], ids=str)
@pytest.mark.parametrize("at", range(len(TextSize)))
def test_panel_is_whole_at_every_size(room: Room, window: tuple[int, int], at: int) -> None:
    room.kiosk.window.resize(*window)
    room.wait(lambda: room.kiosk.window.size() == QSize(*window))
    panel = opened(room)
    room.way.press(panel.sizes.letters[at])
    QApplication.processEvents()
    assert panel.size() == room.kiosk.window.size()
    assert faults(panel, "panel") == []
    for widget in (panel.sizes, panel.themes, panel.done):
        box = QRect(widget.mapTo(panel, QPoint(0, 0)), widget.size())
        assert panel.rect().contains(box)


@pytest.mark.parametrize("window", [(1024, 768), (1366, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("at", range(len(TextSize)))
def test_panel_covers_no_tool_in_part(room: Room, window: tuple[int, int], at: int) -> None:
    room.kiosk.window.resize(*window)
    room.wait(lambda: room.kiosk.window.size() == QSize(*window))
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    panel = opened(room)
    room.way.press(panel.sizes.letters[at])
    QApplication.processEvents()
    covered = panel.box()
    page = room.page(Screen.HOME, HomeScreen)
    for tool in (page.look_tool, page.help_tool, page.aloud_tool):
        assert tool is not None
        box = QRect(tool.mapTo(room.kiosk.window, QPoint(0, 0)), tool.size())
        assert covered.contains(box) or not covered.intersects(box)
