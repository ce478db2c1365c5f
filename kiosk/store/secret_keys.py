"""Keys that a kiosk makes for itself: kept with the settings, and in no export."""

from __future__ import annotations

import json
import secrets
import sqlite3

KEY_BYTES = 32
# Small letters alone: codes are written in capitals and digits, so that no purge ever takes
# a part of a key for a code.
_HEX, _DIGITS = "0123456789abcdef", "abcdefghijklmnop"
_TO_LETTERS = str.maketrans(_HEX, _DIGITS)
_TO_HEX = str.maketrans(_DIGITS, _HEX)


def read_key(connection: sqlite3.Connection, name: str) -> bytes | None:
    """Return a key; ``None`` where none was made, or it is damaged."""
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    try:
        letters = json.loads(row[0]) if row else None
        key = bytes.fromhex(letters.translate(_TO_HEX)) if isinstance(letters, str) else b""
    except (ValueError, RecursionError):
        return None
    return key if len(key) == KEY_BYTES else None


def made_key(connection: sqlite3.Connection, name: str) -> bytes:
    """Return a key, made now if there is none."""
    there = read_key(connection, name)
    if there is not None:
        return there
    made = secrets.token_bytes(KEY_BYTES)
    connection.execute(
        "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
        (name, json.dumps(made.hex().translate(_TO_LETTERS))),
    )
    return made
