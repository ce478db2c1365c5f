"""The log of a database that came from elsewhere: looked through in full, then copied aside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk import paths
from kiosk.core.log_rows import Selection
from kiosk.errors import NotSetUp, SourceRefused
from kiosk.store.connection import open_writer
from kiosk.store.log import SqliteAttemptLog, SqliteSnapshot
from kiosk.store.migrate import apply_steps, load_migrations
from kiosk.store.proof import proved, unsound_attempts


@contextmanager
def foreign_log(file: Path, place: Path) -> Iterator[SqliteSnapshot]:
    """Open the log of any database of a kiosk, of this schema or an older one.

    The file is only read, and a kiosk may use it meanwhile.

    Args:
        file: the database.
        place: an empty folder for a copy of it.

    Raises:
        DatabaseNewer: a newer program made it.
        SourceRefused: it is not a database of ours, not sound, or an attempt in it was altered.
        DataFolderUnusable: there is no room for the copy.
    """
    _copy(file, place / paths.DATABASE_NAME)
    try:
        with SqliteAttemptLog(place).snapshot(Selection()) as snapshot:
            yield snapshot
    except NotSetUp as fault:
        raise SourceRefused(path=file, detail="no kiosk was ever set up in it") from fault


def _copy(file: Path, copy: Path) -> None:
    steps = load_migrations()
    try:
        with proved(file, steps) as source:
            altered = len(unsound_attempts(source))
            if altered:
                detail = f"{altered} attempts in it are not as they were written"
                raise SourceRefused(path=file, detail=detail)
            with closing(sqlite3.connect(copy)) as target:
                source.backup(target)
        with closing(open_writer(copy)) as connection:
            apply_steps(connection, steps)
    except sqlite3.Error as fault:
        raise SourceRefused(path=file, detail=fault) from fault
