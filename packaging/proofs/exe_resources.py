"""What a program for Windows says of itself: version resource, manifest, sizes of its icon.

Read from the file itself, by the published form of portable executables: Wine would
show it as it understands it, and the tools that would are for Windows.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from installers.steps import StepFailed

_ICON_GROUP, _VERSION, _MANIFEST = 14, 16, 24
_RESOURCES = 2
_FOLDER_BIT = 0x8000_0000
_MAGIC_64 = 0x20B
_FIXED_MARK = 0xFEEF04BD


@dataclass(frozen=True, slots=True)
class Told:
    """What one program tells. ``numbers`` is its version as Windows compares it."""

    strings: dict[str, str]
    numbers: tuple[int, int, int, int]
    manifest: str
    icons: frozenset[int]


def read(program: Path) -> Told:
    """Return what a program tells.

    Raises:
        StepFailed: it is none, or has no such resource.
    """
    data = program.read_bytes()
    try:
        found = {kind: data[at : at + size] for kind, at, size in _resources(data)}
        strings, numbers = _version(found[_VERSION])
        manifest = found[_MANIFEST].decode("utf-8-sig")
        return Told(strings, numbers, manifest, frozenset(_icon_sizes(found[_ICON_GROUP])))
    except (KeyError, ValueError, struct.error, StopIteration) as fault:
        raise StepFailed(f"{program.name} does not tell all of itself: {fault!r}") from fault


def _resources(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield kind, place in the file and size of the last resource of each kind."""
    head = struct.unpack_from("<I", data, 0x3C)[0]
    if data[:2] != b"MZ" or data[head : head + 4] != b"PE\0\0":
        raise ValueError("no program of Windows")
    count, optional = struct.unpack_from("<H12xH", data, head + 6)
    begin = head + 24
    folders = begin + (112 if struct.unpack_from("<H", data, begin)[0] == _MAGIC_64 else 96)
    root = struct.unpack_from("<I", data, folders + 8 * _RESOURCES)[0]
    sections = [
        struct.unpack_from("<IIII", data, begin + optional + 40 * number + 8)
        for number in range(count)
    ]

    def place(address: int) -> int:
        for _, first, size, raw in sections:
            if first <= address < first + size:
                return int(raw + address - first)
        raise ValueError(f"nothing at {address:#x}")

    top = place(root)
    for kind, below in _entries(data, top):
        leaf = below
        while leaf & _FOLDER_BIT:
            leaf = next(_entries(data, top + leaf - _FOLDER_BIT))[1]
        address, size = struct.unpack_from("<II", data, top + leaf)
        yield kind, place(address), size


def _entries(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    named, numbered = struct.unpack_from("<HH", data, at + 12)
    for number in range(named + numbered):
        kind, below = struct.unpack_from("<II", data, at + 16 + 8 * number)
        yield kind, below


def _version(block: bytes) -> tuple[dict[str, str], tuple[int, int, int, int]]:
    mark, _, high, low = struct.unpack_from("<IIII", block, 40)
    if mark != _FIXED_MARK:
        raise ValueError("no numbers of a version")
    numbers = (high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF)
    return dict(_strings(block, 0, len(block))), numbers


def _strings(block: bytes, at: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the names and values of all text that is in a version resource, however deep."""
    while at + 6 <= end:
        length, size, is_text = struct.unpack_from("<HHH", block, at)
        if not length:
            return
        name, inside = _text(block, at + 6)
        inside += -inside % 4
        if is_text and size:
            yield name, _text(block, inside)[0]
        else:
            yield from _strings(block, inside + size + -size % 4, at + length)
        at += length + -length % 4


def _text(block: bytes, at: int) -> tuple[str, int]:
    """Return text up to its end mark, and the place behind that."""
    end = at
    while block[end : end + 2] != b"\0\0":
        end += 2
        if end > len(block):
            raise ValueError("text without an end")
    return block[at:end].decode("utf-16-le"), end + 2


def _icon_sizes(group: bytes) -> Iterator[int]:
    count = struct.unpack_from("<H", group, 4)[0]
    for number in range(count):
        # 256 is written as 0.
        yield group[6 + 14 * number] or 256
