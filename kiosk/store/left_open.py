"""The visit that was open when the kiosk died, looked up before the start ends it."""

from __future__ import annotations

import logging
import sqlite3
from pathlib import Path

from kiosk import paths
from kiosk.store.connection import open_reader

_log = logging.getLogger(__name__)
_LATEST = """
    SELECT learner.code FROM visit JOIN learner ON learner.key = visit.learner
    WHERE visit.ended IS NULL ORDER BY visit.key DESC LIMIT 1
"""


def code_left_open(folder: Path) -> str | None:
    """Return the code of the learner whose visit nobody ended; ``None`` where there is none.

    A database that cannot be read has none: the start that follows deals with it.
    """
    file = paths.database(folder)
    if not file.exists():
        return None
    try:
        reader = open_reader(file)
        try:
            row = reader.execute(_LATEST).fetchone()
        finally:
            reader.close()
    except sqlite3.Error as fault:
        _log.warning("what was open cannot be read: %s", fault)
        return None
    return None if row is None else str(row[0])
