"""Packs in the database: who they are and what their parts were called."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from kiosk.core.lesson import Pack


def pack_key(connection: sqlite3.Connection, pack: Pack) -> int:
    """Return the key of a pack; write it and its titles down where they are new."""
    row = connection.execute("SELECT key FROM pack WHERE sha256 = ?", (pack.sha256,)).fetchone()
    if row is not None:
        return int(row[0])
    cursor = connection.execute(
        "INSERT INTO pack (sha256, id, version, title, language) VALUES (?, ?, ?, ?, ?)",
        (pack.sha256, pack.id, pack.version, pack.title, pack.language),
    )
    key = int(cursor.lastrowid or 0)
    # Items of two activities may share an id; so do their labels, as the log shows titles only.
    connection.executemany(
        "INSERT OR IGNORE INTO label (pack, kind, id, title) VALUES (?, ?, ?, ?)",
        ((key, *label) for label in _labels(pack)),
    )
    return key


def _labels(pack: Pack) -> Iterator[tuple[str, str, str]]:
    for screen in pack.screens:
        yield "screen", screen.id, screen.title
    for activity in pack.activities:
        yield "activity", activity.id, activity.title
        for category in activity.categories:
            yield "category", category.id, category.title
        for item in activity.items:
            yield "item", item.id, item.title
