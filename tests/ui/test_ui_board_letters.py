"""Letters of a board: one size for all cards, one for all titles, the same from first to last."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot
from test_ui_layout import NAMES, WHERE, WINDOWS, Case, laid_out, made_up

from kiosk import paths
from kiosk.content.load import load_pack
from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.ui.theme import TextSize
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.sorting_board import SortingBoard

FEW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
CASES = st.builds(
    Case, WINDOWS, WHERE, st.integers(1, 6), st.sampled_from(TextSize), st.sampled_from(NAMES)
)


def letters_of(board: SortingBoard, card: Card) -> int:
    """Return the size of a card's letters in pixels."""
    return board.pieces.words.letters(card.text(), card.width(), card.letters)[0].pixelSize()


@pytest.fixture(scope="module")
def ours() -> Activity:
    return load_pack(paths.default_pack()).activities[0]


@FEW
@example(Case(QSize(1024, 768), [1] * 40, 6, TextSize.LARGEST, NAMES[2]))
@example(Case(QSize(768, 1024), [0, 1, 6], 6, TextSize.LARGEST, NAMES[1]))
@given(CASES)
def test_all_cards_have_one_letter_size_and_no_title_a_smaller_one(
    qtbot: QtBot, case: Case
) -> None:
    board = laid_out(qtbot, case, made_up(case))
    cards = {letters_of(board, card) for card in board.pieces.cards.values()}
    titles = {zone.header.letters for zone in board.pieces.zones.values()}
    assert len(cards) == 1
    assert len(titles) == 1
    assert min(titles) >= max(cards)


@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize("window", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)])
def test_letters_stay_as_they_are_while_somebody_plays(
    qtbot: QtBot, ours: Activity, window: QSize, text: TextSize
) -> None:
    board = laid_out(qtbot, Case(window, [0] * 20, text=text), ours)
    state = board.pieces.board
    assert state is not None
    sizes = set()
    for item_id in state.dealt:
        state = state.place(item_id, "is")
        board.show_board(ours, state, {})
        sizes |= {letters_of(board, card) for card in board.pieces.cards.values()}
    assert len(sizes) == 1


@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize("window", [QSize(1024, 768), QSize(768, 1024), QSize(1920, 1080)])
def test_no_word_of_ours_is_broken_and_every_card_shows_that_it_can_be_taken(
    qtbot: QtBot, ours: Activity, window: QSize, text: TextSize
) -> None:
    board = laid_out(qtbot, Case(window, [0, 1, 2, 1] * 5, text=text), ours)
    words = board.pieces.words
    for card in board.pieces.cards.values():
        _, flags = words.letters(card.text(), card.width(), card.letters)
        assert not flags & Qt.TextFlag.TextWrapAnywhere
        grip = words.sign(card.rect(), card.letters, mark=False)
        assert card.rect().contains(grip.toRect())
        assert grip.width() >= 12
        assert card.dots.isVisible()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize("window", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)])
def test_zones_stay_as_they_are_from_the_first_card_to_the_last(
    qtbot: QtBot, window: QSize, text: TextSize, language: str
) -> None:
    activity = load_pack(paths.default_pack()).spoken(language).activities[0]
    board = laid_out(qtbot, Case(window, [0] * 20, text=text), activity)
    state = board.pieces.board
    assert state is not None
    first = {place: zone.geometry() for place, zone in board.pieces.zones.items()}
    for n, item_id in enumerate(state.dealt):
        state = state.place(item_id, "is" if n % 3 else "is-not")
        board.show_board(activity, state, {})
        assert {p: zone.geometry() for p, zone in board.pieces.zones.items()} == first
    categories = [box.width() for place, box in first.items() if place is not None]
    assert max(categories) - min(categories) <= 1
    assert first[None].width() < 1.5 * min(categories)


@pytest.mark.parametrize("number", [0, 1])
def test_card_in_the_hand_is_as_large_as_it_was(qtbot: QtBot, ours: Activity, number: int) -> None:
    board = laid_out(qtbot, Case(QSize(1366, 768), [0, 1] * 10), ours)
    place = [None, "is"][number]
    card = next(c for c in board.pieces.cards.values() if board.place_of(c) == place)
    board.hands.press(card, card.geometry().center())
    board.hands.move(card.geometry().center() + QPoint(40, 0))
    assert board._lifted.face().size() == card.size()
    board.hands.cancel()


@FEW
@example(Case(QSize(1024, 768), [0] * 40, 2, TextSize.LARGEST, NAMES[1]))
@given(CASES)
def test_titles_of_a_row_end_at_one_height_and_keep_off_their_count(
    qtbot: QtBot, case: Case
) -> None:
    board = laid_out(qtbot, case, made_up(case))
    rows: dict[int, set[int]] = {}
    for place, zone in board.pieces.zones.items():
        rows.setdefault(zone.y(), set()).add(board.pieces.scrolls.room(place).top())
        title, count = zone.header.boxes(zone.size())
        assert title.right() < count.left()
        assert zone.rect().contains(title)
        assert zone.rect().contains(count)
    assert all(len(tops) == 1 for tops in rows.values())


@pytest.mark.parametrize("window", [QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)])
def test_titles_have_as_many_lines_as_those_beside_them(
    qtbot: QtBot, ours: Activity, window: QSize
) -> None:
    board = laid_out(qtbot, Case(window, [0] * 20, text=TextSize.LARGEST), ours)
    lines = set()
    for zone in board.pieces.zones.values():
        title, _ = zone.header.boxes(zone.size())
        metrics = QFontMetrics(zone.header._font(zone.header.letters))
        box = metrics.boundingRect(title, Qt.TextFlag.TextWordWrap, zone.header._shown[0])
        assert title.contains(box)
        lines.add(round(box.height() / metrics.lineSpacing()))
    assert lines == {2}


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0])
def test_fading_says_at_which_end_there_is_more(qtbot: QtBot, at: float) -> None:
    board = laid_out(
        qtbot,
        Case(QSize(1024, 768), [0] * 40, name=NAMES[2]),
        made_up(Case(QSize(1024, 768), [0] * 40, name=NAMES[2])),
    )
    bar = board.pieces.scrolls.bar(None)
    assert bar is not None
    bar.setValue(round(bar.maximum() * at))
    shown = [not fade.isHidden() for fade in board.pieces.fades.of(None)]
    assert shown == [at > 0, at < 1]


def test_card_that_is_come_to_by_keys_lies_clear_of_the_fading(qtbot: QtBot) -> None:
    case = Case(QSize(1024, 768), [0] * 40, name=NAMES[2])
    board = laid_out(qtbot, case, made_up(case))
    state: Board | None = board.pieces.board
    assert state is not None
    for item_id in state.dealt:
        card = board.card(item_id)
        board.pieces.reveal(card)
        fades = [fade for fade in board.pieces.fades.of(None) if not fade.isHidden()]
        assert not any(card.geometry().intersects(fade.geometry()) for fade in fades)
