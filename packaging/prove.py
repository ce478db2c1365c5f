"""Proves the installers in dist/, or those kinds that are named; says what could not be tried."""

from __future__ import annotations

import argparse
import sys

from installers.steps import StepFailed
from proofs import bundle_proofs, debian_proofs
from proofs.ledger import Ledger

KINDS = {"bundle": bundle_proofs.prove, "debian": debian_proofs.prove}


def main() -> int:
    """Prove what is asked for; 0 when nothing failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[[], *KINDS], help="all by default")
    ledger = Ledger()
    for kind in parser.parse_args().kinds or KINDS:
        try:
            KINDS[kind](ledger)
        except StepFailed as fault:
            sys.stderr.write(f"{fault}\n")
            return 1
    return ledger.close()


if __name__ == "__main__":
    sys.exit(main())
