"""With the largest letters, words and the way on come first: pictures give them their room."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from measured_visit import settle
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from test_ui_assistive import feedback
from test_ui_lesson_lines import views
from test_ui_second_round import home_view

from kiosk import paths
from kiosk.app import make_look
from kiosk.content.load import load_pack
from kiosk.ui.language import Tongue
from kiosk.ui.screens.base import Page
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.screens.summary import SummaryScreen
from kiosk.ui.staff.setup import SetUpPage
from kiosk.ui.staff.views import SetUpView
from kiosk.ui.theme import TextSize
from kiosk.ui.views import FeedbackView
from kiosk.ui.widgets.buttons import Kind
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.text import Text

SIZES = ((1024, 768), (1366, 768), (1920, 1080))
WAYS = [(0, 0), (11, 0), (11, 3)]
"""Screens seen and cards missed: the lesson, the board, a second round is next."""


def at(qtbot: QtBot, page: Page, size: tuple[int, int], text: TextSize) -> None:
    """Show a page in a window with letters of a size."""
    qtbot.addWidget(page)
    page.resize(*size)
    page.look.fit(page.size())
    page.look.set_text_size(text)
    page.show()


def in_sight(widget: QWidget, area: Scroll) -> bool:
    """Whether all of a widget can be seen without scrolling."""
    view = area.viewport()
    return view.rect().contains(QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()))


def many_answers(selected: str) -> FeedbackView:
    """Return twenty answers, more than a page has room for."""
    few = feedback()
    rows = [few.rows[n % len(few.rows)] for n in range(20)]
    items = [replace(row.item, id=f"i{n}") for n, row in enumerate(rows)]
    many = tuple(replace(row, item=item) for row, item in zip(rows, items, strict=True))
    return replace(few, rows=many, selected=selected)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize(("seen", "missed"), WAYS)
def test_way_on_at_home_is_in_sight(
    qtbot: QtBot, size: tuple[int, int], text: TextSize, seen: int, missed: int
) -> None:
    page = HomeScreen(make_look())
    page.show_view(home_view(missed, screens_seen=seen))
    at(qtbot, page, size, text)
    (area,) = cast("list[Scroll]", page.findChildren(Scroll))
    qtbot.waitUntil(lambda: in_sight(page.first_focus(), area))


@pytest.mark.parametrize(("seen", "missed"), WAYS)
def test_one_way_at_home_asks_most(qtbot: QtBot, seen: int, missed: int) -> None:
    page = HomeScreen(make_look())
    page.show_view(home_view(missed, screens_seen=seen))
    at(qtbot, page, SIZES[0], TextSize.NORMAL)
    buttons = (page.lesson_button, page.activity_button, page.second_round_button)
    assert [one for one in buttons if one.kind is Kind.PRIMARY] == [page.first_focus()]


@pytest.mark.parametrize("size", SIZES)
def test_picture_of_the_lesson_gives_large_letters_their_line(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    page = LessonScreen(make_look())
    page.show_view(next(views(load_pack(paths.default_pack()))))
    at(qtbot, page, size, TextSize.NORMAL)
    (picture,) = cast("list[PictureView]", page.findChildren(PictureView))
    assert picture.isVisible()
    page.look.set_text_size(TextSize.LARGEST)
    qtbot.waitUntil(lambda: not picture.isVisible())
    page.look.set_text_size(TextSize.NORMAL)
    qtbot.waitUntil(picture.isVisible)


def told(page: Page) -> list[str]:
    """Return what a screen reader is told of the page's picture, by itself or by another."""
    (picture,) = cast("list[PictureView]", page.findChildren(PictureView))
    texts = [one for one in cast("list[Text]", page.findChildren(Text)) if one.isVisible()]
    shown = [picture.accessibleName()] if picture.isVisible() else []
    return shown + [words for one in texts if (words := one.accessibleDescription())]


@pytest.mark.parametrize("kind", [HomeScreen, LessonScreen, SummaryScreen])
def test_picture_that_gives_way_is_still_told_of(qtbot: QtBot, kind: type[Page]) -> None:
    page = kind(make_look())
    if isinstance(page, HomeScreen):
        page.show_view(home_view(0))
    elif isinstance(page, LessonScreen):
        page.show_view(next(views(load_pack(paths.default_pack()))))
    at(qtbot, page, SIZES[0], TextSize.NORMAL)
    (picture,) = cast("list[PictureView]", page.findChildren(PictureView))
    alt = [picture.accessibleName()]
    assert told(page) == alt != [""]
    page.look.set_text_size(TextSize.LARGEST)
    qtbot.waitUntil(lambda: not picture.isVisible())
    assert told(page) == alt
    page.look.set_text_size(TextSize.NORMAL)
    qtbot.waitUntil(picture.isVisible)
    assert told(page) == alt


def test_screen_without_a_picture_tells_of_none(qtbot: QtBot) -> None:
    page, first = LessonScreen(make_look()), next(views(load_pack(paths.default_pack())))
    page.show_view(first)
    at(qtbot, page, SIZES[0], TextSize.LARGEST)
    assert told(page) != []
    page.show_view(replace(first, picture=None))
    settle()
    assert told(page) == []


def test_open_box_does_not_take_the_heading_away_from_larger_letters(qtbot: QtBot) -> None:
    page = LessonScreen(make_look())
    page.show_view(next(views(load_pack(paths.default_pack()))))
    at(qtbot, page, SIZES[0], TextSize.NORMAL)
    page.reveals[0].setFocus()
    page.reveals[0].click()
    settle()
    assert page.reveals[0].hasFocus()
    page.look.set_text_size(TextSize.LARGEST)
    bar = page._words.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    settle()
    assert bar.value() == 0


def test_large_letters_have_the_reasons_below_their_card(qtbot: QtBot) -> None:
    page = FeedbackScreen(make_look())
    page.show_view(feedback())
    at(qtbot, page, SIZES[0], TextSize.LARGEST)
    port = page._scroll.viewport()
    for n, answer in enumerate(page.answers):
        answer.setChecked(True)
        settle()
        reasons = page._below.geometry()
        assert page._below.isVisible()
        assert answer.geometry().bottom() < reasons.top()
        assert [one for one in page.answers[n + 1 :] if one.y() < reasons.bottom()] == []
        assert port.rect().contains(answer.mapTo(port, QPoint(0, 0)))
    page.look.set_text_size(TextSize.NORMAL)
    settle()
    assert not page._below.isVisible()


@pytest.mark.parametrize("hidden", [True, False])
def test_answers_begin_at_the_top_of_their_list_again(qtbot: QtBot, *, hidden: bool) -> None:
    page = FeedbackScreen(make_look())
    page.show_view(many_answers("i1"))
    at(qtbot, page, SIZES[0], TextSize.LARGEST)
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    page.setHidden(hidden)
    page.look.set_text_size(TextSize.NORMAL)
    page.show()
    settle()
    assert bar.maximum() > 0
    assert bar.value() == 0


def test_answer_far_down_its_list_is_in_sight_as_the_page_opens(qtbot: QtBot) -> None:
    page = FeedbackScreen(make_look())
    page.show_view(many_answers("i18"))
    at(qtbot, page, SIZES[0], TextSize.NORMAL)
    qtbot.waitUntil(lambda: in_sight(page.answers[18], page._scroll))
    page.hide()
    page.show_view(many_answers("i0"))
    page.show()
    settle()
    assert page._scroll.verticalScrollBar().value() == 0


@pytest.mark.parametrize("language", ["en", "es"])
def test_way_on_is_in_sight_as_the_set_up_begins(qtbot: QtBot, language: str) -> None:
    tongue = Tongue(paths.resources() / "translations", language)
    try:
        page = SetUpPage(make_look())
        page.show_view(SetUpView())
        at(qtbot, page, (1024, 768), TextSize.LARGEST)
        (area,) = cast("list[Scroll]", page.findChildren(Scroll))
        qtbot.waitUntil(lambda: in_sight(page.next, area))
    finally:
        tongue.speak("en")
