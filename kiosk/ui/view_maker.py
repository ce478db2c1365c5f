"""Views of a visit: what each learner's screen is handed."""

from __future__ import annotations

from kiosk.core import scoring
from kiosk.core.attempt import Attempt
from kiosk.core.flow import Screen
from kiosk.core.lesson import Activity, Item, Mode
from kiosk.core.model import AttemptSummary, Response
from kiosk.core.slip import Slip
from kiosk.core.tryout import Tryout
from kiosk.core.visit import Visit
from kiosk.ui.views import (
    BoardView,
    ChartColumn,
    FeedbackRow,
    FeedbackView,
    HomeView,
    IntroductionView,
    LessonView,
    Printing,
    ResumeCodeView,
    SlipView,
    SummaryView,
    Told,
    TryoutView,
)


def dealt_count(activity: Activity) -> int:
    """Return how many cards a board of this activity has."""
    return len(activity.items) if activity.deal is None else activity.deal


def activity_of(visit: Visit, attempt: Attempt) -> Activity:
    """Return the activity of an attempt in the language that the learner reads."""
    return visit.spoken.activity(attempt.activity.id)


def of_screen(
    visit: Visit,
) -> ResumeCodeView | HomeView | LessonView | IntroductionView | None:
    """Return the view of the screen that is open, ``None`` for a screen of the activity's."""
    match visit.screen:
        case Screen.RESUME_CODE:
            return ResumeCodeView(visit.code)
        case Screen.HOME:
            return home(visit)
        case Screen.LESSON | Screen.REREAD:
            return lesson(visit, rereading=visit.screen is Screen.REREAD)
        case Screen.INTRODUCTION:
            return introduction(visit, visit.spoken.activities[0])
    return None


def home(visit: Visit) -> HomeView:
    """Return what is done and what is next."""
    activity, attempt = visit.spoken.activities[0], visit.open_attempt
    offer = visit.second_round
    return HomeView(
        code=visit.code,
        returning=visit.returning,
        lesson_title=visit.spoken.title,
        screens_seen=len(visit.seen),
        screens_total=len(visit.pack.screens),
        activity_title=activity.title,
        activity_open=attempt is not None,
        placed=attempt.board.placed if attempt else 0,
        items=len(attempt.board.dealt) if attempt else dealt_count(activity),
        best=_best(visit.finished, activity),
        second_round=len(offer.item_ids) if offer else 0,
        another_round=bool(visit.finished) and visit.finished[-1].follows is not None,
        second_round_open=attempt is not None and attempt.start.follows is not None,
    )


def lesson(visit: Visit, *, rereading: bool) -> LessonView:
    """Return the lesson screen that is open."""
    pack = visit.spoken
    screen = pack.screens[visit.lesson_index]
    chart = screen.chart
    return LessonView(
        module=pack.module,
        pack_title=pack.title,
        screen=screen,
        number=visit.lesson_index + 1,
        total=len(pack.screens),
        picture=pack.assets[screen.picture.file] if screen.picture else None,
        chart=chart,
        columns=_columns(pack.activity(chart.activity_id), chart.example_item_ids) if chart else (),
        rereading=rereading,
        parts_shown=visit.parts_shown,
    )


def introduction(visit: Visit, activity: Activity) -> IntroductionView:
    """Return the page before the board."""
    return IntroductionView(
        module=visit.spoken.module,
        activity=activity,
        items=dealt_count(activity),
        begun=visit.open_attempt is not None,
        first=visit.new_to_cards,
    )


def tryout(visit: Visit, trial: Activity, tryout: Tryout, spoken: str = "") -> TryoutView:
    """Return the round before the board; ``trial`` has its cards in the language spoken now."""
    activity = visit.spoken.activities[0]
    return TryoutView(
        title=activity.title,
        items=dealt_count(activity),
        begun=visit.open_attempt is not None,
        activity=trial,
        tryout=tryout,
        spoken=spoken,
    )


def board(visit: Visit, attempt: Attempt, spoken: str, told: Told | None = None) -> BoardView:
    """Return the board as it stands."""
    return BoardView(
        module=visit.spoken.module,
        activity=activity_of(visit, attempt),
        board=attempt.board,
        try_number=attempt.try_number,
        can_undo=attempt.board.undoable > 0,
        answers=attempt.answers(),
        spoken=spoken,
        told=told,
        second_round=attempt.start.follows is not None,
    )


def told(visit: Visit, attempt: Attempt, item_id: str) -> Told | None:
    """Return what practice mode says of a placed card, ``None`` where nothing is to be said."""
    answers, place = attempt.answers(), attempt.board.places[item_id]
    if attempt.start.mode is not Mode.PRACTICE or place is None or item_id not in answers:
        return None
    reason = activity_of(visit, attempt).item(item_id).reasons[place]
    return Told(item_id, answers[item_id], reason)


def feedback(visit: Visit, attempt: Attempt, selected: str | None) -> FeedbackView:
    """Return the answers, missed ones first, each with the screen that it comes from."""
    activity = activity_of(visit, attempt)
    rows = [_row(visit, activity.item(r.item_id), r) for r in attempt.responses]
    rows.sort(key=lambda row: (row.response.correct is not False, row.response.correct is None))
    ids = [row.item.id for row in rows]
    return FeedbackView(
        activity=activity,
        rows=tuple(rows),
        first_correct=scoring.count_first_correct(attempt.responses),
        correct=scoring.count_correct(attempt.responses),
        scored=scoring.count_scored(attempt.responses),
        tries=attempt.tries,
        selected=selected if selected in ids else ids[0],
        second_round=attempt.start.follows is not None,
    )


def summary(visit: Visit, attempt: Attempt) -> SummaryView:
    """Return a finished attempt."""
    return SummaryView(
        activity_title=activity_of(visit, attempt).title,
        first_correct=scoring.count_first_correct(attempt.responses),
        final_correct=scoring.count_correct(attempt.responses),
        scored=scoring.count_scored(attempt.responses),
        tries=attempt.tries,
        code=visit.code,
        second_round=attempt.start.follows is not None,
    )


def slip(visit: Visit, slip: Slip | None, printing: Printing, *, failed: bool) -> SlipView:
    """Return the slip of the visit's latest attempt."""
    activity_id = visit.attempt.activity.id if visit.attempt else visit.pack.activities[0].id
    return SlipView(visit.spoken.activity(activity_id).title, slip, failed, printing)


def _best(finished: list[AttemptSummary], activity: Activity) -> AttemptSummary | None:
    # A round of a few cards says nothing of the whole board.
    whole = [s for s in finished if s.activity_id == activity.id and s.follows is None]
    of_it = [s for s in whole if s.final_score is not None]
    return max(of_it, key=lambda s: s.final_score or 0.0, default=None)


def _columns(activity: Activity, example_ids: tuple[str, ...]) -> tuple[ChartColumn, ...]:
    examples = [activity.item(item_id) for item_id in example_ids]
    return tuple(
        ChartColumn(c, tuple(item for item in examples if item.category_id == c.id))
        for c in activity.categories
    )


def _row(visit: Visit, item: Item, response: Response) -> FeedbackRow:
    if item.screen_id is None:
        return FeedbackRow(item, response, None, "")
    number = visit.pack.screen_number(item.screen_id)
    return FeedbackRow(item, response, number, visit.spoken.screens[number - 1].title)
