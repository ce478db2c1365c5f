"""Four equal ways: the same game gives the same attempt, whatever hand plays it.

A game has moves, moves that are begun and given up, and moves that are taken back.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from board_fingers import finger_press, finger_pull
from board_table import Table
from board_ways import WAYS
from makers import HandClock, make_activity
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Mode
from kiosk.core.model import AttemptStart, InputMethod
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.card import Card

BELONGS = ("is", "is_not", "third") * 4
ACTIVITY = make_activity(BELONGS, categories=("is", "is_not", "third"), discuss=(5,))
MOVES = 30
PLACES: tuple[Place, ...] = ("is", "is_not", "third", None)
UNDO, CANCEL = "undo", "cancel"


@dataclass(frozen=True)
class Step:
    """What a hand does with a card: brings it to a place, takes it and gives up, or undoes."""

    number: int
    place: Place = None
    what: str = "move"


@dataclass(frozen=True)
class Way:
    """A hand: how it brings a card to a place, and how it gives up what it has begun."""

    method: InputMethod
    move: Callable[[Table, Card, Place], None]
    give_up: Callable[[Table, Card], None]


def over(table: Table, place: Place) -> QPoint:
    zone = table.board.zone(place)
    return zone.mapTo(table, QPoint(zone.width() // 2, 14))


def let_a_drag_go_by_escape(table: Table, card: Card) -> None:
    end = over(table, "third")
    table.hand.lift(table.hand.middle(card), end, steps=3)
    table.hand.key(Qt.Key.Key_Escape)
    table.hand.let_go(end)


def press_twice(table: Table, card: Card) -> None:
    table.hand.press(card)
    table.hand.press(card)


def escape_while_choosing(table: Table, card: Card) -> None:
    card.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        table.hand.key(key)


def close_the_menu(table: Table, card: Card) -> None:
    card.setFocus()
    table.hand.key(Qt.Key.Key_M)
    assert table.board.menu.isVisible()
    table.hand.key(Qt.Key.Key_Escape)
    assert not table.board.menu.isVisible()


def drag_with_a_finger(table: Table, card: Card, place: Place) -> None:
    finger_pull(table, table.hand.middle(card), over(table, place))


def let_a_finger_drop_it_beside(table: Table, card: Card) -> None:
    nowhere = QPoint(table.width() - 3, table.height() // 2)
    finger_pull(table, table.hand.middle(card), nowhere)


def tap_with_a_finger(table: Table, card: Card, place: Place) -> None:
    finger_press(table, table.hand.middle(card))
    finger_press(table, table.title_of(place))


def tap_where_it_came_from_with_a_finger(table: Table, card: Card) -> None:
    finger_press(table, table.hand.middle(card))
    finger_press(table, table.title_of(table.board.place_of(card)))


HANDS = {
    "mouse drags": Way(InputMethod.DRAG, WAYS[InputMethod.DRAG], let_a_drag_go_by_escape),
    "mouse taps": Way(InputMethod.TAP, WAYS[InputMethod.TAP], press_twice),
    "keys": Way(InputMethod.KEYS, WAYS[InputMethod.KEYS], escape_while_choosing),
    "menu": Way(InputMethod.MENU, WAYS[InputMethod.MENU], close_the_menu),
    "finger drags": Way(InputMethod.DRAG, drag_with_a_finger, let_a_finger_drop_it_beside),
    "finger taps": Way(InputMethod.TAP, tap_with_a_finger, tap_where_it_came_from_with_a_finger),
}


def game(seed: int) -> list[Step]:
    """Return steps of which every move does something."""
    chance = random.Random(seed)
    at: dict[int, Place] = dict.fromkeys(range(len(BELONGS)))
    undone: list[tuple[int, Place]] = []
    steps: list[Step] = []
    while sum(step.what == "move" for step in steps) < MOVES:
        number = chance.choice(sorted(at))
        dare = chance.random()
        if dare < 0.1:
            steps.append(Step(number, what=CANCEL))
        elif dare < 0.25 and undone:
            steps.append(Step(number, what=UNDO))
            number, before = undone.pop()
            at[number] = before
        else:
            place = chance.choice([p for p in PLACES if p != at[number]])
            undone.append((number, at[number]))
            at[number] = place
            steps.append(Step(number, place))
    return steps


def play(qtbot: QtBot, steps: list[Step], way: Way) -> tuple[Table, Attempt]:
    """Play a game on the board; the attempt is what the board asked for."""
    table = Table(qtbot, ACTIVITY)
    table.look.reduced_motion = True
    for step in steps:
        card = table.board.card(table.state.dealt[step.number])
        if step.what == UNDO:
            card.setFocus()
            table.hand.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        elif step.what == CANCEL:
            way.give_up(table, card)
            assert table.board.hands.hold is None
        else:
            way.move(table, card, step.place)
    return table, attempt_of(table)


def attempt_of(table: Table) -> Attempt:
    """Return the attempt that comes of what a board has asked for."""
    start = AttemptStart(
        "a", "v", ACTIVITY.id, Mode.ASSESSMENT, 7, None, len(BELONGS), HandClock().now()
    )
    attempt = Attempt(ACTIVITY, start, HandClock())
    moves, undos = iter(table.moves), iter(table.undos)
    for asked in table.asked:
        if asked is None:
            attempt.undo(next(undos))
        else:
            attempt.place(*next(moves))
    return attempt


@pytest.mark.slow
@pytest.mark.parametrize("seed", [3, 17, 2048])
def test_same_game_gives_the_same_attempt_by_every_way(qtbot: QtBot, seed: int) -> None:
    steps = game(seed)
    undos = sum(step.what == UNDO for step in steps)
    assert undos
    assert any(step.what == CANCEL for step in steps)
    tables = {name: play(qtbot, steps, way) for name, way in HANDS.items()}
    _, first = tables["mouse drags"]
    assert len(first.placements) == MOVES + undos
    for name, (table, attempt) in tables.items():
        assert {method for _, _, method in table.moves} == {HANDS[name].method}, name
        same = [replace(p, input_method=InputMethod.DRAG) for p in attempt.placements]
        assert same == [replace(p, input_method=InputMethod.DRAG) for p in first.placements], name
        assert attempt.check() == first.check(), name
