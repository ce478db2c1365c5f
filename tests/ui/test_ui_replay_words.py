"""Each frame of a replay says how far it is, what moved where, how, when, and whether right."""

from __future__ import annotations

from dataclasses import replace

import pytest
from makers import make_activity
from replay_stage import make_replay

from kiosk.core.model import InputMethod
from kiosk.core.replay import Frame, Replay
from kiosk.ui.widgets.replay_words import frame_words, longest_words, spent


def said(replay: Replay) -> list[str]:
    return [frame_words(replay, n) for n in range(len(replay.frames))]


def test_every_frame_is_told() -> None:
    moves = [("i0", "is", 12_000), ("i1", "is_not", 1000), ("i2", "is", 1000), ("i2", None, 9000)]
    assert said(make_replay(moves, [("i1", "is", 60_000)])) == [
        "0 of 5. Every card is still to be placed.",
        "1 of 5. Card 0 put in Category is, by tap, after 12 s. Right.",
        "2 of 5. Card 1 put in Category is_not, by tap, after 13 s. Not right.",
        "3 of 5. Card 2 put in Category is, by tap, after 14 s. Not right.",
        "4 of 5. Card 2 put back with the cards, by tap, after 23 s.",
        "5 of 5. Try 2 begins. Card 1 put in Category is, by tap, after 1 min 23 s. Right.",
    ]


def test_card_that_changes_its_category_is_told_from_where() -> None:
    replay = make_replay([("i0", "is_not", 0), ("i0", "is", 0)], [])
    words = "2 of 2. Card 0 moved from Category is_not to Category is, by tap, after 0 s. Right."
    assert frame_words(replay, 2) == words


def test_card_that_is_not_scored_is_neither_right_nor_wrong() -> None:
    activity = make_activity(discuss=[0])
    replay = make_replay([("i0", "is", 4000)], [], activity)
    assert frame_words(replay, 1) == "1 of 1. Card 0 put in Category is, by tap, after 4 s."


@pytest.mark.parametrize("method", list(InputMethod))
def test_every_input_method_has_its_word(method: InputMethod) -> None:
    replay = make_replay([("i0", "is", 0)], [])
    board, placement = replay.frames[1].board, replay.frames[1].placement
    assert placement is not None
    frames = (replay.frames[0], Frame(board, replace(placement, input_method=method)))
    assert f", by {method}, " in frame_words(replace(replay, frames=frames), 1)


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "0 s"), (999, "0 s"), (59_999, "59 s"), (60_000, "1 min 0 s"), (3_725_000, "62 min 5 s")],
)
def test_time_is_in_whole_seconds(ms: int, words: str) -> None:
    assert spent(ms) == words


def test_longest_words_are_among_what_is_said() -> None:
    replay = make_replay()
    assert longest_words(replay) == max(said(replay), key=len)
