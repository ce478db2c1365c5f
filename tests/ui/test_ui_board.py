"""Four ways to place a card; whatever ends a hold, a card is where it was or where it was put."""

from __future__ import annotations

import pytest
from board_table import Table
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.core.model import InputMethod


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


def pull(table: Table, place: str) -> QPoint:
    """Pull the first card of the bank over a zone, and keep it in the hand."""
    end = table.hand.middle(table.board.zone(place))
    table.hand.lift(table.hand.middle(table.first), end)
    return end


# Dragging


def test_drag_asks_for_one_move(table: Table) -> None:
    item_id = table.first.item.id
    table.hand.let_go(pull(table, "is_not"))
    table.settle()
    assert table.moves == [(item_id, "is_not", InputMethod.DRAG)]
    assert table.lies_where_it_stands(table.board.card(item_id))


def test_card_in_the_hand_is_above_the_one_that_was_placed_last(table: Table) -> None:
    there = table.first
    table.put(there, "is")
    pieces = table.board.pieces
    table.hand.lift(table.hand.middle(table.first), table.hand.middle(there))
    # As where so many cards are in a place that all of them make room for one more.
    pieces.lay_out(("is",), pieces.glide.go)
    in_order = [child for child in table.board.children() if isinstance(child, QWidget)]
    assert in_order.index(there) < in_order.index(table.board._lifted)
    table.hand.let_go(table.hand.middle(there))


def test_drag_to_where_the_card_is_asks_nothing(table: Table) -> None:
    card = table.first
    spot = table.hand.middle(card)
    table.hand.lift(spot, spot + QPoint(0, 60))
    table.hand.let_go(spot + QPoint(0, 60))
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


@pytest.mark.parametrize("travel", [QPoint(5, 0), QPoint(0, -5), QPoint(-3, 2)])
def test_press_of_under_six_pixels_is_a_tap(table: Table, travel: QPoint) -> None:
    spot = table.hand.middle(table.first)
    table.hand.lift(spot, spot + travel)
    assert not table.board.hands.dragging
    table.hand.let_go(spot + travel)
    hold = table.board.hands.hold
    assert hold is not None
    assert hold.method is InputMethod.TAP
    assert table.moves == []


def test_drag_starts_beyond_six_pixels(table: Table) -> None:
    spot = table.hand.middle(table.first)
    table.hand.lift(spot, spot + QPoint(9, 0))
    assert table.board.hands.dragging


@pytest.mark.parametrize("end", [QPoint(2, 2), QPoint(-60, 300)])
def test_drop_outside_every_zone_puts_back(table: Table, end: QPoint) -> None:
    card = table.first
    table.hand.lift(table.hand.middle(card), end)
    table.hand.let_go(end)
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


def test_escape_in_mid_air_puts_back(table: Table) -> None:
    card = table.first
    end = pull(table, "is")
    table.hand.key(Qt.Key.Key_Escape)
    table.hand.let_go(end)
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


def go_elsewhere(qtbot: QtBot, table: Table) -> None:
    """Let another window have the keyboard."""
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    table.hand.wait_until(lambda: not table.isActiveWindow(), "the other window")


def test_window_losing_focus_puts_a_dragged_card_back(qtbot: QtBot, table: Table) -> None:
    card = table.first
    end = pull(table, "is")
    go_elsewhere(qtbot, table)
    assert table.board.hands.hold is None
    table.hand.let_go(end)
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


def test_window_losing_focus_ends_a_hold_wherever_the_focus_is(qtbot: QtBot, table: Table) -> None:
    table.hand.press(table.first)
    table.check.setFocus()
    go_elsewhere(qtbot, table)
    assert table.board.hands.hold is None


def test_resize_in_mid_air_puts_back(table: Table) -> None:
    card = table.first
    end = pull(table, "is")
    table.resize(900, 640)
    table.hand.wait_until(lambda: table.board.hands.hold is None, "the hold to end")
    table.hand.let_go(end)
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


def test_new_view_in_mid_air_leaves_no_hold_that_cannot_be_seen(table: Table) -> None:
    table.put(table.first, "is")
    end = pull(table, "is")
    table.board.undo_asked.emit(InputMethod.TAP)
    table.hand.let_go(end)
    table.settle()
    assert [place for _, place, _ in table.moves] == ["is"]
    assert all(table.lies_where_it_stands(table.board.card(i)) for i in table.state.dealt)


def test_drop_counts_where_the_hand_lets_go(table: Table) -> None:
    item_id = table.first.item.id
    pull(table, "is")
    table.hand.let_go(table.hand.middle(table.board.zone("is_not")))
    assert table.moves == [(item_id, "is_not", InputMethod.DRAG)]


def test_other_buttons_lift_nothing(table: Table) -> None:
    spot = table.hand.middle(table.first)
    QTest.mouseClick(table.hand.native, Qt.MouseButton.RightButton, Qt.KeyboardModifier(0), spot)
    assert table.board.hands.hold is None


# Touch


def touch_pull(table: Table, start: QPoint, end: QPoint, *, second: QPoint | None = None) -> None:
    device = QTest.createTouchDevice()
    QTest.touchEvent(table.hand.native, device).press(0, start).commit()
    for step in range(1, 9):
        point = start + (end - start) * (step / 8)
        sequence = QTest.touchEvent(table.hand.native, device).move(0, point)
        if second is not None and step == 3:
            sequence.press(1, second)
        elif second is not None and step > 3:
            sequence.stationary(1)
        sequence.commit()
    last = QTest.touchEvent(table.hand.native, device).release(0, end)
    if second is not None:
        last.release(1, second)
    last.commit()


def test_finger_drags(table: Table) -> None:
    item_id = table.first.item.id
    touch_pull(table, table.hand.middle(table.first), table.hand.middle(table.board.zone("is")))
    assert table.moves == [(item_id, "is", InputMethod.DRAG)]


def test_finger_taps(table: Table) -> None:
    card, device = table.first, QTest.createTouchDevice()
    for spot in (table.hand.middle(card), table.title_of("is")):
        QTest.touchEvent(table.hand.native, device).press(0, spot).commit()
        QTest.touchEvent(table.hand.native, device).release(0, spot).commit()
    assert table.moves == [(card.item.id, "is", InputMethod.TAP)]


def test_second_finger_puts_the_card_back(table: Table) -> None:
    card = table.first
    start, end = table.hand.middle(card), table.hand.middle(table.board.zone("is"))
    touch_pull(table, start, end, second=table.hand.middle(table.bank_card(1)))
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


def test_finger_that_the_system_takes_away_puts_the_card_back(table: Table) -> None:
    card, device = table.first, QTest.createTouchDevice()
    start = table.hand.middle(card)
    QTest.touchEvent(table.hand.native, device).press(0, start).commit()
    QTest.touchEvent(table.hand.native, device).move(0, start + QPoint(-200, 40)).commit()
    assert table.board.hands.dragging
    lost = QTouchEvent(QEvent.Type.TouchCancel, device)
    QCoreApplication.sendEvent(table.hand.native, lost)
    assert table.board.hands.hold is None
    QTest.touchEvent(table.hand.native, device).release(0, start).commit()
    table.settle()
    assert table.moves == []
    assert table.lies_where_it_stands(card)


# Tapping


def test_tap_card_tap_category_places(table: Table) -> None:
    card = table.first
    table.put(card, "is_not")
    assert table.moves == [(card.item.id, "is_not", InputMethod.TAP)]


def test_tap_on_the_held_card_lets_go(table: Table) -> None:
    table.hand.press(table.first)
    table.hand.press(table.first)
    assert table.board.hands.hold is None
    assert table.moves == []


def test_tap_on_another_card_of_the_bank_holds_that_one(table: Table) -> None:
    other = table.bank_card(1)
    table.hand.press(table.first)
    table.hand.press(other)
    hold = table.board.hands.hold
    assert hold is not None
    assert hold.card is other


def test_tap_on_a_card_in_a_category_means_that_category(table: Table) -> None:
    there = table.first
    table.put(there, "is")
    card = table.first
    table.hand.press(card)
    table.hand.press(there)
    assert table.moves[-1] == (card.item.id, "is", InputMethod.TAP)


def test_tap_takes_a_placed_card_back_to_the_bank(table: Table) -> None:
    card = table.first
    table.put(card, "is")
    table.put(card, None)
    assert table.moves[-1] == (card.item.id, None, InputMethod.TAP)
    assert table.lies_where_it_stands(card)


# Locked cards


def test_locked_card_cannot_be_lifted_by_any_way(table: Table) -> None:
    item_id = table.first.item.id
    table.deal(locked=[item_id])
    table.settle()
    card = table.board.card(item_id)
    spot = table.hand.middle(card)
    end = table.hand.middle(table.board.zone("is_not"))
    table.hand.lift(spot, end)
    assert table.board.hands.hold is None
    table.hand.let_go(end)
    table.hand.press_at(spot)
    assert table.board.hands.hold is None
    card.setFocus()
    table.hand.key(Qt.Key.Key_Space)
    assert table.board.hands.hold is None
    card.click()
    assert table.board.hands.hold is None
    touch_pull(table, spot, end)
    assert table.moves == []
    assert card.locked


def test_first_focus_is_on_a_card_that_can_move(table: Table) -> None:
    stuck = table.first.item.id
    table.state = table.state.next_try(frozenset({stuck}))
    table.show_state()
    table.board.focus_first()
    assert table.focusWidget() is table.bank_card(1)


# Assistive technology


def test_press_action_of_card_and_zone_places(table: Table) -> None:
    card = table.first
    card.click()
    table.board.zone("is").click()
    assert [(item_id, place) for item_id, place, _ in table.moves] == [(card.item.id, "is")]


def test_press_action_of_a_held_card_puts_it_back(table: Table) -> None:
    table.first.click()
    table.first.click()
    assert table.board.hands.hold is None
    assert table.moves == []


def test_cards_and_zones_say_what_and_where_they_are(table: Table) -> None:
    card = table.first
    assert card.accessibleName() == card.item.title
    assert card.accessibleDescription() == "Not placed yet."
    table.put(card, "is")
    assert card.accessibleDescription() == "In Category is."
    table.put(table.first, "is")
    assert table.board.zone("is").accessibleName() == "Category is, 2 cards"
    assert table.board.zone(None).accessibleName() == "Cards to place, 6 cards"
    table.deal(locked=[card.item.id])
    assert card.accessibleDescription() == "In Category is. Right. It stays."
