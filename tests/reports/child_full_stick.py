"""Exports to a small stick with more and more room on it; says each time what came of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from unittest.mock import patch

from log_maker import entries, exported, long_log

from kiosk.errors import ExportFailed
from kiosk.reports import export
from kiosk.reports.verify import verify

ROWS = 500
STEP_BYTES = 16 * 1024


def unknown(_folder: Path) -> None:
    """Say nothing of the room there is."""


def outcome(out: Path) -> str:
    try:
        folder = exported(long_log(ROWS), out).folder
    except ExportFailed as fault:
        return "full" if "No space left" in str(fault) else str(fault)
    return "whole" if verify(folder).attempts == ROWS else "half"


def main(stick: Path) -> None:
    ballast, out = stick / "ballast", stick / "out"
    out.mkdir()
    room = os.statvfs(stick)
    with ballast.open("wb") as stream:
        os.posix_fallocate(stream.fileno(), 0, room.f_bavail * room.f_frsize)
    while ballast.stat().st_size:
        found = outcome(out)
        sys.stdout.write(f"{found} {len(entries(out))}\n")
        if found == "whole":
            return
        os.truncate(ballast, max(0, ballast.stat().st_size - STEP_BYTES))


if __name__ == "__main__":
    # A stick may fill up after it was looked at.
    with patch.object(export, "free_bytes", unknown):
        main(Path(sys.argv[1]))
