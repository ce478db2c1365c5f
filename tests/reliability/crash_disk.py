"""A disk as a power cut finds it: what is safely on it, and the changes that may be on it or not.

The model is the weakest that programs are asked to bear, after Pillai and others, 'All File
Systems Are Not Created Equal' (ALICE, OSDI 2014): what an fsync or fdatasync of a file
covered is there; of everything else any part may be. Writes come apart into sectors that
reach the disk in any order, across files too. A file may have its new size before its new
bytes. A name that is made, moved or removed is there or not until its folder is synced; a sync
of the file does not vouch for its name. Two things are believed, as all journaling file
systems give them: a move is whole or not made at all, and what is synced stays.

Mohan and others, 'Finding Crash-Consistency Bugs with Bounded Black-Box Crash Testing'
(CrashMonkey, OSDI 2018) cut the power at the syncs only; ``crash_states`` looks between them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from crash_changes import Change, Entries, Resize, Write, edited, put
from crash_moment import ROOT, Moment
from recorder import Call, Kind, Recording

MEMORY = "-shm"
"""SQLite's memory file is no part of what must last: the first to open a database makes it anew."""


@dataclass
class Disk:
    """The files of a recording, from its beginning on, call by call.

    Attributes:
        pending: the changes that no sync has covered yet, in their order.
    """

    recording: Recording
    pending: list[Change] = field(default_factory=list)
    _files: dict[int, bytes] = field(default_factory=dict)
    _sizes: dict[int, int] = field(default_factory=dict)
    _durable: dict[int, dict[str, int]] = field(default_factory=dict)
    _now: dict[int, dict[str, int]] = field(default_factory=dict)
    _nodes: dict[int, int] = field(default_factory=dict)
    _memory: set[int] = field(default_factory=set)
    _made: int = ROOT

    def __post_init__(self) -> None:
        """Put there what stood there."""
        for one in self.recording.standing:
            node = self._new(one.inode, one.content)
            if one.path != ".":
                folder, name = self._place(one.path)
                self._now[folder][name] = self._durable[folder][name] = node
                self._remember(name, node)

    def make(self, call: Call) -> None:
        """Go on by a call."""
        match call.kind:
            case Kind.SAID:
                pass
            case Kind.MADE_FILE | Kind.MADE_FOLDER | Kind.LINKED:
                self._name(call)
            case Kind.MOVED:
                self._move(self._place(call.path), self._place(call.other))
            case Kind.REMOVED:
                self._enter((*self._place(call.path), None))
            case Kind.SYNCED:
                self._sync(self._nodes[call.inode])
            case _:
                self._write(call)

    def moment(self, said: tuple[str, ...]) -> Moment:
        """Return how it stands, with what the child has said so far."""
        return Moment(said, tuple(self.pending), dict(self._files), dict(self._durable))

    def _new(self, inode: int, content: bytes | None) -> int:
        node, self._made = self._made, self._made + 1
        self._nodes[inode] = node
        if content is None:
            self._durable[node], self._now[node] = {}, {}
        else:
            self._files[node], self._sizes[node] = content, len(content)
        return node

    def _place(self, path: str) -> tuple[int, str]:
        *above, name = PurePosixPath(path).parts
        folder = ROOT
        for each in above:
            folder = self._now[folder][each]
        return folder, name

    def _name(self, call: Call) -> None:
        if call.kind is Kind.LINKED:
            node = self._nodes[call.inode]
        else:
            node = self._new(call.inode, b"" if call.kind is Kind.MADE_FILE else None)
        self._remember(call.path, node)
        self._enter((*self._place(call.path), node))

    def _remember(self, name: str, node: int) -> None:
        if name.endswith(MEMORY):
            self._memory.add(node)

    def _move(self, source: tuple[int, str], target: tuple[int, str]) -> None:
        node = self._now[source[0]][source[1]]
        self._enter((*source, None), (*target, node))

    def _enter(self, *edits: tuple[int, str, int | None]) -> None:
        for folder, name, node in edits:
            self._now[folder] = edited(self._now[folder], name, node)
        if not edits[0][1].endswith(MEMORY):
            self.pending.append(Entries(edits))

    def _write(self, call: Call) -> None:
        node = self._nodes[call.inode]
        if node in self._memory:
            return
        size = self._sizes[node]
        if call.kind is Kind.WROTE:
            end = call.at + len(call.data)
            # What a write leaps over reads as zeros.
            hole = max(call.at - size, 0)
            data = bytes(hole) + call.data
            change: Change = Write(node, call.at - hole, data, end if end > size else 0)
            self._sizes[node] = max(size, end)
        elif call.kind is Kind.ALLOCATED:
            change = Resize(node, max(size, call.at))
            self._sizes[node] = max(size, call.at)
        else:
            change = Resize(node, call.at)
            self._sizes[node] = call.at
        self.pending.append(change)

    def _sync(self, node: int) -> None:
        covered = self._covered(node)
        content = bytearray(self._files.get(node, b""))
        for change in covered:
            if isinstance(change, Entries):
                for folder, name, there in change.edits:
                    self._durable[folder] = edited(self._durable[folder], name, there)
            else:
                put(content, change)
        if node in self._files:
            self._files[node] = bytes(content)
        gone = set(map(id, covered))
        self.pending = [change for change in self.pending if id(change) not in gone]

    def _covered(self, node: int) -> list[Change]:
        """Return the changes that a sync of a file or folder makes safe, in their order."""
        covered: list[Change] = []
        names: set[tuple[int, str]] = set()
        for change in reversed(self.pending):
            if isinstance(change, Entries):
                touched = {(folder, name) for folder, name, _ in change.edits}
                # What came before under a name cannot come back once the name is settled.
                if names & touched or any(folder == node for folder, _ in touched):
                    names |= touched
                    covered.append(change)
            elif change.node == node:
                covered.append(change)
        return covered[::-1]
