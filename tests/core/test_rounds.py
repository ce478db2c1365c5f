"""A second round deals the cards that were missed at the first try, and only those."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from games import activities, aimed, aims
from hypothesis import given
from hypothesis import strategies as st
from makers import CountedIds, HandClock, LoadedDice, make_activity, make_opened, make_pack

from kiosk.core import rounds
from kiosk.core.attempt import Attempt
from kiosk.core.lesson import Activity, Mode
from kiosk.core.model import AttemptStart, AttemptSummary, InputMethod, OpenAttempt, Outcome
from kiosk.core.visit import Visit

TAP = InputMethod.TAP
moves = st.lists(aims, max_size=15)
tries = st.lists(moves, min_size=1, max_size=3)


class Stay:
    """A visit at which whole boards and rounds are played. Every deal has another seed."""

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        self.visit = Visit(make_opened(), make_pack([activity]), HandClock())
        self._ids, self._dice = CountedIds(), LoadedDice(range(1, 1000))

    @property
    def attempt(self) -> Attempt:
        assert self.visit.attempt is not None
        return self.visit.attempt

    def begin(self) -> AttemptStart:
        return self.visit.begin_attempt(self.activity, self._ids, self._dice)

    def begin_round(self) -> AttemptStart:
        return self.visit.begin_second_round(self._ids, self._dice)

    def play(self, tries: Sequence[Sequence[tuple[int, int]]]) -> None:
        """Place cards by number, where that is allowed, and check after each try."""
        for aimed_at in tries:
            self.attempt.try_again()
            for aim in aimed_at:
                item_id, to_id = aimed(self.attempt.board, aim)
                if item_id not in self.attempt.board.locked:
                    self.attempt.place(item_id, to_id, TAP)
            self.attempt.check()

    def put(self, *places: tuple[str, str]) -> AttemptSummary:
        """Place cards, check, finish."""
        for item_id, place in places:
            self.attempt.place(item_id, place, TAP)
        self.attempt.check()
        return self.visit.finish_attempt()

    @property
    def offered(self) -> set[str]:
        offer = self.visit.second_round
        return set(offer.item_ids) if offer else set()


def missed_at_first(attempt: Attempt) -> set[str]:
    """Say by the pack and the placements alone which cards were missed at the first try."""
    missed = set()
    for item in (attempt.activity.item(item_id) for item_id in attempt.board.dealt):
        moves = [p for p in attempt.placements if p.item_id == item.id and p.try_number == 1]
        if attempt.start.mode is Mode.PRACTICE:
            # Each card is answered at once: the first category counts.
            moves = [p for p in moves if p.to_id is not None][:1]
        stands = moves[-1].to_id if moves else None
        if not item.discuss and stands != item.category_id:
            missed.add(item.id)
    return missed


@pytest.mark.slow
@given(activities(), tries, st.lists(tries, max_size=3))
def test_each_round_deals_what_was_missed_at_the_first_try_of_the_one_before(
    activity: Activity,
    first: list[list[tuple[int, int]]],
    later: list[list[list[tuple[int, int]]]],
) -> None:
    stay = Stay(activity)
    stay.begin()
    stay.play(first)
    stay.visit.finish_attempt()
    for played in later:
        before, missed = stay.attempt, missed_at_first(stay.attempt)
        assert stay.offered == missed
        if not missed:
            break
        start = stay.begin_round()
        assert set(stay.attempt.board.dealt) == missed
        assert (start.follows, start.items) == (before.start.id, len(missed))
        assert start.shuffle_seed != before.start.shuffle_seed
        stay.play(played)
        assert stay.visit.finish_attempt().outcome is Outcome.COMPLETED
        assert missed_at_first(stay.attempt) <= missed


@given(activities(), tries)
def test_round_comes_back_with_its_very_cards(
    activity: Activity, played: list[list[tuple[int, int]]]
) -> None:
    stay = Stay(activity)
    stay.begin()
    stay.attempt.check()
    stay.visit.finish_attempt()
    if stay.visit.second_round is None:
        return
    stay.begin_round()
    stay.play(played)
    live = stay.attempt
    left = OpenAttempt(
        live.start, tuple(live.placements), live.tries, live.watch.ms, live.responses
    )
    back = Visit(make_opened(open_attempt=left), stay.visit.pack, HandClock())
    assert back.attempt is not None
    assert back.attempt.board == live.board
    assert back.second_round is None


def missing_one() -> Stay:
    """A whole board of four cards with i1 wrong at first and right in the end."""
    stay = Stay(make_activity(mastery_score=0.75))
    stay.begin()
    for item_id, place in (("i0", "is"), ("i1", "is_not"), ("i2", "is_not"), ("i3", "is_not")):
        stay.attempt.place(item_id, place, TAP)
    stay.attempt.check()
    stay.attempt.try_again()
    stay.attempt.place("i1", "is", TAP)
    stay.attempt.check()
    return stay


def test_card_that_was_put_right_at_a_later_try_is_dealt_again() -> None:
    stay = missing_one()
    stay.visit.finish_attempt()
    assert stay.offered == {"i1"}


def test_nothing_is_offered_while_an_attempt_is_open() -> None:
    stay = missing_one()
    assert stay.visit.second_round is None
    with pytest.raises(ValueError, match="offered"):
        stay.begin_round()
    stay.visit.finish_attempt()
    stay.begin_round()
    assert stay.visit.second_round is None


def test_nothing_is_offered_once_every_card_was_right_at_once() -> None:
    stay = missing_one()
    stay.visit.finish_attempt()
    stay.begin_round()
    stay.put(("i1", "is"))
    assert stay.visit.second_round is None


def test_card_missed_once_more_is_offered_once_more_until_a_whole_board_is_played() -> None:
    stay = missing_one()
    stay.visit.finish_attempt()
    stay.begin_round()
    again = stay.put(("i1", "is_not"))
    assert stay.offered == {"i1"}
    stay.begin()
    stay.put(("i0", "is"), ("i1", "is"), ("i2", "is"), ("i3", "is_not"))
    assert stay.offered == {"i2"}
    assert again.follows is not None
    assert [summary.follows for summary in stay.visit.finished] == [None, again.follows, None]


@pytest.mark.parametrize("place", ["is", "is_not"])
def test_a_few_cards_neither_pass_nor_fail(place: str) -> None:
    stay = missing_one()
    assert stay.visit.finish_attempt().outcome is Outcome.PASSED
    assert stay.begin_round().mastery_score is None
    assert stay.put(("i1", place)).outcome is Outcome.COMPLETED


def test_cards_that_are_not_scored_are_never_dealt_again() -> None:
    stay = Stay(make_activity(discuss={0, 1, 2, 3}))
    stay.begin()
    stay.put(("i0", "is_not"))
    assert stay.visit.second_round is None
    assert rounds.offered_after("a", "b", ()) is None
