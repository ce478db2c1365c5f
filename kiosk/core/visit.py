"""One learner's stay: where they are, what they have seen, and the attempt that they are at."""

from __future__ import annotations

from datetime import datetime

from kiosk.core import flow, rounds
from kiosk.core.attempt import Attempt
from kiosk.core.flow import Event, Screen
from kiosk.core.lesson import Activity, LessonScreen, Pack
from kiosk.core.model import (
    AttemptStart,
    AttemptSummary,
    Position,
    ScreenView,
    SecondRound,
    VisitOpened,
)
from kiosk.core.ports import Clock, Dice, Ids


class Visit:
    """A signed-in learner on one pack. It moves only by events of ``kiosk.core.flow``."""

    def __init__(self, opened: VisitOpened, pack: Pack, clock: Clock) -> None:
        self.id = opened.visit_id
        self.code = opened.code
        self.returning = opened.returning
        self.pack = pack
        self.language = pack.language
        self.screen = Screen.WELCOME
        self.lesson_index = 0
        self.seen = {screen.id for screen in pack.screens} & opened.seen
        self._parts = {
            screen.id: len(screen.parts) for screen in pack.screens if screen.id in self.seen
        }
        self.finished = list(opened.finished)
        self.attempt = _resumed(opened, pack, clock)
        self.submitted = False
        self._second_round = opened.second_round
        self._clock = clock
        self._entered: tuple[datetime, int] | None = None

    @property
    def spoken(self) -> Pack:
        """The pack in the language that the learner reads."""
        return self.pack.spoken(self.language)

    @property
    def lesson_screen(self) -> LessonScreen:
        """The lesson screen that is, or was last, open."""
        return self.pack.screens[self.lesson_index]

    @property
    def position(self) -> Position:
        """Where to take the visit up again."""
        if self.screen is Screen.LESSON:
            return Position(Screen.LESSON, self.lesson_screen.id)
        if self.screen is Screen.REREAD:
            return Position(Screen.FEEDBACK)
        return Position(self.screen if self.screen in flow.RESUMABLE else Screen.HOME)

    @property
    def open_attempt(self) -> Attempt | None:
        """The attempt that can still be gone on with."""
        return None if self.submitted else self.attempt

    @property
    def second_round(self) -> SecondRound | None:
        """The second round that can be begun; none while an attempt is open."""
        return self._second_round if self.open_attempt is None else None

    @property
    def new_to_cards(self) -> bool:
        """Whether the learner has neither begun a board nor finished one."""
        return self.attempt is None and not self.finished

    @property
    def next_unseen(self) -> int:
        """Index of the first lesson screen not yet seen; 0 where all were."""
        unseen = (n for n, screen in enumerate(self.pack.screens) if screen.id not in self.seen)
        return next(unseen, 0)

    @property
    def lesson_done(self) -> bool:
        """Whether every lesson screen was seen."""
        return all(screen.id in self.seen for screen in self.pack.screens)

    def advance(self, event: Event) -> Screen:
        """Move by an event of the flow. Returns the new screen; raises ``FlowError``."""
        self.screen = flow.step(self.screen, event)
        self._run_watch()
        return self.screen

    def open_lesson(self, screen_id: str) -> None:
        """Open a lesson screen and count it as seen. Raises ``KeyError`` for an unknown one."""
        self.lesson_index = self.pack.screen_number(screen_id) - 1
        self.seen.add(screen_id)
        self._entered = (self._clock.now(), self._clock.monotonic_ms())

    @property
    def parts_shown(self) -> int:
        """How many parts of the open lesson screen are shown: all of one that was seen before."""
        return self._parts.get(self.lesson_screen.id, 1)

    def show_parts(self, count: int) -> None:
        """Keep that so many parts of the open lesson screen are shown; none goes away again."""
        self._parts[self.lesson_screen.id] = max(count, self.parts_shown)

    def leave_lesson(self) -> ScreenView | None:
        """Return the look at the lesson screen that ends now, ``None`` where none is open."""
        if self._entered is None:
            return None
        (entered, since), self._entered = self._entered, None
        ms = max(0, self._clock.monotonic_ms() - since)
        return ScreenView(self.lesson_screen.id, entered, ms)

    def begin_attempt(self, activity: Activity, ids: Ids, dice: Dice) -> AttemptStart:
        """Deal a new board. Returns what to write."""
        return self._begun(activity, self._start(activity, ids, dice))

    def begin_second_round(self, ids: Ids, dice: Dice) -> AttemptStart:
        """Deal the cards that were missed before. Returns what to write.

        Raises:
            ValueError: no second round is offered.
        """
        offer = self.second_round
        if offer is None:
            raise ValueError("no second round is offered")
        activity = self.pack.activity(offer.activity_id)
        whole = self._start(activity, ids, dice)
        return self._begun(activity, rounds.of_missed(whole, offer))

    def finish_attempt(self) -> AttemptSummary:
        """Close the attempt. Returns how it ended.

        Raises:
            ValueError: there is none, it was never checked, or it is closed already.
        """
        attempt = self.open_attempt
        if attempt is None or not attempt.tries:
            raise ValueError("there is no checked, open attempt to finish")
        result = attempt.result()
        summary = AttemptSummary(
            activity_id=attempt.activity.id,
            outcome=attempt.outcome(),
            first_try_score=result.first_try_score,
            final_score=result.final_score,
            follows=attempt.start.follows,
        )
        self.finished.append(summary)
        self.submitted = True
        self._second_round = rounds.offered_after(
            attempt.start.id, attempt.activity.id, result.responses
        )
        return summary

    def resume_event(self, position: Position | None) -> Event:
        """Return the event that leads from sign-in to where an earlier visit was left.

        Home, where that is not there any more: the pack has changed, or the
        attempt is closed.
        """
        known = {screen.id for screen in self.pack.screens}
        match position:
            case Position(Screen.LESSON, screen_id) if screen_id in known:
                return Event.LESSON_OPENED
            case Position(Screen.FEEDBACK) if self.attempt and self.attempt.checked:
                return Event.FEEDBACK_OPENED
            case Position(Screen.BOARD | Screen.FEEDBACK) if self.attempt:
                return Event.BOARD_OPENED
        return Event.SIGNED_IN

    def _start(self, activity: Activity, ids: Ids, dice: Dice) -> AttemptStart:
        return AttemptStart(
            id=ids.new(),
            visit_id=self.id,
            activity_id=activity.id,
            mode=activity.mode,
            shuffle_seed=dice.seed(),
            mastery_score=activity.mastery_score,
            items=len(activity.items) if activity.deal is None else activity.deal,
            started=self._clock.now(),
        )

    def _begun(self, activity: Activity, start: AttemptStart) -> AttemptStart:
        self.attempt = Attempt(activity, start, self._clock)
        self.submitted = False
        self._run_watch()
        return start

    def _run_watch(self) -> None:
        if self.attempt is None:
            return
        if self.screen in (Screen.BOARD, Screen.FEEDBACK, Screen.REREAD):
            self.attempt.watch.run()
        else:
            self.attempt.watch.pause()


def _resumed(opened: VisitOpened, pack: Pack, clock: Clock) -> Attempt | None:
    if opened.open_attempt is None:
        return None
    activity = pack.activity(opened.open_attempt.start.activity_id)
    return Attempt.resumed(activity, opened.open_attempt, clock)
