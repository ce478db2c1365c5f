"""The list of attempts, a chunk at a time: by keys and never by offsets, however long it is."""

from __future__ import annotations

import sqlite3
from typing import Any

from kiosk.core.staff_rows import AttemptChunk, AttemptLine, ListCounts, Mark, Sort, Wanted
from kiosk.store.times import from_text, to_text

FEW = 20_000
"""So many are sooner sorted than looked for in an index that is sorted already."""

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
    Sort.FIRST_TRY: "attempt.first_try_score",
    Sort.TIME: "attempt.active_ms",
}
_SORTABLE = {
    Sort.STARTED: "",
    Sort.FIRST_TRY: " AND attempt.first_try_score IS NOT NULL",
    Sort.TIME: " AND attempt.outcome IS NOT NULL",
}
_INDEXES = {
    Sort.STARTED: "attempt_by_start",
    Sort.FIRST_TRY: "attempt_by_score",
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
    if wanted.sort is Sort.STARTED:
        return ListCounts(int(found), 0)
    if wanted == Wanted(sort=wanted.sort, descending=wanted.descending):
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
    values, learner = _values(connection, wanted)
    column, turn = _COLUMNS[wanted.sort], "DESC" if wanted.descending else "ASC"
    index = _INDEXES[wanted.sort] if listed > FEW else "attempt_by_start"
    where = _where(wanted) + _SORTABLE[wanted.sort]
    if after is not None:
        where += f" AND ({column}, attempt.key) {'<' if wanted.descending else '>'} (:value, :key)"
        values |= {"value": after.value, "key": after.key}
    rows = connection.execute(
        f"""
        SELECT {LINE}, {column}, attempt.key
        FROM (SELECT key FROM attempt INDEXED BY {_index(learner, index)} WHERE {where}
              ORDER BY {column} {turn}, attempt.key {turn} LIMIT :most) AS chosen
        JOIN attempt ON attempt.key = chosen.key
        JOIN learner ON learner.key = attempt.learner
        ORDER BY {column} {turn}, attempt.key {turn}
        """,
        {**values, "most": most + 1},
    ).fetchall()
    more = Mark(*rows[most - 1][-2:]) if len(rows) > most else None
    return AttemptChunk(tuple(line(row) for row in rows[:most]), more)


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
