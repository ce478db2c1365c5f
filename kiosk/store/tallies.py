"""The sums that triggers keep for the pages of staff, counted anew from the rows.

What they hold is told in the migration that makes them.
"""

from __future__ import annotations

import sqlite3

from kiosk.store import tally_fill

_TABLES = ("tally_day", "tally_sum", "tally_taken")
_MADE_BY = "SELECT sql FROM main.sqlite_schema WHERE name = ?"
_STRAY = """
    SELECT count(*) FROM (
        SELECT * FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM temp.{table})
        UNION ALL SELECT * FROM (SELECT * FROM temp.{table} EXCEPT SELECT * FROM main.{table}))
"""


def stray(connection: sqlite3.Connection) -> int:
    """Return how many of the sums are not those of the rows; a database without sums has none.

    Reads every placement: for a check, not for a page. The connection need not be able to write.

    Raises:
        sqlite3.Error: it cannot be read.
    """
    made_by = [connection.execute(_MADE_BY, (table,)).fetchone() for table in _TABLES]
    if None in made_by:
        return 0
    try:
        # By the same names: what counts into the tables counts into these, as they hide them.
        for (sql,) in made_by:
            connection.execute(sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1))
        tally_fill.fill(connection)
        return sum(_differing(connection, table) for table in _TABLES)
    finally:
        for table in _TABLES:
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


def count_anew(connection: sqlite3.Connection) -> None:
    """Make all sums anew from the rows, in the caller's transaction.

    Raises:
        sqlite3.Error: the disk refuses.
    """
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    tally_fill.fill(connection)


def _differing(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(_STRAY.format(table=table)).fetchone()
    return int(count)
