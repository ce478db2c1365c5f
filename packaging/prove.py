"""Proves the installers in dist/, or those kinds that are named; says what could not be tried."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from functools import partial

from installers import bundle, lanes, sums
from installers.places import BUILD, DIST
from installers.steps import CannotTry, StepFailed
from proofs import bundle_proofs, debian_proofs, msi_proofs, setup_proofs, tool_proofs
from proofs.ledger import Ledger

import build

Proofs = Mapping[str, Callable[[Ledger], None]]
LINUX: Proofs = {"bundle": bundle_proofs.prove, "debian": debian_proofs.prove}
WINDOWS: Proofs = {"tools": tool_proofs.prove, "setup": setup_proofs.prove, "msi": msi_proofs.prove}
LEDGER = BUILD / "ledger.json"


def main() -> int:
    """Prove what is asked for; 0 when nothing failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    every = [*LINUX, *WINDOWS]
    parser.add_argument("kinds", nargs="*", choices=[[], *every], help="all by default")
    parser.add_argument("--make", action="store_true", help="make everything first")
    asked = parser.parse_args()
    kinds = asked.kinds or every
    ledger = Ledger()
    LEDGER.unlink(missing_ok=True)
    LEDGER.parent.mkdir(parents=True, exist_ok=True)
    try:
        bundle.prepare()
        bundle_proofs.begin()
    except CannotTry as fault:
        ledger.skip("all of it", str(fault))
        ledger.write(LEDGER)
        return ledger.close()
    except StepFailed as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    ways = ((build.LINUX, LINUX), (build.WINDOWS, WINDOWS))
    ends = lanes.run(
        [partial(_go, makes if asked.make else {}, proofs, kinds, ledger) for makes, proofs in ways]
    )
    for unforeseen in filter(None, ends):
        raise unforeseen
    if asked.make:
        sums.write(DIST)
    ledger.write(LEDGER)
    return ledger.close()


def _go(makes: build.Makes, proofs: Proofs, kinds: list[str], ledger: Ledger) -> None:
    for name, make in makes.items():
        if not ledger.prove(f"{name}: made", make):
            for kind in proofs:
                ledger.skip(f"{kind}: proofs", f"{name} was not made")
            return
    for kind, prove in proofs.items():
        if kind in kinds:
            prove(ledger)


if __name__ == "__main__":
    sys.exit(main())
