"""The attempt log as rows: what the store hands to the reports. One value a column.

Titles are those that the learner saw, kept with the attempt's pack. ``None`` is
a value that is not there (yet).
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class AttemptRow(NamedTuple):
    """One attempt. Scores from 0 to 1; ``active_ms`` in milliseconds.

    ``round_number`` is 1 for a whole board; a second round and a later one tell
    in ``follows_attempt_id`` whose missed items they deal. ``attempt_number``
    counts this learner's attempts at this activity from 1, by the order in
    which they began, whole boards and later rounds apart; first, latest and
    best are marked among whole boards alone. ``missed_items`` are titles of items that
    were not correct at the first check, in the order dealt. ``input_methods``
    are sorted. ``outcome`` of an open attempt is ``None`` while its learner is
    at the kiosk, and 'abandoned' while not.
    """

    attempt_id: str
    kiosk_id: str
    kiosk_name: str
    site: str
    learner_code: str
    pack_id: str
    pack_version: str
    activity_id: str
    activity_title: str
    mode: str
    language: str
    started_utc: datetime
    started_offset_minutes: int
    submitted_utc: datetime | None
    active_ms: int
    items: int
    placed: int
    first_try_correct: int | None
    first_try_score: float | None
    final_correct: int | None
    final_score: float | None
    mastery_score: float | None
    outcome: str | None
    tries: int
    placements: int
    attempt_number: int
    is_first: bool
    is_latest: bool
    is_best: bool
    input_methods: tuple[str, ...]
    missed_items: tuple[str, ...]
    round_number: int
    follows_attempt_id: str | None


class PlacementRow(NamedTuple):
    """One placement; ``from_id`` and ``to_id`` are categories, ``None`` for the bank."""

    attempt_id: str
    seq: int
    item_id: str
    from_id: str | None
    to_id: str | None
    input_method: str
    ms: int
    correct: bool | None
    try_number: int


class ResponseRow(NamedTuple):
    """One response, as it stood at the latest check of its attempt."""

    attempt_id: str
    item_id: str
    item_title: str
    category_id: str | None
    category_title: str | None
    correct: bool | None
    first_category_id: str | None
    first_try_correct: bool | None
    placements: int


class AttemptState(NamedTuple):
    """What an export notes of an attempt: the store's key, and all that its row said, told short.

    Two rows of the same attempt with the same state are equal.
    """

    key: int
    state: str


class Selection(NamedTuple):
    """Which attempts: begun at or after ``since`` and before ``until``, of one activity or all.

    ``only_new`` leaves out those whose row an earlier export had as it is now.
    """

    since: datetime | None = None
    until: datetime | None = None
    activity_id: str | None = None
    only_new: bool = False


class LogCounts(NamedTuple):
    """Sums over a selection, asked of the database and compared with what was written.

    ``active_ms`` is summed over the attempts, ``placement_ms`` over the placements.
    """

    attempts: int
    placements: int
    responses: int
    active_ms: int
    placement_ms: int
