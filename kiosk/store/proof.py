"""Whether a database that came from elsewhere can be trusted, found out without running it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.errors import DatabaseNewer, SourceRefused
from kiosk.store.checksum import checksum_ok
from kiosk.store.connection import (
    APPLICATION_ID,
    fault_in,
    open_reader,
    open_unmoving,
    pragma,
)
from kiosk.store.migrate import Migration, schema, schema_of


@contextmanager
def proved(file: Path, steps: Sequence[Migration]) -> Iterator[sqlite3.Connection]:
    """Open a file to read one moment of it, having checked all of it but the attempts' seals.

    It must have exactly the tables, views, indexes and triggers of ours: so nothing that it
    brings along can run.

    Raises:
        DatabaseNewer: a newer program made it.
        SourceRefused: it cannot be read, is not sound, or is not one of ours.
    """
    with closing(_opened(file)) as reader:
        try:
            reader.execute("BEGIN")
            _refuse_strange(reader, file, steps)
        except (sqlite3.Error, UnicodeDecodeError) as fault:
            raise SourceRefused(path=file, detail=fault) from fault
        yield reader


def unsound_attempts(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the keys of the attempts whose checksum does not agree.

    Raises:
        sqlite3.Error: the disk refuses.
    """
    keys = connection.execute("SELECT key FROM attempt").fetchall()
    return frozenset(key for (key,) in keys if not checksum_ok(connection, key))


def _opened(file: Path) -> sqlite3.Connection:
    try:
        if file.with_name(f"{file.name}-wal").exists():
            reader = open_reader(file)
        else:
            reader = open_unmoving(file)
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise SourceRefused(path=file, detail=fault) from fault
    # Text that is none fits no checksum, and must not end the reading of all others.
    reader.text_factory = _text
    return reader


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", errors="replace")


def _refuse_strange(reader: sqlite3.Connection, file: Path, steps: Sequence[Migration]) -> None:
    version = pragma(reader, "user_version")
    if pragma(reader, "application_id") != APPLICATION_ID or version < 1:
        raise SourceRefused(path=file, detail="it is not a database of Mentor Kiosk")
    if version > len(steps):
        raise DatabaseNewer(path=file, found=version, known=len(steps))
    if schema(reader) != schema_of(steps[:version]):
        raise SourceRefused(path=file, detail="its tables are not those of Mentor Kiosk")
    fault = fault_in(reader)
    if fault is not None:
        raise SourceRefused(path=file, detail=fault)
    if reader.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise SourceRefused(path=file, detail="a row in it is without its parent")
