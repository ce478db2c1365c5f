"""What a table of the bundle is made of, and how rows become its lines, column by column."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiosk.reports.csv_rules import lines

Row = TypeVar("Row")
Value = TypeVar("Value")
Repeated = TypeVar("Repeated", bound=Hashable)


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its name, what it means, in what unit, and its cells for some rows."""

    name: str
    meaning: str
    unit: str
    cells: Callable[[Sequence[Row]], Iterable[str]]


def varied(
    name: str,
    meaning: str,
    unit: str,
    value: Callable[[Row], Value],
    cell: Callable[[Value], str],
) -> Column[Row]:
    """Return a column of ``cell(value(row))`` in which hardly two rows agree."""

    def cells(rows: Sequence[Row]) -> Iterable[str]:
        return [cell(value(row)) for row in rows]

    return Column(name, meaning, unit, cells)


def repeating(
    name: str,
    meaning: str,
    unit: str,
    value: Callable[[Row], Repeated],
    cell: Callable[[Repeated], str],
) -> Column[Row]:
    """Return the same for a column that says few things over and over: each is made once.

    Equal values must make equal cells.
    """

    def cells(rows: Sequence[Row]) -> Iterable[str]:
        values = [value(row) for row in rows]
        made = {one: cell(one) for one in set(values)}
        return map(made.__getitem__, values)

    return Column(name, meaning, unit, cells)


@dataclass(frozen=True)
class Table(Generic[Row]):
    """One file of the bundle. ``summed`` names the column whose sum the manifest holds."""

    file: str
    meaning: str
    columns: tuple[Column[Row], ...]
    summed: str | None

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(one.name for one in self.columns)

    def lines(self, rows: Sequence[Row]) -> str:
        """Return rows as they stand in the file."""
        return lines(one.cells(rows) for one in self.columns)
