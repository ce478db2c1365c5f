"""Whole games, played by an attempt and by its twin that is read back from what was written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from games import (
    activities,
    aimed,
    aims,
    assert_bank_as_dealt,
    assert_each_card_stands_once,
    methods,
    picture,
    seeds,
)
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from makers import HandClock, make_start

from kiosk.core.attempt import Attempt
from kiosk.core.board import MoveRefused
from kiosk.core.lesson import Activity
from kiosk.core.model import AttemptResult, InputMethod, OpenAttempt, Placement, Response

Told = TypeVar("Told")


def right(attempt: Attempt, response: Response) -> bool | None:
    """Say by the pack alone whether a response is right."""
    item = attempt.activity.item(response.item_id)
    if item.discuss:
        return None
    return attempt.board.places[item.id] == item.category_id


def playing(game: AttemptGame) -> bool:
    return not game.live.checked


def at_the_answers(game: AttemptGame) -> bool:
    return game.live.checked


class AttemptGame(RuleBasedStateMachine):
    """``live`` is never interrupted; ``twin`` is, at any moment, and must do the same."""

    @initialize(activity=activities(), seed=seeds)
    def begin(self, activity: Activity, seed: int) -> None:
        self.clock = HandClock()
        self.start = make_start(activity, seed)
        self.live = Attempt(activity, self.start, self.clock)
        self.twin = Attempt(activity, self.start, self.clock)
        self.written: list[Placement] = []
        self.results: list[AttemptResult] = []
        self.stuck: dict[str, str | None] = {}

    def both(self, do: Callable[[Attempt], Told]) -> Told:
        told, told_by_twin = do(self.live), do(self.twin)
        assert told == told_by_twin
        return told

    @precondition(playing)
    @rule(aim=aims, method=methods)
    def place(self, aim: tuple[int, int], method: InputMethod) -> None:
        item_id, to_id = aimed(self.live.board, aim)
        if item_id in self.live.board.locked:
            with pytest.raises(MoveRefused):
                self.live.place(item_id, to_id, method)
            with pytest.raises(MoveRefused):
                self.twin.place(item_id, to_id, method)
        elif placement := self.both(lambda attempt: attempt.place(item_id, to_id, method)):
            self.written.append(placement)

    @precondition(playing)
    @rule(method=methods)
    def undo(self, method: InputMethod) -> None:
        if placement := self.both(lambda attempt: attempt.undo(method)):
            self.written.append(placement)

    @precondition(playing)
    @rule(method=methods)
    def start_over(self, method: InputMethod) -> None:
        self.written += self.both(lambda attempt: attempt.start_over(method))

    @rule()
    def check(self) -> None:
        result = self.both(Attempt.check)
        self.results.append(result)
        assert [r.item_id for r in result.responses] == list(self.live.board.dealt)
        assert [r.correct for r in result.responses] == [
            right(self.live, r) for r in result.responses
        ]

    @precondition(at_the_answers)
    @rule()
    def try_again(self) -> None:
        self.both(Attempt.try_again)
        self.stuck = {i: self.live.board.places[i] for i in self.live.board.locked}
        assert set(self.live.missed) <= set(self.live.board.bank)
        assert not set(self.live.missed) & set(self.stuck)

    @rule(ms=st.integers(-5_000, 100_000))
    def time_passes(self, ms: int) -> None:
        self.clock.tick(ms)

    @rule()
    def come_to_the_board(self) -> None:
        self.both(lambda attempt: attempt.watch.run())

    @rule()
    def go_home(self) -> None:
        self.both(lambda attempt: attempt.watch.pause())

    @rule()
    def power_cut(self) -> None:
        latest = self.results[-1] if self.results else None
        opened = OpenAttempt(
            start=self.start,
            placements=tuple(self.written),
            tries=latest.tries if latest else 0,
            active_ms=self.live.watch.ms,
            responses=latest.responses if latest else (),
        )
        self.twin = Attempt.resumed(self.live.activity, opened, self.clock)
        if self.live.try_number > self.twin.try_number:
            # Nothing is written of a try without a placement: it is asked for anew.
            assert self.twin.checked
            self.twin.try_again()
        self.both(lambda attempt: attempt.watch.pause())

    @invariant()
    def twin_stands_as_the_attempt_does(self) -> None:
        assert picture(self.twin.board) == picture(self.live.board)
        assert self.twin.placements == self.live.placements == self.written
        for state in ("responses", "tries", "try_number", "checked", "missed"):
            assert getattr(self.twin, state) == getattr(self.live, state)
        assert self.twin.watch.ms == self.live.watch.ms

    @invariant()
    def no_card_is_in_two_places_or_in_none(self) -> None:
        assert_each_card_stands_once(self.live.board)
        assert_bank_as_dealt(self.live.board)

    @invariant()
    def cards_that_were_right_never_move(self) -> None:
        for item_id, place in self.stuck.items():
            assert self.live.board.places[item_id] == place

    @invariant()
    def seq_is_gapless_and_time_never_goes_back(self) -> None:
        assert [p.seq for p in self.written] == list(range(1, len(self.written) + 1))
        times = [*(p.ms for p in self.written), self.live.watch.ms]
        assert times == sorted(times)

    @invariant()
    def placements_lead_each_card_to_where_it_stands(self) -> None:
        places: dict[str, str | None] = {}
        for p in self.written:
            if p.item_id in places and places[p.item_id] != p.from_id:
                # Only the return of missed cards at a new try goes unwritten.
                assert p.from_id is None
                assert p.try_number > 1
            places[p.item_id] = p.to_id

    @invariant()
    def first_try_stands_for_ever(self) -> None:
        for result in self.results[1:]:
            assert result.first_try_score == self.results[0].first_try_score
            for first, later in zip(self.results[0].responses, result.responses, strict=True):
                assert later.first_category_id == first.first_category_id
                assert later.first_try_correct == first.first_try_correct


AttemptGame.TestCase.settings = settings(max_examples=150, stateful_step_count=40)
TestAttemptGame = pytest.mark.slow(AttemptGame.TestCase)
