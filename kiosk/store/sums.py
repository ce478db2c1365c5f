"""The sums that triggers keep, read for a page: a few thousand rows, however many attempts."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta

from kiosk.core.staff_rows import BoardSums, DayBook, DaySums, ItemCounts
from kiosk.store.times import from_text, to_text

_EPOCH = date(1970, 1, 1)
_MONDAY_BEFORE = 3
_EVER = -1
_SUMS = """
    SELECT item, kind, value, sum(n) FROM tally_sum
    WHERE activity = :activity AND (:first_only = 0 OR first = 1) AND {period}
    GROUP BY item, kind, value
"""
_TAKEN = """
    SELECT item, category, sum(n) FROM tally_taken
    WHERE activity = :activity AND (:first_only = 0 OR first = 1) AND {period}
    GROUP BY item, category
"""
# One of a few packs has the title that was shown last.
_TITLES = """
    SELECT kind, id, title FROM label WHERE kind IN ('item', 'category') ORDER BY pack
"""
_DAYS = """
    SELECT day, whole, outcome, sum(n) FROM tally_day WHERE day BETWEEN ? AND ? GROUP BY 1, 2, 3
"""
_UNDER_WAY = """
    SELECT count(*) FROM visit JOIN attempt ON attempt.learner = visit.learner
    AND attempt.pack = visit.pack WHERE visit.ended IS NULL AND attempt.outcome IS NULL
"""


def week_of(day: date) -> int:
    """Return the number of the week, from Monday on, that a day is in."""
    return ((day - _EPOCH).days + _MONDAY_BEFORE) // 7


def boards(
    connection: sqlite3.Connection, activity_id: str, since: date | None, *, first_only: bool
) -> BoardSums:
    """Return what was counted of an activity, in the weeks from that of ``since`` on."""
    values = {
        "activity": activity_id,
        "first_only": int(first_only),
        "period": _EVER if since is None else week_of(since),
    }
    period = "period = :period" if since is None else "period >= :period"
    items: defaultdict[str, ItemCounts] = defaultdict(ItemCounts)
    board: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for item, kind, value, n in connection.execute(_SUMS.format(period=period), values):
        if item:
            _put(items[item], kind, value, n)
        else:
            board[kind][value] += n
    for item, category, n in connection.execute(_TAKEN.format(period=period), values):
        items[item].wrong[category] += n
    titles: dict[str, dict[str, str]] = {"item": {}, "category": {}}
    for kind, label_id, title in connection.execute(_TITLES):
        titles[kind][label_id] = title
    return BoardSums(
        board["board"].total(), board["ms"], dict(items), titles["item"], titles["category"]
    )


def _put(counts: ItemCounts, kind: str, value: int, n: int) -> None:
    if kind in ("right", "wrong"):
        counts.pairs[int(kind == "right"), value] += n
    elif kind == "moves":
        counts.placements[value] += n
    elif kind == "ms":
        counts.ms[value] += n
    else:
        counts.not_placed += n


def activities(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the ids of all activities that were ever begun."""
    rows = connection.execute("SELECT DISTINCT activity FROM tally_day ORDER BY 1")
    return tuple(activity for (activity,) in rows)


def day_book(connection: sqlite3.Connection, now: datetime, utc_offset: int, days: int) -> DayBook:
    """Return the last days, the day of ``now`` in local time the latest of them."""
    today = (now + timedelta(minutes=utc_offset)).date()
    last = (today - _EPOCH).days
    outcomes: defaultdict[int, dict[str, int]] = defaultdict(dict)
    rounds = 0
    for day, whole, outcome, n in connection.execute(_DAYS, (last - days + 1, last)):
        if whole:
            outcomes[day][outcome] = n
        elif day == last:
            rounds += n
    midnight = datetime(today.year, today.month, today.day, tzinfo=UTC)
    begins = to_text(midnight - timedelta(minutes=utc_offset))
    (visits,) = connection.execute(
        "SELECT count(*) FROM visit WHERE started >= ?", (begins,)
    ).fetchone()
    (under_way,) = connection.execute(_UNDER_WAY).fetchone()
    (ever,) = connection.execute("SELECT coalesce(sum(n), 0) FROM tally_day").fetchone()
    exported = connection.execute(
        "SELECT at, attempts FROM export_log ORDER BY key DESC LIMIT 1"
    ).fetchone()
    return DayBook(
        days=tuple(
            DaySums(_EPOCH + timedelta(days=day), outcomes[day])
            for day in range(last - days + 1, last + 1)
        ),
        visits=visits,
        rounds=rounds,
        under_way=under_way,
        all_attempts=ever,
        exported=None if exported is None else from_text(exported[0]),
        exported_attempts=0 if exported is None else exported[1],
    )
