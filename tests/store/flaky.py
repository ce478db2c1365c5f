"""A connection that fails as told, at the calls and with the codes that a test names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite3 import _Parameters

CODES = {
    "FULL": sqlite3.SQLITE_FULL,
    "BUSY": sqlite3.SQLITE_BUSY,
    "IOERR": sqlite3.SQLITE_IOERR,
    "IOERR_FSYNC": sqlite3.SQLITE_IOERR_FSYNC,
    "READONLY": sqlite3.SQLITE_READONLY,
    "CANTOPEN": sqlite3.SQLITE_CANTOPEN,
}


class When(Enum):
    """Whether the call that fails has done its work all the same."""

    BEFORE = "before"
    AFTER = "after"


class Trouble(NamedTuple):
    """A fault by its name in ``CODES``, and when it strikes."""

    code: str
    when: When


class FlakyConnection(sqlite3.Connection):
    """Counts its calls from 0 and fails at those of ``troubles``."""

    troubles: Mapping[int, Trouble] = {}
    always: Trouble | None = None
    calls = 0

    def execute(self, sql: str, parameters: _Parameters = (), /) -> sqlite3.Cursor:
        trouble = self._next()
        _strike(trouble, When.BEFORE)
        cursor = super().execute(sql, parameters)
        if trouble is not None:
            cursor.close()
        _strike(trouble, When.AFTER)
        return cursor

    def executemany(self, sql: str, parameters: Iterable[_Parameters], /) -> sqlite3.Cursor:
        trouble = self._next()
        _strike(trouble, When.BEFORE)
        cursor = super().executemany(sql, parameters)
        if trouble is not None:
            cursor.close()
        _strike(trouble, When.AFTER)
        return cursor

    def _next(self) -> Trouble | None:
        self.calls += 1
        return self.troubles.get(self.calls - 1, self.always)


def connect(file: Path) -> FlakyConnection:
    """Open a database's file with no trouble planned yet."""
    return sqlite3.connect(
        file, isolation_level=None, check_same_thread=False, factory=FlakyConnection
    )


def _strike(trouble: Trouble | None, now: When) -> None:
    if trouble is not None and trouble.when is now:
        fault = sqlite3.OperationalError(f"made to fail: {trouble.code}")
        fault.sqlite_errorcode = CODES[trouble.code]
        raise fault
