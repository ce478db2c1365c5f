"""Which page shows which of the kiosk's screens."""

from __future__ import annotations

from kiosk.core.flow import Screen
from kiosk.ui.navigator import Factory
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.end import EndScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.screens.resume_code import ResumeCodeScreen
from kiosk.ui.screens.slip import SlipScreen
from kiosk.ui.screens.summary import SummaryScreen
from kiosk.ui.screens.tryout import TryoutScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.new_pin import NewPinPage
from kiosk.ui.staff.setup import SetUpPage

FACTORIES: dict[Screen, Factory] = {
    Screen.SETUP: SetUpPage,
    Screen.WELCOME: WelcomeScreen,
    Screen.RESUME_CODE: ResumeCodeScreen,
    Screen.HOME: HomeScreen,
    Screen.LESSON: LessonScreen,
    Screen.INTRODUCTION: IntroductionScreen,
    Screen.TRYOUT: TryoutScreen,
    Screen.BOARD: BoardScreen,
    Screen.FEEDBACK: FeedbackScreen,
    Screen.REREAD: LessonScreen,
    Screen.SUMMARY: SummaryScreen,
    Screen.SLIP: SlipScreen,
    Screen.END: EndScreen,
    Screen.STAFF_DOOR: DoorPage,
    Screen.NEW_PIN: NewPinPage,
    Screen.STAFF: StaffArea,
}
