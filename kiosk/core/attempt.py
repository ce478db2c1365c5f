"""One run of an activity, from the first card to the last check."""

from __future__ import annotations

from kiosk.core import scoring, tries
from kiosk.core.board import Board, MoveRefused
from kiosk.core.lesson import Activity, Mode
from kiosk.core.model import (
    AttemptResult,
    AttemptStart,
    InputMethod,
    OpenAttempt,
    Outcome,
    Placement,
    Response,
)
from kiosk.core.ports import Clock


class Stopwatch:
    """Active time in milliseconds: it runs while the learner is at the activity."""

    def __init__(self, clock: Clock, elapsed_ms: int = 0) -> None:
        self._clock = clock
        self._elapsed_ms = elapsed_ms
        self._since: int | None = None

    @property
    def ms(self) -> int:
        """Active milliseconds so far; never less than before, whatever the clock does."""
        if self._since is not None:
            now = self._clock.monotonic_ms()
            self._elapsed_ms += max(0, now - self._since)
            self._since = now
        return self._elapsed_ms

    def run(self) -> None:
        """Go on counting; nothing changes where it runs already."""
        if self._since is None:
            self._since = self._clock.monotonic_ms()

    def pause(self) -> None:
        """Stop counting; nothing changes where it stands already."""
        self._elapsed_ms = self.ms
        self._since = None


class Attempt:
    """The rules of an attempt: what may be done, and what each step leaves to be written down.

    ``try_number`` is the try that the board is in, from 1; ``tries`` counts the checks.
    """

    def __init__(self, activity: Activity, start: AttemptStart, clock: Clock) -> None:
        self.activity = activity
        self.start = start
        self.board = Board.dealt_from(activity, start.shuffle_seed, start.item_ids)
        self.placements: list[Placement] = []
        self.responses: tuple[Response, ...] = ()
        self.tries = 0
        self.try_number = 1
        self.watch = Stopwatch(clock)

    @classmethod
    def resumed(cls, activity: Activity, opened: OpenAttempt, clock: Clock) -> Attempt:
        """Return an attempt as it was left, from what was written down of it.

        One that was left at its answers comes back checked; whoever shows it on
        the board again asks for ``try_again``, which a placement of a later try
        implies.
        """
        attempt = cls(activity, opened.start, clock)
        for placement in opened.placements:
            attempt._wind_to(placement.try_number)
            attempt.board = attempt.board.place(placement.item_id, placement.to_id)
        attempt._wind_to(opened.tries)
        attempt.placements = list(opened.placements)
        attempt.responses = opened.responses
        attempt.tries = opened.tries
        # A placement can be younger than the latest active time that was written.
        latest_ms = max((placement.ms for placement in opened.placements), default=0)
        attempt.watch = Stopwatch(clock, max(opened.active_ms, latest_ms))
        return attempt

    @property
    def checked(self) -> bool:
        """Whether the cards stand as they were last checked."""
        return self.tries >= self.try_number

    @property
    def missed(self) -> tuple[str, ...]:
        """The items that were not right at the latest check, in the order dealt."""
        return tuple(r.item_id for r in self.responses if r.correct is False)

    def answers(self) -> dict[str, bool | None]:
        """Return of every card that the learner was told about how it stands, by item id.

        In practice mode that is every card in a category; in assessment mode it
        is those that were right at an earlier check.
        """
        practice = self.start.mode is Mode.PRACTICE
        return {
            item_id: scoring.correct_at(self.activity.item(item_id), at)
            for item_id, at in self.board.places.items()
            if item_id in self.board.locked or (practice and at is not None)
        }

    def place(self, item_id: str, to_id: str | None, method: InputMethod) -> Placement | None:
        """Move an item. Returns the placement to write, ``None`` where it was there already.

        Raises:
            MoveRefused: the board does not allow it, or the answers are shown.
        """
        self._refuse_at_answers()
        return self._moved(self.board.place(item_id, to_id), item_id, method)

    def undo(self, method: InputMethod) -> Placement | None:
        """Take the latest move back. Returns the placement to write, ``None`` where none is.

        Raises:
            MoveRefused: the answers are shown.
        """
        self._refuse_at_answers()
        if self.board.latest is None:
            return None
        return self._moved(self.board.undo(), self.board.latest.item_id, method)

    def start_over(self, method: InputMethod) -> tuple[Placement, ...]:
        """Return every card that may move to the bank. Returns the placements to write.

        Raises:
            MoveRefused: the answers are shown.
        """
        self._refuse_at_answers()
        before, self.board = self.board, self.board.cleared()
        moved = [i for i in before.dealt if before.places[i] != self.board.places[i]]
        return tuple(self._written(i, before.places[i], None, method) for i in moved)

    def check(self) -> AttemptResult:
        """Compare every card with where it belongs. Returns what to write."""
        self.tries = self.try_number
        first = {r.item_id: r for r in self.responses}
        self.responses = tuple(self._response(i, first.get(i)) for i in self.board.dealt)
        return self.result()

    def result(self) -> AttemptResult:
        """Return the attempt as it stands after its latest check.

        Raises:
            ValueError: it was never checked.
        """
        if not self.tries:
            raise ValueError("an attempt has no result before its first check")
        return AttemptResult(
            tries=self.tries,
            active_ms=self.watch.ms,
            first_try_score=scoring.scaled_score(r.first_try_correct for r in self.responses),
            final_score=scoring.scaled_score(r.correct for r in self.responses),
            responses=self.responses,
        )

    def try_again(self) -> None:
        """Begin another try: right cards stay, the missed ones go back to the bank."""
        if self.checked:
            self.board = tries.next_try(self.activity, self.board)
            self.try_number = self.tries + 1

    def outcome(self) -> Outcome:
        """Return how the attempt ends when it is submitted as it was last checked.

        Raises:
            ValueError: it was never checked.
        """
        return scoring.outcome(self.start.mastery_score, self.result().final_score)

    def _moved(self, after: Board, item_id: str, method: InputMethod) -> Placement | None:
        before, self.board = self.board, after
        from_id, to_id = before.places[item_id], after.places[item_id]
        return None if from_id == to_id else self._written(item_id, from_id, to_id, method)

    def _written(
        self, item_id: str, from_id: str | None, to_id: str | None, method: InputMethod
    ) -> Placement:
        placement = Placement(
            seq=len(self.placements) + 1,
            item_id=item_id,
            from_id=from_id,
            to_id=to_id,
            input_method=method,
            ms=self.watch.ms,
            correct=scoring.correct_on_the_way(self.activity.item(item_id), to_id),
            try_number=self.try_number,
        )
        self.placements.append(placement)
        return placement

    def _wind_to(self, try_number: int) -> None:
        if try_number > self.try_number:
            ahead = try_number - self.try_number
            self.board = tries.tries_later(self.activity, self.board, ahead)
            self.try_number = try_number

    def _refuse_at_answers(self) -> None:
        if self.checked:
            raise MoveRefused("the answers are shown: cards move again at the next try")

    def _response(self, item_id: str, earlier: Response | None) -> Response:
        item = self.activity.item(item_id)
        stands_at = self.board.places[item_id]
        first_id = (
            earlier.first_category_id
            if earlier
            else scoring.first_category(self.start.mode, item_id, stands_at, self.placements)
        )
        return Response(
            item_id=item_id,
            category_id=stands_at,
            correct=scoring.correct_at(item, stands_at),
            first_category_id=first_id,
            first_try_correct=scoring.correct_at(item, first_id),
            placements=sum(p.item_id == item_id for p in self.placements),
        )
