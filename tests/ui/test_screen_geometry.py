"""Nothing is cut, overlapping or out of reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from rooms import Room
from screen_measures import faults

from kiosk.core.flow import Screen
from kiosk.core.model import Settings
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.theme import TextSize

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (800, 1280)]


def measure(window: QWidget, where: str) -> None:
    """Fail on anything cut, covered, too small to hit, or without a name."""
    assert faults(window, where) == []


@pytest.mark.slow
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGE])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_fits(
    qtbot: QtBot, tmp_path: Path, size: tuple[int, int], text_size: TextSize
) -> None:
    room = Room(qtbot, tmp_path / "data", Settings())
    window = room.kiosk.window
    window.resize(*size)
    room.kiosk.look.set_text_size(text_size)
    room.wait(lambda: (window.width(), window.height()) == size)

    def look_at(where: str) -> None:
        qtbot.wait(20)
        measure(window, where)

    look_at("welcome")
    room.sign_in("RV2048")
    room.at(Screen.HOME)
    look_at("home")
    room.way.press(room.page(Screen.HOME, HomeScreen).lesson_button)
    for number in range(1, 12):
        page = room.lesson()
        look_at(f"lesson {number}")
        if page.door is None:
            room.kiosk.controller.lesson_next()
    assert page.door is not None
    room.way.press(page.door)
    room.at(Screen.INTRODUCTION)
    look_at("introduction")
    room.way.press(room.page(Screen.INTRODUCTION, IntroductionScreen).start)
    board = room.board()
    look_at("board")
    for item_id in board.view.board.dealt[:3]:
        room.place(board, item_id, "is")
    room.kiosk.controller.sign_out()
    room.at(Screen.END)
    look_at("end")
    room.kiosk.controller.next_learner()
    assert isinstance(room.kiosk.navigator.page(Screen.WELCOME), WelcomeScreen)
    room.close()


def test_answers_fit_the_smallest_screen(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(qtbot, tmp_path / "data", Settings())
    room.kiosk.window.resize(1024, 768)
    room.sign_in("RV2048")
    page = room.open_board()
    for item_id in page.view.board.dealt:
        room.place(page, item_id, "is")
    measure(room.kiosk.window, "full board")
    room.way.press(page.check)
    room.at(Screen.FEEDBACK)
    answers = room.page(Screen.FEEDBACK, FeedbackScreen)
    for answer in answers.answers[:4]:
        room.way.press(answer)
        qtbot.wait(20)
        measure(room.kiosk.window, f"answer {answer.text()}")
    room.close()
