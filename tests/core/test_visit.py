from __future__ import annotations

from collections import deque
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from makers import CountedIds, HandClock, LoadedDice, make_activity, make_opened, make_pack

from kiosk.core.flow import TABLE, VISIT_SCREENS, Event, FlowError, Screen
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod, OpenAttempt, Outcome, Position
from kiosk.core.visit import Visit

PACK = make_pack()
(ACTIVITY,) = PACK.activities
TAP = InputMethod.TAP


def arrived(clock: HandClock | None = None) -> Visit:
    return Visit(make_opened(), PACK, clock or HandClock())


def walk_to(visit: Visit, screen: Screen) -> Visit:
    """Lead a visit to a screen by the shortest way of the flow."""
    ways: deque[tuple[Screen, tuple[Event, ...]]] = deque([(visit.screen, ())])
    while ways[0][0] is not screen:
        at, way = ways.popleft()
        ways.extend((to, (*way, event)) for (frm, event), to in TABLE.items() if frm is at)
    for event in ways[0][1]:
        visit.advance(event)
    return visit


def begun(visit: Visit, activity: Activity = ACTIVITY) -> Visit:
    visit.begin_attempt(activity, CountedIds(), LoadedDice())
    return visit


def left_open(visit: Visit) -> OpenAttempt:
    """Return what the store would give back of the visit's attempt."""
    attempt = visit.attempt
    assert attempt is not None
    return OpenAttempt(
        attempt.start,
        tuple(attempt.placements),
        attempt.tries,
        attempt.watch.ms,
        attempt.responses,
    )


# Where the learner is


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        (Screen.RESUME_CODE, Screen.HOME),
        (Screen.HOME, Screen.HOME),
        (Screen.INTRODUCTION, Screen.HOME),
        (Screen.TRYOUT, Screen.HOME),
        (Screen.BOARD, Screen.BOARD),
        (Screen.FEEDBACK, Screen.FEEDBACK),
        (Screen.REREAD, Screen.FEEDBACK),
        (Screen.SUMMARY, Screen.HOME),
        (Screen.SLIP, Screen.HOME),
    ],
)
def test_visit_is_taken_up_again_where_it_was_left(screen: Screen, expected: Screen) -> None:
    visit = begun(arrived())
    visit.open_lesson("s2")
    assert walk_to(visit, screen).position == Position(expected)


def test_lesson_is_taken_up_again_at_its_very_screen() -> None:
    visit = walk_to(arrived(), Screen.LESSON)
    visit.open_lesson("s2")
    assert visit.position == Position(Screen.LESSON, "s2")
    assert visit.lesson_screen.id == "s2"


def test_event_without_a_meaning_leaves_the_visit_where_it_is() -> None:
    visit = walk_to(arrived(), Screen.HOME)
    with pytest.raises(FlowError):
        visit.advance(Event.CHECKED)
    assert visit.screen is Screen.HOME


@pytest.mark.parametrize("screen", sorted(VISIT_SCREENS))
def test_returning_learner_comes_to_the_position_that_was_kept(screen: Screen) -> None:
    visit = walk_to(begun(arrived()), screen)
    visit.open_lesson("s3")
    assert visit.attempt is not None
    if screen in (Screen.FEEDBACK, Screen.REREAD):
        visit.attempt.check()
    opened = make_opened(position=visit.position, open_attempt=left_open(visit))
    again = Visit(opened, PACK, HandClock())
    assert again.advance(again.resume_event(opened.position)) is visit.position.screen


def test_new_learner_comes_home() -> None:
    assert arrived().resume_event(None) is Event.SIGNED_IN


@pytest.mark.parametrize("screen", [Screen.BOARD, Screen.FEEDBACK])
def test_board_that_is_no_longer_open_leads_home(screen: Screen) -> None:
    assert arrived().resume_event(Position(screen)) is Event.SIGNED_IN


@pytest.mark.parametrize("screen_id", ["gone", None])
def test_lesson_screen_that_a_newer_pack_has_not_leads_home(screen_id: str | None) -> None:
    assert arrived().resume_event(Position(Screen.LESSON, screen_id)) is Event.SIGNED_IN


def test_answers_that_were_never_checked_lead_to_the_board() -> None:
    opened = make_opened(open_attempt=left_open(begun(arrived())))
    visit = Visit(opened, PACK, HandClock())
    assert visit.resume_event(Position(Screen.FEEDBACK)) is Event.BOARD_OPENED


# What the learner has seen


def test_unknown_lesson_screen_is_not_opened() -> None:
    visit = arrived()
    with pytest.raises(KeyError):
        visit.open_lesson("s9")
    assert visit.leave_lesson() is None
    assert visit.seen == set()


@given(st.lists(st.sampled_from(("s1", "s2", "s3")), max_size=6))
def test_next_screen_is_the_first_not_yet_seen(opened: list[str]) -> None:
    visit = arrived()
    for screen_id in opened:
        visit.open_lesson(screen_id)
        visit.leave_lesson()
    unseen = [n for n, screen_id in enumerate(("s1", "s2", "s3")) if screen_id not in opened]
    assert visit.next_unseen == (unseen[0] if unseen else 0)
    assert visit.lesson_done is not bool(unseen)


def test_screens_seen_in_an_earlier_visit_count() -> None:
    visit = Visit(make_opened(seen=("s1", "s2", "s3", "gone")), PACK, HandClock())
    assert visit.lesson_done
    assert visit.next_unseen == 0
    assert visit.seen == {"s1", "s2", "s3"}  # 'gone' was of an older pack


def test_what_one_learner_saw_is_not_counted_for_the_next() -> None:
    opened = make_opened()
    visit = Visit(opened, PACK, HandClock())
    visit.open_lesson("s1")
    assert opened.seen == frozenset()
    assert Visit(opened, PACK, HandClock()).seen == set()


def test_look_at_a_lesson_screen_tells_which_since_when_and_how_long() -> None:
    clock = HandClock()
    visit = arrived(clock)
    entered = clock.now()
    visit.open_lesson("s2")
    clock.tick(4200)
    view = visit.leave_lesson()
    assert view is not None
    assert (view.screen_id, view.entered, view.ms) == ("s2", entered, 4200)
    assert visit.leave_lesson() is None


def test_no_look_at_a_screen_takes_less_than_no_time() -> None:
    clock = HandClock()
    visit = arrived(clock)
    visit.open_lesson("s1")
    clock.tick(-3000)
    view = visit.leave_lesson()
    assert view is not None
    assert view.ms == 0


# The attempt


def test_new_attempt_is_dealt_by_the_dice_and_as_the_pack_says() -> None:
    activity = make_activity(mastery_score=0.8, deal=3)
    visit = Visit(make_opened(), make_pack([activity]), HandClock())
    start = visit.begin_attempt(activity, CountedIds(), LoadedDice([2048]))
    assert visit.attempt is not None
    assert start.shuffle_seed == 2048
    assert (start.visit_id, start.activity_id) == (visit.id, activity.id)
    assert (start.mode, start.mastery_score) == (activity.mode, 0.8)
    assert start.items == len(visit.attempt.board.dealt) == 3


def test_time_counts_only_at_the_activity() -> None:
    clock = HandClock()
    visit = begun(arrived(clock))
    assert visit.attempt is not None
    counted = dict[Screen, int]()
    for event in (
        Event.SIGNED_IN,
        Event.ACTIVITY_OPENED,
        Event.BOARD_OPENED,
        Event.CHECKED,
        Event.REREAD_OPENED,
        Event.REREAD_LEFT,
        Event.TRIED_AGAIN,
        Event.HOME_OPENED,
        Event.LESSON_OPENED,
    ):
        screen, before = visit.advance(event), visit.attempt.watch.ms
        clock.tick(1000)
        counted[screen] = visit.attempt.watch.ms - before
    at_the_activity = {Screen.BOARD, Screen.FEEDBACK, Screen.REREAD}
    assert {screen for screen, ms in counted.items() if ms == 1000} == at_the_activity
    assert {screen for screen, ms in counted.items() if ms == 0} == set(counted) - at_the_activity


def test_time_counts_whether_the_cards_are_dealt_before_or_after_the_board_opens() -> None:
    clock = HandClock()
    visit = begun(walk_to(arrived(clock), Screen.BOARD))
    clock.tick(1000)
    assert visit.attempt is not None
    assert visit.attempt.watch.ms == 1000


def test_returning_learner_finds_every_card_where_it_was() -> None:
    visit = begun(arrived())
    assert visit.attempt is not None
    visit.attempt.place("i2", "is", TAP)
    again = Visit(make_opened(open_attempt=left_open(visit)), PACK, HandClock())
    assert again.attempt is not None
    assert again.attempt.board == visit.attempt.board
    assert again.attempt.start == visit.attempt.start


def test_finished_attempt_is_told_with_both_its_scores() -> None:
    activity = replace(make_activity(("is", "is")), mastery_score=1.0)
    visit = begun(Visit(make_opened(), make_pack([activity]), HandClock()), activity)
    assert visit.attempt is not None
    visit.attempt.place("i0", "is", TAP)
    visit.attempt.check()
    visit.attempt.try_again()
    visit.attempt.place("i1", "is", TAP)
    visit.attempt.check()
    summary = visit.finish_attempt()
    assert (summary.first_try_score, summary.final_score) == (0.5, 1.0)
    assert summary.outcome is Outcome.PASSED
    assert visit.finished == [summary]
    assert visit.open_attempt is None
    with pytest.raises(ValueError, match="open"):
        visit.finish_attempt()


def test_new_attempt_after_a_finished_one_is_open() -> None:
    visit = begun(arrived())
    assert visit.attempt is not None
    visit.attempt.check()
    visit.finish_attempt()
    assert begun(visit).open_attempt is visit.attempt
    assert visit.attempt.placements == []


def test_attempt_that_was_never_checked_is_not_finished() -> None:
    with pytest.raises(ValueError, match="checked"):
        arrived().finish_attempt()
    visit = begun(arrived())
    with pytest.raises(ValueError, match="checked"):
        visit.finish_attempt()
    assert visit.finished == []
