"""Makes the view of one attempt from what is kept of it and the lesson that is installed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.core.lesson import Activity, Pack
from kiosk.core.model import Outcome
from kiosk.core.replay import Replay, ReplayRefused
from kiosk.core.staff_rows import AttemptOpened
from kiosk.ui.staff.attempt_cells import Titles, card_cells, facts, step_cells
from kiosk.ui.staff.attempt_views import OpenedView
from kiosk.ui.views import FeedbackRow

translate = QCoreApplication.translate
_FINISHED = frozenset(map(str, (Outcome.PASSED, Outcome.FAILED, Outcome.COMPLETED)))


def opened_view(opened: AttemptOpened, pack: Pack) -> OpenedView:
    """Return the view; reasons and replay are there where ``pack`` is what was played."""
    activity = _activity(opened, pack)
    titles = Titles(opened, activity)
    replay, why_not = _replay(opened, activity)
    words = translate("Attempts", "{code}: {activity}")
    title = opened.line.activity_title if activity is None else activity.title
    return OpenedView(
        title=words.format(code=opened.line.code, activity=title),
        facts=facts(opened),
        cards=card_cells(opened.responses, titles),
        steps=step_cells(opened.placements, titles),
        activity=activity,
        feedback=_feedback(opened, activity),
        replay=replay,
        why_not=why_not,
        finished=opened.line.outcome in _FINISHED,
    )


def _activity(opened: AttemptOpened, pack: Pack) -> Activity | None:
    if opened.pack_sha256 != pack.sha256:
        return None
    found = (one for one in pack.activities if one.id == opened.activity_id)
    return next(found, None)


def _feedback(opened: AttemptOpened, activity: Activity | None) -> tuple[FeedbackRow, ...]:
    if activity is None:
        return ()
    return tuple(
        FeedbackRow(activity.item(response.item_id), response, None, "")
        for response in opened.responses
    )


def _replay(opened: AttemptOpened, activity: Activity | None) -> tuple[Replay | None, str]:
    if activity is None:
        return None, translate(
            "Attempts",
            "This attempt is of another version of the lesson than the one that is installed."
            " Its steps are told in words under 'Steps'.",
        )
    try:
        played = Replay.of(activity, opened.shuffle_seed, opened.placements, opened.item_ids)
    except (ReplayRefused, ValueError, KeyError):
        return None, translate(
            "Attempts", "The steps do not fit the board. They are told in words under 'Steps'."
        )
    return played, ""
