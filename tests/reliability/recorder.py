"""Records what a child process does to the files of a folder, in order, and what it says meanwhile.

What the folder holds in the end is kept too: a trace that does not lead there
has missed a call (see ``crash_states.moments``).
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from processes import running
from shims import built

SOURCE = Path(__file__).with_name("recorder.c")
_HEAD = struct.Struct("<BQQIII")


class Kind(IntEnum):
    """What a call did; the numbers are those of ``recorder.c``."""

    SAID = 0
    MADE_FILE = 1
    MADE_FOLDER = 2
    LINKED = 3
    WROTE = 4
    RESIZED = 5
    ALLOCATED = 6
    SYNCED = 7
    MOVED = 8
    REMOVED = 9


@dataclass(frozen=True, slots=True)
class Call:
    """One call that was made.

    Attributes:
        kind: what it did.
        inode: of the file or folder, 0 where ``path`` tells it.
        at: where it wrote, or the size that it gave, in bytes.
        path: below the recorded folder, empty where ``inode`` tells it.
        other: where it moved to.
        data: what it wrote, or said.
    """

    kind: Kind
    inode: int
    at: int
    path: str
    other: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """A file or folder (``content`` is ``None``) that was there when the recording began."""

    path: str
    inode: int
    content: bytes | None


@dataclass(frozen=True, slots=True)
class Recording:
    """What stood in a folder, the calls that changed it, and what the child said in all.

    Attributes:
        ended: what was in the folder in the end, by its path; ``None`` is a folder.
    """

    standing: tuple[Standing, ...]
    calls: tuple[Call, ...]
    ended: dict[str, bytes | None]
    said: tuple[str, ...]


def build(folder: Path) -> Path:
    """Return the shim, built into a folder."""
    return built(SOURCE, folder, "pthread")


def record(shim: Path, folder: Path, *command: object) -> Recording:
    """Run a command to its end, which must be a good one, and record what it does in a folder."""
    folder = folder.resolve()
    trace = folder.with_name(f"{folder.name}.trace")
    trace.unlink(missing_ok=True)
    before = tuple(standing(folder))
    more = {
        "LD_PRELOAD": str(shim),
        "RECORDER_FOLDER": str(folder),
        "RECORDER_TRACE": str(trace),
    }
    with running(*command, more=more) as one:
        said = tuple(one.hear_out())
        assert one.process.returncode == 0, one.complaint()
    ended = {each.path: each.content for each in standing(folder) if each.path != "."}
    return Recording(before, tuple(_calls(trace.read_bytes(), folder)), ended, said)


def standing(folder: Path) -> Iterator[Standing]:
    """Yield a folder, as ``.``, and what is in it, folders before what is in them."""
    for entry in (folder, *sorted(folder.rglob("*"))):
        content = entry.read_bytes() if entry.is_file() else None
        yield Standing(str(entry.relative_to(folder)), entry.stat().st_ino, content)


def _calls(trace: bytes, folder: Path) -> Iterator[Call]:
    place = 0
    while place < len(trace):
        kind, inode, at, *lengths = _HEAD.unpack_from(trace, place)
        place += _HEAD.size
        parts = []
        for length in lengths:
            parts.append(trace[place : place + length])
            place += length
        path, other, data = parts
        yield Call(Kind(kind), inode, at, _below(folder, path), _below(folder, other), data)


def _below(folder: Path, path: bytes) -> str:
    return os.path.relpath(os.fsdecode(path), folder) if path else ""
