"""A card's menu: every place that it can go to, and nothing that it cannot."""

from __future__ import annotations

import pytest
from board_table import Table
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.core.model import InputMethod
from kiosk.ui.widgets.board_layout import Place


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


def choose(table: Table, place: Place) -> None:
    action = table.board.menu.action_to(place)
    assert action is not None
    table.hand.choose(table.board.menu, action)


def test_dots_open_the_menu_and_a_line_of_it_moves_the_card(table: Table) -> None:
    card = table.first
    table.hand.press(card.dots)
    assert table.board.menu.isVisible()
    assert table.board.menu.accessibleName() == f"Move {card.item.title}"
    choose(table, "is_not")
    table.settle()
    assert table.moves == [(card.item.id, "is_not", InputMethod.MENU)]
    assert not table.board.menu.isVisible()


def test_dots_have_a_name_and_a_press_action_for_a_screen_reader(table: Table) -> None:
    card = table.first
    assert card.dots.accessibleName() == f"Move {card.item.title}"
    card.dots.click()
    choose(table, "is")
    assert table.moves == [(card.item.id, "is", InputMethod.MENU)]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_keys_open_the_menu_and_its_numbers_choose(
    table: Table, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    card = table.first
    table.hand.key(key, modifier)
    assert table.board.menu.isVisible()
    table.hand.key(Qt.Key.Key_2)
    assert table.moves == [(card.item.id, "is_not", InputMethod.MENU)]


def test_menu_of_a_placed_card_leads_back_and_not_to_where_it_is(table: Table) -> None:
    card = table.first
    table.put(card, "is")
    table.hand.press(card.dots)
    assert table.board.menu.action_to("is") is None
    choose(table, None)
    table.settle()
    assert table.moves[-1] == (card.item.id, None, InputMethod.MENU)


def test_escape_closes_the_menu_and_the_card_keeps_the_focus(table: Table) -> None:
    card = table.first
    table.hand.key(Qt.Key.Key_M)
    table.hand.key(Qt.Key.Key_Escape)
    assert not table.board.menu.isVisible()
    assert table.moves == []
    assert table.focusWidget() is card


def test_locked_card_has_no_menu(table: Table) -> None:
    item_id = table.first.item.id
    table.deal(locked=[item_id])
    card = table.board.card(item_id)
    assert not card.dots.isVisible()
    card.setFocus()
    table.hand.key(Qt.Key.Key_M)
    assert not table.board.menu.isVisible()


def test_menu_does_not_outlive_its_page(table: Table) -> None:
    table.hand.key(Qt.Key.Key_M)
    table.board.let_go()
    assert not table.board.menu.isVisible()
    table.hand.key(Qt.Key.Key_M)
    table.board.hide()
    assert not table.board.menu.isVisible()


def test_second_button_in_mid_drag_opens_nothing(table: Table) -> None:
    end = table.title_of("is")
    table.hand.lift(table.hand.middle(table.first), end)
    QTest.mouseClick(table.hand.native, Qt.MouseButton.RightButton, Qt.KeyboardModifier(0), end)
    assert not table.board.menu.isVisible()
    table.hand.let_go(end)


def test_tap_on_the_dots_of_a_placed_card_with_a_card_in_the_hand_is_a_tap(table: Table) -> None:
    there = table.first
    table.put(there, "is")
    card = table.first
    table.hand.press(card)
    table.hand.press(there.dots)
    assert not table.board.menu.isVisible()
    assert table.moves[-1] == (card.item.id, "is", InputMethod.TAP)


# Hands that shake


def test_key_that_is_held_down_is_one_press(table: Table) -> None:
    card = table.first
    table.hand.key(Qt.Key.Key_Space)
    for _ in range(9):
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier(0), " ", autorep=True
        )
        QCoreApplication.sendEvent(table.hand.native, event)
    hold = table.board.hands.hold
    assert hold is not None
    assert hold.card is card
    assert table.moves == []


def test_double_click_takes_a_card_and_keeps_it(table: Table) -> None:
    card = table.first
    spot = table.hand.middle(card)
    QTest.mouseDClick(table.hand.native, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), spot)
    hold = table.board.hands.hold
    assert hold is not None
    assert hold.card is card


def test_tap_that_slips_on_a_zone_is_still_a_tap(table: Table) -> None:
    card = table.first
    table.hand.press(card)
    spot = table.title_of("is")
    table.hand.lift(spot, spot + QPoint(0, 12))
    table.hand.let_go(spot + QPoint(0, 12))
    assert table.moves == [(card.item.id, "is", InputMethod.TAP)]


def test_digit_with_a_modifier_chooses_nothing(table: Table) -> None:
    table.hand.key(Qt.Key.Key_Space)
    before = table.board.hands.hold
    table.hand.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert table.board.hands.hold == before


def test_control_z_with_a_card_in_the_hand_puts_it_back(table: Table) -> None:
    table.hand.key(Qt.Key.Key_Space)
    table.hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert table.board.hands.hold is None
    assert table.undos == []
    assert table.moves == []


def test_arrows_come_to_the_title_of_every_zone(table: Table) -> None:
    reached = set()
    for place in table.board.places():
        zone = table.board.zone(place)
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up):
            for _ in range(10):
                table.hand.key(key)
                if table.focusWidget() is zone:
                    reached.add(place)
    assert reached == set(table.board.places())
