"""A figure beside its floor, from the same run."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: ours and the floor in one unit, and the budget for their ratio."""

    what: str
    ours: float
    floor: float
    unit: str
    budget: float

    @property
    def ratio(self) -> float:
        """Ours divided by the floor."""
        return self.ours / self.floor

    def __str__(self) -> str:
        """Return a row of the table."""
        kept = "kept" if self.ratio <= self.budget else "OVER BUDGET"
        return (
            f"| {self.what} | {self.ours:.3f} {self.unit} | {self.floor:.3f} {self.unit} |"
            f" {self.ratio:.3f} | {self.budget} | {kept} |"
        )


def middle(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def ninety_nine(values: Sequence[float]) -> float:
    """Return the 99th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.99))]


def say(words: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
