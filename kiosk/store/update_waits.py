"""Whether a start has much to bring to the newest schema before the kiosk can open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk import paths
from kiosk.store.connection import open_reader, pragma
from kiosk.store.migrate import load_migrations
from kiosk.store.record import read_settings

LARGE = 50 * 1024 * 1024
"""A database of so many bytes takes seconds: it is backed up, read through and read again."""


def update_waits(folder: Path) -> str | None:
    """Return the language to say it in; ``None`` where there is nothing, or nobody can tell."""
    file = paths.database(folder)
    try:
        if file.stat().st_size < LARGE:
            return None
        with closing(open_reader(file)) as reader:
            if not 0 < pragma(reader, "user_version") < len(load_migrations()):
                return None
            return read_settings(reader).language
    except (OSError, ValueError, sqlite3.Error):
        # The start itself finds out what is wrong with it.
        return None
