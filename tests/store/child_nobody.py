"""Opens the database of a folder as a user without rights, and says how that ended."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from stores import CLOCK

from kiosk.errors import KioskError
from kiosk.store.database import Database
from kiosk.store.migrate import load_migrations

NOBODY = 65534


def main(folder: Path) -> None:
    steps = load_migrations()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        Database.open(folder, CLOCK.now(), steps).close()
    except KioskError as fault:
        sys.stdout.write(f"{type(fault).__name__}\n")
    else:
        sys.stdout.write("opened\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
