"""A replay shows the very boards of the attempt, or says which placement cannot be true."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pytest
from games import (
    Picture,
    activities,
    aimed,
    aims,
    assert_bank_as_dealt,
    assert_each_card_stands_once,
    methods,
    picture,
    seeds,
)
from hypothesis import given
from hypothesis import strategies as st
from makers import HandClock, make_activity, make_start

from kiosk.core.attempt import Attempt
from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod, Placement
from kiosk.core.replay import Replay, ReplayRefused

TAP = InputMethod.TAP


def seen(board: Board) -> Picture:
    """A board as it is looked at: what could be undone cannot be seen."""
    return picture(board)._replace(moves=())


@dataclass(frozen=True)
class Game:
    """A game that was played, and the board after so many of its placements."""

    activity: Activity
    seed: int
    placements: tuple[Placement, ...]
    boards: dict[int, Picture]

    def replay(self, placements: Sequence[Placement] | None = None) -> Replay:
        kept = self.placements if placements is None else placements
        return Replay.of(self.activity, self.seed, kept)


def step(attempt: Attempt, aim: tuple[int, int], method: InputMethod) -> None:
    item_id, to_id = aimed(attempt.board, aim)
    if item_id not in attempt.board.locked:
        attempt.place(item_id, to_id, method)


def act(attempt: Attempt, draw: st.DrawFn) -> None:
    """Do one thing that a learner can do."""
    what = draw(st.sampled_from(["place"] * 8 + ["undo", "start over", "check"]))
    if what == "place":
        step(attempt, draw(aims), draw(methods))
    elif what == "undo":
        attempt.undo(draw(methods))
    elif what == "start over":
        attempt.start_over(draw(methods))
    else:
        attempt.check()
        attempt.try_again()


@st.composite
def games(draw: st.DrawFn) -> Game:
    activity, seed, clock = draw(activities()), draw(seeds), HandClock()
    attempt = Attempt(activity, make_start(activity, seed), clock)
    attempt.watch.run()
    boards = {0: seen(attempt.board)}
    for _ in range(draw(st.integers(0, 25))):
        clock.tick(draw(st.integers(0, 20_000)))
        before = len(attempt.placements)
        act(attempt, draw)
        if len(attempt.placements) > before:
            boards[len(attempt.placements)] = seen(attempt.board)
    return Game(activity, seed, tuple(attempt.placements), boards)


def played() -> Game:
    """A game of two tries: i0 and i1 right, i2 missed; then i2 and i3."""
    activity = make_activity()
    clock = HandClock()
    attempt = Attempt(activity, make_start(activity), clock)
    attempt.watch.run()
    moves = [("i0", "is"), ("i1", "is"), ("i2", "is"), ("i2", "is_not"), ("i3", "is_not")]
    for n, (item_id, to_id) in enumerate(moves):
        if n == 3:
            attempt.check()
            attempt.try_again()
        clock.tick(1000)
        attempt.place(item_id, to_id, TAP)
    return Game(activity, 7, tuple(attempt.placements), {})


# What is shown


@pytest.mark.slow
@given(games())
def test_frames_are_the_boards_of_the_attempt(game: Game) -> None:
    frames = game.replay().frames
    assert len(frames) == len(game.placements) + 1
    assert {n: seen(frames[n].board) for n in game.boards} == game.boards
    for frame in frames:
        assert_each_card_stands_once(frame.board)
        assert_bank_as_dealt(frame.board)


@pytest.mark.slow
@given(games())
def test_frame_tells_its_placement(game: Game) -> None:
    first, *others = game.replay().frames
    assert (first.placement, first.ms, first.try_number) == (None, 0, 1)
    assert tuple(frame.placement for frame in others) == game.placements
    assert [frame.ms for frame in others] == [p.ms for p in game.placements]
    assert [frame.try_number for frame in others] == [p.try_number for p in game.placements]


@pytest.mark.slow
@given(games(), st.data())
def test_frame_depends_on_nothing_that_came_later(game: Game, data: st.DataObject) -> None:
    until = data.draw(st.integers(0, len(game.placements)))
    assert game.replay(game.placements[:until]).frames == game.replay().frames[: until + 1]


def test_new_try_begins_with_right_cards_kept_and_missed_ones_back() -> None:
    replay = played().replay()
    assert replay.tries_begin == (4,)
    before, begun = replay.frames[3].board, replay.frames[4].board
    assert before.locked == frozenset()
    assert begun.locked == {"i0", "i1"}
    assert begun.bank == ("i3",)
    assert begun.items_in("is_not") == ("i2",)


def test_try_without_a_placement_is_passed_over() -> None:
    game = played()
    later = [*game.placements[:3], replace(game.placements[3], try_number=3)]
    replay = game.replay(later)
    assert replay.frames[4].try_number == 3
    assert replay.frames[4].board == game.replay().frames[4].board


def test_decoy_that_lay_in_the_bank_through_an_empty_try_stays_there() -> None:
    activity = make_activity(("is", None, "is_not"))
    attempt = Attempt(activity, make_start(activity), HandClock())
    attempt.place("i1", "is", TAP)
    for _ in range(2):
        attempt.check()
        attempt.try_again()
    attempt.place("i0", "is", TAP)
    replay = Replay.of(activity, attempt.start.shuffle_seed, attempt.placements)
    assert replay.frames[-1].board.locked == attempt.board.locked == {"i1"}


def test_attempt_without_a_placement_has_one_frame() -> None:
    replay = played().replay([])
    assert replay.placements == 0
    assert replay.frames[0].board == Board.dealt_from(replay.activity, 7)


def test_second_round_is_shown_with_its_own_cards_alone() -> None:
    activity, some = make_activity(), ("i1", "i2")
    start = replace(make_start(activity), follows="the first", item_ids=some)
    attempt = Attempt(activity, start, HandClock())
    attempt.place("i2", "is_not", TAP)
    replay = Replay.of(activity, start.shuffle_seed, attempt.placements, some)
    assert sorted(replay.frames[0].board.dealt) == ["i1", "i2"]
    assert seen(replay.frames[1].board) == seen(attempt.board)
    attempt.place("i1", "is", TAP)
    with pytest.raises(ReplayRefused):
        Replay.of(activity, start.shuffle_seed, attempt.placements, ("i2", "i3"))


# What is refused

DAMAGE: list[tuple[int, dict[str, Any]]] = [
    (2, {"seq": 7}),
    (2, {"item_id": "i9"}),
    (2, {"item_id": "i0"}),
    (2, {"from_id": "is_not"}),
    (2, {"to_id": "is_not"}),
    (2, {"to_id": "nowhere"}),
    (2, {"to_id": None, "correct": None}),
    (2, {"correct": False}),
    (2, {"correct": None}),
    (2, {"ms": 999}),
    (2, {"ms": -1}),
    (1, {"ms": -1}),
    (1, {"try_number": 0}),
    (5, {"try_number": 1}),
    (4, {"try_number": 1}),
    (4, {"item_id": "i0"}),
]


@pytest.mark.parametrize(("seq", "damage"), DAMAGE, ids=str)
def test_damaged_placement_is_named(seq: int, damage: dict[str, Any]) -> None:
    game = played()
    rows = list(game.placements)
    rows[seq - 1] = replace(rows[seq - 1], **damage)
    with pytest.raises(ReplayRefused) as refused:
        game.replay(rows)
    assert refused.value.seq == damage.get("seq", seq)
    assert str(refused.value.seq) in str(refused.value)


@pytest.mark.slow
@given(games().filter(lambda game: len(game.placements) > 1), st.data())
def test_lost_placement_is_noticed_at_the_next(game: Game, data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(game.placements) - 2))
    with pytest.raises(ReplayRefused) as refused:
        game.replay(game.placements[:lost] + game.placements[lost + 1 :])
    assert refused.value.seq == lost + 2


@pytest.mark.slow
@given(games().filter(lambda game: len(game.placements) > 1), st.data())
def test_swapped_placements_are_noticed(game: Game, data: st.DataObject) -> None:
    rows, at = list(game.placements), data.draw(st.integers(0, len(game.placements) - 2))
    rows[at], rows[at + 1] = rows[at + 1], rows[at]
    with pytest.raises(ReplayRefused) as refused:
        game.replay(rows)
    assert refused.value.seq == at + 2


def test_log_of_another_activity_is_refused() -> None:
    game = played()
    other = make_activity(("is_not", "is", "is", "is"))
    with pytest.raises(ReplayRefused) as refused:
        Replay.of(other, game.seed, game.placements)
    assert refused.value.seq == 1


ANYTHING: dict[str, st.SearchStrategy[Any]] = {
    "seq": st.integers(-1, 9),
    "item_id": st.sampled_from(["i0", "i1", "i2", "", "x"]),
    "from_id": st.sampled_from(["a", "b", None, "x"]),
    "to_id": st.sampled_from(["a", "b", None, "x"]),
    "ms": st.integers(-5, 10**12),
    "correct": st.sampled_from([True, False, None]),
    "try_number": st.integers(-1, 2**62),
}


@pytest.mark.slow
@given(games().filter(lambda game: bool(game.placements)), st.data())
def test_damage_is_refused_or_leaves_a_game_that_can_be(game: Game, data: st.DataObject) -> None:
    rows, at = list(game.placements), data.draw(st.integers(0, len(game.placements) - 1))
    name = data.draw(st.sampled_from(sorted(ANYTHING)))
    rows[at] = replace(rows[at], **{name: data.draw(ANYTHING[name])})
    try:
        frames = game.replay(rows).frames
    except ReplayRefused:
        return
    assert [frame.placement for frame in frames[1:]] == rows
    for earlier, frame in pairwise(frames):
        assert_each_card_stands_once(frame.board)
        assert frame.ms >= earlier.ms
        assert frame.placement is not None
        assert frame.board.places[frame.placement.item_id] == frame.placement.to_id
