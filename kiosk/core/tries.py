"""From one try to the next: what was right stays, what was missed goes back to the bank."""

from __future__ import annotations

from kiosk.core import scoring
from kiosk.core.board import Board
from kiosk.core.lesson import Activity


def next_try(activity: Activity, board: Board) -> Board:
    """Return the board of the try after this one, checked as it stands."""
    items = (activity.item(item_id) for item_id in board.dealt)
    settled = (i.id for i in items if scoring.is_settled(i, board.places[i.id]))
    return board.next_try(frozenset(settled))


def tries_later(activity: Activity, board: Board, tries: int) -> Board:
    """Return the board so many tries later, when nothing is placed in the tries between."""
    for _ in range(tries):
        earlier, board = board, next_try(activity, board)
        if board == earlier:
            # Nothing changes any more: a damaged number of tries costs no time.
            break
    return board
