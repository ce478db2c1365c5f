"""The board by real events: whatever ends a hold, a card is where it was or where it was put."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from rooms import Room

from kiosk.core.model import InputMethod, Settings
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.tour.hand import Hand

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    room = Room(qtbot, tmp_path / "data", Settings())
    yield room
    room.close()


@pytest.fixture
def page(room: Room) -> BoardScreen:
    room.sign_in("RV2048")
    return room.open_board()


def first(page: BoardScreen) -> str:
    return page.view.board.bank[0]


def asked(page: BoardScreen) -> list[tuple[str, object, object]]:
    moves: list[tuple[str, object, object]] = []
    page.board.move_asked.connect(lambda *move: moves.append(move))
    return moves


def pull(page: BoardScreen, hand: Hand, item_id: str, place: str) -> QPoint:
    end = hand.middle(page.board.zone(place))
    hand.lift(hand.middle(page.board.card(item_id)), end)
    return end


def test_pulling_a_card_over_places_it_once(page: BoardScreen, room: Room) -> None:
    moves, item_id = asked(page), first(page)
    room.hand.let_go(pull(page, room.hand, item_id, "is-not"))
    room.wait(lambda: page.board.settled)
    assert moves == [(item_id, "is-not", InputMethod.DRAG)]
    assert page.place_of(item_id) == "is-not"


def test_a_shaking_tap_stays_a_tap(page: BoardScreen, room: Room) -> None:
    start = room.hand.middle(page.board.card(first(page)))
    room.hand.lift(start, start + QPoint(3, 2))
    room.hand.let_go(start + QPoint(3, 2))
    hold = page.board.hands.hold
    assert hold is not None
    assert hold.method is InputMethod.TAP


def test_a_drop_beside_every_zone_puts_the_card_back(page: BoardScreen, room: Room) -> None:
    moves, item_id = asked(page), first(page)
    pull(page, room.hand, item_id, "is")
    nowhere = QPoint(room.kiosk.window.width() - 4, 300)
    QTest.mouseMove(room.hand.native, nowhere)
    room.hand.let_go(nowhere)
    room.wait(lambda: page.board.settled)
    assert moves == []
    assert page.place_of(item_id) is None


def test_escape_in_mid_air_puts_the_card_back(page: BoardScreen, room: Room) -> None:
    moves, item_id = asked(page), first(page)
    end = pull(page, room.hand, item_id, "is")
    room.hand.key(Qt.Key.Key_Escape)
    room.hand.let_go(end)
    room.wait(lambda: page.board.settled)
    assert moves == []
    assert page.place_of(item_id) is None


def test_a_resize_in_mid_air_puts_the_card_back(page: BoardScreen, room: Room) -> None:
    moves, item_id = asked(page), first(page)
    end = pull(page, room.hand, item_id, "is")
    room.kiosk.window.resize(1100, 780)
    room.wait(lambda: page.board.settled)
    room.hand.let_go(end)
    assert moves == []
    assert page.place_of(item_id) is None


def test_a_finger_pulls_as_a_mouse_does(page: BoardScreen, room: Room) -> None:
    device = QTest.createTouchDevice()
    item_id, hand = first(page), room.hand
    start, end = hand.middle(page.board.card(item_id)), hand.middle(page.board.zone("is"))
    QTest.touchEvent(hand.native, device).press(0, start).commit()
    for step in range(1, 9):
        point = start + QPoint((end - start).x() * step // 8, (end - start).y() * step // 8)
        QTest.touchEvent(hand.native, device).move(0, point).commit()
    QTest.touchEvent(hand.native, device).release(0, end).commit()
    room.wait(lambda: page.place_of(item_id) == "is")


def test_focus_goes_to_the_next_card_and_then_to_the_check(page: BoardScreen, room: Room) -> None:
    dealt = page.view.board.dealt
    page.board.focus_first()
    for n in range(len(dealt)):
        focused = room.kiosk.window.focusWidget()
        assert focused is page.board.card(dealt[n])
        room.hand.key(Qt.Key.Key_Space)
        room.hand.key(Qt.Key.Key_2 if n % 2 else Qt.Key.Key_1)
        room.hand.key(Qt.Key.Key_Return)
        assert page.place_of(dealt[n]) == ("is-not" if n % 2 else "is")
    assert room.kiosk.window.focusWidget() is page.check


def test_control_z_takes_the_latest_card_back(page: BoardScreen, room: Room) -> None:
    item_id = first(page)
    room.place(page, item_id, "is")
    room.hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.place_of(item_id) is None


def test_a_screen_reader_can_press_cards_and_zones(page: BoardScreen, room: Room) -> None:
    item_id = first(page)
    page.board.card(item_id).click()
    page.board.zone("is").click()
    room.wait(lambda: page.place_of(item_id) == "is")
    card = page.board.card(item_id)
    assert card.accessibleName() == card.item.title
    assert "A mentor is a" in card.accessibleDescription()
    assert page.board.zone("is").accessibleName().endswith("one card")
