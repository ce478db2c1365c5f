"""From one schema to the next: backed up first, then all of it or nothing."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.errors import DatabaseDamaged, DatabaseForeign, DatabaseNewer
from kiosk.store import tally_fill
from kiosk.store.backup import back_up
from kiosk.store.connection import APPLICATION_ID, fault_in, pragma

FOLDER = Path(__file__).parent / "migrations"
_FILLS = {"0003_tallies": tally_fill.fill}
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
_OURS = {"kiosk", "learner", "visit", "attempt", "placement"}


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: the schema number that it leads to, and its statements.

    ``fill`` is what is done after them where statements alone would take too long.
    """

    number: int
    sql: str
    fill: Callable[[sqlite3.Connection], None] | None = None


def load_migrations(folder: Path = FOLDER) -> tuple[Migration, ...]:
    """Return the steps of a folder in order.

    Raises:
        ValueError: numbers are missing or double.
    """
    steps = []
    for file in sorted(folder.glob("[0-9]*.sql")):
        match = re.match(r"\d+", file.name)
        number = int(match.group()) if match else 0
        text = file.read_text(encoding="utf-8")
        steps.append(Migration(number, text, _FILLS.get(file.stem)))
    if [step.number for step in steps] != list(range(1, len(steps) + 1)):
        raise ValueError(f"the migrations in {folder} are not numbered from 1 without a gap")
    return tuple(steps)


def check_ours(
    connection: sqlite3.Connection,
    file: Path,
    steps: Sequence[Migration],
    *,
    looked_through: bool = False,
) -> None:
    """See that a database is ours, sound, and not of a newer program. Changes nothing.

    Args:
        connection: to the database.
        file: where it is.
        steps: those to the newest schema that is known.
        looked_through: this process has seen its pages to be sound: they are not read again.

    Raises:
        DatabaseDamaged: it is not sound.
        DatabaseForeign: another program made it.
        DatabaseNewer: a newer program made it.
    """
    try:
        _check_header(connection, file, steps)
        if not looked_through:
            _check_pages(connection, file)
    except sqlite3.DatabaseError as fault:
        # These questions are right: where SQLite finds them wrong, the file made them so.
        misread = fault.sqlite_errorcode == sqlite3.SQLITE_ERROR
        if isinstance(fault, sqlite3.OperationalError) and not misread:
            raise
        raise DatabaseDamaged(path=file, detail=fault) from fault
    except UnicodeDecodeError as fault:
        # SQLite quotes the file where it tells what is wrong, and Python cannot read that.
        raise DatabaseDamaged(path=file, detail="its tables have no readable names") from fault


def _check_header(connection: sqlite3.Connection, file: Path, steps: Sequence[Migration]) -> None:
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if tables and pragma(connection, "application_id") != APPLICATION_ID:
        if not _has_our_tables(connection):
            raise DatabaseForeign(path=file)
        raise DatabaseDamaged(path=file, detail="its header is not that of ours")
    found = pragma(connection, "user_version")
    if found < bool(tables):
        raise DatabaseDamaged(path=file, detail=f"it has tables, and the schema number {found}")
    if found > len(steps):
        raise DatabaseNewer(path=file, found=found, known=len(steps))
    # Whether the number tells the truth is asked before steps are taken from it on.
    if 0 < found < len(steps) and schema(connection) != schema_of(steps[:found]):
        raise DatabaseDamaged(path=file, detail=f"its tables are not those of schema {found}")


def _check_pages(connection: sqlite3.Connection, file: Path) -> None:
    fault = fault_in(connection, pages_alone=True)
    if fault is not None:
        raise DatabaseDamaged(path=file, detail=fault)


def schema(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Return all that a database is made of: kinds, names and definitions."""
    return connection.execute(_SCHEMA).fetchall()


def schema_of(steps: Sequence[Migration]) -> list[tuple[str, ...]]:
    """Return what a database is made of after such steps."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as model:
        apply_steps(model, steps)
        return schema(model)


def _has_our_tables(connection: sqlite3.Connection) -> bool:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {name for (name,) in rows} >= _OURS


def migrate(
    connection: sqlite3.Connection, folder: Path, steps: Sequence[Migration], now: datetime
) -> None:
    """Bring a checked database to the newest schema.

    Raises:
        sqlite3.Error: a step failed; the database is as it was before it.
        OSError: the backup could not be written; nothing was changed.
    """
    version = pragma(connection, "user_version")
    if version == len(steps):
        return
    if version:
        back_up(connection, folder, f"before-schema-{len(steps)}", now)
    apply_steps(connection, steps)


def apply_steps(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Bring a database that nobody else has to the newest schema, with no backup of it.

    Raises:
        sqlite3.Error: a step failed; the database is as it was before it.
    """
    # A step that makes a table anew drops the old one; that must not delete what refers to it.
    connection.execute("PRAGMA foreign_keys = 0")
    try:
        for step in steps[pragma(connection, "user_version") :]:
            _apply(connection, step)
    finally:
        connection.execute("PRAGMA foreign_keys = 1")


def _apply(connection: sqlite3.Connection, step: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(step.sql):
            connection.execute(statement)
        if step.fill is not None:
            step.fill(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise sqlite3.IntegrityError(f"schema {step.number} leaves a row without its parent")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(sql: str) -> Iterator[str]:
    # executescript() would commit half-way: so one statement at a time, in one transaction.
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
    if gathered.strip():
        raise ValueError("a statement without an end")
