"""Makes the installers into dist/: all of them, or those that are named."""

from __future__ import annotations

import argparse
import sys

from installers import bundle, deb, run_file, sums
from installers.places import DIST
from installers.steps import StepFailed

STEPS = {
    "bundle": bundle.make,
    "deb": deb.make,
    "run": run_file.make,
}
NEEDS = {"deb": "bundle", "run": "bundle"}


def main() -> int:
    """Make what is asked for, and what that needs; 0 when it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", choices=[[], *STEPS], help="everything by default")
    asked = parser.parse_args().what or list(STEPS)
    wanted = {*asked, *(NEEDS[name] for name in asked if name in NEEDS)}
    try:
        for name, make in STEPS.items():
            if name in wanted:
                make()
    except StepFailed as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    for line in sums.write(DIST).read_text(encoding="utf-8").splitlines():
        sys.stdout.write(f"{line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
