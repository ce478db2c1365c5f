"""The same attempt from two places: which of the two states is the further one."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from kiosk.core.log_rows import AttemptRow, ResponseRow
from kiosk.core.model import Outcome
from kiosk.core.whole_attempts import WholeAttempt

_CLOSED = (Outcome.PASSED, Outcome.FAILED, Outcome.COMPLETED)


class Fate(Enum):
    """What became of an attempt when logs were put together.

    ``NEW``: it was in none before. ``SAME``: it was there as it is. ``GONE_ON``: it was there,
    and one of the two states goes on from the other; the further one is kept. ``CONFLICT``:
    neither does; one is kept, the same one in whatever order they come.
    """

    NEW = auto()
    SAME = auto()
    GONE_ON = auto()
    CONFLICT = auto()


class Judged(NamedTuple):
    """Two states of an attempt compared: what they are to each other, and which is kept."""

    fate: Fate
    kept: WholeAttempt


def judge(one: WholeAttempt, other: WholeAttempt) -> Judged:
    """Compare two states of the attempt of one id.

    What merely describes them (names of kiosk, site and titles, and the columns that count
    a learner's other attempts) makes no difference.
    """
    further = max(one, other, key=_order)
    if _begun(one.row) != _begun(other.row):
        return Judged(Fate.CONFLICT, further)
    if _state(one) == _state(other):
        return Judged(Fate.SAME, further)
    if _goes_on(one, other):
        return Judged(Fate.GONE_ON, other)
    if _goes_on(other, one):
        return Judged(Fate.GONE_ON, one)
    return Judged(Fate.CONFLICT, further)


def _goes_on(earlier: WholeAttempt, later: WholeAttempt) -> bool:
    if earlier.row.outcome in _CLOSED or earlier.row.tries > later.row.tries:
        return False
    if earlier.row.active_ms > later.row.active_ms:
        return False
    if later.placements[: len(earlier.placements)] != earlier.placements:
        return False
    checked_again = earlier.row.tries < later.row.tries
    return checked_again or _answers(earlier) == _answers(later)


def _begun(row: AttemptRow) -> tuple[object, ...]:
    # An export tells scores with four decimals, a database with all.
    mastery = None if row.mastery_score is None else round(row.mastery_score, 4)
    return (
        row.kiosk_id, row.learner_code, row.pack_id, row.pack_version, row.activity_id, row.mode,
        row.started_utc, row.started_offset_minutes, row.items, mastery,
        row.follows_attempt_id,
    )  # fmt: skip


def _state(attempt: WholeAttempt) -> tuple[object, ...]:
    row = attempt.row
    # Whether an open attempt counts as abandoned depends on where its learner was meanwhile.
    closed = (row.outcome, row.submitted_utc) if row.outcome in _CLOSED else None
    return (closed, row.active_ms, row.tries, attempt.placements, _answers(attempt))


def _answers(attempt: WholeAttempt) -> tuple[tuple[object, ...], ...]:
    return tuple(_answer(response) for response in attempt.responses)


def _answer(response: ResponseRow) -> tuple[object, ...]:
    return (
        response.item_id, response.category_id, response.correct, response.first_category_id,
        response.first_try_correct, response.placements,
    )  # fmt: skip


def _order(attempt: WholeAttempt) -> tuple[object, ...]:
    # Total, so that the order of the inputs decides nothing.
    row = attempt.row
    closed = row.outcome in _CLOSED
    return (closed, row.tries, len(attempt.placements), row.active_ms, repr(attempt))
