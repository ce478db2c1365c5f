"""Statements put together from the names in our own schema, and from nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.store.salvage.shapes import Shape


def make_found(shape: Shape) -> str:
    """Return the statement that makes the table for the found rows of a table.

    ``rank`` is 0 for a row of a page that was reached from its root and 1 for another;
    ``doubt`` is 1 where two different rows of one rank have the same key.
    """
    return (
        f"CREATE TABLE found.{_quoted(shape.table)} ({_list(shape.columns)}, rank, doubt DEFAULT 0,"
        f" PRIMARY KEY ({_list(shape.key)})) WITHOUT ROWID"
    )


def add_found(shape: Shape) -> str:
    """Return the statement that notes a row and its rank; better ranks come first."""
    marks = ", ".join("?" * (len(shape.columns) + 1))
    theirs = ", ".join(f"excluded.{_quoted(column)}" for column in shape.columns)
    return (
        f"INSERT INTO found.{_quoted(shape.table)} ({_list(shape.columns)}, rank) VALUES ({marks})"
        f" ON CONFLICT DO UPDATE SET doubt = 1 WHERE rank = excluded.rank"
        f" AND ({_list(shape.columns)}) IS NOT ({theirs})"
    )


def copy_all(shape: Shape) -> str:
    """Return the statement that puts in all rows whose parents are there, the surest first."""
    parents = "".join(
        f" AND EXISTS (SELECT 1 FROM main.{_quoted(table)} AS parent"
        f" WHERE parent.{_quoted(theirs)} = row.{_quoted(ours)})"
        for ours, table, theirs in shape.parents
    )
    return _copy(shape, "OR IGNORE", f"{parents} ORDER BY rank")


def copy_where(shape: Shape, column: str) -> str:
    """Return the statement that puts in the rows with a value in a column, or fails."""
    return _copy(shape, "", f" AND {_quoted(column)} = ?")


def _copy(shape: Shape, otherwise: str, condition: str) -> str:
    columns = _list(shape.columns)
    return (
        f"INSERT {otherwise} INTO main.{_quoted(shape.table)} ({columns})"
        f" SELECT {columns} FROM found.{_quoted(shape.table)} AS row WHERE doubt = 0{condition}"
    )


def has_sound(table: str) -> str:
    """Return the question whether a row of a key was found."""
    return f"SELECT 1 FROM found.{_quoted(table)} WHERE key = ? AND doubt = 0"


def has(table: str) -> str:
    """Return the question whether a row of a key is in the new database."""
    return f"SELECT 1 FROM main.{_quoted(table)} WHERE key = ?"


def count(table: str) -> str:
    """Return the question how many rows of a table are in the new database."""
    return f"SELECT count(*) FROM main.{_quoted(table)}"


def _list(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
