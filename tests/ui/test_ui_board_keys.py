"""The board by keys alone, and where the focus goes."""

from __future__ import annotations

import pytest
from board_table import Table
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kiosk.core.model import InputMethod

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    return Table(qtbot)


def test_keys_pick_up_choose_by_arrow_and_drop(table: Table) -> None:
    card, chosen = table.first, []
    table.hand.key(Qt.Key.Key_Space)
    for _ in range(2):
        hold = table.board.hands.hold
        assert hold is not None
        assert hold.target is not None
        chosen.append(hold.target.place)
        table.hand.key(Qt.Key.Key_Right)
    table.hand.key(Qt.Key.Key_Return)
    assert sorted(str(place) for place in chosen) == ["is", "is_not"]
    assert table.moves == [(card.item.id, chosen[0], InputMethod.KEYS)]


@pytest.mark.parametrize(("key", "place"), [(Qt.Key.Key_1, "is"), (Qt.Key.Key_2, "is_not")])
def test_digit_chooses_the_category(table: Table, key: Qt.Key, place: str) -> None:
    item_id = table.first.item.id
    table.hand.key(Qt.Key.Key_Space)
    table.hand.key(key)
    table.hand.key(Qt.Key.Key_Space)
    assert table.moves == [(item_id, place, InputMethod.KEYS)]


@pytest.mark.parametrize(("key", "end"), [(Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 0)])
def test_first_arrow_after_a_tap_begins_at_that_end(table: Table, key: Qt.Key, end: int) -> None:
    table.hand.press(table.first)
    table.hand.key(key)
    hold = table.board.hands.hold
    zones = [p for p in table.board.places() if p is not None]
    assert hold is not None
    assert hold.target is not None
    assert hold.target.place == zones[end]


def test_digit_of_no_category_changes_nothing(table: Table) -> None:
    table.hand.key(Qt.Key.Key_Space)
    before = table.board.hands.hold
    for key in (Qt.Key.Key_0, Qt.Key.Key_3, Qt.Key.Key_9):
        table.hand.key(key)
    assert table.board.hands.hold == before


def test_escape_puts_a_card_held_by_keys_back(table: Table) -> None:
    card = table.first
    table.hand.key(Qt.Key.Key_Space)
    table.hand.key(Qt.Key.Key_Escape)
    assert table.board.hands.hold is None
    assert table.focusWidget() is card
    assert table.moves == []


def test_control_z_asks_for_an_undo_unless_a_card_is_held(table: Table) -> None:
    table.put(table.first, "is")
    table.hand.key(Qt.Key.Key_Space)
    table.hand.key(Qt.Key.Key_Z, CTRL)
    assert table.undos == []
    table.hand.key(Qt.Key.Key_Escape)
    table.hand.key(Qt.Key.Key_Z, CTRL)
    assert table.undos == [InputMethod.KEYS]


def test_held_card_drops_on_a_zone_that_is_reached_by_tab(table: Table) -> None:
    item_id = table.first.item.id
    table.hand.key(Qt.Key.Key_Space)
    table.hand.tab_to(table.board.zone("is_not"))
    table.hand.key(Qt.Key.Key_Space)
    assert table.moves == [(item_id, "is_not", InputMethod.KEYS)]


def test_tab_reaches_every_card_and_every_zone(table: Table) -> None:
    table.put(table.first, "is")
    for item_id in table.state.dealt:
        table.hand.tab_to(table.board.card(item_id))
    for place in table.board.places():
        table.hand.tab_to(table.board.zone(place))
    table.hand.tab_to(table.check)


def test_arrows_go_to_the_card_beside(table: Table) -> None:
    start = table.first
    table.hand.key(Qt.Key.Key_Down)
    below = table.focusWidget()
    assert below is not start
    assert below.geometry().top() > start.geometry().top()
    table.hand.key(Qt.Key.Key_Up)
    assert table.focusWidget() is start


# Focus


def test_focus_goes_to_the_next_card_and_at_last_to_the_check(table: Table) -> None:
    for item_id in table.state.dealt:
        assert table.focusWidget() is table.board.card(item_id)
        assert table.ends == 0
        table.hand.key(Qt.Key.Key_Space)
        table.hand.key(Qt.Key.Key_Space)
    assert table.ends == 1
    assert table.focusWidget() is table.check


def test_focus_wraps_to_cards_that_were_passed_over(table: Table) -> None:
    last, first = table.bank_card(-1), table.first
    table.put(last, "is")
    assert table.focusWidget() is first


def test_full_board_sends_the_first_focus_to_the_check(table: Table) -> None:
    for item_id in table.state.dealt:
        table.state = table.state.place(item_id, "is")
    table.show_state()
    table.board.focus_first()
    assert table.focusWidget() is table.check
