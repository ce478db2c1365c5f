"""Which page belongs to which table or index, as far as the schema's trees can be walked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kiosk.store.salvage.pages import Pages
from kiosk.store.salvage.record import Unsound, Value, decode
from kiosk.store.salvage.tree import INTERIORS, LEAF_TABLE, TABLES, Node

SCHEMA = "sqlite_schema"


@dataclass(frozen=True, slots=True)
class Survey:
    """What a first look at all pages shows.

    Attributes:
        nodes: the numbers of the pages that are nodes of some tree, in order.
        owners: the name of the table or index that a page was reached from.
    """

    nodes: tuple[int, ...]
    owners: Mapping[int, str]


def survey(pages: Pages) -> Survey:
    """Look at every page once, then walk from each root that the schema names."""
    kinds: dict[int, int] = {}
    links: dict[int, tuple[int, ...]] = {}
    roots = {SCHEMA: 1}
    for number in pages.numbers():
        node = pages.node(number)
        if node is None:
            continue
        kinds[number] = node.kind
        if node.kind in INTERIORS:
            links[number] = tuple(node.children())
        elif node.kind == LEAF_TABLE:
            # A lost page of the schema hides none of its others.
            for name, root in _roots(pages, node):
                roots.setdefault(name, root)
    return Survey(tuple(kinds), _owners(roots, kinds, links))


def is_schema_row(values: tuple[Value, ...]) -> bool:
    """Return whether a record can be one of the schema: no table of ours looks like it."""
    known = (str, str, str, int)
    return len(values) == 5 and tuple(map(type, values[:4])) == known


def _roots(pages: Pages, node: Node) -> Iterator[tuple[str, int]]:
    for cell in node.cells():
        try:
            values = () if cell is None else decode(pages.record(cell))
        except Unsound:
            continue
        if values and not is_schema_row(values):
            return
        if values and values[0] in ("table", "index"):
            yield str(values[1]), int(str(values[3]))


def _owners(
    roots: Mapping[str, int], kinds: Mapping[int, int], links: Mapping[int, tuple[int, ...]]
) -> dict[int, str]:
    owners: dict[int, str] = {}
    for name, root in roots.items():
        waiting = [root] if root in kinds else []
        of_table = bool(waiting) and kinds[root] in TABLES
        while waiting:
            number = waiting.pop()
            if number in owners or (kinds.get(number, 0) in TABLES) != of_table:
                continue
            owners[number] = name
            waiting.extend(child for child in links.get(number, ()) if child in kinds)
    return owners
