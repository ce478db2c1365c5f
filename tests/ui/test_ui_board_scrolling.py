"""Zones that hold more cards than they show."""

from __future__ import annotations

import pytest
from board_table import Table, seen
from makers import make_activity
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.ui.widgets.card import Card

FORTY = make_activity(["is", "is_not"] * 20, title="A card with a name that is not short at all")


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    table = Table(qtbot, FORTY)
    assert table.board.pieces.scrolls.bar(None) is not None
    return table


def all_in_order(table: Table) -> bool:
    """Whether no two cards of the bank lie on each other and none is out of its room."""
    cards = [table.board.card(i) for i in table.state.bank]
    room = table.board.pieces.scrolls.room(None)
    boxes = [card.geometry() for card in cards]
    apart = all(not a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    return apart and all(room.contains(seen(card)) for card in cards if not seen(card).isEmpty())


def test_focus_brings_a_card_into_sight(table: Table) -> None:
    for item_id in table.state.dealt:
        card = table.board.card(item_id)
        table.hand.tab_to(card)
        assert seen(card) == card.geometry()


def test_wheel_scrolls_the_zone_under_it(table: Table) -> None:
    last = table.bank_card(-1)
    assert seen(last).isEmpty()
    spot = QPointF(table.board.zone(None).mapTo(table, QPoint(60, 90)))
    for _ in range(60):
        QTest.wheelEvent(table.hand.native, spot, QPoint(0, -120))
    assert seen(last) == last.geometry()
    assert all_in_order(table)


def test_category_is_read_from_its_top_once_all_is_placed(table: Table) -> None:
    *first, last = table.state.dealt
    for item_id in first:
        table.state = table.state.place(item_id, "is")
        table.show_state()
    bar = table.board.pieces.scrolls.bar("is")
    assert bar is not None
    assert bar.value() == bar.maximum()
    table.state = table.state.place(last, "is_not")
    table.show_state()
    assert bar.value() == 0
    table.state = table.state.place(last, None).place(last, "is")
    table.show_state()
    table.settle()
    assert seen(table.board.card(last)) == table.board.card(last).geometry()


def test_bank_is_read_from_its_top_as_many_cards_go_back_to_it(table: Table) -> None:
    for item_id in table.state.dealt:
        table.state = table.state.place(item_id, "is")
    table.show_state()
    table.state = table.state.cleared()
    table.show_state()
    table.settle()
    assert table.board.pieces.scrolls.offset(None) == 0
    assert seen(table.first) == table.first.geometry()


def test_second_button_on_a_bar_opens_no_menu_of_the_system(table: Table) -> None:
    bar = table.board.pieces.scrolls.bar(None)
    assert bar is not None
    table.hand.press_second_button(bar)
    assert QApplication.activePopupWidget() is None


def test_finger_on_the_ground_scrolls_and_taps_nothing(table: Table) -> None:
    bar = table.board.pieces.scrolls.bar(None)
    assert bar is not None
    bar.setValue(100)
    table.hand.press(table.first)
    bar.setValue(100)
    start = table.title_of(None)
    table.hand.lift(start, start + QPoint(0, 60))
    table.hand.let_go(start + QPoint(0, 60))
    assert bar.value() == 40
    assert table.board.hands.hold is not None
    assert table.moves == []


def test_scrolling_while_cards_are_on_their_way_loses_none(table: Table) -> None:
    table.hand.key(Qt.Key.Key_Space)
    table.hand.key(Qt.Key.Key_Space)
    for _ in range(14):
        QTest.keyClick(table.hand.native, Qt.Key.Key_Tab)
    table.settle()
    assert all_in_order(table)
    focused = table.focusWidget()
    assert isinstance(focused, Card)
    assert seen(focused) == focused.geometry()


def test_zone_stays_where_a_person_scrolled_it(table: Table) -> None:
    while table.board.pieces.scrolls.bar("is") is None:
        table.put(table.first, "is")
    bar = table.board.pieces.scrolls.bar("is")
    assert bar is not None
    assert bar.value() > 0
    bar.setValue(0)
    table.hand.press(table.first)
    table.hand.press(table.first)
    assert bar.value() == 0


def test_card_lands_in_sight(table: Table) -> None:
    for _ in range(20):
        card = table.first
        table.put(card, "is")
        assert seen(card) == card.geometry()
