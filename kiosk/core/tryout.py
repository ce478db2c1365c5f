"""The round before the first board: cards of the kiosk's own, to find the way to move one.

Nothing of it is written down and nothing is scored; it lives as long as its page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod


@dataclass(frozen=True, slots=True)
class Tryout:
    """A board, and the ways in which a card was moved on it so far. Each move makes a new one."""

    board: Board
    tried: frozenset[InputMethod] = frozenset()

    @classmethod
    def begun(cls, activity: Activity) -> Tryout:
        """Return a round at its beginning, its cards in the activity's own order."""
        dealt = tuple(item.id for item in activity.items)
        categories = tuple(category.id for category in activity.categories)
        return cls(Board(categories, dealt, dict.fromkeys(dealt)))

    @property
    def complete(self) -> bool:
        """Whether every way was tried."""
        return self.tried == frozenset(InputMethod)

    def place(self, item_id: str, to_id: str | None, method: InputMethod) -> Tryout:
        """Return the round with a card moved; a way that moved no card counts as not tried.

        Raises:
            MoveRefused: there is no such card or place.
        """
        board = self.board.place(item_id, to_id)
        if board is self.board:
            return self
        return replace(self, board=board, tried=self.tried | {method})

    def undo(self) -> Tryout:
        """Return the round before the latest move; what was tried stays tried."""
        return replace(self, board=self.board.undo())
