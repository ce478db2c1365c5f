"""Salvages one file over and over, and says so each time, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from makers import MORNING

from kiosk.store.salvage import salvage


def main(damaged: Path, out: Path) -> None:
    while True:
        sys.stdout.write("again\n")
        sys.stdout.flush()
        salvage(damaged, out, MORNING)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
