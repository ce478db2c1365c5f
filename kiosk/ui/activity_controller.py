"""Leads a learner through an activity: board, check, reasons, another try, the end of it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core.attempt import Attempt
from kiosk.core.board import MoveRefused
from kiosk.core.flow import Event, Screen
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod, Placement
from kiosk.core.visit import Visit
from kiosk.ui import view_maker
from kiosk.ui.navigator import Navigator
from kiosk.ui.services import Services
from kiosk.ui.slip_controller import SlipController
from kiosk.ui.tryout_controller import TryoutController
from kiosk.ui.views import Told
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.verdict import verdict_words

if TYPE_CHECKING:
    from kiosk.ui.screens.board import BoardScreen
    from kiosk.ui.screens.feedback import FeedbackScreen

Write = Callable[[Future[Any]], None]


class ActivityController(QObject):
    """Works on the visit that it is given; ``step_taken`` carries the event of a step."""

    step_taken = Signal(object)

    def __init__(
        self, services: Services, navigator: Navigator, sheet: Sheet, write: Write
    ) -> None:
        super().__init__()
        self._services = services
        self._navigator = navigator
        self._sheet = sheet
        self._write = write
        self._visit: Visit | None = None
        self._selected: str | None = None
        self._question: Callable[[], None] | None = None
        self.tryout = TryoutController(navigator)
        self.slip = SlipController(services, navigator)
        sheet.other_chosen.connect(self._confirmed)
        sheet.safe_chosen.connect(self._declined)

    def take(self, visit: Visit | None) -> None:
        """Work for this visit from now on; ``None`` for nobody."""
        self._visit = visit
        self.tryout.take(visit)
        self.slip.take(visit)
        self._selected = None
        self._question = None
        # A question that was put to one learner is none for the next.
        self._sheet.dismiss()

    def wire_board(self, screen: BoardScreen) -> None:
        """Connect the board's screen."""
        screen.item_placed.connect(self.place)
        screen.undo_asked.connect(self.undo)
        screen.why_asked.connect(self.tell_why)
        screen.start_over_asked.connect(self.ask_start_over)
        screen.submit_requested.connect(self.ask_check)

    def wire_feedback(self, screen: FeedbackScreen) -> None:
        """Connect the answers' screen."""
        screen.try_again_asked.connect(self.try_again)
        screen.finish_asked.connect(self.finish)
        screen.reread_asked.connect(self._remember_selected)

    def open_board(self, activity: Activity) -> None:
        """Open the board: the one that is begun, or a new one."""
        visit = self._visit
        if visit is None:
            return
        if visit.open_attempt is None:
            start = visit.begin_attempt(activity, self._services.ids, self._services.dice)
            self._write(self._services.journal.start_attempt(start, visit.pack))
        self.step_taken.emit(Event.BOARD_OPENED)

    @Slot()
    def open_second_round(self) -> None:
        """Deal the cards that were missed before, where they are offered."""
        visit = self._visit
        if visit is None or visit.second_round is None:
            return
        start = visit.begin_second_round(self._services.ids, self._services.dice)
        self._write(self._services.journal.start_attempt(start, visit.pack))
        self.step_taken.emit(Event.BOARD_OPENED)

    def show(self, screen: Screen) -> None:
        """Show one of the activity's screens."""
        visit = self._visit
        if screen is Screen.TRYOUT:
            self.tryout.show()
        if visit is None or visit.attempt is None:
            return
        attempt = visit.attempt
        if screen is Screen.BOARD:
            # A learner who left at the answers comes back to what is to be tried again.
            attempt.try_again()
            self._navigator.show(screen, view_maker.board(visit, attempt, ""))
        elif screen is Screen.FEEDBACK:
            self._navigator.show(screen, view_maker.feedback(visit, attempt, self._selected))
        elif screen is Screen.SLIP:
            self.slip.show()
        elif screen is Screen.SUMMARY:
            self._navigator.show(screen, view_maker.summary(visit, attempt))

    @Slot(str, object, object)
    def place(self, item_id: str, to_id: str | None, method: InputMethod) -> None:
        """Place a card, and have it written down."""
        attempt = self._on_board()
        if attempt is None:
            return
        try:
            placement = attempt.place(item_id, to_id, method)
        except MoveRefused:
            placement = None
        self._record(attempt, [placement] if placement else [])

    @Slot(object)
    def undo(self, method: InputMethod) -> None:
        """Take the latest move back."""
        attempt = self._on_board()
        if attempt is not None:
            placement = attempt.undo(method)
            self._record(attempt, [placement] if placement else [])

    @Slot()
    def ask_start_over(self) -> None:
        """Ask before every card goes back."""
        self._question = self._start_over
        self._sheet.ask(
            self.tr("Start over?"),
            self.tr("Every card that can move goes back to the stack."),
            self.tr("Go on sorting"),
            self.tr("Start over"),
        )

    @Slot()
    def ask_check(self) -> None:
        """Check the answers; say first what is left, if anything is."""
        attempt = self._on_board()
        if attempt is None:
            return
        left = len([i for i in attempt.board.bank if i not in attempt.board.locked])
        if not left:
            self._check()
            return
        self._question = self._check
        words = self._words_of_left(attempt.activity, left)
        go_on = self.tr("Go on sorting")
        self._sheet.ask(self.tr("Check now?"), words, go_on, self.tr("Check now"))

    def _words_of_left(self, activity: Activity, left: int) -> str:
        if any(i.category_id is None and not i.discuss for i in activity.items):
            words = self.tr("Cards that belong nowhere stay on the stack; others count as missed.")
            return self.tr("{n} left on the stack.").format(n=left) + " " + words
        if left == 1:
            return self.tr("One card is not placed yet. It counts as missed.")
        return self.tr("{n} cards are not placed yet. They count as missed.").format(n=left)

    @Slot()
    def try_again(self) -> None:
        """Give the missed cards back."""
        if self._visit is not None and self._visit.attempt is not None:
            self._visit.attempt.try_again()
            self.step_taken.emit(Event.TRIED_AGAIN)

    @Slot()
    def finish(self) -> None:
        """Close the attempt and show how it went."""
        self.submit()
        self.step_taken.emit(Event.FINISHED)

    def submit(self) -> None:
        """Close a checked attempt for good; nothing happens to one that is closed or unchecked."""
        visit = self._visit
        attempt = visit.open_attempt if visit else None
        if visit is None or attempt is None or not attempt.checked:
            return
        summary = visit.finish_attempt()
        now = self._services.clock.now()
        self._write(self._services.journal.submit(attempt.start.id, summary.outcome, now))

    def _on_board(self) -> Attempt | None:
        visit = self._visit
        return visit.open_attempt if visit and visit.screen is Screen.BOARD else None

    def _record(self, attempt: Attempt, placements: list[Placement]) -> None:
        for placement in placements:
            journal = self._services.journal
            self._write(journal.record_placement(attempt.start.id, placement))
        latest = placements[-1] if placements else None
        told = self._told(attempt, latest.item_id) if latest else None
        visit = self._visit
        spoken = self._spoken(visit, attempt, latest, told) if visit and latest else ""
        if len(placements) > 1:
            total, placed = len(attempt.board.dealt), attempt.board.placed
            words = self.tr("All cards that can move are back. {n} of {total} placed.")
            spoken = words.format(n=placed, total=total)
        self._refresh_board(attempt, spoken, told)

    @Slot(str)
    def tell_why(self, item_id: str) -> None:
        """Show and say once more why a card stands as it does."""
        attempt = self._on_board()
        told = self._told(attempt, item_id) if attempt else None
        if attempt is not None and told is not None:
            self._refresh_board(attempt, self._verdict(told), told)

    def _told(self, attempt: Attempt, item_id: str) -> Told | None:
        return view_maker.told(self._visit, attempt, item_id) if self._visit else None

    def _refresh_board(self, attempt: Attempt, spoken: str, told: Told | None) -> None:
        if self._visit is not None:
            view = view_maker.board(self._visit, attempt, spoken, told)
            self._navigator.refresh(Screen.BOARD, view)

    def _spoken(
        self, visit: Visit, attempt: Attempt, placement: Placement, told: Told | None
    ) -> str:
        activity = view_maker.activity_of(visit, attempt)
        title = activity.item(placement.item_id).title
        total, placed = len(attempt.board.dealt), attempt.board.placed
        if placement.to_id is None:
            words = self.tr("{card} back with the cards. {n} of {total} placed.")
            return words.format(card=title, n=placed, total=total)
        where = activity.category(placement.to_id).title
        words = self.tr("{card} placed in {place}. {n} of {total} placed.")
        said = words.format(card=title, place=where, n=placed, total=total)
        return f"{said} {self._verdict(told)}" if told is not None else said

    def _verdict(self, told: Told) -> str:
        return f"{verdict_words(told.correct)}. {told.reason}"

    def _start_over(self) -> None:
        attempt = self._on_board()
        if attempt is not None:
            by_keys = self._sheet.other.by_keys
            method = InputMethod.KEYS if by_keys else InputMethod.TAP
            self._record(attempt, list(attempt.start_over(method)))

    def _check(self) -> None:
        attempt = self._on_board()
        if attempt is None:
            return
        result = attempt.check()
        self._write(self._services.journal.record_check(attempt.start.id, result))
        self._selected = None
        if not attempt.missed:
            self.submit()
        self.step_taken.emit(Event.CHECKED)

    @Slot(str, str)
    def _remember_selected(self, item_id: str, _screen_id: str) -> None:
        self._selected = item_id

    @Slot()
    def _confirmed(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question()

    @Slot()
    def _declined(self) -> None:
        self._question = None
