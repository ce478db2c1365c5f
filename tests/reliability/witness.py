"""Compares what a child was told is saved with what stands in its database.

A child says ``placed ATTEMPT SEQ ITEM PLACE`` and ``submitted ATTEMPT OUTCOME``,
each once it was acknowledged.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from trials import Harm

from kiosk import paths
from kiosk.core.attempt import Attempt
from kiosk.store.checksum import checksum_ok
from kiosk.store.connection import open_reader

_PLACEMENTS = """
    SELECT seq, item, coalesce(to_place, 'None') FROM placement
    JOIN attempt ON attempt.key = placement.attempt WHERE attempt.id = ? ORDER BY seq
"""
_ATTEMPT = "SELECT key, outcome, placements FROM attempt WHERE id = ?"


def placed(attempt: Attempt, seq: int) -> str:
    """Return how a child says that a placement is acknowledged."""
    placement = attempt.placements[seq - 1]
    return f"placed {attempt.start.id} {seq} {placement.item_id} {placement.to_id}"


def harm(folder: Path, said: Iterable[str]) -> Harm:
    """Return what is gone of what was acknowledged, and what is not as it was written."""
    told = defaultdict[str, list[list[str]]](list)
    for line in said:
        kind, *words = line.split()
        if kind in ("placed", "submitted"):
            told[words[0]].append([kind, *words[1:]])
    with closing(open_reader(paths.database(folder))) as reader:
        harms = [_of_attempt(reader, attempt, words) for attempt, words in told.items()]
    return Harm(sum(one.lost for one in harms), sum(one.altered for one in harms))


def sound(folder: Path) -> bool:
    """Return whether the whole database is in order, and each attempt as it was sealed."""
    with closing(open_reader(paths.database(folder))) as reader:
        verdict = reader.execute("PRAGMA integrity_check").fetchone()
        broken = reader.execute("PRAGMA foreign_key_check").fetchone()
        keys = [key for (key,) in reader.execute("SELECT key FROM attempt")]
        sealed = all(checksum_ok(reader, key) for key in keys)
    return verdict == ("ok",) and broken is None and sealed


def _of_attempt(reader: sqlite3.Connection, attempt: str, told: list[list[str]]) -> Harm:
    found = reader.execute(_ATTEMPT, (attempt,)).fetchone()
    if found is None:
        return Harm(len(told), 0)
    key, outcome, count = found
    there = {str(seq): [item, to] for seq, item, to in reader.execute(_PLACEMENTS, (attempt,))}
    numbers = [str(n + 1) for n in range(count)]
    lost, altered = 0, int(not checksum_ok(reader, key) or list(there) != numbers)
    for kind, *rest in told:
        if kind == "placed":
            stands = there.get(rest[0])
            lost += stands is None
            altered += stands not in (None, rest[1:])
        else:
            lost += outcome is None
            altered += outcome not in (None, rest[0])
    return Harm(lost, altered)
