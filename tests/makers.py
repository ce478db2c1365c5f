"""Makers of small packs, activities and visits, and stand-ins for ports, for every test."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta

from kiosk.core.identity import uuid7
from kiosk.core.lesson import (
    Activity,
    Category,
    Item,
    LessonScreen,
    Mode,
    Pack,
    Paragraph,
    Span,
)
from kiosk.core.model import AttemptStart, AttemptSummary, OpenAttempt, Position, VisitOpened

MORNING = datetime(2025, 3, 3, 9, 0, tzinfo=UTC)
"""When the stand-in clock starts."""


class HandClock:
    """A clock that stands still until a test moves it. It can be moved back, as a bad one is."""

    def __init__(self) -> None:
        self._now = MORNING
        self._monotonic_ms = 60_000

    def now(self) -> datetime:
        return self._now

    def utc_offset_minutes(self) -> int:
        return 60

    def monotonic_ms(self) -> int:
        return self._monotonic_ms

    def tick(self, ms: int) -> None:
        """Let ``ms`` milliseconds pass; a negative number turns the clock back."""
        self._now += timedelta(milliseconds=ms)
        self._monotonic_ms += ms


class LoadedDice:
    """Dice that fall as told: ``picks`` in turn, over and over."""

    def __init__(self, picks: Sequence[int] = (7,)) -> None:
        self._picks = picks
        self._thrown = 0

    def seed(self) -> int:
        return self._next()

    def choice(self, letters: str) -> str:
        return letters[self._next() % len(letters)]

    def _next(self) -> int:
        self._thrown += 1
        return self._picks[(self._thrown - 1) % len(self._picks)]


class CountedIds:
    """Names for rows, each later than the one before."""

    def __init__(self) -> None:
        self._made = 0

    def new(self) -> str:
        self._made += 1
        return uuid7(1_740_992_400_000 + self._made, self._made)


def make_category(category_id: str) -> Category:
    """Return a category titled after its id."""
    return Category(category_id, f"Category {category_id}", category_id, "check")


def make_activity(  # the defaults are the usual board: two categories, two cards each
    belongs: Sequence[str | None] = ("is", "is", "is_not", "is_not"),
    *,
    categories: Sequence[str] = ("is", "is_not"),
    discuss: Collection[int] = (),
    mode: Mode = Mode.ASSESSMENT,
    mastery_score: float | None = None,
    deal: int | None = None,
    activity_id: str = "mentor-or-not",
    title: str = "Card",
) -> Activity:
    """Return an activity with one item (``i0``, ``i1``, ...) for each entry of ``belongs``.

    Items are called ``title`` and their number.
    """
    reasons = {category_id: f"What {category_id} would mean." for category_id in categories}
    return Activity(
        id=activity_id,
        title="Mentor or Not?",
        prompt="A mentor ...",
        introduction="Sort the cards.",
        mode=mode,
        categories=tuple(make_category(category_id) for category_id in categories),
        items=tuple(
            Item(f"i{n}", f"{title} {n}", category_id, reasons, discuss=n in discuss)
            for n, category_id in enumerate(belongs)
        ),
        mastery_score=mastery_score,
        deal=deal,
    )


def make_screen(screen_id: str) -> LessonScreen:
    """Return a lesson screen of one paragraph."""
    paragraph = Paragraph((Span(f"The text of {screen_id}."),))
    return LessonScreen(screen_id, f"Title of {screen_id}", "Mentoring", (paragraph,))


def make_pack(
    activities: Sequence[Activity] | None = None,
    *,
    screen_ids: Sequence[str] = ("s1", "s2", "s3"),
    version: str = "1.0",
) -> Pack:
    """Return a pack of plain screens, with the usual activity where none is given."""
    return Pack(
        id="mentoring",
        version=version,
        title="Mentoring",
        module="Module 5",
        language="en",
        sources=(),
        screens=tuple(make_screen(screen_id) for screen_id in screen_ids),
        activities=(make_activity(),) if activities is None else tuple(activities),
        sha256="0" * 64,
        assets={},
    )


def make_start(activity: Activity, seed: int = 7) -> AttemptStart:
    """Return the beginning of an attempt at ``activity``."""
    return AttemptStart(
        id="01957000-0000-7000-8000-000000000001",
        visit_id="01957000-0000-7000-8000-000000000002",
        activity_id=activity.id,
        mode=activity.mode,
        shuffle_seed=seed,
        mastery_score=activity.mastery_score,
        items=len(activity.items) if activity.deal is None else activity.deal,
        started=MORNING,
    )


def make_opened(
    *,
    code: str = "RV2048",
    position: Position | None = None,
    seen: Collection[str] = (),
    open_attempt: OpenAttempt | None = None,
    finished: Sequence[AttemptSummary] = (),
) -> VisitOpened:
    """Return a visit that has just begun; of a returning learner where there is a position."""
    return VisitOpened(
        visit_id="01957000-0000-7000-8000-000000000002",
        learner_id="01957000-0000-7000-8000-000000000003",
        code=code,
        returning=position is not None,
        position=position,
        seen=frozenset(seen),
        open_attempt=open_attempt,
        finished=tuple(finished),
    )
