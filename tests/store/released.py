"""Databases as released versions left them, in ``tests/data``; run, it makes the newest one.

One folder a schema: the database, and what an export of it says. A schema that was released
changes no more: its folder stays as it is, and what is new comes as the next step.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from grown import grow
from makers import MORNING

from kiosk.core.log_rows import Selection
from kiosk.reports.export import ExportOrder, export
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog
from kiosk.store.migrate import load_migrations

FOLDER = Path(__file__).parents[1] / "data"
TABLES = ("attempts.csv", "placements.csv", "responses.csv")
_ATTEMPTS = 7


def place(number: int) -> Path:
    """Return the folder of a schema."""
    return FOLDER / f"schema_{number}"


def exported(folder: Path, target: Path) -> Path:
    """Open the database of a data folder as a start does, and return the folder of its export."""
    Database.open(folder, MORNING).close()
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        order = ExportOrder(Selection(), MORNING, "0.0")
        receipt = export(snapshot, order, target, lambda _done, _all: None, lambda: False)
    assert receipt is not None
    return receipt.folder


def schema_of(file: Path) -> list[tuple[str, str]]:
    """Return the tables, indexes and triggers of a database, each with its text."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()


def _make_newest() -> None:
    target = place(len(load_migrations()))
    shutil.rmtree(target, ignore_errors=True)
    work = target / "work"
    shutil.copy(grow(work, _ATTEMPTS), target / "kiosk.db")
    bundle = exported(work, target)
    for name in TABLES:
        shutil.copy(bundle / name, target / name)
    shutil.rmtree(bundle)
    shutil.rmtree(work)


if __name__ == "__main__":
    _make_newest()
