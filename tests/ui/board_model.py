"""A second, smaller account of a board: where cards are, and what an undo takes back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

Place = str | None
Move = tuple[str, Place, Place]


class BoardModel:
    """Keeps places and moves by rules of its own, to be compared with the board's."""

    def __init__(self, dealt: Sequence[str], locked: Collection[str], at: Place) -> None:
        self.places: dict[str, Place] = {i: at if i in locked else None for i in dealt}
        self.locked = frozenset(locked)
        self.moves: list[Move] = []

    def move(self, item_id: str, place: Place) -> None:
        """Move a card. One that goes straight back takes its move back."""
        assert item_id not in self.locked, f"{item_id} was right and stays"
        before = self.places[item_id]
        assert before != place, f"{item_id} was asked to go where it is"
        self.places[item_id] = place
        if self.moves and self.moves[-1] == (item_id, place, before):
            self.moves.pop()
        else:
            self.moves.append((item_id, before, place))

    def undo(self) -> None:
        """Take the latest move back, if there is one."""
        if self.moves:
            item_id, before, _ = self.moves.pop()
            self.places[item_id] = before
