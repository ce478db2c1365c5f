"""Made-up learners who play an activity by its rules, for trials and measurements.

They are plausible, and no more than that: every one has an ability, every item a
difficulty and a power to tell the able from others (the two-parameter logistic model
of item response theory), and who comes back has learned. What they do goes through
``kiosk.core.attempt``, so that nothing is written that a real learner could not leave.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiosk.core.attempt import Attempt
from kiosk.core.identity import uuid7
from kiosk.core.lesson import Activity
from kiosk.core.model import AttemptStart, InputMethod, Outcome
from kiosk.core.simulated_traits import Traits
from kiosk.core.working_hours import WorkingHours

Draw = Callable[[], float]
"""Gives a number from 0 up to, and not with, 1."""

_RETURNING = 200  # who was there lately and may come again
_LEARNED = 0.4  # what one attempt adds to an ability
_GIVEN_UP = 0.04
_SECOND_THOUGHTS = 0.06
_TRIED_AGAIN = 0.5
_PUT_RIGHT = 0.8
_SHUFFLES = 2**53
_METHODS = (
    (0.45, InputMethod.DRAG),
    (0.80, InputMethod.TAP),
    (0.92, InputMethod.KEYS),
    (1.00, InputMethod.MENU),
)


@dataclass(slots=True)
class SimulatedLearner:
    """One who is made up. ``ability`` is in logits; it grows with each attempt."""

    id: str
    code: str
    ability: float
    method: InputMethod


@dataclass(frozen=True, slots=True)
class SimulatedAttempt:
    """An attempt that was played, with all that was done in it; it is closed.

    ``submitted`` is ``None`` for one that was abandoned.
    """

    learner: SimulatedLearner
    played: Attempt
    outcome: Outcome
    submitted: datetime | None


class _Clock:
    """A clock that goes on by what a learner needs."""

    def __init__(self, until: datetime) -> None:
        self._now = until
        self._ms = 0

    def now(self) -> datetime:
        """Return the time of day, which nobody asks for here."""
        return self._now

    def utc_offset_minutes(self) -> int:
        """Return the offset, likewise."""
        return 0

    def monotonic_ms(self) -> int:
        """Return the milliseconds that were needed so far."""
        return self._ms

    def go_on(self, ms: float) -> None:
        """Let so many milliseconds pass."""
        self._ms += int(ms)


class Simulation:
    """So many attempts of so many learners at one activity, in the order of their beginning.

    The same draws and the same ``hours`` give the same attempts, ids included.
    """

    def __init__(
        self, activity: Activity, learners: int, attempts: int, hours: WorkingHours, draw: Draw
    ) -> None:
        """Prepare it.

        Raises:
            ValueError: there are no learners, or more of them than attempts.
        """
        if not 1 <= learners <= attempts:
            raise ValueError(f"{attempts} attempts cannot be of {learners} learners")
        self._activity = activity
        self._learners, self._attempts = learners, attempts
        self._hours = hours
        self._draw = draw
        self._known = 0
        self._lately: deque[SimulatedLearner] = deque(maxlen=_RETURNING)
        self._items = {
            item.id: Traits.of(activity, number) for number, item in enumerate(activity.items)
        }

    def attempts(self) -> Iterator[SimulatedAttempt]:
        """Yield them one by one; each is made when it is asked for."""
        for number in range(self._attempts):
            started = self._hours.moment((number + self._draw()) / self._attempts)
            learner = self._whose(self._attempts - number, started)
            yield self._play(learner, started)
            learner.ability += _LEARNED

    def _whose(self, left: int, now: datetime) -> SimulatedLearner:
        # Drawn without repetition: each learner has come by the last attempt.
        if not self._lately or self._draw() * left < self._learners - self._known:
            self._lately.append(self._new_learner(now))
            self._known += 1
            return self._lately[-1]
        return self._lately[int(self._draw() * len(self._lately))]

    def _new_learner(self, now: datetime) -> SimulatedLearner:
        luck = min(max(self._draw(), 1e-6), 1 - 1e-6)
        return SimulatedLearner(
            id=self._id(now),
            code=code_of(self._known),
            ability=math.log(luck / (1 - luck)) / 1.7,
            method=self._method(),
        )

    def _method(self) -> InputMethod:
        drawn = self._draw()
        return next(method for up_to, method in _METHODS if drawn < up_to)

    def _id(self, now: datetime) -> str:
        bits = int(self._draw() * _SHUFFLES) << 21 | int(self._draw() * 2**21)
        return uuid7(int(now.timestamp() * 1000), bits)

    def _play(self, learner: SimulatedLearner, started: datetime) -> SimulatedAttempt:
        clock = _Clock(started)
        attempt = Attempt(self._activity, self._start(started), clock)
        attempt.watch.run()
        if self._draw() < _GIVEN_UP:
            dealt = attempt.board.dealt
            self._place(attempt, learner, clock, dealt[: int(self._draw() * len(dealt))])
            return SimulatedAttempt(learner, attempt, Outcome.ABANDONED, None)
        self._place(attempt, learner, clock, attempt.board.dealt)
        self._think_again(attempt, learner, clock)
        attempt.check()
        while attempt.missed and attempt.tries < 3 and self._draw() < _TRIED_AGAIN:
            attempt.try_again()
            self._put_right(attempt, learner, clock)
            attempt.check()
        submitted = started + timedelta(milliseconds=attempt.watch.ms)
        return SimulatedAttempt(learner, attempt, attempt.outcome(), submitted)

    def _start(self, started: datetime) -> AttemptStart:
        activity = self._activity
        return AttemptStart(
            id=self._id(started),
            visit_id=self._id(started),
            activity_id=activity.id,
            mode=activity.mode,
            shuffle_seed=int(self._draw() * _SHUFFLES),
            mastery_score=activity.mastery_score,
            items=activity.deal or len(activity.items),
            started=started,
        )

    def _place(
        self, attempt: Attempt, learner: SimulatedLearner, clock: _Clock, items: tuple[str, ...]
    ) -> None:
        for item_id in items:
            traits = self._items[item_id]
            clock.go_on(traits.ms * (0.25 - math.log(1 - self._draw())))
            right = self._draw() < traits.chance(learner.ability)
            to_id = traits.belongs if right else self._lure(traits)
            attempt.place(item_id, to_id, learner.method)

    def _think_again(self, attempt: Attempt, learner: SimulatedLearner, clock: _Clock) -> None:
        categories = self._activity.categories
        for item_id in attempt.board.dealt:
            if self._draw() < _SECOND_THOUGHTS:
                clock.go_on(1_000 + 2_000 * self._draw())
                other = categories[int(self._draw() * len(categories))].id
                attempt.place(item_id, other, learner.method)

    def _put_right(self, attempt: Attempt, learner: SimulatedLearner, clock: _Clock) -> None:
        for item_id in attempt.missed:
            traits = self._items[item_id]
            clock.go_on(traits.ms * (0.2 - 0.5 * math.log(1 - self._draw())))
            right = self._draw() < _PUT_RIGHT
            attempt.place(item_id, traits.belongs if right else self._lure(traits), learner.method)

    def _lure(self, traits: Traits) -> str:
        at = int(self._draw() ** 2 * len(traits.wrong))
        return traits.wrong[at]


def code_of(number: int) -> str:
    """Return the code of the ``number``-th learner, from 0: two letters and four digits."""
    letters, digits = divmod(number, 10_000)
    first, second = divmod(letters, 26)
    return f"{chr(65 + first % 26)}{chr(65 + second)}{digits:04d}"
