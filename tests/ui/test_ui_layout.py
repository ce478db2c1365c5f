"""Cards and zones never cover each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import pytest
from board_table import seen
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from makers import make_activity
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot
from screen_measures import SMALLEST_TARGET

from kiosk import paths
from kiosk.app import make_look
from kiosk.content.load import load_pack
from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.sorting_board import SortingBoard

LANDSCAPES = st.builds(QSize, st.integers(1024, 3840), st.integers(768, 2160))
WINDOWS = LANDSCAPES | st.builds(QSize, st.integers(768, 2160), st.integers(1024, 3840))
WHERE = st.lists(st.integers(0, 6), min_size=2, max_size=40) | st.builds(
    lambda count, place: [place] * count, st.integers(2, 40), st.integers(0, 6)
)
NAMES = ("Ally", "Resource Broker", "Somebody who walks beside you for as long as it takes")
PATIENT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@dataclass(frozen=True)
class Case:
    """A board in a window: ``where`` has a place for each card, 0 for the bank."""

    window: QSize
    where: list[int]
    categories: int = 2
    text: TextSize = TextSize.NORMAL
    name: str = NAMES[1]


def made_up(case: Case) -> Activity:
    """Return an activity with as many cards and categories as a case has."""
    ids = [f"c{n}" for n in range(case.categories)]
    belongs = [ids[n % case.categories] for n in range(len(case.where))]
    return make_activity(belongs, categories=ids, title=case.name)


def laid_out(qtbot: QtBot, case: Case, activity: Activity) -> SortingBoard:
    """Return a board as it lies in a window."""
    look, window = make_look(), case.window
    look.reduced_motion = True
    look.fit(window)
    look.set_text_size(case.text)
    ids = [category.id for category in activity.categories]
    state = Board.dealt_from(activity, 7)
    for item_id, at in zip(state.dealt, case.where, strict=True):
        if at % (len(ids) + 1):
            state = state.place(item_id, ids[at % (len(ids) + 1) - 1])
    board = SortingBoard(look)
    qtbot.addWidget(board)
    around = look.px(72 + 96 + 12 + 12 + 10) + look.metrics(30).height()
    board.resize(window.width() - look.px(80), window.height() - around)
    board.show_board(activity, state, {})
    board.show()
    return board


def apart(boxes: list[QRect]) -> bool:
    """Whether no two boxes overlap."""
    return not any(one.intersects(other) for one, other in combinations(boxes, 2))


def words_fit(board: SortingBoard, card: Card) -> bool:
    """Whether a card's words lie inside it."""
    words, scale = board.pieces.words, card.letters
    font, flags = words.letters(card.text(), card.width(), scale)
    room = words.room(card.rect(), scale)
    needed = QFontMetrics(font).boundingRect(room, flags, card.text())
    return needed.height() <= room.height() and needed.width() <= room.width()


@PATIENT
@example(Case(QSize(1024, 768), [1] * 40, 6, TextSize.LARGEST, NAMES[2]))
@example(Case(QSize(1024, 768), [0] * 40, 6, TextSize.LARGEST, NAMES[2]))
@example(Case(QSize(768, 1024), [6] * 40, 6, TextSize.LARGEST, NAMES[2]))
@example(Case(QSize(1280, 800), [0] * 40, 5, TextSize.NORMAL, NAMES[0]))
@example(Case(QSize(1186, 768), [1] * 11, 1, TextSize.LARGE, NAMES[1]))
@given(
    st.builds(
        Case, WINDOWS, WHERE, st.integers(1, 6), st.sampled_from(TextSize), st.sampled_from(NAMES)
    )
)
def test_every_card_lies_in_its_zone_whole_or_can_be_scrolled_to(qtbot: QtBot, case: Case) -> None:
    board = laid_out(qtbot, case, made_up(case))
    pieces = board.pieces
    zones = [zone.geometry() for zone in pieces.zones.values()]
    assert all(board.rect().contains(zone) for zone in zones)
    assert apart(zones)
    for card in pieces.cards.values():
        pieces.reveal(card)
        zone = pieces.zones[board.place_of(card)]
        assert zone.geometry().contains(seen(card)), card
        assert card.width() >= SMALLEST_TARGET
        assert card.height() >= SMALLEST_TARGET
        assert words_fit(board, card), card.geometry()
        shown = pieces.scrolls.room(zone.place)
        assert seen(card).height() >= min(card.height(), shown.height())
        assert seen(card).width() == card.width()
        others = [c for c in pieces.cards.values() if c is not card]
        assert not any(seen(card).intersects(seen(other)) for other in others)


@pytest.fixture(scope="module")
def ours() -> Activity:
    return load_pack(paths.default_pack()).activities[0]


@PATIENT
@example(QSize(1024, 768), [1] * 10 + [2] * 10)
@example(QSize(1024, 768), [0] * 20)
@example(QSize(1024, 768), [1] * 11 + [2] * 9)
@example(QSize(1280, 800), [1] * 16 + [0] * 4)
@example(QSize(1182, 768), [0] * 20)
@given(
    LANDSCAPES,
    st.builds(
        lambda placed, wrong: [1 + (n % 2 or n < wrong) for n in range(placed)] + [0] * 20,
        st.integers(0, 20),
        st.integers(0, 1),
    ),
)
def test_our_own_twenty_cards_need_no_scrolling(
    qtbot: QtBot, ours: Activity, window: QSize, where: list[int]
) -> None:
    board = laid_out(qtbot, Case(window, where[:20]), ours)
    assert all(board.pieces.scrolls.bar(place) is None for place in board.places())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("window", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)])
def test_both_categories_have_as_many_columns(qtbot: QtBot, window: QSize, language: str) -> None:
    activity = load_pack(paths.default_pack()).spoken(language).activities[0]
    for many in (9, 10, 11):
        board = laid_out(qtbot, Case(window, [1] * many + [2] * (20 - many)), activity)
        lefts = {place: set[int]() for place in ("is", "is-not")}
        for card in board.pieces.cards.values():
            lefts[str(board.place_of(card))].add(card.x())
        assert len(lefts["is"]) == len(lefts["is-not"])


@PATIENT
@given(WINDOWS, st.integers(2, 40), st.text("abcdefgh ", min_size=4, max_size=24))
def test_signs_that_come_later_cut_no_words(
    qtbot: QtBot, window: QSize, count: int, name: str
) -> None:
    case = Case(window, [1] * count, name=f"Card {name}")
    activity = made_up(case)
    board = laid_out(qtbot, case, activity)
    state = board.pieces.board
    assert state is not None
    board.show_board(activity, state, dict.fromkeys(state.dealt, Stand.MISS))
    assert all(words_fit(board, card) for card in board.pieces.cards.values())
