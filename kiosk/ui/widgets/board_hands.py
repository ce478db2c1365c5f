"""What hands do on the board: lift, carry, choose, drop, put back.

One hand at a time holds one card, by pointer, tap or keys. Whatever ends a hold
leaves the card either where it was or with one ``Drop``; there is no third way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal

from kiosk.core.model import InputMethod
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.card import Card

DRAG_FROM_PIXELS = 6
"""How far a press travels before it is a drag, so that a tap with a shaking hand stays a tap."""


@dataclass(frozen=True, slots=True)
class Target:
    """A chosen place; there may be none while a card is held."""

    place: Place


@dataclass(frozen=True, slots=True)
class Hold:
    """A held card, by what, and where it would go."""

    card: Card
    method: InputMethod
    target: Target | None = None


class Ground(Protocol):
    """What the hands must know of the board."""

    def place_of(self, card: Card) -> Place:
        """Return where a card stands."""

    def place_at(self, point: QPoint) -> Target | None:
        """Return the zone under a point of the board."""

    def places(self) -> Sequence[Place]:
        """Return the zones in the order in which keys go through them."""


class Hands(QObject):
    """Turns presses, moves, taps and keys into holds and drops."""

    changed = Signal()
    dropped = Signal(object)
    lifted = Signal(QPoint)
    carried = Signal(QPoint)
    put_back = Signal(object)
    menu_asked = Signal(object)

    def __init__(self, ground: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._pressed: tuple[Card, QPoint] | None = None
        self._quiet = False
        self.hold: Hold | None = None

    @property
    def dragging(self) -> bool:
        """Whether a card follows a pointer."""
        return self.hold is not None and self.hold.method is InputMethod.DRAG

    def press(self, card: Card, at: QPoint) -> None:
        """A pointer went down on a card. One that comes while another drags ends the drag."""
        self._quiet = False
        if self.dragging:
            self.cancel()
        else:
            self._pressed = (card, at)

    def press_again(self, card: Card, at: QPoint) -> None:
        """A pointer went down for the second time of a double click.

        It can pull the card, but it taps nothing: two quick taps are meant as one.
        """
        self.press(card, at)
        self._quiet = True

    def move(self, at: QPoint) -> None:
        """The pressed pointer moved."""
        if self._pressed is None:
            return
        card, start = self._pressed
        if not self.dragging:
            if card.locked or (at - start).manhattanLength() <= DRAG_FROM_PIXELS:
                return
            self.hold = Hold(card, InputMethod.DRAG)
            self.lifted.emit(at)
        self.carried.emit(at)
        self._aim(self._ground.place_at(at))

    def release(self, at: QPoint) -> None:
        """The pressed pointer went up: a drop, or a tap where it never moved."""
        pressed, self._pressed = self._pressed, None
        if self.dragging:
            self._aim(self._ground.place_at(at))
            self.drop()
        elif pressed is None or self._quiet:
            return
        elif self.hold is None and pressed[0].on_dots(at):
            self.menu_asked.emit(pressed[0])
        else:
            self.tap(pressed[0])

    def tap(self, card: Card) -> None:
        """Tap a card: hold it, let it go, or put the held one into the zone that it lies in."""
        held = self.hold
        if held is None or (self._ground.place_of(card) is None and card is not held.card):
            self.take(card, InputMethod.TAP)
        elif card is held.card:
            self.cancel()
        else:
            self.drop_at(self._ground.place_of(card), InputMethod.TAP)

    def take(self, card: Card, method: InputMethod) -> None:
        """Hold a card; one that is held already is put back first."""
        if card.locked:
            return
        self.cancel()
        target = self._first_target(card) if method is InputMethod.KEYS else None
        self.hold = Hold(card, method, target)
        self.changed.emit()

    def choose(self, step: int) -> None:
        """Choose the next (1) or the previous (-1) place for the held card."""
        if self.hold is None:
            return
        places = self._open_places(self.hold.card)
        at = self.hold.target
        if at is not None and at.place in places:
            chosen = (places.index(at.place) + step) % len(places)
        else:
            chosen = 0 if step > 0 else -1
        self._aim(Target(places[chosen]))

    def choose_place(self, place: Place) -> None:
        """Choose a place for the held card."""
        if self.hold is not None:
            self._aim(Target(place))

    def drop_at(self, place: Place, method: InputMethod) -> None:
        """Drop the held card at a place."""
        if self.hold is not None:
            self.hold = Hold(self.hold.card, method, Target(place))
            self.drop()

    def send(self, card: Card, place: Place, method: InputMethod) -> None:
        """Place a card without carrying it; one that is held is put back first."""
        self.cancel()
        if card.locked or place == self._ground.place_of(card):
            return
        self.dropped.emit(Hold(card, method, Target(place)))

    def drop(self) -> None:
        """Drop the held card where it would go; put it back where there is no such place."""
        held = self.hold
        if held is None:
            return
        if held.target is None or held.target.place == self._ground.place_of(held.card):
            self.cancel()
            return
        self.hold = None
        self._pressed = None
        self.changed.emit()
        self.dropped.emit(held)

    def cancel(self) -> None:
        """Put the held card back where it was."""
        held, self.hold = self.hold, None
        self._pressed = None
        if held is not None:
            self.changed.emit()
            self.put_back.emit(held)

    def _aim(self, target: Target | None) -> None:
        if self.hold is not None and self.hold.target != target:
            self.hold = replace(self.hold, target=target)
            self.changed.emit()

    def _open_places(self, card: Card) -> list[Place]:
        own = self._ground.place_of(card)
        return [place for place in self._ground.places() if place != own]

    def _first_target(self, card: Card) -> Target:
        places = self._open_places(card)
        return Target(next((place for place in places if place is not None), None))
