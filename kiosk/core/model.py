"""Learner, visit, attempt, placement, response: the values that are kept.

The words are those of xAPI and QTI. Times are timezone-aware UTC; durations are
milliseconds of a monotonic clock; scores are scaled, from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kiosk.core.flow import Screen
from kiosk.core.lesson import Mode


class InputMethod(StrEnum):
    """How a placement was made. All four are equal."""

    DRAG = "drag"
    TAP = "tap"
    KEYS = "keys"
    MENU = "menu"


class Outcome(StrEnum):
    """How an attempt ended. ``COMPLETED`` is for an activity without a mastery score."""

    PASSED = "passed"
    FAILED = "failed"
    COMPLETED = "completed"
    ABANDONED = "abandoned"


class VisitEnd(StrEnum):
    """Why a visit ended. ``INTERRUPTED`` is set at the next start after a kill or a power cut."""

    SIGNED_OUT = "signed_out"
    IDLE = "idle"
    STAFF = "staff"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Kiosk:
    """This installation."""

    id: str
    name: str
    site: str
    created: datetime


class SignInMode(StrEnum):
    """Whom a code lets in: anyone whose code has the site's pattern, or the roster alone."""

    PATTERN = "pattern"
    ROSTER = "roster"


@dataclass(frozen=True, slots=True)
class Settings:
    """What staff can set. Seconds are whole; ``code_pattern`` is a regular expression.

    ``code_example`` is shown to learners and must match the pattern. ``without_code``
    lets in who has none. What is older than ``retention_days`` is purged; 0 keeps
    it until somebody purges it. ``less_motion``: by itself, nothing moves on its way.
    ``slip_printer`` names the printer that learners may print a slip by, '' for none.
    """

    code_pattern: str = r"[A-Z]{2}\d{4}"
    code_example: str = "RV2048"
    idle_after_seconds: int = 90
    idle_answer_seconds: int = 30
    language: str = "en"
    sign_in: SignInMode = SignInMode.PATTERN
    without_code: bool = True
    retention_days: int = 0
    less_motion: bool = False
    slip_printer: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """One move of one item. ``from_id`` and ``to_id`` are categories, ``None`` for the bank.

    ``ms`` counts the attempt's active time. ``correct`` is how it stood then,
    ``None`` where there is no right or wrong (the bank, a ``discuss`` item).
    ``try_number`` counts from 1.
    """

    seq: int
    item_id: str
    from_id: str | None
    to_id: str | None
    input_method: InputMethod
    ms: int
    correct: bool | None
    try_number: int


@dataclass(frozen=True, slots=True)
class Response:
    """Where an item stood when the answers were checked.

    ``first_category_id`` and ``first_try_correct`` tell how it stood at the
    first check. ``correct`` is ``None`` for an item that is not scored.
    """

    item_id: str
    category_id: str | None
    correct: bool | None
    first_category_id: str | None
    first_try_correct: bool | None
    placements: int


@dataclass(frozen=True, slots=True)
class AttemptStart:
    """An attempt as it begins.

    A second round ``follows`` an earlier attempt, by its id, and deals
    ``item_ids`` alone; both are ``None`` for a whole board.
    """

    id: str
    visit_id: str
    activity_id: str
    mode: Mode
    shuffle_seed: int
    mastery_score: float | None
    items: int
    started: datetime
    follows: str | None = None
    item_ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class AttemptResult:
    """An attempt as it stands after a check. ``tries`` counts the checks so far."""

    tries: int
    active_ms: int
    first_try_score: float
    final_score: float
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class OpenAttempt:
    """An attempt that was not submitted, as the store gives it back to go on with."""

    start: AttemptStart
    placements: tuple[Placement, ...]
    tries: int
    active_ms: int
    responses: tuple[Response, ...]


@dataclass(frozen=True, slots=True)
class SecondRound:
    """A round that is offered: the items that were missed at the first try of an attempt.

    ``follows`` is that attempt's id. There is at least one item; they are in the
    order in which they were dealt then.
    """

    follows: str
    activity_id: str
    item_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """A finished attempt, in short, for the home screen. ``follows`` as in ``AttemptStart``."""

    activity_id: str
    outcome: Outcome
    first_try_score: float | None
    final_score: float | None
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """Where in the visit a learner is: the kiosk's screen and, on a lesson, which one."""

    screen: Screen
    lesson_screen_id: str | None = None


@dataclass(frozen=True, slots=True)
class ScreenView:
    """One look at one lesson screen."""

    screen_id: str
    entered: datetime
    ms: int


@dataclass(frozen=True, slots=True)
class VisitStart:
    """What a visit begins with.

    ``may_create`` says whether an unknown code makes a new learner: yes for a
    code of the site's pattern, no for a resume code that the kiosk never gave.
    """

    visit_id: str
    learner_id: str
    code: str
    may_create: bool
    language: str
    started: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """How a learner wants it: a language tag, a theme's name, a text size in percent.

    ``None`` is what the kiosk has of itself. ``read_aloud``: each screen is read out by
    itself. ``less_motion``: nothing moves on its way.
    """

    language: str
    theme: str | None = None
    text_size: int | None = None
    read_aloud: bool = False
    less_motion: bool = False


@dataclass(frozen=True, slots=True)
class VisitOpened:
    """A learner who has just signed in, with what there is to go on with.

    ``learner_id`` is the stored one, which differs from ``VisitStart.learner_id``
    when the code was known already. ``position`` is the last one of the visit
    before, on the pack of the same id; ``seen`` are screens of that pack.
    ``open_attempt`` and ``second_round`` are of the very same pack, by its hash.
    ``choices`` are those of the visit before.
    """

    visit_id: str
    learner_id: str
    code: str
    returning: bool
    position: Position | None
    seen: frozenset[str]
    open_attempt: OpenAttempt | None
    finished: tuple[AttemptSummary, ...]
    second_round: SecondRound | None = None
    choices: Choices | None = None
