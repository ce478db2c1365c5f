"""Four ways to move a card of a board, each by events that a person's hands would make."""

from __future__ import annotations

from board_table import Table
from PySide6.QtCore import QPoint, Qt

from kiosk.core.model import InputMethod
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.card import Card


def drag(table: Table, card: Card, place: Place) -> None:
    zone = table.board.zone(place)
    end = zone.mapTo(table, QPoint(zone.width() // 2, 14))
    table.hand.lift(table.hand.middle(card), end, steps=3)
    table.hand.let_go(end)


def tap(table: Table, card: Card, place: Place) -> None:
    table.hand.press(card)
    table.hand.press_at(table.title_of(place))


def keys(table: Table, card: Card, place: Place) -> None:
    card.setFocus()
    table.hand.key(Qt.Key.Key_Space)
    for _ in table.board.places():
        hold = table.board.hands.hold
        if hold is None or (hold.target is not None and hold.target.place == place):
            break
        table.hand.key(Qt.Key.Key_Right)
    table.hand.key(Qt.Key.Key_Space)


def menu(table: Table, card: Card, place: Place) -> None:
    """By pointer where the card has its dots, else by keys alone."""
    lines = table.board.menu
    by_pointer = card.dots.isVisible()
    if by_pointer:
        table.hand.press(card.dots)
    else:
        card.setFocus()
        table.hand.key(Qt.Key.Key_M)
    action = lines.action_to(place)
    if not lines.isVisible() or action is None:
        lines.close()
    elif by_pointer:
        table.hand.choose(lines, action)
    else:
        table.hand.key(Qt.Key(Qt.Key.Key_1 + lines.actions().index(action)))


WAYS = {
    InputMethod.DRAG: drag,
    InputMethod.TAP: tap,
    InputMethod.KEYS: keys,
    InputMethod.MENU: menu,
}
