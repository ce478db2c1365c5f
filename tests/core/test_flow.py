from __future__ import annotations

from itertools import product

import pytest

from kiosk.core import flow
from kiosk.core.flow import TABLE, Event, FlowError, Screen


def reachable(*, start: Screen, events: frozenset[Event] = frozenset(Event)) -> set[Screen]:
    found, ahead = {start}, [start]
    while ahead:
        at = ahead.pop()
        new = {to for (screen, event), to in TABLE.items() if screen is at and event in events}
        ahead += new - found
        found |= new
    return found


def walk(*events: Event, start: Screen = Screen.WELCOME) -> list[Screen]:
    screens = [start]
    for event in events:
        screens.append(flow.step(screens[-1], event))
    return screens


@pytest.mark.parametrize("screen", Screen)
def test_nobody_is_ever_trapped_on_a_screen(screen: Screen) -> None:
    assert any(at is screen and to is not screen for (at, _), to in TABLE.items())
    assert Screen.WELCOME in reachable(start=screen)


def test_every_screen_can_be_come_to_and_the_set_up_never_again() -> None:
    assert reachable(start=Screen.SETUP) == set(Screen)
    assert Screen.SETUP not in TABLE.values()


@pytest.mark.parametrize("screen", sorted(flow.VISIT_SCREENS))
def test_every_screen_of_a_visit_can_be_signed_out_of_and_times_out(screen: Screen) -> None:
    assert flow.step(screen, Event.SIGNED_OUT) is Screen.END
    assert flow.step(screen, Event.TIMED_OUT) is Screen.WELCOME


def test_whatever_shows_something_of_a_person_times_out_to_the_welcome() -> None:
    timed_out = {screen: to for (screen, event), to in TABLE.items() if event is Event.TIMED_OUT}
    assert set(timed_out) == set(Screen) - {Screen.SETUP, Screen.WELCOME}
    assert set(timed_out.values()) == {Screen.WELCOME}


@pytest.mark.parametrize(("screen", "event"), sorted(set(product(Screen, Event)) - set(TABLE)))
def test_event_without_a_meaning_is_a_fault(screen: Screen, event: Event) -> None:
    with pytest.raises(FlowError, match=f"{event} .* {screen}"):
        flow.step(screen, event)


def test_every_event_has_a_meaning_somewhere() -> None:
    assert {event for _, event in TABLE} == set(Event)


def test_only_a_visit_can_be_signed_out_of() -> None:
    assert {at for at, event in TABLE if event is Event.SIGNED_OUT} == flow.VISIT_SCREENS


def test_a_visit_begins_at_the_welcome_and_nowhere_else() -> None:
    into = {
        at
        for (at, _), to in TABLE.items()
        if to in flow.VISIT_SCREENS and at not in flow.VISIT_SCREENS
    }
    assert into == {Screen.WELCOME}


def test_staff_pages_are_only_behind_the_staff_door() -> None:
    assert {at for (at, _), to in TABLE.items() if to is Screen.STAFF} == {
        Screen.STAFF_DOOR,
        Screen.NEW_PIN,
    }
    assert {at for (at, _), to in TABLE.items() if to is Screen.STAFF_DOOR} == {Screen.WELCOME}


def test_nobody_is_signed_in_before_the_set_up_or_behind_the_staff_door() -> None:
    staff = {Screen.STAFF_DOOR, Screen.NEW_PIN, Screen.STAFF}
    outside = {Screen.SETUP, Screen.WELCOME, Screen.END, *staff}
    assert set(Screen) - flow.VISIT_SCREENS == outside


def test_visit_can_be_taken_up_at_every_resumable_screen_in_one_step() -> None:
    from_welcome = {to for (at, _), to in TABLE.items() if at is Screen.WELCOME}
    assert flow.RESUMABLE.issubset(from_welcome & flow.VISIT_SCREENS)


def test_a_first_visit_goes_from_the_code_to_the_next_learner() -> None:
    assert walk(
        Event.CODE_GIVEN,
        Event.CONTINUED,
        Event.LESSON_OPENED,
        Event.LESSON_OPENED,
        Event.ACTIVITY_OPENED,
        Event.BOARD_OPENED,
        Event.CHECKED,
        Event.REREAD_OPENED,
        Event.REREAD_LEFT,
        Event.TRIED_AGAIN,
        Event.CHECKED,
        Event.FINISHED,
        Event.SIGNED_OUT,
        Event.NEXT_LEARNER,
    ) == [
        Screen.WELCOME,
        Screen.RESUME_CODE,
        Screen.HOME,
        Screen.LESSON,
        Screen.LESSON,
        Screen.INTRODUCTION,
        Screen.BOARD,
        Screen.FEEDBACK,
        Screen.REREAD,
        Screen.FEEDBACK,
        Screen.BOARD,
        Screen.FEEDBACK,
        Screen.SUMMARY,
        Screen.END,
        Screen.WELCOME,
    ]


def test_summary_is_only_come_to_from_checked_answers_and_the_slip_from_there() -> None:
    to_summary = {at for (at, _), to in TABLE.items() if to is Screen.SUMMARY}
    assert to_summary == {Screen.FEEDBACK, Screen.SLIP}
    assert {at for (at, _), to in TABLE.items() if to is Screen.SLIP} == {Screen.SUMMARY}
