"""Pins the packages of Debian that make the installers, from what is installed on this machine."""

from __future__ import annotations

import sys

from installers import pins
from installers.steps import CannotTry


def main() -> int:
    """Write the lock anew; 0 when it is written."""
    try:
        pins.write()
    except CannotTry as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
