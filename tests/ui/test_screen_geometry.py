"""Nothing is cut, overlapping or out of reach."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk.core.flow import Screen
from kiosk.core.model import Settings
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.board_layout import Measures, Place, arrange
from kiosk.ui.widgets.buttons import Button
from kiosk.ui.widgets.text import Text

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (800, 1280)]


@given(
    size=st.builds(QSize, st.integers(900, 3800), st.integers(500, 3600)),
    categories=st.integers(1, 6),
    where=st.lists(st.integers(0, 6), min_size=2, max_size=40),
)
def test_cards_lie_in_their_zones_and_beside_each_other(
    size: QSize, categories: int, where: list[int]
) -> None:
    ids = [f"category-{n}" for n in range(categories)]
    places: list[Place] = [None, *ids]
    cards: dict[Place, list[str]] = {place: [] for place in places}
    for n, at in enumerate(where):
        cards[places[at % len(places)]].append(f"card-{n}")
    measures = Measures(
        gap=24,
        pad=14,
        header=62,
        bank_header=44,
        card_gap=6,
        card_high=56,
        card_low=44,
        card_narrow=130,
        bank_share=1.22,
    )
    laid = arrange(size, ids, cards, measures)
    whole = QRect(0, 0, size.width(), size.height())
    assert all(whole.contains(zone) for zone in laid.zones.values())
    assert not any(a.intersects(b) for a, b in combinations(laid.zones.values(), 2))
    for place, items in cards.items():
        slots = [laid.cards[item] for item in items]
        assert all(laid.zones[place].contains(slot) for slot in slots)
        assert not any(a.intersects(b) for a, b in combinations(slots, 2))


def in_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def measure(window: QWidget, where: str) -> None:
    """Fail on anything cut, too small to hit, or without a name."""
    everything = cast("Iterable[QWidget]", window.findChildren(QWidget))
    for widget in (one for one in everything if one.isVisible()):
        name = f"{where}: {type(widget).__name__} '{widget.accessibleName()}'"
        box = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if isinstance(widget, Text) and widget.accessibleName():
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else 1
            assert widget.height() >= needed, f"{name} is cut"
            if not in_scroll_area(widget):
                assert window.rect().contains(box), f"{name} is out of the window"
        if isinstance(widget, Button):
            assert widget.width() >= widget.sizeHint().width(), f"{name} is cut"
        if isinstance(widget, QAbstractButton):
            assert widget.accessibleName(), f"{name} has no name"
            assert min(widget.width(), widget.height()) >= 44, f"{name} is too small: {box}"
            if not in_scroll_area(widget):
                assert window.rect().contains(box), f"{name} is out of the window"


@pytest.mark.slow
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
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
    if text_size is TextSize.NORMAL and size[0] >= size[1]:
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
