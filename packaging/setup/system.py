"""Installs packages of Debian and Ubuntu where that may be done, else says what to paste."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence

from fetch import hushed, persist, quiet, say


def as_root() -> list[str] | None:
    """What to put before a command to run it as root without a question; None if nothing helps."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if quiet(["sudo", "-n", "true"]) else None


def line_to_paste(packages: Sequence[str]) -> str:
    """The one line by which a person installs these packages."""
    return f"sudo apt-get update && sudo apt-get install -y {' '.join(packages)}"


def install(packages: Sequence[str], why: str) -> bool:
    """Install the packages with apt-get, or else say `why` and print the line to paste.

    Returns:
        Whether the packages were installed.
    """
    before = as_root()
    if before is None or shutil.which("apt-get") is None:
        sys.stdout.write(f"{why} Paste this line, then try again:\n\n")
        sys.stdout.write(f"  {line_to_paste(packages)}\n\n")
        sys.stdout.flush()
        return False
    say(f"installing from the system: {' '.join(packages)}")
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    wait = ["-o", "DPkg::Lock::Timeout=120"]

    def step() -> bool:
        # One unreachable source fails the update, though the others may hold all that is needed.
        hushed([*apt, *wait, "update"])
        return hushed([*apt, *wait, "install", "-y", "--no-install-recommends", *packages])

    return persist(step)
