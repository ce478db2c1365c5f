"""What screens are handed to show: frozen values, made by the controller."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.core.board import Board
from kiosk.core.lesson import Activity, Category, Chart, Item, LessonScreen
from kiosk.core.model import AttemptSummary, Response
from kiosk.core.slip import Slip
from kiosk.core.tryout import Tryout


@dataclass(frozen=True, slots=True)
class HelpWay:
    """How a screen is used by one hand; ``icon`` is the name of an icon."""

    icon: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class HelpView:
    """What a screen is for, and the ways to use it."""

    title: str
    words: str
    ways: tuple[HelpWay, ...]


class SignInNote(Enum):
    """What there is to say about a sign-in that did not go through."""

    NONE = auto()
    NOT_A_CODE = auto()
    UNKNOWN_CODE = auto()
    NOT_NOW = auto()


@dataclass(frozen=True, slots=True)
class WelcomeView:
    """The first screen. ``code_example`` shows what a code looks like here, if there is one way.

    ``without_code`` lets in who has none. ``retention_days`` is for how long attempts
    are kept; 0 where nobody has said.
    """

    site: str
    code_example: str
    note: SignInNote = SignInNote.NONE
    without_code: bool = True
    retention_days: int = 0


@dataclass(frozen=True, slots=True)
class ResumeCodeView:
    """The code that the kiosk gave to a learner who came without one."""

    code: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What is done and what is next. ``code`` tells the learner whose visit this is.

    ``items`` are the cards of the board that is open, or of a whole one.
    ``second_round`` is how many cards a second round would have; 0 where none
    is offered, as while one is open. It is ``another_round`` after a second one.
    """

    code: str
    returning: bool
    lesson_title: str
    screens_seen: int
    screens_total: int
    activity_title: str
    activity_open: bool
    placed: int
    items: int
    best: AttemptSummary | None
    second_round: int
    another_round: bool
    second_round_open: bool


@dataclass(frozen=True, slots=True)
class ChartColumn:
    """One category of the chart with its example items."""

    category: Category
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class LessonView:
    """One lesson screen, its number from 1, and its picture as SVG.

    ``parts_shown`` of the screen's parts were shown before; the first always is.
    """

    module: str
    pack_title: str
    screen: LessonScreen
    number: int
    total: int
    picture: bytes | None
    chart: Chart | None = None
    columns: tuple[ChartColumn, ...] = ()
    rereading: bool = False
    parts_shown: int = 1


@dataclass(frozen=True, slots=True)
class IntroductionView:
    """The page before the board.

    ``begun`` tells whether there are cards on it already, ``first`` whether this
    learner has never had a board.
    """

    module: str
    activity: Activity
    items: int
    begun: bool
    first: bool


@dataclass(frozen=True, slots=True)
class TryoutView:
    """The round in which a card is moved for the first time.

    ``activity`` has its cards and categories, ``title`` is of the activity that
    comes next, with its ``items`` cards. ``spoken`` is what has just happened,
    for a screen reader to say.
    """

    title: str
    items: int
    begun: bool
    activity: Activity
    tryout: Tryout
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to one card in practice mode: how it stands, and the reason."""

    item_id: str
    correct: bool | None
    reason: str


@dataclass(frozen=True, slots=True)
class BoardView:
    """The board. ``spoken`` is what has just happened, for a screen reader to say.

    ``answers`` tells of every card that was answered, right at an earlier check
    or placed in practice mode, how it stands; ``told`` is the latest one.
    """

    module: str
    activity: Activity
    board: Board
    try_number: int
    can_undo: bool
    answers: Mapping[str, bool | None]
    spoken: str = ""
    told: Told | None = None
    second_round: bool = False


@dataclass(frozen=True, slots=True)
class FeedbackRow:
    """One card after the check. ``screen_number`` is of the screen that it comes from."""

    item: Item
    response: Response
    screen_number: int | None
    screen_title: str


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """The answers card by card, the missed ones first."""

    activity: Activity
    rows: tuple[FeedbackRow, ...]
    first_correct: int
    correct: int
    scored: int
    tries: int
    selected: str
    second_round: bool


@dataclass(frozen=True, slots=True)
class SummaryView:
    """A finished attempt. Of a second round, every card was missed before."""

    activity_title: str
    first_correct: int
    final_correct: int
    scored: int
    tries: int
    code: str
    second_round: bool


class Printing(Enum):
    """How it stands with a slip on paper: not to be had, to be had, on its way, and how it went."""

    NO = auto()
    OFFERED = auto()
    UNDER_WAY = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class SlipView:
    """The slip of a finished attempt.

    ``slip`` is ``None`` while it is not there yet, or, ``failed``, cannot be made.
    """

    activity_title: str
    slip: Slip | None
    failed: bool
    printing: Printing
