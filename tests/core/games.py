"""Hypothesis strategies for activities, seeds and moves, and a way to look at a board whole."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st
from makers import make_activity

from kiosk.core.board import Board, Move
from kiosk.core.lesson import Activity, Mode
from kiosk.core.model import InputMethod

CATEGORY_IDS = ("a", "b", "c", "d", "e", "f")

seeds = st.integers(0, 2**53 - 1)
methods = st.sampled_from(InputMethod)
aims = st.tuples(st.integers(0, 39), st.integers(0, 6))
"""A card and a place by number, for ``aimed`` to fit to a board."""


@st.composite
def activities(draw: st.DrawFn, mode: Mode | None = None) -> Activity:
    """Draw an activity: one to six categories, decoys, discuss items, perhaps a deal."""
    categories = CATEGORY_IDS[: draw(st.integers(1, 6))]
    belongs = draw(st.lists(st.sampled_from((None, *categories)), min_size=2, max_size=12))
    return make_activity(
        belongs,
        categories=categories,
        discuss=draw(st.sets(st.integers(0, len(belongs) - 1), max_size=3)),
        mode=mode or draw(st.sampled_from(Mode)),
        mastery_score=draw(st.none() | st.sampled_from((0.5, 0.8, 1.0))),
        deal=draw(st.none() | st.integers(1, len(belongs))),
    )


def aimed(board: Board, aim: tuple[int, int]) -> tuple[str, str | None]:
    """Return the card and the place of a board that two numbers stand for."""
    places = (*board.category_ids, None)
    return board.dealt[aim[0] % len(board.dealt)], places[aim[1] % len(places)]


class Picture(NamedTuple):
    """All that a learner can see of a board or do to it, with the order of the cards."""

    bank: tuple[str, ...]
    categories: tuple[tuple[str, ...], ...]
    locked: frozenset[str]
    moves: tuple[Move, ...]


def picture(board: Board) -> Picture:
    """Return a board as it looks: two boards with equal pictures cannot be told apart."""
    categories = tuple(board.items_in(category_id) for category_id in board.category_ids)
    return Picture(board.bank, categories, board.locked, board.moves)


def assert_each_card_stands_once(board: Board) -> None:
    """Check that no card is in two places or in none."""
    seen = [item_id for place in (None, *board.category_ids) for item_id in board.items_in(place)]
    assert sorted(seen) == sorted(board.dealt)


def assert_bank_as_dealt(board: Board) -> None:
    """Check that the cards of the bank lie in the order in which they were dealt."""
    assert list(board.bank) == [item_id for item_id in board.dealt if item_id in board.bank]
