"""The write-ahead log: which of its frames were committed (file format, section 4)."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

_HEADER_BYTES = 32
_FRAME_BYTES = 24
_BYTE_ORDERS = {0x377F0682: "<", 0x377F0683: ">"}
_VERSION = 3_007_000
_WORD = 0xFFFF_FFFF
PAGE_SIZES = tuple(1 << power for power in range(9, 17))

Sums = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Journal:
    """What was committed.

    Attributes:
        page_size: bytes of a page.
        page_count: how many pages the database has with it.
        offsets: where the newest image of a page begins in the journal, by the page's number.
    """

    page_size: int
    page_count: int
    offsets: Mapping[int, int]


def committed(stream: BinaryIO) -> Journal | None:
    """Read a journal up to its first frame that is not sound. ``None`` if nothing was committed."""
    header = _read(stream, _HEADER_BYTES)
    if len(header) < _HEADER_BYTES:
        return None
    magic, version, page_size = struct.unpack_from(">3I", header)
    order = _BYTE_ORDERS.get(magic)
    if order is None or version != _VERSION or page_size not in PAGE_SIZES:
        return None
    sums = _summed(header[:24], (0, 0), order)
    if sums != struct.unpack_from(">2I", header, 24):
        return None
    return _frames(stream, header[16:24], page_size, sums, order)


def _frames(
    stream: BinaryIO, salts: bytes, page_size: int, sums: Sums, order: str
) -> Journal | None:
    offsets: dict[int, int] = {}
    waiting: dict[int, int] = {}
    page_count, at = 0, _HEADER_BYTES
    while len(frame := _read(stream, _FRAME_BYTES + page_size)) == _FRAME_BYTES + page_size:
        sums = _summed(frame[:8], sums, order)
        sums = _summed(frame[_FRAME_BYTES:], sums, order)
        if frame[8:16] != salts or sums != struct.unpack_from(">2I", frame, 16):
            break
        number, commits = struct.unpack_from(">2I", frame)
        waiting[number] = at + _FRAME_BYTES
        if commits:
            offsets.update(waiting)
            waiting.clear()
            page_count = commits
        at += len(frame)
    return Journal(page_size, page_count, offsets) if offsets else None


def _read(stream: BinaryIO, size: int) -> bytes:
    # A frame that the disk refuses is as good as one with a wrong checksum.
    try:
        return stream.read(size)
    except OSError:
        return b""


def _summed(data: bytes, sums: Sums, order: str) -> Sums:
    one, two = sums
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        one = one + even + two & _WORD
        two = two + odd + one & _WORD
    return one, two
