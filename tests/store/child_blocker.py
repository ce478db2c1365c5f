"""Holds the write lock of a database file, as a foreign program may, until it hears a line."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing


def main(file: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.readline()
        connection.execute("ROLLBACK")


if __name__ == "__main__":
    main(sys.argv[1])
