"""What a table shows: cells in rows, handed in whole or some rows at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading:
    """A column. ``least`` is its least width as written, ``share`` what it takes of the rest.

    ``figures`` are set to the right. ``sort`` is what the column can be sorted by, for who asks.
    Where not all columns have room, those with the highest ``yields`` go below the others first;
    0 never does.
    """

    title: str
    least: float
    share: int = 0
    figures: bool = False
    sort: str | None = None
    yields: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. ``spoken`` is for a screen reader, where the words are too short.

    ``bar`` draws a bar of that share before the words, 0 to 1. ``warned`` asks for a look.
    """

    words: str
    spoken: str = ""
    bar: float | None = None
    strong: bool = False
    warned: bool = False


CELL = int(Qt.ItemDataRole.UserRole)
"""The role under which a model gives the whole ``Cell``."""
BELOW = CELL + 1
"""The role under which it gives the words that stand below the cells of a row."""
APART = "\N{NBSP}\N{NBSP}\N{NBSP} "
"""Parts facts in a line; nothing of it is seen where the line ends."""


class RowsModel(QAbstractTableModel):
    """Rows of cells, all of them held; what is not handed in yet is not counted."""

    def __init__(self, headings: Sequence[Heading], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = tuple(headings)
        self._rows: list[tuple[Cell, ...]] = []
        self._below: tuple[int, ...] = ()
        self._last = len(self.headings) - 1

    def show_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show rows in the place of those before."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[tuple[Cell, ...]]) -> None:
        """Show more rows below those before."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, number: int) -> tuple[Cell, ...]:
        """Return a row."""
        return self._rows[number]

    def put_below(self, columns: Sequence[int], last: int) -> None:
        """Tell some columns below the others, of which ``last`` is the last."""
        self._below, self._last = tuple(columns), last

    def below(self, row: int) -> str:
        """Return what stands below the cells of a row; empty where all columns have room."""
        cells = self._rows[row]
        told = (f"{self.headings[n].title}: {cells[n].words}" for n in self._below)
        # A line goes on between two of them.
        return APART.join(words.replace(" ", "\N{NBSP}") for words in told)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's own name
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's own name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what Qt asks of a cell."""
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(cell, index)
        if role == BELOW:
            return self.below(index.row())
        return cell if role == CELL else None

    def _spoken(self, cell: Cell, index: Index) -> str:
        words = cell.spoken or cell.words
        below = self.below(index.row()) if index.column() == self._last else ""
        return f"{words}. {below}" if below else words

    def headerData(  # noqa: N802 - Qt's own name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the title of a column; rows have no titles."""
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Horizontal and role in wanted:
            return self.headings[section].title
        return None
