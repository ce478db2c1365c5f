"""The states that a power cut can leave, as far as they can be counted, and samples beyond that.

The moments looked at are those just before a sync and just after each word of the child. What
is possible between two of them is possible at the later one too, and no less is promised then.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import NamedTuple

from crash_changes import Change, Entries, Grain, Write, pieces, torn
from crash_disk import MEMORY, Disk
from crash_moment import Moment, Tree
from recorder import Kind, Recording

_COUNTED = 8
"""So many pending calls are taken and left in every way; of more, samples are drawn."""

_PATIENCE = 300
_TORN = 0.25
_WORD = 8
"""The bytes that reach a disk together even where a sector does not."""

_KEPT = (0.1, 0.5, 0.9)
Kept = Sequence[Change]


class State(NamedTuple):
    """What a power cut at a moment may leave; states of one name are alike, byte for byte."""

    name: bytes
    tree: Tree
    moment: Moment


def moments(recording: Recording) -> list[Moment]:
    """Return the moments of a recording.

    Raises:
        AssertionError: all changes together do not give the folder as it was in the end.
    """
    disk, words = Disk(recording), b""
    found = [disk.moment(())]
    for call in recording.calls:
        if call.kind is Kind.SYNCED:
            found.append(disk.moment(_lines(words)))
        disk.make(call)
        if call.kind is Kind.SAID:
            words += call.data
            found.append(disk.moment(_lines(words)))
    last = disk.moment(_lines(words))
    ended = {at: content for at, content in recording.ended.items() if not at.endswith(MEMORY)}
    assert last.tree(last.pending) == ended, "a call went past the recorder"
    return [*found, last]


def states(recording: Recording, draw: random.Random) -> Iterator[State]:
    """Yield states from all moments in turn, until hardly any is new.

    No state comes twice for what is promised at it; of what is promised later it does again.
    """
    seen = set[tuple[bytes, int]]()
    waiting = [_Waiting(moment, _choices(moment.pending, draw)) for moment in moments(recording)]
    while waiting:
        draw.shuffle(waiting)
        for one in waiting:
            kept = next(one.choices, None)
            if kept is None:
                one.patience = 0
                continue
            tree = one.moment.tree(kept)
            state = State(_name(tree), tree, one.moment)
            known = (state.name, len(one.moment.said))
            if known in seen:
                one.patience -= 1
                continue
            seen.add(known)
            one.patience = _PATIENCE
            yield state
        waiting = [one for one in waiting if one.patience]


@dataclass(slots=True)
class _Waiting:
    """A moment, what may be kept at it, and how many known states it may still come up with."""

    moment: Moment
    choices: Iterator[Kept]
    patience: int = _PATIENCE


def _choices(pending: Kept, draw: random.Random) -> Iterator[Kept]:
    """Yield what may be kept of pending changes: first whole calls, then ever other pieces."""
    yield from (pending, ())
    if len(pending) <= _COUNTED:
        ways = list(product((False, True), repeat=len(pending)))
        draw.shuffle(ways)
        for way in ways:
            yield [change for change, there in zip(pending, way, strict=True) if there]
    else:
        cuts = list(range(len(pending)))
        draw.shuffle(cuts)
        yield from chain.from_iterable(
            (pending[:n], (*pending[:n], *pending[n + 1 :])) for n in cuts
        )
    while True:
        yield _sample(pending, draw)


def _sample(pending: Kept, draw: random.Random) -> Kept:
    grain = draw.choice(tuple(Grain))
    if draw.random() < 1 / 3:
        kept = _beginnings(pending, draw)
    else:
        share = draw.choice(_KEPT)
        kept = [
            piece for change in pending for piece in pieces(change, grain) if draw.random() < share
        ]
    if kept and isinstance(kept[-1], Write) and draw.random() < _TORN:
        kept[-1] = torn(kept[-1], draw.randrange(0, len(kept[-1].data), _WORD))
    return kept


def _beginnings(pending: Kept, draw: random.Random) -> list[Change]:
    """Return the first changes of each file, so many as may be, and some of the names."""
    places = {change.node for change in pending if not isinstance(change, Entries)}
    left = {node: draw.randint(0, len(pending)) for node in places}
    kept: list[Change] = []
    for change in pending:
        if isinstance(change, Entries):
            if draw.getrandbits(1):
                kept.append(change)
        elif left[change.node]:
            left[change.node] -= 1
            kept.append(change)
    return kept


def _lines(words: bytes) -> tuple[str, ...]:
    """Return the lines that have come to their end."""
    return tuple(words.decode().split("\n")[:-1])


def _name(tree: Tree) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for path, content in sorted(tree.items()):
        size = -1 if content is None else len(content)
        digest.update(f"{path}\0{size}\0".encode())
        digest.update(content or b"")
    return digest.digest()
