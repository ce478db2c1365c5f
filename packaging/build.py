"""Makes the installers into dist/: all of them, or those that are named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from installers import bundle, deb, lanes, msi, run_file, setup_exe, sums, windows_bundle
from installers.places import DIST
from installers.steps import CannotTry, StepFailed

Makes = Mapping[str, Callable[[], Path]]
LINUX: Makes = {
    "bundle": bundle.make,
    "deb": deb.make,
    "run": run_file.make,
}
WINDOWS: Makes = {
    "windows": windows_bundle.make,
    "msi": msi.make,
    "setup": setup_exe.make,
}
NEEDS = {
    "deb": ("bundle",),
    "run": ("bundle", "deb"),
    "setup": ("windows",),
    "msi": ("windows",),
}
CANNOT = 75
"""The exit code where this machine, or its network today, cannot make what was asked for."""


def main() -> int:
    """Make what is asked for, and what that needs; 0 when it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    every = [*LINUX, *WINDOWS]
    parser.add_argument("what", nargs="*", choices=[[], *every], help="everything by default")
    asked = parser.parse_args().what or every
    wanted = {*asked, *(need for name in asked for need in NEEDS.get(name, ()))}
    try:
        bundle.prepare()
    except (CannotTry, StepFailed) as fault:
        return _told([fault])
    # Side by side: each has one thing after the other to do, and most of it on one processor.
    ends = lanes.run([partial(_make, steps, wanted) for steps in (LINUX, WINDOWS)])
    for line in sums.write(DIST).read_text(encoding="utf-8").splitlines():
        sys.stdout.write(f"{line}\n")
    return _told(ends)


def _make(steps: Makes, wanted: set[str]) -> None:
    for name, make in steps.items():
        if name in wanted:
            make()


def _told(ends: Sequence[BaseException | None]) -> int:
    code = 0
    for fault in ends:
        if isinstance(fault, CannotTry):
            sys.stderr.write(f"SKIPPED: {fault}\n")
            code = code or CANNOT
        elif isinstance(fault, StepFailed):
            sys.stderr.write(f"{fault}\n")
            code = 1
        elif fault is not None:
            raise fault
    return code


if __name__ == "__main__":
    sys.exit(main())
