"""An attempt comes back from the disk as it was left, whatever was done in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from makers import make_activity, make_pack
from store_tools import opened
from stores import CLOCK, Player

from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Activity, Mode
from kiosk.core.model import InputMethod, OpenAttempt

CATEGORIES = ("a", "b", "c")
Step = tuple[str, int, int, InputMethod]
steps = st.lists(
    st.tuples(
        st.sampled_from(("place", "place", "place", "undo", "check", "again", "over")),
        st.integers(0, 9),
        st.integers(0, 3),
        st.sampled_from(InputMethod),
    ),
    max_size=25,
)


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """Draw an activity with right, decoy and discuss cards, perhaps a deal."""
    belongs = draw(st.lists(st.sampled_from((None, *CATEGORIES)), min_size=2, max_size=8))
    return make_activity(
        belongs,
        categories=CATEGORIES,
        discuss=draw(st.sets(st.integers(0, len(belongs) - 1), max_size=2)),
        mode=draw(st.sampled_from(Mode)),
        mastery_score=draw(st.none() | st.sampled_from((0.5, 1.0))),
        deal=draw(st.none() | st.integers(1, len(belongs))),
    )


def take(player: Player, attempt: Attempt, step: Step) -> None:
    """Take a step where the rules allow it, and have it written."""
    kind, card, place, method = step
    if kind == "check" and not attempt.checked:
        player.check(attempt)
    elif kind == "again":
        attempt.try_again()
    elif not attempt.checked:
        before = len(attempt.placements)
        move(attempt, kind, (card, place), method)
        for placement in attempt.placements[before:]:
            player.journal.record_placement(attempt.start.id, placement).result(10)


def move(attempt: Attempt, kind: str, aim: tuple[int, int], method: InputMethod) -> None:
    item_id = attempt.board.dealt[aim[0] % len(attempt.board.dealt)]
    if kind == "undo":
        attempt.undo(method)
    elif kind == "over":
        attempt.start_over(method)
    elif kind == "place" and item_id not in attempt.board.locked:
        attempt.place(item_id, (None, *CATEGORIES)[aim[1]], method)


@pytest.mark.slow
@settings(max_examples=40)
@given(activity=activities(), seed=st.integers(0, 2**53 - 1), steps=steps)
def test_attempt_comes_back_as_it_was_left(
    tmp_path_factory: pytest.TempPathFactory, activity: Activity, seed: int, steps: list[Step]
) -> None:
    folder = tmp_path_factory.mktemp("left")
    pack = make_pack((activity,))
    with opened(folder) as database:
        player = Player(database, pack)
        attempt = player.begin(seed)
        for step in steps:
            take(player, attempt, step)
    with opened(folder) as database:
        found = Player(database, pack).opened.open_attempt
    assert found is not None
    active_ms, began = found.active_ms, attempt.start.started
    to_the_ms = began.replace(microsecond=began.microsecond // 1000 * 1000)
    assert found == OpenAttempt(
        start=replace(attempt.start, started=to_the_ms),
        placements=tuple(attempt.placements),
        tries=attempt.tries,
        active_ms=active_ms,
        responses=attempt.responses,
    )
    latest_ms = max((placement.ms for placement in attempt.placements), default=0)
    assert latest_ms <= active_ms <= attempt.watch.ms
    resumed = Attempt.resumed(activity, found, CLOCK)
    assert resumed.placements == attempt.placements
    if resumed.try_number == attempt.try_number:
        assert resumed.board.places == attempt.board.places
