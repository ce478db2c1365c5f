"""What a row of each table looks like, so that a page tells whose it is when nothing else does."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kiosk.store.salvage.record import Value

_TYPES: Mapping[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    # A whole number in a column of reals is stored as an integer.
    "REAL": (float, int),
    "TEXT": (str,),
}

Column = tuple[str, str, int, int]
"""Name, type, whether it is required, and its place in the primary key from 1 on."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The shape of a table's records.

    Attributes:
        table: the table's name.
        columns: in the order in which a record has them.
        types: what a value of each column can be.
        optional: whether each column can be NULL.
        alias: which column is the row's integer key, stored as NULL; ``None`` if none is.
        clustered: whether the rows are in a tree of an index (WITHOUT ROWID).
        key: the columns of the primary key.
        parents: the columns that refer to another table's rows: column, table, its column.
    """

    table: str
    columns: tuple[str, ...]
    types: tuple[tuple[type, ...], ...]
    optional: tuple[bool, ...]
    alias: int | None
    clustered: bool
    key: tuple[str, ...]
    parents: tuple[tuple[str, str, str], ...] = ()

    def row(self, key: int, values: Sequence[Value]) -> tuple[Value, ...] | None:
        """Return a record as a row of this table; ``None`` if it cannot be one.

        Args:
            key: the row's integer key, where it has one.
            values: the record's values.
        """
        if len(values) != len(self.columns):
            return None
        row = tuple(values)
        if self.alias is not None:
            if values[self.alias] is not None or not 0 < key < 1 << 63:
                return None
            row = (*row[: self.alias], key, *row[self.alias + 1 :])
        for value, types, optional in zip(row, self.types, self.optional, strict=True):
            if not (optional if value is None else type(value) in types):
                return None
        return row


def read_shapes(connection: sqlite3.Connection) -> tuple[Shape, ...]:
    """Return the shapes of a sound database's tables.

    Tallies are left out: they are counted anew from the attempts that come back.
    """
    tables = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'tally%'"
    ).fetchall()
    columns = 'SELECT name, type, "notnull", pk FROM pragma_table_info(?)'
    parents = 'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)'
    return tuple(
        replace(
            (_clustered if clustered else _by_key)(table, connection.execute(columns, (table,))),
            parents=tuple(connection.execute(parents, (table,))),
        )
        for table, clustered in tables
    )


def read_unique(connection: sqlite3.Connection) -> Mapping[str, tuple[str, str]]:
    """Return the table and the column of each index that repeats one column of unique texts."""
    rows = connection.execute(
        """
        SELECT list.name, shape.name, min(part.name)
        FROM pragma_table_list AS shape
        JOIN pragma_index_list(shape.name) AS list
        JOIN pragma_index_info(list.name) AS part
        WHERE shape.schema = 'main' AND shape.wr = 0 AND list."unique"
        GROUP BY list.name HAVING count(*) = 1
        """
    )
    return {index: (table, column) for index, table, column in rows}


def _by_key(table: str, rows: Iterable[Column]) -> Shape:
    shape = _shape(table, list(rows))
    alias = shape.columns.index(shape.key[0])
    if len(shape.key) == 1 and shape.types[alias] == _TYPES["INTEGER"]:
        return replace(shape, alias=alias)
    return shape


def _clustered(table: str, rows: Iterable[Column]) -> Shape:
    # A record of such a table begins with its key.
    ordered = sorted(rows, key=lambda row: (not row[3], row[3]))
    return replace(_shape(table, ordered), clustered=True)


def _shape(table: str, rows: Sequence[Column]) -> Shape:
    places = {place: name for name, _type, _required, place in rows if place}
    return Shape(
        table=table,
        columns=tuple(row[0] for row in rows),
        types=tuple(_TYPES[row[1]] for row in rows),
        optional=tuple(not row[2] for row in rows),
        alias=None,
        clustered=False,
        key=tuple(places[place] for place in sorted(places)),
    )
