"""Which rows a purge takes, and how they go: as a whole, in one transaction of the caller's.

The choice stands in temporary tables of the connection, as numbers alone: whatever file SQLite
keeps them in holds nothing of a learner.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from kiosk.core.purges import OneLearner, PurgeCounts, PurgeOrder
from kiosk.store.times import to_text

_MAKE = (
    "CREATE TEMP TABLE purge_attempt (key INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE purge_visit (key INTEGER PRIMARY KEY)",
    "CREATE TEMP TABLE purge_learner (key INTEGER PRIMARY KEY)",
)
_DROP = (
    "DROP TABLE IF EXISTS temp.purge_attempt",
    "DROP TABLE IF EXISTS temp.purge_visit",
    "DROP TABLE IF EXISTS temp.purge_learner",
)

# An open attempt may have been gone on with at any visit of its learner; an abandoned one until
# the next was begun. Keys never lie about order: ``reached`` is the latest that the clock had
# come to when the row was made, as far as that is not in the future.
_OLD_ATTEMPTS = """
    INSERT INTO temp.purge_attempt
    SELECT key FROM (
        SELECT attempt.key,
               CASE WHEN submitted IS NOT NULL THEN submitted
                    WHEN outcome IS NOT NULL THEN
                        max(coalesce(visit.ended, visit.last_known),
                            coalesce((SELECT later.started FROM attempt AS later
                                      WHERE later.learner = attempt.learner
                                      AND later.activity = attempt.activity
                                      AND later.key > attempt.key
                                      ORDER BY later.key LIMIT 1), attempt.started))
                    ELSE (SELECT max(coalesce(ended, last_known)) FROM visit AS other
                          WHERE other.learner = attempt.learner) END AS closed,
               max(CASE WHEN attempt.started <= :now THEN attempt.started END)
                   OVER (ORDER BY attempt.key) AS reached
        FROM attempt JOIN visit ON visit.key = attempt.visit)
    WHERE closed < :before AND coalesce(reached, '') < :before
"""
# A round names the attempt that it follows, and is never changed: they go together or stay.
_STILL_FOLLOWED = """
    DELETE FROM temp.purge_attempt WHERE key IN (
        WITH RECURSIVE followed (id) AS (
            SELECT follows FROM attempt
            WHERE follows IS NOT NULL AND key NOT IN (SELECT key FROM temp.purge_attempt)
            UNION
            SELECT attempt.follows FROM followed JOIN attempt ON attempt.id = followed.id
            WHERE attempt.follows IS NOT NULL)
        SELECT attempt.key FROM followed JOIN attempt ON attempt.id = followed.id)
"""
_OLD_VISITS = """
    INSERT INTO temp.purge_visit
    SELECT key FROM (
        SELECT key, coalesce(ended, last_known) AS closed,
               max(CASE WHEN started <= :now THEN started END) OVER (ORDER BY key) AS reached
        FROM visit)
    WHERE closed < :before AND coalesce(reached, '') < :before AND key NOT IN (
        SELECT visit FROM attempt WHERE key NOT IN (SELECT key FROM temp.purge_attempt))
"""
_LEARNERS_LEFT_BARE = """
    INSERT INTO temp.purge_learner
    SELECT learner FROM visit WHERE key IN (SELECT key FROM temp.purge_visit)
    EXCEPT SELECT learner FROM visit WHERE key NOT IN (SELECT key FROM temp.purge_visit)
    EXCEPT SELECT learner FROM attempt WHERE key NOT IN (SELECT key FROM temp.purge_attempt)
"""
# Imported, and nobody came: such a code has nothing else that could be old.
_NEVER_USED = """
    INSERT OR IGNORE INTO temp.purge_learner
    SELECT key FROM (
        SELECT key, created,
               max(CASE WHEN created <= :now THEN created END) OVER (ORDER BY key) AS reached
        FROM learner)
    WHERE created < :before AND coalesce(reached, '') < :before
    AND key NOT IN (SELECT learner FROM visit) AND key NOT IN (SELECT learner FROM attempt)
"""
_BY_ID = (
    "INSERT OR IGNORE INTO temp.purge_learner SELECT key FROM learner WHERE id = ?",
    "INSERT OR IGNORE INTO temp.purge_visit SELECT key FROM visit WHERE id = ?",
    "INSERT OR IGNORE INTO temp.purge_attempt SELECT key FROM attempt WHERE id = ?",
)
_ALL_OF_THEM = (
    """
    INSERT OR IGNORE INTO temp.purge_visit SELECT key FROM visit
    WHERE learner IN (SELECT key FROM temp.purge_learner)
    """,
    """
    INSERT OR IGNORE INTO temp.purge_attempt SELECT key FROM attempt
    WHERE learner IN (SELECT key FROM temp.purge_learner)
    """,
    """
    INSERT OR IGNORE INTO temp.purge_attempt SELECT key FROM attempt
    WHERE visit IN (SELECT key FROM temp.purge_visit)
    """,
)
_FOLLOWERS = """
    INSERT OR IGNORE INTO temp.purge_attempt
    SELECT key FROM attempt WHERE follows IN (
        SELECT id FROM attempt WHERE key IN (SELECT key FROM temp.purge_attempt))
"""
_COUNTS = """
    SELECT (SELECT count(*) FROM temp.purge_learner),
           (SELECT count(*) FROM temp.purge_visit),
           (SELECT count(*) FROM temp.purge_attempt),
           (SELECT count(*) FROM placement
            WHERE attempt IN (SELECT key FROM temp.purge_attempt))
"""
_IDS = """
    SELECT id FROM learner WHERE key IN (SELECT key FROM temp.purge_learner)
    UNION ALL SELECT id FROM visit WHERE key IN (SELECT key FROM temp.purge_visit)
    UNION ALL SELECT id FROM attempt WHERE key IN (SELECT key FROM temp.purge_attempt)
"""
_ORPHANS = "SELECT count(*) FROM pragma_foreign_key_check"
# First the attempt, then its parts: the triggers ask it whether they may go.
_DELETE = (
    "DELETE FROM attempt WHERE key IN (SELECT key FROM temp.purge_attempt)",
    "DELETE FROM placement WHERE attempt IN (SELECT key FROM temp.purge_attempt)",
    "DELETE FROM response WHERE attempt IN (SELECT key FROM temp.purge_attempt)",
    "DELETE FROM exported WHERE attempt IN (SELECT key FROM temp.purge_attempt)",
    "DELETE FROM screen_view WHERE visit IN (SELECT key FROM temp.purge_visit)",
    "DELETE FROM visit WHERE key IN (SELECT key FROM temp.purge_visit)",
    "DELETE FROM learner WHERE key IN (SELECT key FROM temp.purge_learner)",
)


def choose(connection: sqlite3.Connection, order: PurgeOrder, gone: Collection[str] = ()) -> None:
    """Choose what goes, in place of an earlier choice.

    Args:
        connection: it gets the temporary tables; they are dropped with it, or by the next choice.
        order: what is asked for.
        gone: ids of rows that went from the database; in a backup they go with all their parts.
    """
    forget_choice(connection)
    for statement in _MAKE:
        connection.execute(statement)
    if isinstance(order, OneLearner):
        connection.execute(
            "INSERT INTO temp.purge_learner SELECT key FROM learner WHERE code = ?", (order.code,)
        )
    else:
        times = {"before": to_text(order.before), "now": to_text(order.now)}
        connection.execute(_OLD_ATTEMPTS, times)
        connection.execute(_STILL_FOLLOWED)
        connection.execute(_OLD_VISITS, times)
        connection.execute(_LEARNERS_LEFT_BARE)
        connection.execute(_NEVER_USED, times)
    for statement in _BY_ID:
        connection.executemany(statement, ((each,) for each in gone))
    for statement in _ALL_OF_THEM:
        connection.execute(statement)
    while gone and connection.execute(_FOLLOWERS).rowcount > 0:
        pass


def forget_choice(connection: sqlite3.Connection) -> None:
    """Drop the temporary tables of a choice."""
    for statement in _DROP:
        connection.execute(statement)


def chosen_counts(connection: sqlite3.Connection) -> PurgeCounts:
    """Return how many rows are chosen."""
    return PurgeCounts(*connection.execute(_COUNTS).fetchone())


def chosen_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of the learners, visits and attempts that are chosen."""
    return frozenset(each for (each,) in connection.execute(_IDS))


def delete_chosen(connection: sqlite3.Connection) -> None:
    """Delete what is chosen, inside the caller's transaction, with foreign keys off.

    Looking for the children of each row would read all attempts for each visit; all keys are
    checked once at the end instead. Damage that was there before does not stop it.

    Raises:
        sqlite3.IntegrityError: something would be left without its parent.
    """
    orphans = connection.execute(_ORPHANS).fetchone()
    for statement in _DELETE:
        connection.execute(statement)
    if connection.execute(_ORPHANS).fetchone() > orphans:
        raise sqlite3.IntegrityError("a purge would leave a row without its parent")
