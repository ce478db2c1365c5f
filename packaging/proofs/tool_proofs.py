"""What makes the installers is what is pinned, package for package."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from installers import pins

from proofs.ledger import Ledger


def prove(ledger: Ledger) -> None:
    """Compare the packages of each system that takes part."""
    for release, tell in pins.systems().items():
        title = f"tools: packages of {release} with the versions and hashes that are pinned"
        ledger.prove(title, partial(_as_pinned, release, tell))


def _as_pinned(release: str, tell: Callable[[], pins.Packages]) -> str:
    return pins.compare(release, tell(), pins.pinned(release))
