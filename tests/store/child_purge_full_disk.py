"""Purges while the system lets files grow further and further; says each time how it went."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from purge_tools import ONE
from stores import CLOCK, open_database

from kiosk.errors import PurgeUnfinished
from kiosk.store.purge import SqlitePurge

STEP_BYTES = 24 * 1024


def main(folder: Path) -> None:
    database = open_database(folder)
    purge = SqlitePurge(database, CLOCK)
    room = 0
    while True:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        try:
            purge.run(ONE)
        except PurgeUnfinished:
            outcome = "unfinished"
        else:
            outcome = "done"
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
        sys.stdout.write(f"{outcome}\n")
        if outcome == "done":
            break
        room += STEP_BYTES
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
