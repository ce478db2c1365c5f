"""Four equal ways: the same game gives the same attempt, whatever hand plays it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from board_table import Table
from board_ways import WAYS
from makers import HandClock, make_activity
from pytestqt.qtbot import QtBot

from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Mode
from kiosk.core.model import AttemptStart, InputMethod
from kiosk.ui.widgets.board_layout import Place

BELONGS = ("is", "is_not", "third") * 4
ACTIVITY = make_activity(BELONGS, categories=("is", "is_not", "third"), discuss=(5,))
MOVES = 30
PLACES: tuple[Place, ...] = ("is", "is_not", "third", None)


def game(seed: int) -> list[tuple[int, Place]]:
    """Return moves that each do something: the number of a card, and where it goes."""
    chance = random.Random(seed)
    at: dict[int, Place] = dict.fromkeys(range(len(BELONGS)))
    moves: list[tuple[int, Place]] = []
    for _ in range(MOVES):
        number = chance.choice(sorted(at))
        place = chance.choice([p for p in PLACES if p != at[number]])
        at[number] = place
        moves.append((number, place))
    return moves


def play(qtbot: QtBot, moves: list[tuple[int, Place]], method: InputMethod) -> Attempt:
    """Play a game on the board; the attempt is what the board asked for."""
    table = Table(qtbot, ACTIVITY)
    table.look.reduced_motion = True
    start = AttemptStart(
        "a", "v", ACTIVITY.id, Mode.ASSESSMENT, 7, None, len(BELONGS), HandClock().now()
    )
    attempt = Attempt(ACTIVITY, start, HandClock())
    for number, place in moves:
        card = table.board.card(table.state.dealt[number])
        WAYS[method](table, card, place)
    for item_id, place, by in table.moves:
        attempt.place(item_id, place, by)
    return attempt


@pytest.mark.slow
@pytest.mark.parametrize("seed", [3, 17, 2048])
def test_same_game_gives_the_same_attempt_by_every_way(qtbot: QtBot, seed: int) -> None:
    moves = game(seed)
    attempts = {method: play(qtbot, moves, method) for method in WAYS}
    first = attempts[InputMethod.DRAG]
    assert len(first.placements) == MOVES
    for method, attempt in attempts.items():
        assert {p.input_method for p in attempt.placements} == {method}
        same = [replace(p, input_method=InputMethod.DRAG) for p in attempt.placements]
        assert same == first.placements
        assert attempt.check() == first.check()
