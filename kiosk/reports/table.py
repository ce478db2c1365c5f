"""What a table of the bundle is made of, and how rows become its lines, column by column."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from kiosk.reports.csv_rules import lines
from kiosk.reports.kinds import Kind, SheetValue

Row = TypeVar("Row")
Value = TypeVar("Value")
Repeated = TypeVar("Repeated", bound=Hashable)
Cell = TypeVar("Cell")


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its name, what it means, in what unit, and its cells for some rows.

    ``cells`` are those of the text files, ``sheet_cells`` those of a workbook.
    """

    name: str
    meaning: str
    unit: str
    cells: Callable[[Sequence[Row]], Iterable[str]]
    sheet_cells: Callable[[Sequence[Row]], Iterable[SheetValue]]


def varied(
    name: str,
    meaning: str,
    unit: str,
    value: Callable[[Row], Value],
    kind: Kind[Value],
) -> Column[Row]:
    """Return a column of ``value(row)`` as ``kind`` tells it, in which hardly two rows agree."""
    cell, sheet_cell = kind.cell, kind.sheet_cell

    def cells(rows: Sequence[Row]) -> Iterable[str]:
        return [cell(value(row)) for row in rows]

    def sheet_cells(rows: Sequence[Row]) -> Iterable[SheetValue]:
        return [sheet_cell(value(row)) for row in rows]

    return Column(name, meaning, unit, cells, sheet_cells)


def repeating(
    name: str,
    meaning: str,
    unit: str,
    value: Callable[[Row], Repeated],
    kind: Kind[Repeated],
) -> Column[Row]:
    """Return the same for a column that says few things over and over: each is made once.

    Equal values must make equal cells.
    """

    def cells(rows: Sequence[Row]) -> Iterable[str]:
        return _each_once(kind.cell, [value(row) for row in rows])

    def sheet_cells(rows: Sequence[Row]) -> Iterable[SheetValue]:
        return _each_once(kind.sheet_cell, [value(row) for row in rows])

    return Column(name, meaning, unit, cells, sheet_cells)


def _each_once(make: Callable[[Repeated], Cell], values: Sequence[Repeated]) -> Iterable[Cell]:
    made = {one: make(one) for one in set(values)}
    return map(made.__getitem__, values)


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

    def sheet_lines(self, rows: Sequence[Row]) -> Iterator[tuple[SheetValue, ...]]:
        """Return rows as they stand in a workbook."""
        return zip(*(one.sheet_cells(rows) for one in self.columns), strict=True)
