"""The board under a pen, in a real window: as complete as under any other hand."""

from __future__ import annotations

import pytest
from pen import Pen
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from rooms import Room

from kiosk.core.model import InputMethod
from kiosk.ui.screens.board import BoardScreen


@pytest.fixture
def page(room: Room) -> BoardScreen:
    room.sign_in("RV2048")
    return room.open_board()


@pytest.fixture
def pen(room: Room, page: BoardScreen) -> Pen:
    assert page.isVisible()
    if QApplication.platformName() == "offscreen":
        pytest.skip("only a real window's plugin makes a press of a pen: played on xcb")
    return Pen(room.hand.native)


def first(page: BoardScreen) -> str:
    return page.view.board.bank[0]


def draw(pen: Pen, start: QPoint, end: QPoint) -> None:
    pen.hover(start)
    pen.down(start)
    for step in range(1, 9):
        pen.to(start + (end - start) * (step / 8))


def test_pen_drags_and_what_it_placed_is_kept(room: Room, page: BoardScreen, pen: Pen) -> None:
    item_id, board = first(page), page.board
    end = room.hand.middle(board.zone("is"))
    draw(pen, room.hand.middle(board.card(item_id)), end)
    assert board.hands.dragging
    pen.up(end)
    room.wait(lambda: page.place_of(item_id) == "is" and board.settled)
    room.written()
    found = room.kiosk.database.read(
        lambda db: db.execute("SELECT item, to_place, method FROM placement").fetchall()
    )
    assert found == [(item_id, "is", InputMethod.DRAG.value)]


def test_pen_taps_card_and_place(room: Room, page: BoardScreen, pen: Pen) -> None:
    item_id = first(page)
    for target in (page.board.card(item_id), page.board.zone("is-not")):
        spot = room.hand.middle(target)
        pen.hover(spot)
        pen.down(spot)
        pen.up(spot)
    room.wait(lambda: page.place_of(item_id) == "is-not")


def test_pen_that_trembles_still_taps(room: Room, page: BoardScreen, pen: Pen) -> None:
    spot = room.hand.middle(page.board.card(first(page)))
    pen.hover(spot)
    pen.down(spot)
    pen.to(spot + QPoint(3, 2))
    pen.up(spot + QPoint(3, 2))
    held = page.board.hands.hold
    assert held is not None
    assert held.method is InputMethod.TAP


def test_pen_lifted_over_no_place_puts_the_card_back(
    room: Room, page: BoardScreen, pen: Pen
) -> None:
    board = page.board
    card = board.card(first(page))
    there = card.geometry()
    outside = room.hand.middle(board) - QPoint(0, board.height() // 2 + 20)
    draw(pen, room.hand.middle(card), outside)
    pen.up(outside)
    room.wait(lambda: board.settled and card.geometry() == there)
    assert page.place_of(card.item.id) is None


def test_pen_that_only_hovers_lifts_nothing(room: Room, page: BoardScreen, pen: Pen) -> None:
    pen.hover(room.hand.middle(page.board.card(first(page))))
    pen.hover(room.hand.middle(page.board.zone("is")))
    assert page.board.hands.hold is None
