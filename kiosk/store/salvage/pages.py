"""The pages of a database as they were last committed: those of its file, under its journal."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from kiosk.store.salvage.journal import PAGE_SIZES, committed
from kiosk.store.salvage.record import Unsound
from kiosk.store.salvage.tree import Cell, Node, parse

_MAGIC = b"SQLite format 3\0"
_USUAL = 4096
_MOST_LOOKS = 256
_FIXED = slice(21, 24)
_FRACTIONS = bytes((64, 32, 32))


class Pages:
    """Reads one page at a time, and writes nothing. What the disk refuses is not there.

    Attributes:
        size: bytes of a page.
        missing: pages that the header tells of and the file has not.
        overflow: pages that were found to hold a sound part of a record.
    """

    def __init__(self, file: Path) -> None:
        self.overflow: set[int] = set()
        self._file = _opened(file)
        self._log = _opened(file.with_name(f"{file.name}-wal"))
        self._journal = None if self._log is None else committed(self._log)
        self._length = _length(self._file)
        self.size = self._journal.page_size if self._journal else self._likely_size()
        self._in_file = -(-self._length // self.size)
        self.missing = self._count_missing()

    def __enter__(self) -> Pages:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the files."""
        for stream in (self._file, self._log):
            if stream is not None:
                stream.close()

    def numbers(self) -> Iterator[int]:
        """Yield the numbers of the pages that there are, in order."""
        if self._journal is None:
            yield from range(1, self._in_file + 1)
            return
        for number in range(1, self._journal.page_count + 1):
            if number <= self._in_file or number in self._journal.offsets:
                yield number

    def read(self, number: int) -> bytes | None:
        """Return a page's bytes, filled up with zeros where the file ends within it."""
        stream, at = self._file, (number - 1) * self.size
        if self._journal is not None and number in self._journal.offsets:
            stream, at = self._log, self._journal.offsets[number]
        data = _read(stream, at, self.size) if number > 0 else b""
        return data.ljust(self.size, b"\0") if data else None

    def node(self, number: int) -> Node | None:
        """Return a page as a node of a b-tree; ``None`` where it is none."""
        data = self.read(number)
        return None if data is None else parse(data, number)

    def record(self, cell: Cell) -> bytes:
        """Return the whole record of a cell.

        Raises:
            Unsound: the chain of its overflow pages is broken.
        """
        content, number, chain = cell.local, cell.overflow, set[int]()
        while len(content) < cell.size:
            page = self.read(number) if number not in chain else None
            if page is None:
                raise Unsound
            chain.add(number)
            content += page[4 : 4 + cell.size - len(content)]
            number = int.from_bytes(page[:4], "big")
        # The last page of a chain leads nowhere.
        if chain and number:
            raise Unsound
        self.overflow |= chain
        return content

    def free(self) -> Iterator[int]:
        """Yield the numbers of the pages that are free, as far as their list can be read."""
        head = self.read(1)
        trunk = int.from_bytes(head[32:36], "big") if head and _is_header(head) else 0
        seen: set[int] = set()
        while trunk and trunk not in seen:
            seen.add(trunk)
            page = self.read(trunk)
            if page is None:
                return
            following, count = struct.unpack_from(">2I", page)
            if count > self.size // 4 - 2:
                return
            yield trunk
            yield from struct.unpack_from(f">{count}I", page, 8)
            trunk = following

    def _count_missing(self) -> int:
        if self._journal is not None:
            return self._journal.page_count - sum(1 for _ in self.numbers())
        head = self.read(1)
        if head is None:
            return 1
        told = struct.unpack_from(">I", head, 28)[0] if _is_header(head) else 0
        return max(0, told - self._in_file)

    def _likely_size(self) -> int:
        # The header may be gone or lie; content that ends where its page ends does not.
        head = _read(self._file, 0, 18)
        told = int.from_bytes(head[16:18], "big") if head.startswith(_MAGIC) else 0
        told = PAGE_SIZES[-1] if told == 1 else told
        return max(PAGE_SIZES, key=lambda size: (self._full(size), size == told, size == _USUAL))

    def _full(self, size: int) -> int:
        count = self._length // size
        step = max(1, count // _MOST_LOOKS)
        found = 0
        for index in range(0, count, step):
            data = _read(self._file, index * size, size)
            node = parse(data, index + 1) if len(data) == size else None
            found += node is not None and node.is_full_to_the_end()
        return found


def _is_header(page: bytes) -> bool:
    counted = page[24:28] == page[92:96]
    return page.startswith(_MAGIC) and page[_FIXED] == _FRACTIONS and counted


def _opened(file: Path) -> BinaryIO | None:
    try:
        return file.open("rb", buffering=0)
    except OSError:
        return None


def _length(stream: BinaryIO | None) -> int:
    try:
        return 0 if stream is None else stream.seek(0, 2)
    except OSError:
        return 0


def _read(stream: BinaryIO | None, at: int, size: int) -> bytes:
    if stream is None:
        return b""
    try:
        stream.seek(at)
        return stream.read(size)
    except OSError:
        return b""
