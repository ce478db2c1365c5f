"""What was tried by force, how often, and what it cost of what had been acknowledged."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Harm(NamedTuple):
    """What one blow did: acknowledged things that are gone, and things that are not as written."""

    lost: int
    altered: int


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of blow: how often it was dealt, what it cost in all, and how long it took."""

    what: str
    tried: int
    lost: int
    altered: int
    seconds: float

    @property
    def harmless(self) -> bool:
        """Whether all that was acknowledged is there as it was written; of nothing tried, no."""
        return self.tried > 0 and not self.lost and not self.altered


def tally(what: str, harms: Iterable[Harm]) -> Trial:
    """Deal blows one after the other, and add up what they did."""
    start, tried, lost, altered = time.perf_counter(), 0, 0, 0
    for harm in harms:
        tried += 1
        lost += harm.lost
        altered += harm.altered
    return Trial(what, tried, lost, altered, time.perf_counter() - start)
