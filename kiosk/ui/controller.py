"""Leads a learner through a visit: hears what screens ask, writes it down, shows what is next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core.flow import VISIT_SCREENS, Event, Screen
from kiosk.core.model import SignInMode, VisitEnd, VisitOpened
from kiosk.core.ports import SaveState
from kiosk.core.visit import Visit
from kiosk.ui import view_maker
from kiosk.ui.activity_controller import ActivityController
from kiosk.ui.choices import ChoiceKeeper
from kiosk.ui.goodbye import Goodbye
from kiosk.ui.language import language_now
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.base import LearnerScreen, Page
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.services import Services
from kiosk.ui.sign_in import SignIn
from kiosk.ui.views import SignInNote, WelcomeView
from kiosk.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    # A page is imported when it is first shown, not at the start.
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

_log = logging.getLogger(__name__)


class Controller(QObject):
    """One kiosk's learners, one after the other.

    ``screen_changed`` tells the kiosk's screen after each step; ``saved`` how
    the store stands.
    """

    screen_changed = Signal(object)
    saved = Signal(object)

    def __init__(
        self, services: Services, navigator: Navigator, sheet: Sheet, choices: ChoiceKeeper
    ) -> None:
        super().__init__()
        self._services = services
        self._navigator = navigator
        self._choices = choices
        self._note = SignInNote.NONE
        self.goodbye = Goodbye(self)
        self.goodbye.timeout.connect(self.next_learner)
        self._sign_in = SignIn(services)
        self._sign_in.opened.connect(self._signed_in)
        self._sign_in.late.connect(self._end_late)
        self._sign_in.refused.connect(self._welcome)
        self.visit: Visit | None = None
        self._activity = ActivityController(services, navigator, sheet, self._write)
        self._activity.step_taken.connect(self._step)
        services.journal.watch(self._hear_saved)
        self._wires: dict[Screen, Callable[[Any], None]] = {
            Screen.WELCOME: self._wire_welcome,
            Screen.RESUME_CODE: self._wire_resume_code,
            Screen.HOME: self._wire_home,
            Screen.LESSON: self._wire_lesson,
            Screen.REREAD: self._wire_reread,
            Screen.INTRODUCTION: self._wire_introduction,
            Screen.TRYOUT: self._wire_tryout,
            Screen.BOARD: self._wire_board,
            Screen.FEEDBACK: self._wire_feedback,
            Screen.SUMMARY: self._wire_summary,
            Screen.SLIP: self._wire_slip,
            Screen.END: self._wire_end,
        }

    def start(self) -> None:
        """Show the first screen to whoever comes next."""
        self._welcome(SignInNote.NONE)

    def stop(self) -> None:
        """Wait for nothing any more: the kiosk is being closed."""
        self.goodbye.stop()
        self._sign_in.stop()

    # Pages

    def wire(self, screen: Screen, page: Page) -> None:
        """Connect a page that was just made."""
        if isinstance(page, LearnerScreen):
            page.sign_out_asked.connect(self.sign_out)
        wire = self._wires.get(screen)
        if wire is not None:
            wire(page)

    def _wire_welcome(self, page: WelcomeScreen) -> None:
        page.code_entered.connect(self._sign_in.enter_code)
        page.no_code_chosen.connect(self._sign_in.enter_without_code)

    def _wire_resume_code(self, page: ResumeCodeScreen) -> None:
        page.continued.connect(partial(self._step, Event.CONTINUED))

    def _wire_home(self, page: HomeScreen) -> None:
        page.lesson_asked.connect(self.open_lesson)
        page.activity_asked.connect(self.open_activity)
        page.second_round_asked.connect(self._activity.open_second_round)

    def _wire_lesson(self, page: LessonScreen) -> None:
        page.back_asked.connect(self.lesson_back)
        page.next_asked.connect(self.lesson_next)
        page.activity_asked.connect(self._introduce)
        page.parts_shown.connect(self._keep_parts)

    def _wire_reread(self, page: LessonScreen) -> None:
        page.parts_shown.connect(self._keep_parts)
        page.back_asked.connect(self.leave_reread)

    def _wire_introduction(self, page: IntroductionScreen) -> None:
        page.back_asked.connect(self.go_home)
        page.board_asked.connect(self._open_board)
        page.tryout_asked.connect(partial(self._step, Event.TRYOUT_OPENED))

    def _wire_tryout(self, page: TryoutScreen) -> None:
        self._activity.tryout.wire(page)
        page.back_asked.connect(partial(self._step, Event.TRYOUT_LEFT))
        page.board_asked.connect(self._open_board)

    def _wire_board(self, page: BoardScreen) -> None:
        self._activity.wire_board(page)
        page.home_asked.connect(self.go_home)

    def _wire_feedback(self, page: FeedbackScreen) -> None:
        self._activity.wire_feedback(page)
        page.reread_asked.connect(self.reread)

    def _wire_summary(self, page: SummaryScreen) -> None:
        page.home_asked.connect(self.go_home)
        page.slip_asked.connect(partial(self._step, Event.SLIP_OPENED))

    def _wire_slip(self, page: SlipScreen) -> None:
        self._activity.slip.wire(page)
        page.back_asked.connect(partial(self._step, Event.SLIP_LEFT))

    def _wire_end(self, page: EndScreen) -> None:
        page.next_learner_asked.connect(self.next_learner)

    def show_again(self) -> None:
        """Show what is open in the language that is spoken now."""
        if self.visit is not None:
            self.visit.language = language_now()
            self._show(self.visit)
        elif self._navigator.screen is Screen.END:
            self._navigator.show(Screen.END, None)
        else:
            self._show_welcome()

    def _show(self, visit: Visit) -> None:
        view = view_maker.of_screen(visit)
        if view is None:
            self._activity.show(visit.screen)
        else:
            self._navigator.show(visit.screen, view)

    @Slot(object)
    def _step(self, event: Event) -> None:
        visit = self.visit
        if visit is None:
            return
        visit.advance(event)
        self._show(visit)
        self._write(self._services.journal.save_position(visit.id, visit.position))
        self.screen_changed.emit(visit.screen)

    # Signing in

    def take_up_again(self, code: str) -> None:
        """Lead the learner whose kiosk died under them back to their place."""
        self._sign_in.take_up_again(code)

    @Slot(object)
    def _signed_in(self, opened: VisitOpened) -> None:
        self._choices.adopt(opened.visit_id, opened.choices)
        visit = Visit(opened, self._services.pack, self._services.clock)
        visit.language = language_now()
        self.visit = visit
        self._activity.take(visit)
        if self._sign_in.made_up(opened):
            self._step(Event.CODE_GIVEN)
            return
        event = visit.resume_event(opened.position)
        if event is Event.LESSON_OPENED and opened.position is not None:
            visit.open_lesson(opened.position.lesson_screen_id or visit.lesson_screen.id)
        self._step(event)

    @Slot(str)
    def _end_late(self, visit_id: str) -> None:
        self._end(visit_id, VisitEnd.INTERRUPTED)

    @Slot(object)
    def _welcome(self, note: SignInNote) -> None:
        self._note = note
        if note is SignInNote.NONE:
            self._choices.forget()
        self._show_welcome()
        self.screen_changed.emit(Screen.WELCOME)

    def _show_welcome(self) -> None:
        kiosk = self._services.record.kiosk()
        settings = self._services.record.settings()
        by_pattern = settings.sign_in is SignInMode.PATTERN
        view = WelcomeView(
            site=kiosk.site if kiosk else "",
            code_example=settings.code_example if by_pattern else "",
            note=self._note,
            without_code=settings.without_code,
            retention_days=settings.retention_days,
        )
        self._navigator.show(Screen.WELCOME, view)

    # The lesson

    @Slot()
    def open_lesson(self) -> None:
        """Open the lesson at the first screen that was not read yet."""
        if self.visit is not None:
            self._turn_to(self.visit.next_unseen)

    @Slot()
    def lesson_next(self) -> None:
        """Turn to the next lesson screen."""
        if self.visit is not None:
            self._turn_to(self.visit.lesson_index + 1)

    @Slot()
    def lesson_back(self) -> None:
        """Turn to the lesson screen before, or home from the first."""
        if self.visit is None:
            return
        if self.visit.lesson_index == 0:
            self._leave_lesson()
            self._step(Event.LESSON_LEFT)
        else:
            self._turn_to(self.visit.lesson_index - 1)

    def _turn_to(self, index: int) -> None:
        visit = self.visit
        if visit is not None and 0 <= index < len(visit.pack.screens):
            self._leave_lesson()
            visit.open_lesson(visit.pack.screens[index].id)
            self._step(Event.LESSON_OPENED)

    def _leave_lesson(self) -> None:
        visit = self.visit
        view = visit.leave_lesson() if visit else None
        if visit is not None and view is not None:
            self._write(self._services.journal.record_screen_view(visit.id, visit.pack, view))

    @Slot(int)
    def _keep_parts(self, count: int) -> None:
        if self.visit is not None:
            self.visit.show_parts(count)

    @Slot(str, str)
    def reread(self, _item_id: str, screen_id: str) -> None:
        """Open the screen that a card comes from."""
        if self.visit is not None:
            self.visit.open_lesson(screen_id)
            self._step(Event.REREAD_OPENED)

    @Slot()
    def leave_reread(self) -> None:
        """Go back to the answers."""
        self._leave_lesson()
        self._step(Event.REREAD_LEFT)

    # The activity, and home

    @Slot()
    def open_activity(self) -> None:
        """Open the board that is begun, or introduce the activity."""
        visit = self.visit
        if visit is None:
            return
        if visit.open_attempt is not None:
            self._open_board()
        else:
            self._step(Event.ACTIVITY_OPENED)

    @Slot(str)
    def _introduce(self, _activity_id: str) -> None:
        self._leave_lesson()
        self._step(Event.ACTIVITY_OPENED)

    @Slot()
    def _open_board(self) -> None:
        if self.visit is not None:
            self._activity.open_board(self.visit.pack.activities[0])

    @Slot()
    def go_home(self) -> None:
        """Go to the home screen."""
        self._step(Event.HOME_OPENED)

    # Leaving

    @Slot()
    def sign_out(self) -> None:
        """End the visit as its learner asks."""
        if self.visit is not None:
            if self.visit.screen in (Screen.FEEDBACK, Screen.REREAD):
                self._activity.submit()
            screen = self._close_visit(self.visit, Event.SIGNED_OUT, VisitEnd.SIGNED_OUT)
            self._navigator.expect_saving()
            self._navigator.show(screen, None)
            self.goodbye.begin()
            self.screen_changed.emit(screen)

    @Slot()
    def time_out(self) -> None:
        """End a visit whose learner has gone; it can be taken up again at the same place."""
        if self.visit is not None:
            self._close_visit(self.visit, Event.TIMED_OUT, VisitEnd.IDLE)
        self.next_learner()

    def end_for_staff(self) -> None:
        """End the visit because the kiosk is being closed."""
        if self.visit is not None:
            self._close_visit(self.visit, Event.SIGNED_OUT, VisitEnd.STAFF)

    @Slot()
    def next_learner(self) -> None:
        """Show the first screen as if nobody had been there."""
        self.goodbye.stop()
        self._welcome(SignInNote.NONE)

    def _close_visit(self, visit: Visit, event: Event, how: VisitEnd) -> Screen:
        self._leave_lesson()
        self._write(self._services.journal.save_position(visit.id, visit.position))
        screen = visit.advance(event)
        self._end(visit.id, how)
        self.visit = None
        self._choices.release()
        self._activity.take(None)
        self._navigator.forget_learner()
        return screen

    def _end(self, visit_id: str, how: VisitEnd) -> None:
        journal = self._services.journal
        self._write(journal.end_visit(visit_id, how, self._services.clock.now()))

    # Writing down

    def _write(self, future: Future[Any]) -> None:
        self._services.background.deliver(future, _nothing, self._not_written)

    def _not_written(self, fault: BaseException) -> None:
        # The store keeps what the disk refuses; what comes back here is a fault of ours.
        _log.error("could not be written", exc_info=fault)
        self._navigator.show_saved(SaveState.WAITING)

    def _hear_saved(self, state: SaveState) -> None:
        self._services.background.call(partial(self._show_saved, state))

    def _show_saved(self, state: SaveState) -> None:
        self._navigator.show_saved(state)
        self.saved.emit(state)

    @property
    def idle(self) -> bool:
        """Whether the first screen waits for somebody."""
        waits = self._navigator.screen is Screen.WELCOME and not self._sign_in.pending
        return self.visit is None and waits

    @property
    def signed_in(self) -> bool:
        """Whether a learner is at a visit."""
        return self.visit is not None and self.visit.screen in VISIT_SCREENS


def _nothing(_answer: object) -> None:
    """Take an answer that changes nothing on the screen."""
