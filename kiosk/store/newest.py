"""What came last in a database, as far as it can be told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kiosk.store.connection import open_reader
from kiosk.store.times import from_text

_VISIT = "SELECT max(started) FROM visit"
_NOTE = """
    SELECT at, action FROM staff_log WHERE substr(action, 1, length(:start)) = :start
    ORDER BY key DESC LIMIT 1
"""


def newest_visit(file: Path) -> datetime | None:
    """Return when the newest visit began, UTC; ``None`` without one, or where nobody can tell."""
    try:
        with closing(open_reader(file)) as reader:
            (started,) = reader.execute(_VISIT).fetchone()
        return None if started is None else from_text(started)
    except (OSError, ValueError, sqlite3.Error):
        return None


def newest_note(file: Path, start: str) -> tuple[datetime, str] | None:
    """Return when something was last noted of staff, UTC, and what, by how the note starts.

    ``None`` where there is no such note, or where nobody can tell.
    """
    try:
        with closing(open_reader(file)) as reader:
            row = reader.execute(_NOTE, {"start": start}).fetchone()
        return None if row is None else (from_text(row[0]), str(row[1]))
    except (OSError, ValueError, sqlite3.Error):
        return None
