"""What happens when nobody is there: learners are asked, staff pages lock, fields empty."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from kiosk.core.flow import VISIT_SCREENS, Screen
from kiosk.ui.controller import Controller
from kiosk.ui.idle import IdleGuard
from kiosk.ui.main_window import MainWindow
from kiosk.ui.services import Services
from kiosk.ui.staff_controller import StaffController

STAFF_LOCK_SECONDS = 180
HALF_TYPED_SECONDS = 60
_OF_STAFF = (Screen.STAFF, Screen.STAFF_DOOR, Screen.NEW_PIN)


class Watchman(QObject):
    """Sets the idle guard's duty by the screen, and carries out what it finds."""

    def __init__(
        self,
        services: Services,
        window: MainWindow,
        controller: Controller,
        staff: StaffController,
    ) -> None:
        super().__init__()
        self._services = services
        self._controller = controller
        self._staff = staff
        self._sheet = window.idle_sheet
        self._screen = Screen.WELCOME
        self.guard = IdleGuard(window.hands, self)
        self.guard.asked.connect(self._ask)
        self.guard.counted.connect(self._count)
        self.guard.answered.connect(self._sheet.dismiss)
        self.guard.gave_up.connect(self._give_up)
        controller.screen_changed.connect(self._set_duty)
        staff.screen_changed.connect(self._set_duty)
        staff.busy_changed.connect(self._hear_work)

    @Slot(object)
    def _set_duty(self, screen: Screen) -> None:
        self._screen = screen
        settings = self._services.record.settings()
        if screen in VISIT_SCREENS:
            self.guard.go_on_duty(settings.idle_after_seconds, settings.idle_answer_seconds)
        elif screen in _OF_STAFF:
            # The question is part of the three minutes.
            answer = settings.idle_answer_seconds
            self.guard.go_on_duty(max(1, STAFF_LOCK_SECONDS - answer), answer)
        elif screen is Screen.WELCOME:
            self.guard.go_on_duty(HALF_TYPED_SECONDS, 0)
        else:
            self.guard.go_off_duty()

    @Slot(bool)
    def _hear_work(self, at_work: bool) -> None:  # noqa: FBT001 - Qt's slot
        if at_work:
            self.guard.go_off_duty()
        else:
            self._set_duty(self._screen)

    @Slot(int)
    def _ask(self, seconds: int) -> None:
        self._sheet.ask(
            self.tr("Are you still there?"),
            self._words(seconds),
            self.tr("I am here"),
            "",
        )

    @Slot(int)
    def _count(self, seconds: int) -> None:
        self._sheet.words.show_text(self._words(seconds))

    def _words(self, seconds: int) -> str:
        words = self.tr("In {n} seconds this visit closes. Everything is kept.")
        if self._screen in _OF_STAFF:
            words = self.tr("In {n} seconds the staff pages are locked.")
        return words.format(n=seconds)

    @Slot()
    def _give_up(self) -> None:
        self._sheet.dismiss()
        if self._screen in _OF_STAFF:
            self._staff.leave()
        elif self._screen in VISIT_SCREENS:
            self._controller.time_out()
        else:
            self._controller.next_learner()
