"""Fills the small disk that a kiosk works on, again and again; says what became of it.

Arguments: a folder on a disk of its own, and how often. Runs in a room where that is mounted.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from processes import child, say
from refused_kiosks import NOT_SAVED, assert_answers
from stores import CLOCK, open_database
from witness import harm, sound

from kiosk.store.database import Database

TRIES = 20


def fill(filler: Path) -> None:
    """Take all room that is left on a disk, whatever a kiosk at work takes meanwhile."""
    with filler.open("wb") as stream:
        for _ in range(TRIES):
            room = os.statvfs(filler)
            if not room.f_bavail:
                break
            taken = filler.stat().st_size
            with contextlib.suppress(OSError):
                os.posix_fallocate(stream.fileno(), taken, room.f_bavail * room.f_frsize)
    left = os.statvfs(filler)
    assert not left.f_bavail, f"{left.f_bavail} blocks are left"


def fill_under_a_kiosk(disk: Path, after: int) -> None:
    """Fill a disk once so many cards are placed; clear it once the kiosk has said so."""
    data, filler = disk / "data", disk / "filler"
    shutil.rmtree(data, ignore_errors=True)
    open_database(data).close()
    with child("child_kiosk.py", data) as one:
        one.hear_until("painted")
        for _ in range(after):
            one.hear_until("placed")
        fill(filler)
        one.hear_until(NOT_SAVED)
        assert_answers(one)
        filler.unlink()
        one.hear_until("submitted")
        one.process.kill()
        said = one.hear_out()
    Database.open(data, CLOCK.now()).close()
    say("harm", *harm(data, said), sound(data))


def start_on_a_read_only_disk(disk: Path) -> None:
    """Start a kiosk on a disk that has become read-only; say how it ends."""
    subprocess.run(("mount", "-o", "remount,ro", disk), check=True)
    with child("child_kiosk.py", disk / "data") as one:
        last = one.hear_out()[-1]
        say("read-only", last, one.process.returncode, one.complaint())


def main(disk: Path, count: int) -> None:
    for n in range(count):
        fill_under_a_kiosk(disk, n % 6)
    start_on_a_read_only_disk(disk)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
