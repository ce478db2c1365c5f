"""When the newest visit of a database began, as far as it can be told."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kiosk.store.connection import open_reader
from kiosk.store.times import from_text


def newest_visit(file: Path) -> datetime | None:
    """Return when the newest visit began, UTC; ``None`` without one, or where nobody can tell."""
    try:
        with closing(open_reader(file)) as reader:
            (started,) = reader.execute("SELECT max(started) FROM visit").fetchone()
        return None if started is None else from_text(started)
    except (OSError, ValueError, sqlite3.Error):
        return None
