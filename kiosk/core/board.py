"""The board: which items were dealt, where each stands, and what may be moved.

A board never changes: each move makes a new one. ``None`` as a place is the
bank, the stack of cards that are still to be placed.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from kiosk.core.lesson import Activity


class MoveRefused(ValueError):
    """A move that the board does not allow: an unknown item or place, or a locked item."""


@dataclass(frozen=True, slots=True)
class Move:
    """One item going from one place to another."""

    item_id: str
    from_id: str | None
    to_id: str | None

    def reversed(self) -> Move:
        """Return the move that takes this one back."""
        return Move(self.item_id, self.to_id, self.from_id)


def deal(activity: Activity, seed: int, item_ids: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the ids of the items dealt, in order: the same for the same seed on any machine.

    Where ``item_ids`` are given, all of these and no others are dealt, and their
    own order does not matter. Fisher and Yates' shuffle over
    ``random.Random(seed).random()``, the one sequence that Python promises to
    keep between versions.
    """
    draw = random.Random(seed).random  # noqa: S311 - a card game, and it must be repeatable
    ids = [item.id for item in activity.items if item_ids is None or item.id in item_ids]
    for last in range(len(ids) - 1, 0, -1):
        other = int(draw() * (last + 1))
        ids[last], ids[other] = ids[other], ids[last]
    return tuple(ids[: activity.deal] if item_ids is None else ids)


@dataclass(frozen=True, slots=True)
class Board:
    """A board in the middle of an attempt.

    ``places`` has one entry for every dealt item. ``locked`` items were right
    at an earlier check and stay. ``latest`` is the last of ``undoable`` moves, and
    ``before`` the board before it: so a board knows all its moves and holds one.
    """

    category_ids: tuple[str, ...]
    dealt: tuple[str, ...]
    places: Mapping[str, str | None]
    locked: frozenset[str] = frozenset()
    latest: Move | None = None
    undoable: int = 0
    before: Board | None = field(default=None, compare=False, repr=False)

    @classmethod
    def dealt_from(
        cls, activity: Activity, seed: int, item_ids: Collection[str] | None = None
    ) -> Board:
        """Return the board at the beginning of an attempt: every item in the bank."""
        dealt = deal(activity, seed, item_ids)
        return cls(tuple(c.id for c in activity.categories), dealt, dict.fromkeys(dealt))

    @property
    def bank(self) -> tuple[str, ...]:
        """The items still to be placed, in the order dealt."""
        return self.items_in(None)

    @property
    def placed(self) -> int:
        """How many items stand in a category."""
        return len(self.dealt) - len(self.bank)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves that can be undone, the latest one last."""
        board, found = self, list[Move]()
        while board.before is not None and board.latest is not None:
            found.append(board.latest)
            board = board.before
        return tuple(reversed(found))

    def items_in(self, place: str | None) -> tuple[str, ...]:
        """Return the items at a place, in the order in which they came there."""
        return tuple(item_id for item_id, at in self.places.items() if at == place)

    def place(self, item_id: str, to_id: str | None) -> Board:
        """Return the board with an item moved; the board itself where it is there already.

        Putting the item of the latest move back where it came from takes that
        move back, so that the placements alone tell what can be undone.

        Raises:
            MoveRefused: there is no such item or place, or the item is locked.
        """
        if item_id not in self.places:
            raise MoveRefused(f"no item {item_id}")
        if to_id is not None and to_id not in self.category_ids:
            raise MoveRefused(f"no category {to_id}")
        if item_id in self.locked:
            raise MoveRefused(f"{item_id} was right and stays")
        from_id = self.places[item_id]
        if from_id == to_id:
            return self
        move = Move(item_id, from_id, to_id)
        if self.before is not None and self.latest == move.reversed():
            return self.before
        places = self._moved(item_id, to_id)
        undoable = self.undoable + 1
        return replace(self, places=places, latest=move, undoable=undoable, before=self)

    def undo(self) -> Board:
        """Return the board before the latest move; the board itself where there is none."""
        return self if self.before is None else self.before

    def cleared(self) -> Board:
        """Return the board with every item that may move back in the bank."""
        board = self
        for item_id in self.dealt:
            if item_id not in self.locked:
                board = board.place(item_id, None)
        return board

    def next_try(self, correct: frozenset[str]) -> Board:
        """Return the board for another try: ``correct`` items stay, the others go to the bank."""
        locked = self.locked | correct
        places = {item_id: at if item_id in locked else None for item_id, at in self.places.items()}
        return replace(self, places=self._bank_in_order(places), locked=locked).forgotten()

    def forgotten(self) -> Board:
        """Return the board with nothing to undo."""
        return replace(self, latest=None, undoable=0, before=None)

    def _moved(self, item_id: str, to_id: str | None) -> dict[str, str | None]:
        # Taken out and put in again, so that the newest card of a place stands last.
        places = {other_id: at for other_id, at in self.places.items() if other_id != item_id}
        places[item_id] = to_id
        return places if to_id is not None else self._bank_in_order(places)

    def _bank_in_order(self, places: Mapping[str, str | None]) -> dict[str, str | None]:
        bank: dict[str, str | None] = {i: None for i in self.dealt if places[i] is None}
        return bank | {item_id: at for item_id, at in places.items() if at is not None}
