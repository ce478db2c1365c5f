"""Staff play an attempt, pause it, step through it and jump in it; nobody can change it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QImage, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from replay_stage import Stage, make_replay
from screen_measures import faults

from kiosk.ui.theme import TextSize
from kiosk.ui.widgets import replay as replay_module
from kiosk.ui.widgets.card import Stand
from kiosk.ui.widgets.playback import Speed
from kiosk.ui.widgets.sorting_board import SortingBoard


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


@pytest.fixture
def slow(qtbot: QtBot) -> Stage:
    """A stage with a learner who thinks for a minute before each move."""
    return Stage(qtbot, make_replay([(f"i{n}", "is", 60_000) for n in range(4)], []))


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []

    def listen(_widget: QWidget, spoken: str) -> None:
        words.append(spoken)

    monkeypatch.setattr(replay_module, "announce", listen)
    return words


# Playing


def test_play_shows_every_frame_once_and_stops_at_the_end(stage: Stage) -> None:
    stage.hand.press(stage.board.play)
    stage.wait_until_played()
    assert stage.played == [1, 2, 3, 4, 5, 6, 7]
    assert stage.at == 7
    assert stage.board.play.text() == "Play"


def test_play_at_the_end_starts_over(stage: Stage) -> None:
    stage.board.bar.setFocus()
    stage.hand.key(Qt.Key.Key_End)
    stage.hand.press(stage.board.play)
    stage.wait_until_played()
    assert stage.played == [0, 1, 2, 3, 4, 5, 6, 7]


def test_pause_stops_where_it_is_and_play_goes_on_from_there(qtbot: QtBot) -> None:
    moves = [("i0", "is", 10), ("i1", "is_not", 10), ("i2", "is", 60_000)]
    stage = Stage(qtbot, make_replay(moves, []))
    stage.hand.press(stage.board.play)
    stage.hand.wait_until(lambda: stage.at == 2, "the second placement")
    assert stage.board.play.accessibleName() == "Pause"
    stage.hand.press(stage.board.play)
    assert not stage.board.playback.playing
    assert (stage.at, stage.board.play.accessibleName()) == (2, "Play")
    stage.hand.press(stage.board.speeds.button(Speed.EIGHTFOLD))
    stage.hand.press(stage.board.play)
    stage.wait_until_played()
    assert stage.played == [1, 2, 3]


def test_focus_stays_on_play_while_it_turns_into_pause_and_back(stage: Stage) -> None:
    stage.hand.tab_to(stage.board.play)
    stage.hand.key(Qt.Key.Key_Space)
    stage.wait_until_played()
    assert stage.at == 7
    assert stage.focusWidget() is stage.board.play


def test_bar_keeps_its_place_while_playing(stage: Stage) -> None:
    before = stage.board.bar.geometry()
    stage.hand.press(stage.board.play)
    assert stage.board.bar.geometry() == before


def test_hidden_replay_stops(slow: Stage) -> None:
    slow.hand.press(slow.board.play)
    assert slow.board.playback.playing
    slow.hide()
    assert not slow.board.playback.playing


def test_other_replay_begins_at_its_beginning_and_waits(slow: Stage, said: list[str]) -> None:
    slow.hand.press_at(slow.spot_of(3))
    slow.hand.press(slow.board.play)
    said.clear()
    slow.board.show_replay(make_replay([("i0", "is", 10)], []))
    assert not slow.board.playback.playing
    assert slow.at == 0
    assert slow.board.bar.maximum() == 1
    assert said == []


def test_attempt_without_a_placement_can_be_looked_at(qtbot: QtBot) -> None:
    stage = Stage(qtbot, make_replay([], []))
    assert stage.board.line.words == "0 of 0. No card was placed."
    stage.hand.press(stage.board.play)
    assert not stage.board.playback.playing
    assert not stage.board.bar.isEnabled()


# Step by step


def test_steps_go_forward_and_back_by_pointer(stage: Stage) -> None:
    shown = [stage.picture]
    for number in range(1, 8):
        stage.hand.press(stage.board.forward)
        assert stage.at == number
        shown.append(stage.picture)
    for number in range(6, -1, -1):
        stage.hand.press(stage.board.back)
        assert stage.at == number
        assert stage.picture == shown[number]


def test_steps_go_forward_and_back_by_keys(stage: Stage) -> None:
    stage.hand.tab_to(stage.board.forward)
    stage.hand.key(Qt.Key.Key_Space)
    stage.hand.key(Qt.Key.Key_Space)
    assert stage.at == 2
    stage.hand.tab_to(stage.board.back)
    stage.hand.key(Qt.Key.Key_Space)
    assert stage.at == 1


def test_step_beyond_either_end_stays(stage: Stage) -> None:
    stage.hand.press(stage.board.back)
    assert stage.at == 0
    stage.hand.press_at(stage.spot_of(7))
    stage.hand.press(stage.board.forward)
    assert stage.at == 7


def test_step_while_playing_pauses(slow: Stage) -> None:
    slow.hand.press(slow.board.play)
    slow.hand.press(slow.board.forward)
    assert not slow.board.playback.playing
    assert slow.at == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(jumps=st.lists(st.integers(0, 7), max_size=6), number=st.integers(1, 6))
def test_forward_and_back_is_where_one_was(stage: Stage, jumps: list[int], number: int) -> None:
    for jump in (*jumps, number):
        stage.board.bar.setValue(jump)
    before = stage.at, stage.board.line.words, stage.picture
    stage.board.forward.click()
    stage.board.back.click()
    assert (stage.at, stage.board.line.words, stage.picture) == before
    stage.board.back.click()
    stage.board.forward.click()
    assert (stage.at, stage.board.line.words, stage.picture) == before


# The bar


@pytest.mark.parametrize(
    ("key", "frame"),
    [
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 7),
        (Qt.Key.Key_PageUp, 4),
    ],
)
def test_bar_goes_by_keys(stage: Stage, key: Qt.Key, frame: int) -> None:
    stage.hand.press_at(stage.spot_of(3))
    stage.hand.tab_to(stage.board.bar)
    stage.hand.key(key)
    assert stage.at == frame


@pytest.mark.parametrize("number", range(8))
def test_press_on_the_bar_goes_to_that_very_frame(stage: Stage, number: int) -> None:
    stage.hand.press_at(stage.spot_of(number))
    assert stage.at == number


def test_bar_follows_a_pulled_pointer(stage: Stage) -> None:
    stage.hand.lift(stage.spot_of(1), stage.spot_of(5))
    assert stage.at == 5
    stage.hand.let_go(stage.spot_of(4))
    assert not stage.board.bar.isSliderDown()


def test_choosing_on_the_bar_pauses(slow: Stage) -> None:
    slow.hand.press(slow.board.play)
    slow.hand.press_at(slow.spot_of(3))
    assert not slow.board.playback.playing
    assert slow.at == 3


def test_bar_is_a_slider_with_name_and_value_to_a_screen_reader(stage: Stage) -> None:
    stage.hand.press_at(stage.spot_of(5))
    spoken = QAccessible.queryAccessibleInterface(stage.board.bar)
    assert spoken.role() is QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "Placement"
    assert spoken.text(QAccessible.Text.Description) == "of 7"
    assert spoken.valueInterface().currentValue() == 5
    assert spoken.valueInterface().maximumValue() == 7


# Said aloud


def test_step_by_hand_is_said_once(stage: Stage, said: list[str]) -> None:
    stage.hand.press(stage.board.forward)
    assert said == ["1 of 7. Card 0 put in Category is, by tap, after 0 s. Right."]
    stage.hand.press_at(stage.spot_of(2))
    assert said[1:] == [stage.board.line.words]


def test_nothing_is_said_while_playing(stage: Stage, said: list[str]) -> None:
    stage.hand.press(stage.board.play)
    stage.wait_until_played()
    assert len(stage.played) == 7
    assert said == []


# The board


def test_moved_card_is_marked_and_right_cards_of_an_earlier_try_too(stage: Stage) -> None:
    stage.hand.press_at(stage.spot_of(6))
    stands = {i: stage.board.board.card(i).stand for i in ("i0", "i1", "i2", "i3")}
    assert stands == dict.fromkeys(("i0", "i1", "i2"), Stand.FREE) | {"i3": Stand.HELD}
    stage.hand.press(stage.board.forward)
    stands = {i: stage.board.board.card(i).stand for i in ("i0", "i1", "i2", "i3")}
    assert stands == dict.fromkeys(("i0", "i2", "i3"), Stand.RIGHT) | {"i1": Stand.HELD}


def test_no_pointer_moves_a_card(stage: Stage) -> None:
    before, board = stage.picture, stage.board.board
    card = stage.hand.middle(board.card("i0"))
    zone = stage.hand.middle(board.zone("is_not"))
    stage.hand.press_at(card)
    stage.hand.press_at(zone)
    stage.hand.lift(card, zone)
    assert board.hands.hold is None
    stage.hand.let_go(zone)
    assert stage.picture == before
    assert all(board.card(i).stand is Stand.FREE for i in before)


def test_no_key_comes_to_a_card(stage: Stage) -> None:
    reached: set[QWidget | None] = set()
    for _ in range(30):
        stage.hand.key(Qt.Key.Key_Tab)
        reached.add(stage.focusWidget())
    assert stage.board.bar in reached
    assert not any(stage.board.board.isAncestorOf(widget) for widget in reached if widget)


def test_no_screen_reader_moves_a_card(stage: Stage) -> None:
    press = QAccessibleActionInterface.pressAction()
    for widget in (stage.board.board.card("i0"), stage.board.board.zone("is")):
        QAccessible.queryAccessibleInterface(widget).actionInterface().doAction(press)
    assert stage.board.board.hands.hold is None
    assert stage.board.frame.board.placed == 0


def drawn(board: SortingBoard) -> QImage:
    image = QImage(board.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    board.render(image, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    return image


def test_board_looks_as_it_does_to_a_learner(qtbot: QtBot, stage: Stage) -> None:
    shown = stage.board.board
    learners = SortingBoard(stage.look)
    qtbot.addWidget(learners)
    learners.resize(shown.size())
    # What cannot be moved has no dots to open a menu by; all else is to look the same.
    learners.show_board(make_replay().activity, stage.board.frame.board, {})
    for card in learners.pieces.cards.values():
        card.setEnabled(False)
    stage.hand.press(shown.card("i0"))
    assert drawn(shown) == drawn(learners)


def test_board_never_jumps_whatever_there_is_to_say(stage: Stage) -> None:
    stage.look.set_text_size(TextSize.LARGEST)
    stage.resize(780, 700)
    line = stage.board.line
    seen: set[object] = set()
    heights: set[int] = set()
    for number in range(8):
        stage.hand.press_at(stage.spot_of(number))
        seen.add(stage.board.board.geometry().getRect())
        heights.add(line.heightForWidth(line.width()))
    assert len(heights) == 2
    assert len(seen) == 1


# On every screen


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (784, 700)], ids=str)
@pytest.mark.parametrize("text_size", list(TextSize))
def test_nothing_is_cut_or_too_small(
    stage: Stage, size: tuple[int, int], text_size: TextSize
) -> None:
    stage.look.fit(QSize(1024, 768) if size[0] < 1024 else QSize(*size))
    stage.look.set_text_size(text_size)
    stage.resize(*size)
    stage.hand.press_at(stage.spot_of(3))
    assert stage.size() == QSize(*size)
    assert faults(stage, "replay") == []
