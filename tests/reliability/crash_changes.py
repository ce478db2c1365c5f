"""The changes that a power cut may take or leave, one by one, and how they come apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

_STALE = bytes(range(256)) * 16
"""What may stand where a file has grown and was not written: the rest of some other file."""


class Grain(IntEnum):
    """How finely the writes of a call come apart, in bytes; ``CALL`` not at all."""

    CALL = 0
    PAGE = 4096
    SECTOR = 512


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes put into a file; ``grown`` is the size that the file had from it, 0 if it had it."""

    node: int
    at: int
    data: bytes
    grown: int = 0


@dataclass(frozen=True, slots=True)
class Resize:
    """A file cut, or filled up with zeros, to a size."""

    node: int
    size: int


@dataclass(frozen=True, slots=True)
class Grow:
    """A file that is at least so long, with bytes of other files where nothing was written."""

    node: int
    size: int


@dataclass(frozen=True, slots=True)
class Entries:
    """Names in folders that come, go or change together: ``(folder, name, node or None)``."""

    edits: tuple[tuple[int, str, int | None], ...]


Change = Write | Resize | Grow | Entries


def pieces(change: Change, grain: Grain) -> Iterator[Change]:
    """Yield what a change comes apart into: for a write its new size, and its sectors or pages."""
    if grain is Grain.CALL or not isinstance(change, Write):
        yield change
        return
    if change.grown:
        yield Grow(change.node, change.grown)
    end = change.at + len(change.data)
    starts = [change.at, *range((change.at // grain + 1) * grain, end, grain)]
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        yield Write(change.node, start, change.data[start - change.at : stop - change.at])


def torn(write: Write, length: int) -> Write:
    """Return the beginning of a write, of so many bytes."""
    return replace(write, data=write.data[:length], grown=0)


def put(content: bytearray, change: Write | Resize | Grow) -> None:
    """Make a change in what a file holds."""
    match change:
        case Write(at=at, data=data):
            _grow(content, at)
            content[at : at + len(data)] = data
        case Grow(size=size):
            _grow(content, size)
        case Resize(size=size):
            del content[size:]
            content.extend(bytes(size - len(content)))


def edited(entries: dict[str, int], name: str, node: int | None) -> dict[str, int]:
    """Return a folder's entries with one of them made, changed or (``None``) removed."""
    if node is None:
        return {each: there for each, there in entries.items() if each != name}
    return {**entries, name: node}


def _grow(content: bytearray, size: int) -> None:
    missing = size - len(content)
    if missing > 0:
        content += (_STALE * (missing // len(_STALE) + 1))[:missing]
