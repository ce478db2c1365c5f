"""Pages of b-trees and their cells (file format, sections 1.6 and 1.7)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.store.salvage.record import Unsound, varint

INTERIOR_INDEX, INTERIOR_TABLE, LEAF_INDEX, LEAF_TABLE = 2, 5, 10, 13
TABLES = (INTERIOR_TABLE, LEAF_TABLE)
INTERIORS = (INTERIOR_INDEX, INTERIOR_TABLE)
_KINDS = (*INTERIORS, LEAF_INDEX, LEAF_TABLE)
_FILE_HEADER_BYTES = 100
_MOST_FRAGMENTS = 60
_LARGEST_PAGE = 0x1_0000


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it stands in its page.

    Attributes:
        key: the row's integer key; 0 in a tree of an index.
        size: bytes of the whole record.
        local: the part of the record in this page.
        overflow: the page that has the next part, 0 if there is none.
        end: where the cell ends in its page.
    """

    key: int
    size: int
    local: bytes
    overflow: int
    end: int


@dataclass(frozen=True, slots=True)
class Node:
    """A page of a b-tree; its cells may be sound or not, each for itself."""

    data: bytes
    kind: int
    content_start: int
    pointers: tuple[int, ...]
    last_child: int

    def children(self) -> Iterator[int]:
        """Yield the numbers of the pages below."""
        if self.kind in INTERIORS:
            for at in self.pointers:
                yield _number(self.data, at)
            yield self.last_child

    def cells(self) -> Iterator[Cell | None]:
        """Yield the cells with a record; ``None`` for one that is not sound."""
        if self.kind == INTERIOR_TABLE:
            return
        for at in self.pointers:
            try:
                yield self.cell(at)
            except (Unsound, IndexError):
                yield None

    def cell(self, at: int) -> Cell:
        """Return the cell with a record at a place in the page.

        Raises:
            Unsound, IndexError: there is none.
        """
        key = 0
        if self.kind == INTERIOR_INDEX:
            at += 4
        size, at = varint(self.data, at)
        if self.kind == LEAF_TABLE:
            key, at = varint(self.data, at)
        length = _local_length(size, len(self.data), self.kind)
        spills = size > length
        end = at + length + 4 * spills
        if end > len(self.data):
            raise Unsound
        overflow = _number(self.data, at + length) if spills else 0
        return Cell(key, size, self.data[at : at + length], overflow, end)

    def is_full_to_the_end(self) -> bool:
        """Return whether the content ends where the page does, as SQLite lays it."""
        if not self.pointers:
            return self.content_start == len(self.data)
        at = max(self.pointers)
        try:
            if self.kind == INTERIOR_TABLE:
                return varint(self.data, at + 4)[1] == len(self.data)
            return self.cell(at).end == len(self.data)
        except (Unsound, IndexError):
            return False


def parse(data: bytes, number: int) -> Node | None:
    """Return the page of that number as a node; ``None`` where it is none."""
    begin = _FILE_HEADER_BYTES if number == 1 else 0
    kind = data[begin]
    if kind not in _KINDS:
        return None
    count, start = struct.unpack_from(">2H", data, begin + 3)
    start = start or _LARGEST_PAGE
    first = begin + (12 if kind in INTERIORS else 8)
    free = first + 2 * count
    if not free <= start <= len(data) or data[begin + 7] > _MOST_FRAGMENTS:
        return None
    pointers = struct.unpack_from(f">{count}H", data, first)
    return Node(data, kind, start, pointers, _number(data, begin + 8))


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _local_length(size: int, usable: int, kind: int) -> int:
    # "X", "M" and "K" of section 1.6.
    most = usable - 35 if kind == LEAF_TABLE else (usable - 12) * 64 // 255 - 23
    if size <= most:
        return size
    least = (usable - 12) * 32 // 255 - 23
    length = least + (size - least) % (usable - 4)
    return length if length <= most else least
