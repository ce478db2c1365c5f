"""Looks into a database's rows, other processes on it, and connections that fail as told."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO, Any

from stores import open_database

from kiosk.store.database import Database

HERE = Path(__file__).parent
TRIGGERS = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"


@contextmanager
def opened(folder: Path) -> Iterator[Database]:
    """Open a database that is set up, and close it."""
    database = open_database(folder)
    try:
        yield database
    finally:
        database.close()


def rows(database: Database, sql: str) -> list[tuple[Any, ...]]:
    """Return what the reading connection answers."""
    return database.read(lambda db: db.execute(sql).fetchall())


def file_rows(file: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return what is in a file that nobody has open."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


@contextmanager
def unguarded(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a file as a disk that spoils it would: past every trigger, key and check."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        for (name,) in connection.execute(TRIGGERS).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = 0")
        connection.execute("PRAGMA ignore_check_constraints = 1")
        yield connection


@contextmanager
def child(
    script: str, *arguments: object, before: Sequence[str] = ()
) -> Iterator[subprocess.Popen[str]]:
    """Run a script of this folder in a process of its own; it is killed at the end at the latest.

    ``before`` is a command that runs the rest of its arguments. Its words come line by
    line; it waits for a line from us where it reads one.
    """
    paths = (HERE.parents[1], HERE.parent, HERE)
    process = subprocess.Popen(
        [*before, sys.executable, str(HERE / script), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))},
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    """Return the next line that a child says; it must say one."""
    line = _open(process.stdout).readline().strip()
    assert line, "the child ended without a word"
    return line


def said(process: subprocess.Popen[str]) -> list[str]:
    """Return all whole lines that a child says until it ends."""
    text = _open(process.stdout).read()
    return text.split("\n")[:-1]


def answer(process: subprocess.Popen[str]) -> None:
    """Let a child that waits for a line go on."""
    stdin = _open(process.stdin)
    stdin.write("\n")
    stdin.flush()


def _open(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
