"""Rows and hints as they were found, beside the new database and out of its way."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum

from kiosk.store.salvage import sql
from kiosk.store.salvage.record import Value
from kiosk.store.salvage.shapes import Shape, read_shapes, read_unique
from kiosk.store.salvage.trees import SCHEMA

_BATCH = 2000
_FORMS = (
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "id"),
    (re.compile(r"[0-9a-f]{64}"), "sha256"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"), ""),
)
_ANY_OTHER = "code"


class Rank(IntEnum):
    """How sure it is that a row belongs to the database as it was."""

    REACHED = 0
    ORPHAN = 1


class Found:
    """Everything that was read, in tables of memory that are attached as ``found``.

    Attributes:
        shapes: those of our tables, by name.
        unique: table and column of each index on one unique text, by its name.
        names: all tables and indexes of our schema, and the schema itself.

    A *hint* is an entry of an index on unique texts: it tells a row's id when the row is lost.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.shapes: Mapping[str, Shape] = {one.table: one for one in read_shapes(connection)}
        self.unique = read_unique(connection)
        names = connection.execute("SELECT name FROM sqlite_schema").fetchall()
        self.names = frozenset({SCHEMA, *(name for (name,) in names)})
        self._connection = connection
        self._rows: dict[str, list[Sequence[Value]]] = defaultdict(list)
        self._hints: list[tuple[Value, ...]] = []
        connection.execute("ATTACH ':memory:' AS found")
        for shape in self.shapes.values():
            connection.execute(sql.make_found(shape))
        connection.execute(
            "CREATE TABLE found.hint (of, field, key, value, rank,"
            " PRIMARY KEY (of, field, key, value)) WITHOUT ROWID"
        )

    def add(self, table: str, row: Sequence[Value], rank: Rank) -> None:
        """Note a row. All of the better rank come first."""
        waiting = self._rows[table]
        waiting.append((*row, int(rank)))
        if len(waiting) >= _BATCH:
            self._write(table, waiting)

    def hint(self, index: str, value: str, key: int) -> None:
        """Note an entry of an index that was reached from its root."""
        self._hints.append((*self.unique[index], key, value, int(Rank.REACHED)))

    def guess(self, value: str, key: int) -> None:
        """Note an entry of an index that is one of several; its text tells which it can be."""
        likely = next((field for form, field in _FORMS if form.fullmatch(value)), _ANY_OTHER)
        for table, field in self.unique.values():
            if field == likely:
                self._hints.append((table, field, key, value, int(Rank.ORPHAN)))

    def close(self) -> None:
        """Write down what is still waiting."""
        for table, waiting in self._rows.items():
            self._write(table, waiting)
        self._connection.executemany(
            "INSERT OR IGNORE INTO found.hint VALUES (?, ?, ?, ?, ?)", self._hints
        )
        self._hints.clear()

    def _write(self, table: str, waiting: list[Sequence[Value]]) -> None:
        self._connection.executemany(sql.add_found(self.shapes[table]), waiting)
        waiting.clear()
