"""One attempt with all that belongs to it, as staff open it."""

from __future__ import annotations

import sqlite3

from kiosk.core.staff_rows import AttemptOpened
from kiosk.store import second_rounds
from kiosk.store.attempt_list import LINE, line
from kiosk.store.attempts import placements_of, responses_of

_ONE = f"""
    SELECT {LINE}, attempt.key, attempt.activity, pack.sha256, attempt.pack, shuffle_seed, follows
    FROM attempt
    JOIN learner ON learner.key = attempt.learner
    JOIN pack ON pack.key = attempt.pack
    WHERE attempt.id = ?
"""
_LABELS = "SELECT kind, id, title FROM label WHERE pack = ? AND kind IN ('item', 'category')"


def open_one(connection: sqlite3.Connection, attempt_id: str) -> AttemptOpened | None:
    """Return an attempt; ``None`` where there is none of that id."""
    row = connection.execute(_ONE, (attempt_id,)).fetchone()
    if row is None:
        return None
    key, activity, sha256, pack, seed, follows = row[12:]
    titles: dict[str, dict[str, str]] = {"item": {}, "category": {}}
    for kind, label_id, title in connection.execute(_LABELS, (pack,)):
        titles[kind][label_id] = title
    return AttemptOpened(
        line=line(row),
        activity_id=activity,
        pack_sha256=sha256,
        shuffle_seed=seed,
        item_ids=None if follows is None else second_rounds.missed(connection, follows),
        placements=placements_of(connection, key),
        responses=responses_of(connection, key),
        item_titles=titles["item"],
        category_titles=titles["category"],
    )
