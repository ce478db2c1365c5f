"""The list of attempts, a chunk at a time: by keys and never by offsets, however long it is."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

from kiosk.core.staff_rows import (
    OUTCOMES,
    AttemptChunk,
    AttemptLine,
    ListCounts,
    Mark,
    Sort,
    Wanted,
)
from kiosk.store.times import from_text, to_text

FEW = 20_000
"""So many are sooner sorted than looked for in an index that is sorted already."""
_BEFORE_ALL = "~"  # later than any time, and the latest come first

# Left open, and its learner is not at this kiosk with the same pack to go on with it.
_UNDER_WAY = """
    EXISTS (SELECT 1 FROM visit AS present WHERE present.ended IS NULL
            AND present.learner = attempt.learner AND present.pack = attempt.pack)
"""
_FILTERS = (
    "(:since IS NULL OR attempt.started >= :since)",
    "(:activity IS NULL OR attempt.activity = :activity)",
)
_OUTCOMES = {
    "open": f"(attempt.outcome IS NULL AND {_UNDER_WAY})",
    "abandoned": f"(attempt.outcome = 'abandoned' OR (attempt.outcome IS NULL"
    f" AND NOT {_UNDER_WAY}))",
}
_COLUMNS = {
    Sort.STARTED: "attempt.started",
    Sort.CODE: "learner.code",
    Sort.FIRST_TRY: "attempt.first_try_score",
    Sort.FINAL: "attempt.final_score",
    Sort.TIME: "attempt.active_ms",
}
_SORTABLE = {
    Sort.FIRST_TRY: " AND attempt.first_try_score IS NOT NULL",
    Sort.FINAL: " AND attempt.final_score IS NOT NULL",
    Sort.TIME: " AND attempt.outcome IS NOT NULL",
}
_INDEXES = {
    Sort.STARTED: "attempt_by_start",
    Sort.CODE: "attempt_by_learner",
    Sort.FIRST_TRY: "attempt_by_score",
    Sort.FINAL: "attempt_by_final",
    Sort.TIME: "attempt_by_time",
}
LINE = f"""
    attempt.id, learner.code, attempt.started, attempt.utc_offset,
    coalesce((SELECT title FROM label WHERE label.pack = attempt.pack AND kind = 'activity'
              AND label.id = attempt.activity), attempt.activity),
    attempt.follows IS NULL,
    coalesce(attempt.outcome, CASE WHEN NOT {_UNDER_WAY} THEN 'abandoned' END),
    attempt.first_try_score, attempt.final_score, attempt.active_ms, attempt.tries,
    attempt.placements
"""


def count(connection: sqlite3.Connection, wanted: Wanted) -> ListCounts:
    """Return how many attempts are wanted, and how many of them the sorting leaves out."""
    values, learner = _values(connection, wanted)
    where, index = _where(wanted), _index(learner, "attempt_by_start")
    counted = "SELECT count(*) FROM attempt INDEXED BY {} WHERE "
    (found,) = connection.execute(counted.format(index) + where, values).fetchone()
    if wanted.sort not in _SORTABLE:
        return ListCounts(int(found), 0)
    if wanted.all_of_them:
        index = _INDEXES[wanted.sort]
    told = counted.format(index) + where + _SORTABLE[wanted.sort]
    (listed,) = connection.execute(told, values).fetchone()
    return ListCounts(int(listed), int(found) - int(listed))


def chunk(
    connection: sqlite3.Connection, wanted: Wanted, listed: int, after: Mark | None, most: int
) -> AttemptChunk:
    """Return the next rows.

    Args:
        connection: to read with.
        wanted: which, and in which order.
        listed: how many there are, as ``count`` told.
        after: where the rows before them ended; ``None`` for the first ones.
        most: how many at most.
    """
    if not listed:
        return AttemptChunk((), None)
    if wanted.sort is Sort.OUTCOME:
        return _by_outcome(connection, wanted, listed, after, most)
    values, learner = _values(connection, wanted)
    column, turn = _COLUMNS[wanted.sort], "DESC" if wanted.descending else "ASC"
    where = _where(wanted) + _SORTABLE.get(wanted.sort, "")
    if after is not None:
        beyond = "<" if wanted.descending else ">"
        where += f" AND ({column}, attempt.key) {beyond} (:value, :key)"
        if wanted.sort is Sort.CODE:
            # Said plainly too: the row's other half is of another table.
            where += f" AND {column} {beyond}= :value"
        values |= {"value": after.value, "key": after.key}
    rows = connection.execute(
        f"""
        SELECT {LINE}, {column}, attempt.key
        FROM (SELECT attempt.key FROM {_source(wanted, learner, listed)} WHERE {where}
              ORDER BY {column} {turn}, attempt.key {turn} LIMIT :most) AS chosen
        JOIN attempt ON attempt.key = chosen.key
        JOIN learner ON learner.key = attempt.learner
        ORDER BY {column} {turn}, attempt.key {turn}
        """,
        {**values, "most": most + 1},
    ).fetchall()
    more = Mark(*rows[most - 1][-2:]) if len(rows) > most else None
    return AttemptChunk(tuple(line(row) for row in rows[:most]), more)


def _by_outcome(
    connection: sqlite3.Connection, wanted: Wanted, listed: int, after: Mark | None, most: int
) -> AttemptChunk:
    # One list after the other, so that what the index of starts is sorted by will do.
    outcomes = [one for one in OUTCOMES if wanted.outcome in (None, one)]
    if wanted.descending:
        outcomes.reverse()
    if after is not None and after.outcome is not None:
        outcomes = outcomes[outcomes.index(after.outcome) :]
    lines: list[AttemptLine] = []
    for outcome in outcomes:
        if len(lines) == most:
            return AttemptChunk(tuple(lines), Mark(_BEFORE_ALL, 0, outcome))
        one = replace(wanted, sort=Sort.STARTED, descending=True, outcome=outcome)
        begun = after if after is not None and after.outcome == outcome else None
        found = chunk(connection, one, listed, begun, most - len(lines))
        lines += found.lines
        if found.more is not None:
            return AttemptChunk(tuple(lines), replace(found.more, outcome=outcome))
    return AttemptChunk(tuple(lines), None)


def line(row: tuple[Any, ...]) -> AttemptLine:
    """Return what ``LINE`` selected as a row of the list."""
    attempt_id, code, started, offset, title, whole, *rest = row[:12]
    return AttemptLine(attempt_id, code, from_text(started), offset, title, bool(whole), *rest)


def _values(connection: sqlite3.Connection, wanted: Wanted) -> tuple[dict[str, object], int | None]:
    learner = None
    if wanted.code is not None:
        row = connection.execute(
            "SELECT key FROM learner WHERE code = ?", (wanted.code,)
        ).fetchone()
        learner = -1 if row is None else int(row[0])
    values: dict[str, object] = {
        "since": None if wanted.since is None else to_text(wanted.since),
        "activity": wanted.activity_id,
        "outcome": wanted.outcome,
        "learner": learner,
    }
    return values, learner


def _where(wanted: Wanted) -> str:
    filters = list(_FILTERS)
    if wanted.since is not None:
        # Said plainly too, so that the index is entered there.
        filters.append("attempt.started >= :since")
    if wanted.code is not None:
        filters.append("attempt.learner = :learner")
    if wanted.outcome is not None:
        filters.append(_OUTCOMES.get(wanted.outcome, "attempt.outcome = :outcome"))
    return " AND ".join(filters)


def _index(learner: int | None, otherwise: str) -> str:
    return otherwise if learner is None else "attempt_by_learner"


def _source(wanted: Wanted, learner: int | None, listed: int) -> str:
    by_code, many = wanted.sort is Sort.CODE, listed > FEW
    if by_code and many and learner is None:
        return (
            "learner CROSS JOIN attempt INDEXED BY attempt_by_learner"
            " ON attempt.learner = learner.key"
        )
    index = _index(learner, _INDEXES[wanted.sort] if many else "attempt_by_start")
    joined = " JOIN learner ON learner.key = attempt.learner" if by_code else ""
    return f"attempt INDEXED BY {index}{joined}"
