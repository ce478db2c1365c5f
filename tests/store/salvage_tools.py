"""Salvage without ceremony, and hands that damage one place of a file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from makers import MORNING
from spoiled import Rows, read_rows

from kiosk.store.salvage import Salvaged, salvage

ATTEMPTS = 24
NOTHING = (0, 0, 0)


def salvaged(file: Path) -> tuple[Salvaged, Rows]:
    """Salvage; return what was told and the rows that came back."""
    out = file.with_name("out.db")
    told = salvage(file, out, MORNING)
    assert sorted(file.parent.glob("*.part*")) == []
    return told, read_rows(out)


def counts(told: Salvaged) -> tuple[int, int, int]:
    """Return how many attempts, placements and visits came back."""
    return told.attempts, told.placements, told.visits


def overwrite(file: Path, at: int, content: bytes) -> None:
    """Put other bytes into a file."""
    with file.open("r+b") as stream:
        stream.seek(at)
        stream.write(content)


def root_of(file: Path, name: str) -> int:
    """Return the number of the first page of a table or an index."""
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return int(connection.execute(query, (name,)).fetchone()[0])
