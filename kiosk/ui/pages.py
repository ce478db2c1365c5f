"""Which page shows which of the kiosk's screens.

Each but the first is imported when it is first shown: a start waits for no page that
nobody sees yet.
"""

from __future__ import annotations

from kiosk.core.flow import Screen
from kiosk.ui.navigator import Factory
from kiosk.ui.screens.base import Page
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.theme import Look


def _set_up(look: Look) -> Page:
    from kiosk.ui.staff.setup import SetUpPage

    return SetUpPage(look)


def _resume_code(look: Look) -> Page:
    from kiosk.ui.screens.resume_code import ResumeCodeScreen

    return ResumeCodeScreen(look)


def _home(look: Look) -> Page:
    from kiosk.ui.screens.home import HomeScreen

    return HomeScreen(look)


def _lesson(look: Look) -> Page:
    from kiosk.ui.screens.lesson import LessonScreen

    return LessonScreen(look)


def _introduction(look: Look) -> Page:
    from kiosk.ui.screens.introduction import IntroductionScreen

    return IntroductionScreen(look)


def _tryout(look: Look) -> Page:
    from kiosk.ui.screens.tryout import TryoutScreen

    return TryoutScreen(look)


def _board(look: Look) -> Page:
    from kiosk.ui.screens.board import BoardScreen

    return BoardScreen(look)


def _feedback(look: Look) -> Page:
    from kiosk.ui.screens.feedback import FeedbackScreen

    return FeedbackScreen(look)


def _summary(look: Look) -> Page:
    from kiosk.ui.screens.summary import SummaryScreen

    return SummaryScreen(look)


def _slip(look: Look) -> Page:
    from kiosk.ui.screens.slip import SlipScreen

    return SlipScreen(look)


def _end(look: Look) -> Page:
    from kiosk.ui.screens.end import EndScreen

    return EndScreen(look)


def _staff_door(look: Look) -> Page:
    from kiosk.ui.staff.door import DoorPage

    return DoorPage(look)


def _new_pin(look: Look) -> Page:
    from kiosk.ui.staff.new_pin import NewPinPage

    return NewPinPage(look)


def _staff(look: Look) -> Page:
    from kiosk.ui.staff.area import StaffArea

    return StaffArea(look)


FACTORIES: dict[Screen, Factory] = {
    Screen.SETUP: _set_up,
    Screen.WELCOME: WelcomeScreen,
    Screen.RESUME_CODE: _resume_code,
    Screen.HOME: _home,
    Screen.LESSON: _lesson,
    Screen.INTRODUCTION: _introduction,
    Screen.TRYOUT: _tryout,
    Screen.BOARD: _board,
    Screen.FEEDBACK: _feedback,
    Screen.REREAD: _lesson,
    Screen.SUMMARY: _summary,
    Screen.SLIP: _slip,
    Screen.END: _end,
    Screen.STAFF_DOOR: _staff_door,
    Screen.NEW_PIN: _new_pin,
    Screen.STAFF: _staff,
}
