from __future__ import annotations

import tracemalloc
from collections import Counter
from dataclasses import replace

import pytest
from games import (
    activities,
    aimed,
    aims,
    assert_bank_as_dealt,
    assert_each_card_stands_once,
    picture,
    seeds,
)
from hypothesis import given
from hypothesis import strategies as st
from makers import make_activity

from kiosk.core.board import Board, MoveRefused, deal
from kiosk.core.lesson import Activity

SIX = make_activity(("is", "is", "is", "is_not", "is_not", "is_not"))

games = st.lists(aims, max_size=30)


def play(board: Board, moves: list[tuple[int, int]]) -> Board:
    for aim in moves:
        board = board.place(*aimed(board, aim))
    return board


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (0, "i2 i4 i0 i1 i3 i5"),
        (1, "i1 i2 i5 i3 i4 i0"),
        (7, "i3 i5 i4 i2 i0 i1"),
        (2048, "i0 i5 i3 i4 i2 i1"),
        (2**32, "i3 i4 i1 i5 i2 i0"),
        (2**53 - 1, "i4 i2 i3 i5 i1 i0"),
    ],
)
def test_staff_see_the_deal_that_the_learner_saw(seed: int, expected: str) -> None:
    assert " ".join(deal(SIX, seed)) == expected


def test_a_deal_of_forty_is_the_same_for_ever() -> None:
    forty = make_activity(["is"] * 40)
    assert " ".join(item_id[1:] for item_id in deal(forty, 2048)) == (
        "28 33 9 17 31 5 10 4 23 24 12 34 6 3 32 15 16 7 8 38 "
        "14 13 19 36 21 22 29 2 1 18 37 0 35 39 26 30 25 27 20 11"
    )


@given(st.integers(1, 6), seeds)
def test_a_short_deal_is_the_top_of_the_whole_stack(count: int, seed: int) -> None:
    assert deal(replace(SIX, deal=count), seed) == deal(SIX, seed)[:count]


@given(activities(), seeds)
def test_same_seed_same_deal(activity: Activity, seed: int) -> None:
    assert deal(activity, seed) == deal(activity, seed)


@given(activities(), seeds)
def test_deal_has_no_card_twice_and_as_many_as_the_pack_says(activity: Activity, seed: int) -> None:
    dealt = deal(activity, seed)
    assert len(dealt) == (activity.deal or len(activity.items))
    assert len(set(dealt)) == len(dealt)
    assert set(dealt) <= {item.id for item in activity.items}


@given(activities(), seeds, st.data())
def test_deal_of_some_cards_has_these_and_no_others_whatever_their_order(
    activity: Activity, seed: int, data: st.DataObject
) -> None:
    ids = [item.id for item in activity.items]
    some = data.draw(st.lists(st.sampled_from(ids), unique=True))
    dealt = deal(activity, seed, some)
    assert sorted(dealt) == sorted(some)
    assert deal(activity, seed, data.draw(st.permutations(some))) == dealt
    assert Board.dealt_from(activity, seed, some).dealt == dealt


def test_staff_see_the_second_round_that_the_learner_saw() -> None:
    assert deal(SIX, 2048, ("i5", "i0", "i3")) == ("i5", "i3", "i0")
    assert deal(SIX, 7, ("i5", "i0", "i3")) == ("i3", "i5", "i0")


def test_every_order_is_dealt_about_as_often() -> None:
    four = make_activity()
    counts = Counter(deal(four, seed) for seed in range(4800))
    chi_square = sum((count - 200) ** 2 / 200 for count in counts.values())
    assert len(counts) == 24
    assert chi_square < 49.7  # 23 degrees of freedom, p = 0.001


def test_a_short_deal_gives_every_card_its_turn() -> None:
    five = make_activity(["is"] * 5, deal=2)
    counts = Counter(item_id for seed in range(1000) for item_id in deal(five, seed))
    assert len(counts) == 5
    assert min(counts.values()) > 320


@given(activities(), seeds)
def test_board_begins_with_every_card_in_the_bank(activity: Activity, seed: int) -> None:
    board = Board.dealt_from(activity, seed)
    assert board.bank == deal(activity, seed)
    assert board.placed == 0
    assert board.undo() == board


@given(activities(), seeds, games)
def test_no_card_is_in_two_places_or_in_none(
    activity: Activity, seed: int, moves: list[tuple[int, int]]
) -> None:
    board = Board.dealt_from(activity, seed)
    for aim in moves:
        board = board.place(*aimed(board, aim))
        assert_each_card_stands_once(board)
        assert board.placed + len(board.bank) == len(board.dealt)


@given(activities(), seeds, games)
def test_bank_is_always_as_dealt(
    activity: Activity, seed: int, moves: list[tuple[int, int]]
) -> None:
    board = Board.dealt_from(activity, seed)
    for aim in moves:
        board = board.place(*aimed(board, aim))
        assert_bank_as_dealt(board)


@given(activities(), seeds, games)
def test_each_undo_gives_the_board_before_the_latest_move(
    activity: Activity, seed: int, moves: list[tuple[int, int]]
) -> None:
    board = Board.dealt_from(activity, seed)
    earlier = [picture(board)]
    for aim in moves:
        board = board.place(*aimed(board, aim))
        del earlier[len(board.moves) :]
        earlier.append(picture(board))
    for expected in reversed(earlier[:-1]):
        board = board.undo()
        assert picture(board) == expected
    assert board.moves == ()
    assert board.bank == deal(activity, seed)


def test_undo_puts_a_card_back_among_its_neighbours() -> None:
    board = Board.dealt_from(SIX, 1)
    for item_id in ("i0", "i1", "i2"):
        board = board.place(item_id, "is")
    assert board.place("i1", "is_not").undo().items_in("is") == ("i0", "i1", "i2")


def test_card_put_back_where_it_came_from_is_a_move_taken_back() -> None:
    board = Board.dealt_from(SIX, 1).place("i0", "is")
    there_and_back = board.place("i1", "is").place("i1", None)
    assert picture(there_and_back) == picture(board)


def test_newest_card_of_a_category_stands_last() -> None:
    board = Board.dealt_from(SIX, 1)
    for item_id in ("i4", "i0", "i2"):
        board = board.place(item_id, "is")
    assert board.items_in("is") == ("i4", "i0", "i2")


@given(activities(), seeds, games, aims)
def test_card_placed_where_it_stands_changes_nothing(
    activity: Activity, seed: int, moves: list[tuple[int, int]], aim: tuple[int, int]
) -> None:
    board = play(Board.dealt_from(activity, seed), moves)
    item_id, _ = aimed(board, aim)
    assert picture(board.place(item_id, board.places[item_id])) == picture(board)


@given(activities(), seeds, games, aims)
def test_a_board_never_changes_by_a_later_move(
    activity: Activity, seed: int, moves: list[tuple[int, int]], aim: tuple[int, int]
) -> None:
    board = play(Board.dealt_from(activity, seed), moves)
    before = picture(board)
    play(board, [aim]).cleared().undo()
    board.undo()
    board.next_try(frozenset(board.dealt[:1]))
    assert picture(board) == before


@given(activities(), seeds, games)
def test_starting_over_can_be_undone_card_by_card(
    activity: Activity, seed: int, moves: list[tuple[int, int]]
) -> None:
    board = play(Board.dealt_from(activity, seed), moves).cleared()
    assert board.bank == board.dealt
    while board.moves:
        board = board.undo()
    assert board.bank == board.dealt


@pytest.mark.slow
@given(activities(), seeds, games, games, st.sets(st.integers(0, 11)))
def test_locked_cards_never_move(
    activity: Activity,
    seed: int,
    moves: list[tuple[int, int]],
    later: list[tuple[int, int]],
    right: set[int],
) -> None:
    board = play(Board.dealt_from(activity, seed), moves)
    correct = frozenset(i for n, i in enumerate(board.dealt) if n in right)
    stood = {item_id: board.places[item_id] for item_id in correct}
    board = board.next_try(correct)
    assert board.moves == ()
    assert set(board.bank) == {i for i in board.dealt if stood.get(i) is None}
    for aim in later:
        item_id, to_id = aimed(board, aim)
        if item_id in correct:
            with pytest.raises(MoveRefused):
                board.place(item_id, to_id)
        else:
            board = board.place(item_id, to_id)
    for end in (board, board.undo(), board.cleared(), board.next_try(frozenset())):
        assert {item_id: end.places[item_id] for item_id in correct} == stood
        assert_each_card_stands_once(end)
        assert_bank_as_dealt(end)


def test_unknown_card_or_category_is_refused() -> None:
    board = Board.dealt_from(SIX, 1)
    with pytest.raises(MoveRefused):
        board.place("i6", "is")
    with pytest.raises(MoveRefused):
        board.place("i0", "maybe")


def test_card_that_was_not_dealt_is_refused() -> None:
    board = Board.dealt_from(make_activity(deal=2), 1)
    left_out = ({"i0", "i1", "i2", "i3"} - set(board.dealt)).pop()
    with pytest.raises(MoveRefused):
        board.place(left_out, "is")


def memory_of(moves: int) -> int:
    """Return the bytes that a board holds after so many moves."""
    activity = make_activity(["is", "is_not"] * 10)
    tracemalloc.start()
    board = Board.dealt_from(activity, 7)
    for n in range(moves):
        board = board.place(board.dealt[n % 20], ("is", "is_not", None)[n // 20 % 3])
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert board.undoable == moves
    return held


def test_twice_the_moves_take_twice_the_memory_and_no_more() -> None:
    assert memory_of(2_000) < 2.4 * memory_of(1_000)
