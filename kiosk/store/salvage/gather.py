"""From pages to rows: each record goes to the one table that it can be of."""

from __future__ import annotations

from kiosk.store.salvage.found import Found, Rank
from kiosk.store.salvage.pages import Pages
from kiosk.store.salvage.record import Unsound, Value, decode
from kiosk.store.salvage.tree import TABLES, Cell, Node
from kiosk.store.salvage.trees import is_schema_row, survey

Values = tuple[Value, ...]


def gather(pages: Pages, found: Found) -> int:
    """Note every row and hint that can be read.

    Returns:
        How many pages nothing, or not all, could be made of.
    """
    seen = survey(pages)
    gatherer = _Gatherer(pages, found)
    # What is reached from its root counts before what only looks right.
    order = sorted(seen.nodes, key=lambda number: number not in seen.owners)
    clear = {number for number in order if gatherer.take(number, seen.owners.get(number))}
    found.close()
    clear |= pages.overflow
    clear.update(pages.free())
    return pages.missing + sum(1 for number in pages.numbers() if number not in clear)


class _Gatherer:
    def __init__(self, pages: Pages, found: Found) -> None:
        self._pages = pages
        self._found = found
        self._tables = [one for one in found.shapes.values() if not one.clustered]
        self._indexes = [one for one in found.shapes.values() if one.clustered]

    def take(self, number: int, owner: str | None) -> bool:
        """Note the rows of a page; return whether all that is in it was understood."""
        node = self._pages.node(number)
        if node is None:
            return False
        understood = owner is None or owner in self._found.names
        for cell in node.cells():
            values = self._values(cell)
            if cell is None or values is None:
                understood = False
            elif not self._keep_as_told(owner, cell.key, values):
                understood &= self._keep_by_shape(node, cell.key, values)
        return understood

    def _values(self, cell: Cell | None) -> Values | None:
        try:
            return None if cell is None else decode(self._pages.record(cell))
        except Unsound:
            return None

    def _keep_as_told(self, owner: str | None, key: int, values: Values) -> bool:
        if owner is None:
            return False
        shape = self._found.shapes.get(owner)
        row = shape.row(key, values) if shape else None
        if row is not None:
            self._found.add(owner, row, Rank.REACHED)
            return True
        if owner in self._found.unique and len(values) == 2:
            text, of_row = values
            if isinstance(text, str) and isinstance(of_row, int):
                self._found.hint(owner, text, of_row)
                return True
        return False

    def _keep_by_shape(self, node: Node, key: int, values: Values) -> bool:
        of_table = node.kind in TABLES
        candidates = self._tables if of_table else self._indexes
        rows = [(shape.table, row) for shape in candidates if (row := shape.row(key, values))]
        if len(rows) == 1:
            self._found.add(*rows[0], Rank.ORPHAN)
            return True
        if of_table:
            return is_schema_row(values)
        if len(values) == 2 and isinstance(values[0], str) and isinstance(values[1], int):
            self._found.guess(values[0], values[1])
        # Other indexes tell nothing that their tables do not.
        return not rows
