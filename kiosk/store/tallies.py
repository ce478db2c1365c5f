"""The sums that triggers keep for the pages of staff, counted anew from the rows.

What they hold is told in the migration that makes them.
"""

from __future__ import annotations

import sqlite3

from kiosk.store import tally_fill

_DAYS = """
    SELECT day, activity, whole, outcome, count(*) FROM tally_attempt GROUP BY 1, 2, 3, 4
"""
_SUMS = """
    SELECT CASE WHEN ever THEN -1 ELSE week END, activity, item, first, kind, value, sum(n)
    FROM (SELECT week, tally_attempt.activity, item, first, kind, value, count(*) AS n
          FROM tally_attempt JOIN attempt USING (key)
          JOIN tally_part ON tally_part.attempt = tally_attempt.key
          WHERE whole AND tries > 0 GROUP BY 1, 2, 3, 4, 5, 6)
    JOIN (SELECT 1 AS ever UNION ALL SELECT 0)
    GROUP BY 1, 2, 3, 4, 5, 6
"""
_TAKEN = """
    SELECT CASE WHEN ever THEN -1 ELSE week END, activity, item, first, first_category, count(*)
    FROM tally_attempt JOIN response ON response.attempt = tally_attempt.key
    JOIN (SELECT 1 AS ever UNION ALL SELECT 0)
    WHERE whole AND first_try_correct = 0 AND first_category IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5
"""
_ANEW = {"tally_day": _DAYS, "tally_sum": _SUMS, "tally_taken": _TAKEN}
_STRAY = """
    SELECT count(*) FROM (
        SELECT * FROM (SELECT * FROM {table} EXCEPT {anew})
        UNION ALL SELECT * FROM ({anew} EXCEPT SELECT * FROM {table}))
"""


def stray(connection: sqlite3.Connection) -> int:
    """Return how many of the sums are not those of the rows; a database without sums has none.

    Reads every placement: for a check, not for a page.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    return sum(
        int(connection.execute(_compared(table)).fetchone()[0])
        for table in _ANEW
        if _is_there(connection, table)
    )


def count_anew(connection: sqlite3.Connection) -> None:
    """Make all sums anew from the rows, in the caller's transaction.

    Raises:
        sqlite3.Error: the disk refuses.
    """
    for table in _ANEW:
        connection.execute(f"DELETE FROM {table}")
    tally_fill.fill(connection)


def _is_there(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return found is not None


def _compared(table: str) -> str:
    return _STRAY.format(table=table, anew=_ANEW[table])
