from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import HandClock, make_activity, make_start

from kiosk.core.attempt import Attempt, Stopwatch
from kiosk.core.board import MoveRefused
from kiosk.core.lesson import Activity, Mode
from kiosk.core.model import InputMethod, OpenAttempt, Outcome, Response

TAP = InputMethod.TAP


def begun(activity: Activity) -> Attempt:
    return Attempt(activity, make_start(activity), HandClock())


def placed(attempt: Attempt, *moves: tuple[str, str | None]) -> Attempt:
    for item_id, to_id in moves:
        attempt.place(item_id, to_id, TAP)
    return attempt


def response_to(attempt: Attempt, item_id: str) -> Response:
    return next(r for r in attempt.responses if r.item_id == item_id)


# The stopwatch


def test_stopwatch_counts_only_while_it_runs() -> None:
    clock = HandClock()
    watch = Stopwatch(clock)
    clock.tick(5000)
    assert watch.ms == 0
    watch.run()
    clock.tick(700)
    watch.pause()
    clock.tick(60_000)
    watch.run()
    clock.tick(300)
    assert watch.ms == 1000


def test_stopwatch_told_twice_counts_once() -> None:
    clock = HandClock()
    watch = Stopwatch(clock, 50)
    watch.run()
    clock.tick(100)
    watch.run()
    clock.tick(100)
    watch.pause()
    watch.pause()
    assert watch.ms == 250


@given(st.lists(st.integers(-100_000, 100_000)))
def test_stopwatch_never_goes_back_with_a_clock_that_does(steps: list[int]) -> None:
    clock = HandClock()
    watch = Stopwatch(clock)
    watch.run()
    readings = [watch.ms]
    for step in steps:
        clock.tick(step)
        readings.append(watch.ms)
    assert readings == sorted(readings)


def test_stopwatch_goes_on_at_once_after_the_clock_was_turned_back() -> None:
    clock = HandClock()
    watch = Stopwatch(clock)
    watch.run()
    clock.tick(1000)
    assert watch.ms == 1000
    clock.tick(-50_000)
    assert watch.ms == 1000
    clock.tick(400)
    assert watch.ms == 1400


# What each step leaves to be written


def test_each_placement_says_from_where_to_where_how_and_when() -> None:
    activity = make_activity()
    clock = HandClock()
    attempt = Attempt(activity, make_start(activity), clock)
    attempt.watch.run()
    clock.tick(1500)
    first = attempt.place("i0", "is", InputMethod.DRAG)
    clock.tick(500)
    second = attempt.place("i0", "is_not", InputMethod.KEYS)
    assert first is not None
    assert second is not None
    assert (first.seq, first.from_id, first.to_id, first.ms) == (1, None, "is", 1500)
    assert (second.seq, second.from_id, second.to_id, second.ms) == (2, "is", "is_not", 2000)
    assert (first.correct, second.correct) == (True, False)
    assert (first.input_method, second.input_method) == (InputMethod.DRAG, InputMethod.KEYS)


def test_card_dropped_where_it_was_leaves_nothing_to_write() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is"))
    assert attempt.place("i0", "is", TAP) is None
    assert attempt.place("i1", None, TAP) is None
    assert len(attempt.placements) == 1


def test_undo_is_written_as_the_move_back() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is"), ("i0", "is_not"))
    back = attempt.undo(InputMethod.KEYS)
    assert back is not None
    assert (back.seq, back.from_id, back.to_id) == (3, "is_not", "is")
    assert back.input_method is InputMethod.KEYS


def test_undo_on_an_untouched_board_leaves_nothing_to_write() -> None:
    assert begun(make_activity()).undo(TAP) is None


def test_starting_over_writes_each_card_that_goes_back() -> None:
    attempt = placed(begun(make_activity()), ("i3", "is"), ("i0", "is"))
    written = attempt.start_over(InputMethod.MENU)
    assert {(p.item_id, p.from_id, p.to_id) for p in written} == {
        ("i3", "is", None),
        ("i0", "is", None),
    }
    assert [p.seq for p in written] == [3, 4]
    assert attempt.board.placed == 0
    assert attempt.start_over(TAP) == ()


def test_refused_move_leaves_nothing_behind() -> None:
    attempt = begun(make_activity())
    with pytest.raises(MoveRefused):
        attempt.place("i0", "maybe", TAP)
    assert attempt.placements == []
    assert attempt.board.placed == 0


# Checks and tries


def test_cards_do_not_move_while_the_answers_are_shown() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is_not"))
    attempt.check()
    with pytest.raises(MoveRefused):
        attempt.place("i0", "is", TAP)
    with pytest.raises(MoveRefused):
        attempt.undo(TAP)
    with pytest.raises(MoveRefused):
        attempt.start_over(TAP)
    assert attempt.board.places["i0"] == "is_not"


def test_trying_again_keeps_right_cards_and_returns_the_missed_ones() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is"), ("i1", "is_not"), ("i2", "is_not"))
    attempt.check()
    assert set(attempt.missed) == {"i1", "i3"}
    attempt.try_again()
    assert set(attempt.board.bank) == {"i1", "i3"}
    with pytest.raises(MoveRefused):
        attempt.place("i0", "is_not", TAP)
    again = attempt.place("i1", "is", TAP)
    assert again is not None
    assert again.try_number == 2


def test_trying_again_twice_is_one_more_try() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is_not"))
    attempt.check()
    attempt.try_again()
    attempt.place("i1", "is_not", TAP)
    attempt.try_again()
    assert attempt.try_number == 2
    assert attempt.board.places["i1"] == "is_not"


def test_checking_twice_is_one_check() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is"))
    assert attempt.check() == attempt.check()
    assert attempt.tries == 1


def test_first_try_results_never_change_at_later_checks() -> None:
    attempt = placed(begun(make_activity()), ("i0", "is_not"), ("i1", "is"))
    first = attempt.check()
    attempt.try_again()
    placed(attempt, ("i0", "is"), ("i2", "is_not"), ("i3", "is_not"))
    second = attempt.check()
    assert (first.first_try_score, first.final_score) == (0.25, 0.25)
    assert (second.first_try_score, second.final_score) == (0.25, 1.0)
    assert response_to(attempt, "i0").first_category_id == "is_not"
    assert response_to(attempt, "i0").category_id == "is"


def test_practice_counts_the_first_placement_and_assessment_the_last() -> None:
    for mode, first_id, first_score in (
        (Mode.PRACTICE, "is_not", 0.0),
        (Mode.ASSESSMENT, "is", 0.5),
    ):
        attempt = begun(make_activity(("is", "is"), mode=mode))
        placed(attempt, ("i0", "is_not"), ("i1", "is_not"), ("i0", None), ("i0", "is"))
        result = attempt.check()
        assert response_to(attempt, "i0").first_category_id == first_id
        assert response_to(attempt, "i0").placements == 3
        assert (result.first_try_score, result.final_score) == (first_score, 0.5)


@pytest.mark.parametrize("mode", Mode)
def test_card_left_out_of_the_first_check_was_missed_for_good(mode: Mode) -> None:
    attempt = placed(begun(make_activity(("is", "is"), mode=mode)), ("i0", "is"))
    attempt.check()
    attempt.try_again()
    result = placed(attempt, ("i1", "is")).check()
    assert (result.first_try_score, result.final_score) == (0.5, 1.0)
    assert response_to(attempt, "i1").first_category_id is None
    assert response_to(attempt, "i1").first_try_correct is False


@pytest.mark.parametrize("mode", Mode)
def test_decoy_is_right_in_the_bank(mode: Mode) -> None:
    attempt = placed(begun(make_activity(("is", None), mode=mode)), ("i0", "is"))
    assert attempt.check().first_try_score == 1.0


def test_decoy_that_was_placed_is_missed_and_right_once_it_is_back() -> None:
    attempt = placed(begun(make_activity(("is", None))), ("i0", "is"), ("i1", "is"))
    assert attempt.check().final_score == 0.5
    attempt.try_again()
    assert attempt.check().final_score == 1.0


def test_decoy_tried_in_a_category_counts_as_missed_in_practice() -> None:
    attempt = begun(make_activity(("is", None), mode=Mode.PRACTICE))
    result = placed(attempt, ("i0", "is"), ("i1", "is"), ("i1", None)).check()
    assert (result.first_try_score, result.final_score) == (0.5, 1.0)


def test_discuss_item_is_neither_scored_nor_missed_and_stays() -> None:
    attempt = begun(make_activity(("is", "is"), discuss={1}))
    result = placed(attempt, ("i0", "is_not"), ("i1", "is_not")).check()
    assert result.final_score == 0.0
    assert response_to(attempt, "i1").correct is None
    assert response_to(attempt, "i1").first_try_correct is None
    assert attempt.missed == ("i0",)
    attempt.try_again()
    assert attempt.board.bank == ("i0",)


def test_discuss_item_left_in_the_bank_can_still_be_placed_at_the_next_try() -> None:
    attempt = placed(begun(make_activity(("is", "is"), discuss={1})), ("i0", "is_not"))
    attempt.check()
    attempt.try_again()
    assert attempt.place("i1", "is", TAP) is not None


def test_missed_cards_are_named_in_the_order_dealt() -> None:
    attempt = begun(make_activity())
    attempt.check()
    assert attempt.missed == attempt.board.dealt


def test_attempt_that_was_never_checked_has_no_result() -> None:
    attempt = placed(begun(make_activity(mastery_score=0.8)), ("i0", "is"))
    with pytest.raises(ValueError, match="check"):
        attempt.result()
    with pytest.raises(ValueError, match="check"):
        attempt.outcome()


def test_mastery_at_a_later_try_is_mastery() -> None:
    attempt = begun(make_activity(("is", "is"), mastery_score=1.0))
    placed(attempt, ("i0", "is"), ("i1", "is_not")).check()
    assert attempt.outcome() is Outcome.FAILED
    attempt.try_again()
    placed(attempt, ("i1", "is")).check()
    assert attempt.outcome() is Outcome.PASSED


# Taken up again (whole games in test_attempt_resumed.py)


def test_attempt_left_at_its_answers_comes_back_checked() -> None:
    activity = make_activity()
    live = placed(begun(activity), ("i0", "is"), ("i1", "is_not"))
    result = live.check()
    opened = OpenAttempt(live.start, tuple(live.placements), 1, 0, result.responses)
    attempt = Attempt.resumed(activity, opened, HandClock())
    assert attempt.checked
    assert attempt.result() == result
    assert attempt.board.places["i1"] == "is_not"


def test_time_goes_on_from_the_latest_thing_written() -> None:
    activity = make_activity()
    clock = HandClock()
    live = Attempt(activity, make_start(activity), clock)
    live.watch.run()
    live.check()
    live.try_again()
    clock.tick(9000)
    live.place("i0", "is", TAP)
    # The time of the latest check is older than that of the latest placement.
    opened = OpenAttempt(live.start, tuple(live.placements), 1, 0, live.responses)
    attempt = Attempt.resumed(activity, opened, HandClock())
    later = attempt.place("i1", "is", TAP)
    assert later is not None
    assert (later.seq, later.ms) == (2, 9000)
