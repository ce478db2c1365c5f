"""Four ways to use the kiosk, each complete: pulling, tapping, keys alone, the cards' menus."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.model import InputMethod
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.tryout import TryoutScreen
from kiosk.ui.tour.hand import Hand, HandFailed

CardScreen = BoardScreen | TryoutScreen
"""A page with a sorting board."""


class Way(Protocol):
    """How a person acts."""

    method: InputMethod

    def press(self, widget: QWidget) -> None:
        """Press a button."""

    def enter(self, field: QWidget, text: str) -> None:
        """Type into a field."""

    def lift_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Take a card up and aim at a place, without dropping it."""

    def drop_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Drop the card that is held."""


class Pointer:
    """What pulling and tapping have in common."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def press(self, widget: QWidget) -> None:
        """Press a button with the pointer."""
        self._hand.press(widget)

    def enter(self, field: QWidget, text: str) -> None:
        """Press a field and type."""
        self._hand.press(field)
        self._hand.type(text)


class Dragging(Pointer):
    """Cards are pulled over."""

    method = InputMethod.DRAG

    def lift_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Pull a card over a place."""
        start = self._hand.middle(screen.board.card(item_id))
        self._hand.lift(start, self._hand.middle(screen.board.zone(place)))

    def drop_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Let it go there."""
        del item_id
        self._hand.let_go(self._hand.middle(screen.board.zone(place)))


class Tapping(Pointer):
    """A card is tapped, then the place."""

    method = InputMethod.TAP

    def lift_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Tap a card."""
        del place
        self._hand.press(screen.board.card(item_id))

    def drop_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Tap the place, at its title, where no card can lie."""
        del item_id
        zone = screen.board.zone(place)
        point = self._hand.middle(zone)
        point.setY(zone.mapTo(self._hand.window, zone.rect().topLeft()).y() + zone.height() // 20)
        self._hand.press_at(point)


class Choosing(Pointer):
    """Each card's menu has every place that it can go to."""

    method = InputMethod.MENU

    def lift_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Open a card's menu: by its dots where it has them, else by the second button."""
        del place
        card = screen.board.card(item_id)
        self._hand.middle(card)
        if card.dots.isVisible():
            self._hand.press(card.dots)
        else:
            self._hand.press_second_button(card)
        if not screen.board.menu.isVisible():
            raise HandFailed(f"no menu opens at {item_id}")

    def drop_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Choose the place."""
        action = screen.board.menu.action_to(place)
        if action is None:
            raise HandFailed(f"the menu of {item_id} does not lead to {place}")
        self._hand.choose(screen.board.menu, action)


class Keys:
    """No pointer at all."""

    method = InputMethod.KEYS

    def __init__(self, hand: Hand) -> None:
        self._hand = hand

    def press(self, widget: QWidget) -> None:
        """Go to a button and press Space."""
        self._hand.go_to(widget)
        self._hand.key(Qt.Key.Key_Space)

    def enter(self, field: QWidget, text: str) -> None:
        """Tab to a field and type."""
        self._hand.tab_to(field)
        self._hand.type(text)

    def lift_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Tab to a card, pick it up, choose the place with the arrows."""
        self._hand.tab_to(screen.board.card(item_id))
        self._hand.key(Qt.Key.Key_Space)
        for _ in screen.board.places():
            held = screen.board.hands.hold
            if held is None or held.target is None:
                raise HandFailed(f"Space does not pick {item_id} up")
            if held.target.place == place:
                return
            self._hand.key(Qt.Key.Key_Right)
        raise HandFailed(f"the arrows never choose {place}")

    def drop_card(self, screen: CardScreen, item_id: str, place: str | None) -> None:
        """Press Space again."""
        del screen, item_id, place
        self._hand.key(Qt.Key.Key_Space)


WAYS: dict[str, type[Dragging | Tapping | Keys | Choosing]] = {
    "drag": Dragging,
    "tap": Tapping,
    "keys": Keys,
    "menu": Choosing,
}
