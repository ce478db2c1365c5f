"""The one table of the kiosk's screens and the events that lead from one to the next.

Idle time-out, sign-out and the staff door are events like any other: the table
is all there is to know about where the kiosk can go.
"""

from __future__ import annotations

from enum import StrEnum


class Screen(StrEnum):
    """A screen of the kiosk. ``LESSON`` stands for every lesson screen of the pack."""

    SETUP = "setup"
    WELCOME = "welcome"
    RESUME_CODE = "resume_code"
    HOME = "home"
    LESSON = "lesson"
    INTRODUCTION = "introduction"
    TRYOUT = "tryout"
    BOARD = "board"
    FEEDBACK = "feedback"
    REREAD = "reread"
    SUMMARY = "summary"
    SLIP = "slip"
    END = "end"
    STAFF_DOOR = "staff_door"
    NEW_PIN = "new_pin"
    STAFF = "staff"


class Event(StrEnum):
    """Something that happened: a press of the learner's or staff's, or a time-out."""

    SET_UP = "set_up"
    SIGNED_IN = "signed_in"
    CODE_GIVEN = "code_given"
    CONTINUED = "continued"
    LESSON_OPENED = "lesson_opened"
    LESSON_LEFT = "lesson_left"
    ACTIVITY_OPENED = "activity_opened"
    TRYOUT_OPENED = "tryout_opened"
    TRYOUT_LEFT = "tryout_left"
    BOARD_OPENED = "board_opened"
    CHECKED = "checked"
    FEEDBACK_OPENED = "feedback_opened"
    REREAD_OPENED = "reread_opened"
    REREAD_LEFT = "reread_left"
    TRIED_AGAIN = "tried_again"
    FINISHED = "finished"
    SLIP_OPENED = "slip_opened"
    SLIP_LEFT = "slip_left"
    HOME_OPENED = "home_opened"
    SIGNED_OUT = "signed_out"
    TIMED_OUT = "timed_out"
    NEXT_LEARNER = "next_learner"
    STAFF_ASKED = "staff_asked"
    STAFF_LET_IN = "staff_let_in"
    RECOVERY_CODE_TAKEN = "recovery_code_taken"
    STAFF_LEFT = "staff_left"


class FlowError(ValueError):
    """An event that its screen does not know: a fault of the program, never of a person."""


VISIT_SCREENS = frozenset(
    {
        Screen.RESUME_CODE,
        Screen.HOME,
        Screen.LESSON,
        Screen.INTRODUCTION,
        Screen.TRYOUT,
        Screen.BOARD,
        Screen.FEEDBACK,
        Screen.REREAD,
        Screen.SUMMARY,
        Screen.SLIP,
    }
)
"""The screens on which a learner is signed in."""

STAFF_SCREENS = frozenset({Screen.SETUP, Screen.STAFF_DOOR, Screen.NEW_PIN, Screen.STAFF})
"""The screens that are for staff alone."""

RESUMABLE = frozenset({Screen.HOME, Screen.LESSON, Screen.BOARD, Screen.FEEDBACK})
"""The screens that a visit can be taken up at again."""

_STEPS: dict[tuple[Screen, Event], Screen] = {
    (Screen.SETUP, Event.SET_UP): Screen.WELCOME,
    (Screen.WELCOME, Event.SIGNED_IN): Screen.HOME,
    (Screen.WELCOME, Event.CODE_GIVEN): Screen.RESUME_CODE,
    (Screen.WELCOME, Event.LESSON_OPENED): Screen.LESSON,
    (Screen.WELCOME, Event.BOARD_OPENED): Screen.BOARD,
    (Screen.WELCOME, Event.FEEDBACK_OPENED): Screen.FEEDBACK,
    (Screen.WELCOME, Event.STAFF_ASKED): Screen.STAFF_DOOR,
    (Screen.RESUME_CODE, Event.CONTINUED): Screen.HOME,
    (Screen.HOME, Event.LESSON_OPENED): Screen.LESSON,
    (Screen.HOME, Event.ACTIVITY_OPENED): Screen.INTRODUCTION,
    (Screen.HOME, Event.BOARD_OPENED): Screen.BOARD,
    (Screen.HOME, Event.FEEDBACK_OPENED): Screen.FEEDBACK,
    (Screen.LESSON, Event.LESSON_OPENED): Screen.LESSON,
    (Screen.LESSON, Event.LESSON_LEFT): Screen.HOME,
    (Screen.LESSON, Event.ACTIVITY_OPENED): Screen.INTRODUCTION,
    (Screen.INTRODUCTION, Event.BOARD_OPENED): Screen.BOARD,
    (Screen.INTRODUCTION, Event.LESSON_OPENED): Screen.LESSON,
    (Screen.INTRODUCTION, Event.HOME_OPENED): Screen.HOME,
    (Screen.INTRODUCTION, Event.TRYOUT_OPENED): Screen.TRYOUT,
    (Screen.TRYOUT, Event.TRYOUT_LEFT): Screen.INTRODUCTION,
    (Screen.TRYOUT, Event.BOARD_OPENED): Screen.BOARD,
    (Screen.BOARD, Event.CHECKED): Screen.FEEDBACK,
    (Screen.BOARD, Event.HOME_OPENED): Screen.HOME,
    (Screen.FEEDBACK, Event.REREAD_OPENED): Screen.REREAD,
    (Screen.FEEDBACK, Event.TRIED_AGAIN): Screen.BOARD,
    (Screen.FEEDBACK, Event.FINISHED): Screen.SUMMARY,
    (Screen.REREAD, Event.REREAD_LEFT): Screen.FEEDBACK,
    (Screen.SUMMARY, Event.HOME_OPENED): Screen.HOME,
    (Screen.SUMMARY, Event.SLIP_OPENED): Screen.SLIP,
    (Screen.SLIP, Event.SLIP_LEFT): Screen.SUMMARY,
    (Screen.END, Event.NEXT_LEARNER): Screen.WELCOME,
    (Screen.STAFF_DOOR, Event.STAFF_LET_IN): Screen.STAFF,
    (Screen.STAFF_DOOR, Event.RECOVERY_CODE_TAKEN): Screen.NEW_PIN,
    (Screen.STAFF_DOOR, Event.STAFF_LEFT): Screen.WELCOME,
    (Screen.NEW_PIN, Event.STAFF_LET_IN): Screen.STAFF,
    (Screen.NEW_PIN, Event.STAFF_LEFT): Screen.WELCOME,
    (Screen.STAFF, Event.STAFF_LEFT): Screen.WELCOME,
}


def _table() -> dict[tuple[Screen, Event], Screen]:
    table = dict(_STEPS)
    for screen in VISIT_SCREENS:
        table[screen, Event.SIGNED_OUT] = Screen.END
        table[screen, Event.TIMED_OUT] = Screen.WELCOME
    for screen in (Screen.END, Screen.STAFF_DOOR, Screen.NEW_PIN, Screen.STAFF):
        table[screen, Event.TIMED_OUT] = Screen.WELCOME
    return table


TABLE = _table()
"""Every step there is: (screen, event) to the next screen."""


def step(screen: Screen, event: Event) -> Screen:
    """Return the screen that ``event`` leads to from ``screen``.

    Raises:
        FlowError: the event has no meaning on that screen.
    """
    try:
        return TABLE[screen, event]
    except KeyError:
        raise FlowError(f"{event} has no meaning on {screen}") from None
