"""The codes that were imported: learners who have not come yet."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from typing import TypeVar

from kiosk.core.known_codes import RosterCounts
from kiosk.core.ports import Clock, Ids
from kiosk.errors import RosterNotKept
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.times import to_text
from kiosk.store.writer import Refused, WriterClosed

_AT_ONCE = 2_000
T = TypeVar("T")
Progress = Callable[[int, int], None]


class _Cancelled(Exception):
    """Nothing of the roster is to be kept."""


class SqliteRoster:
    """The port ``RosterBook`` on a database. For any thread but that of the screen."""

    def __init__(self, database: Database, clock: Clock, ids: Ids) -> None:
        self._database = database
        self._clock = clock
        self._ids = ids

    def counts(self) -> RosterCounts:
        """Return how many codes are known. Raises ``RosterNotKept``: it cannot be read."""
        return self._read(_counts)

    def unknown(self, codes: Iterable[str]) -> int:
        """Return how many of some codes are new here. Raises ``RosterNotKept``."""
        known = self._read(_all_codes)
        return sum(code not in known for code in codes)

    def holds(self, code: str) -> bool:
        """Return whether a code was imported, or has come before. Raises ``RosterNotKept``."""
        return self._read(partial(_holds, code=code))

    def add(
        self, codes: Sequence[str], progress: Progress, cancelled: Callable[[], bool]
    ) -> int | None:
        """Keep the codes that are new, all of them or none.

        Returns:
            How many are new; ``None`` where it was cancelled.

        Raises:
            RosterNotKept: the disk refuses; nothing was kept.
        """
        job = partial(self._add, codes=codes, progress=progress, cancelled=cancelled)
        try:
            return self._database.ask_once(job).result()
        except _Cancelled:
            return None
        except (Refused, WriterClosed, sqlite3.Error) as fault:
            raise RosterNotKept(detail=fault) from fault

    def _add(
        self,
        connection: sqlite3.Connection,
        codes: Sequence[str],
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> int:
        created = to_text(self._clock.now())
        connection.execute("BEGIN IMMEDIATE")
        (before,) = connection.execute("SELECT count(*) FROM learner").fetchone()
        for start in range(0, len(codes), _AT_ONCE):
            if cancelled():
                raise _Cancelled
            connection.executemany(
                "INSERT OR IGNORE INTO learner (id, code, created) VALUES (?, ?, ?)",
                ((self._ids.new(), code, created) for code in codes[start : start + _AT_ONCE]),
            )
            progress(min(start + _AT_ONCE, len(codes)), len(codes))
        (after,) = connection.execute("SELECT count(*) FROM learner").fetchone()
        connection.execute("COMMIT")
        return int(after - before)

    def _read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with closing(open_reader(self._database.file)) as reader:
                return question(reader)
        except sqlite3.Error as fault:
            raise RosterNotKept(detail=fault) from fault


def _counts(connection: sqlite3.Connection) -> RosterCounts:
    row = connection.execute(
        "SELECT count(*), count(*) FILTER (WHERE NOT EXISTS"
        " (SELECT 1 FROM visit WHERE visit.learner = learner.key)) FROM learner"
    ).fetchone()
    return RosterCounts(*row)


def _all_codes(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(code for (code,) in connection.execute("SELECT code FROM learner"))


def _holds(connection: sqlite3.Connection, code: str) -> bool:
    found = connection.execute("SELECT 1 FROM learner WHERE code = ?", (code,)).fetchone()
    return found is not None
