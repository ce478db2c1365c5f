"""Opens a database and keeps it open until it hears a line or is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from stores import open_database


def main(folder: Path) -> None:
    database = open_database(folder)
    sys.stdout.write("open\n")
    sys.stdout.flush()
    sys.stdin.readline()
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
