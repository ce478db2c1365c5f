"""What the pages of staff read: each question on a connection of its own, for any thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from kiosk.core.ports import Clock
from kiosk.core.staff_rows import (
    AttemptChunk,
    AttemptOpened,
    BoardSums,
    DayBook,
    ListCounts,
    Mark,
    Wanted,
)
from kiosk.errors import DataFolderUnusable
from kiosk.store import attempt_list, backup, opened_attempt, sums
from kiosk.store.backup_names import newest_first, parsed
from kiosk.store.connection import open_reader

T = TypeVar("T")


class SqliteStaffBook:
    """The port ``StaffBook`` on the database of a running kiosk.

    Every call raises ``DataFolderUnusable`` where the database cannot be read.
    """

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def day_book(self, days: int) -> DayBook:
        """Return the last days, today the latest of them."""
        now, offset = self._clock.now(), self._clock.utc_offset_minutes()
        book = self._read(partial(sums.day_book, now=now, utc_offset=offset, days=days))
        return replace(book, backed_up=self._newest_backup())

    def activities(self) -> tuple[str, ...]:
        """Return the ids of all activities that were ever begun."""
        return self._read(sums.activities)

    def boards(self, activity_id: str, since: date | None, *, first_only: bool) -> BoardSums:
        """Return what was counted of an activity, in the weeks from that of ``since`` on."""
        return self._read(
            partial(sums.boards, activity_id=activity_id, since=since, first_only=first_only)
        )

    def count(self, wanted: Wanted) -> ListCounts:
        """Return how many attempts a list has."""
        return self._read(partial(attempt_list.count, wanted=wanted))

    def chunk(self, wanted: Wanted, listed: int, after: Mark | None, most: int) -> AttemptChunk:
        """Return the next rows of a list that has so many in all."""
        return self._read(
            partial(attempt_list.chunk, wanted=wanted, listed=listed, after=after, most=most)
        )

    def attempt(self, attempt_id: str) -> AttemptOpened | None:
        """Return one attempt; ``None`` where there is none of that id any more."""
        return self._read(partial(opened_attempt.open_one, attempt_id=attempt_id))

    def _newest_backup(self) -> datetime | None:
        try:
            names = newest_first(backup.names_in(self._file.parent))
        except OSError as fault:
            raise DataFolderUnusable(path=self._file.parent, detail=fault) from fault
        newest = parsed(names[0]) if names else None
        return None if newest is None else newest.made

    def _read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        try:
            with closing(open_reader(self._file)) as reader:
                # One moment for all that a question asks.
                reader.execute("BEGIN")
                return question(reader)
        except sqlite3.Error as fault:
            raise DataFolderUnusable(path=self._file, detail=fault) from fault
