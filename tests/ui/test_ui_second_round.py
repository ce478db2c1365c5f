"""The offer of a second round at home, and its gain in words at the end."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from screen_measures import faults

from kiosk.app import make_look
from kiosk.core.model import AttemptSummary, Outcome
from kiosk.ui.main_window import MainWindow, WindowMode
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.summary import SummaryScreen
from kiosk.ui.theme import TextSize
from kiosk.ui.views import HomeView, SummaryView
from kiosk.ui.widgets.text import Text

SIZES = [(1024, 768), (1280, 800), (1920, 1080), (800, 1280)]


def home_view(
    second_round: int, *, another_round: bool = False, screens_seen: int = 11
) -> HomeView:
    best = AttemptSummary("mentor-or-not", Outcome.PASSED, 0.85, 1.0)
    return HomeView(
        code="RV2048",
        returning=True,
        lesson_title="Mentoring",
        screens_seen=screens_seen,
        screens_total=11,
        activity_title="Mentor or Not?",
        activity_open=False,
        placed=0,
        items=20,
        best=best,
        second_round=second_round,
        another_round=another_round,
        second_round_open=False,
    )


class Window(MainWindow):
    """A window that shows the home screen."""

    def __init__(self, view: HomeView, size: tuple[int, int] = (1280, 800)) -> None:
        super().__init__(make_look(), WindowMode.WINDOWED)
        self.resize(*size)
        self.page = HomeScreen(self._look)
        self.pages.addWidget(self.page)
        self.page.show_view(view)
        self.show()

    def enlarge(self, size: TextSize) -> None:
        """Set another text size."""
        self._look.set_text_size(size)


def words(page: HomeScreen | SummaryScreen) -> str:
    """Return all that can be read on a page."""
    texts: Iterable[Text] = page.findChildren(Text)
    return "\n".join(text.accessibleName() for text in texts if text.isVisibleTo(page))


@pytest.mark.parametrize(
    ("cards", "line", "button"),
    [
        (1, "A second round: one card", "Sort it"),
        (3, "A second round: 3 cards", "Sort these 3"),
    ],
)
def test_offer_says_how_many_cards_in_one_line_and_comes_first(
    qtbot: QtBot, cards: int, line: str, button: str
) -> None:
    window = Window(home_view(cards))
    qtbot.addWidget(window)
    page = window.page
    assert line in words(page).split("\n")
    assert page.second_round_button.isVisible()
    assert page.second_round_button.text() == button
    assert page.first_focus() is page.second_round_button
    with qtbot.waitSignal(page.second_round_asked):
        page.second_round_button.click()


def test_what_comes_after_a_second_round_is_another(qtbot: QtBot) -> None:
    window = Window(home_view(2, another_round=True))
    qtbot.addWidget(window)
    page = window.page
    assert "Another round: 2 cards" in words(page).split("\n")


def test_lesson_that_was_not_read_comes_before_a_second_round(qtbot: QtBot) -> None:
    window = Window(home_view(3, screens_seen=4))
    qtbot.addWidget(window)
    page = window.page
    assert page.second_round_button.isVisible()
    assert page.first_focus() is page.lesson_button


def test_nothing_is_said_of_a_second_round_where_none_is_offered(qtbot: QtBot) -> None:
    window = Window(home_view(3))
    qtbot.addWidget(window)
    page = window.page
    page.show_view(home_view(0))
    assert not page.second_round_button.isVisible()
    assert "round" not in words(page)
    assert page.first_focus() is page.activity_button


@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_home_with_an_offer_fits(qtbot: QtBot, size: tuple[int, int], text_size: TextSize) -> None:
    window = Window(home_view(12), size)
    qtbot.addWidget(window)
    window.enlarge(text_size)
    qtbot.wait(20)
    assert faults(window, "home") == []
    if text_size is TextSize.NORMAL:
        areas: Iterable[QScrollArea] = window.page.findChildren(QScrollArea)
        assert [area.verticalScrollBar().maximum() for area in areas] == [0]


@pytest.mark.parametrize(
    ("right", "gain"),
    [
        ((2, 2, 3), "You missed these 3 the first time. Now 2 are right."),
        ((1, 3, 3), "You missed these 3 the first time. Now all 3 are right."),
        ((0, 1, 2), "You missed these 2 the first time. Now one is right."),
        ((0, 0, 2), "You missed these 2 the first time. They will be here when you come back."),
        ((1, 1, 1), "You missed this one the first time. Now it is right."),
        ((0, 0, 1), "You missed this one the first time. It will be here when you come back."),
    ],
)
def test_summary_of_a_second_round_says_what_was_gained(
    qtbot: QtBot, right: tuple[int, int, int], gain: str
) -> None:
    page = SummaryScreen(make_look())
    qtbot.addWidget(page)
    first, final, scored = right
    view = SummaryView("Mentor or Not?", first, final, scored, 1, "RV2048", second_round=True)
    page.show_view(view)
    assert gain in words(page).split("\n")
    assert "First try" not in words(page)
