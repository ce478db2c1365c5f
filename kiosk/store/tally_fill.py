"""The sums for the pages of staff, counted from every row at once.

What they hold is told by the migration that makes them: its views define them, its triggers keep
them. Counting by those views takes minutes for a million attempts, as each row is sorted by the
words that it is summed by; here each is read once, in the order in which it lies in the file.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from math import inf
from operator import itemgetter
from typing import Any

_MOST_BOARDS = 200_000
_EVER = -1
_FINISHED = ("passed", "failed", "completed")
_LONG, _FINEST = 3_600_000, 100
_STEPS = ((5_000, 100), (20_000, 500), (60_000, 2_000), (_LONG, 10_000))
_LONGEST = 3_605_000
_DAYS = """
    INSERT INTO tally_day (day, activity, whole, outcome, n)
    SELECT day, activity, whole, outcome, count(*) FROM tally_attempt GROUP BY 1, 2, 3, 4
"""
# Whole boards that were checked, in the order of their rows; the first of a learner is told among
# all that were begun.
_BOARDS = """
    SELECT key, (coalesce((CAST(strftime('%s', started) AS INTEGER) + utc_offset * 60) / 86400, 0)
                 + 3) / 7 AS week, activity, first, outcome, active_ms
    FROM (SELECT *, key = min(key) OVER (PARTITION BY learner, activity) AS first
          FROM attempt WHERE follows IS NULL)
    WHERE tries > 0 ORDER BY key
"""
_RESPONSES = """
    SELECT attempt, item, first_try_correct, first_category, placements FROM response
    ORDER BY attempt, position
"""
_MOVES = "SELECT attempt, item, ms, try FROM placement ORDER BY attempt, seq"
_ADD_SUM = """
    INSERT INTO tally_sum (period, activity, item, first, kind, value, n)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n
"""
_ADD_TAKEN = """
    INSERT INTO tally_taken (period, activity, item, first, category, n)
    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n
"""
_attempt = itemgetter(0)
_Row = tuple[Any, ...]
_Group = tuple[int, str, int]
_Sum = tuple[str, str, int]
_Mark = tuple[str, int | None, int, str | None, int]
_END: tuple[float, Iterable[_Row]] = (inf, ())


def fill(connection: sqlite3.Connection) -> None:
    """Count all into the tables of sums, which are empty, in the caller's transaction.

    Raises:
        sqlite3.Error: the disk refuses.
    """
    connection.execute(_DAYS)
    counts = _Counts(connection)
    responses = _Parts(connection.execute(_RESPONSES))
    moves = _Parts(connection.execute(_MOVES))
    for key, week, activity, first, outcome, active_ms in connection.execute(_BOARDS):
        group = week, activity, first
        sums = counts.sums(group)
        sums["", "board", 0] += 1
        if outcome in _FINISHED:
            sums["", "ms", _step(active_ms)] += 1
        _count_responses(counts.marks(group), responses.of(key))
        _count_times(sums, moves.of(key))
    counts.write()


class _Parts:
    """Rows in the order of their attempts, whose keys come first in them."""

    def __init__(self, rows: Iterator[_Row]) -> None:
        self._attempts = groupby(rows, _attempt)
        self._next: tuple[float, Iterable[_Row]] = next(self._attempts, _END)

    def of(self, attempt: int) -> list[_Row]:
        """Return the rows of an attempt. Each is asked for once at most, in their order."""
        while self._next[0] < attempt:
            self._next = next(self._attempts, _END)
        return list(self._next[1]) if self._next[0] == attempt else []


class _Counts:
    """Sums by week, activity and whether the board was the first; written as they grow many."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._sums: dict[_Group, Counter[_Sum]] = {}
        self._marks: dict[_Group, Counter[_Mark]] = {}
        self._asked = 0

    def sums(self, group: _Group) -> Counter[_Sum]:
        """Return the sums of a group, each of an item, a kind and a value."""
        self._asked += 1
        if self._asked % _MOST_BOARDS == 0:
            self.write()
        return self._sums.setdefault(group, Counter())

    def marks(self, group: _Group) -> Counter[_Mark]:
        """Return how often there was each kind of response in a group."""
        return self._marks.setdefault(group, Counter())

    def write(self) -> None:
        """Add what was counted to the tables, to its week and to all weeks."""
        taken: dict[_Group, Counter[tuple[str, str]]] = {}
        for group, marks in self._marks.items():
            _add_marks(marks, self._sums[group], taken.setdefault(group, Counter()))
        # In the order of the tables, whose pages are then written one after the other.
        self._connection.executemany(_ADD_SUM, sorted(_rows(self._sums)))
        self._connection.executemany(_ADD_TAKEN, sorted(_rows(taken)))
        self._sums.clear()
        self._marks.clear()


def _add_marks(marks: Counter[_Mark], sums: Counter[_Sum], taken: Counter[tuple[str, str]]) -> None:
    for (item, mark, right, category, placements), n in marks.items():
        sums[item, "moves", placements] += n
        if category is None:
            sums[item, "left", 0] += n
        if mark is not None:
            sums[item, "right" if mark else "wrong", right - mark] += n
        if mark == 0 and category is not None:
            taken[item, category] += n


def _rows(counted: dict[_Group, Counter[Any]]) -> Iterator[tuple[object, ...]]:
    ever: dict[tuple[str, int], Counter[Any]] = {}
    for (week, activity, first), sums in counted.items():
        ever.setdefault((activity, first), Counter()).update(sums)
        for what, n in sums.items():
            yield week, activity, what[0], first, *what[1:], n
    for (activity, first), sums in ever.items():
        for what, n in sums.items():
            yield _EVER, activity, what[0], first, *what[1:], n


def _count_responses(marks: Counter[_Mark], rows: list[_Row]) -> None:
    right = sum(row[2] == 1 for row in rows)
    for _, item, mark, category, placements in rows:
        marks[item, mark, right, category, placements] += 1


def _count_times(sums: Counter[_Sum], rows: list[_Row]) -> None:
    times: dict[str, int] = {}
    before = 0
    for _, item, ms, tried in rows:
        if tried == 1:
            times[item] = times.get(item, 0) + ms - before
        before = ms
    for item, ms in times.items():
        sums[item, "ms", _step(ms)] += 1


def _step(ms: int) -> int:
    return _middle(min(ms, _LONG) // _FINEST)


@cache
def _middle(number: int) -> int:
    """Return the middle of the step that a time lies in, counted in the finest of them."""
    ms = number * _FINEST
    for below, step in _STEPS:
        if ms < below:
            return max(ms, 0) // step * step + step // 2
    return _LONGEST
