"""Resident memory on the board, against a bare widget that paints."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from figures import Figure, middle

ROOT = Path(__file__).parents[2]
_RUNS = 5
_BUDGET = 2.0


def _resident(what: str) -> float:
    command = [sys.executable, str(Path(__file__).with_name(f"resting_{what}.py"))]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return float(told.stdout)


def measure() -> list[Figure]:
    """Start both in turn, each in a process of its own."""
    pairs = [(_resident("board"), _resident("bare")) for _ in range(_RUNS)]
    ours, floor = (middle(values) for values in zip(*pairs, strict=True))
    return [Figure("resident memory on the board", ours, floor, "MiB", _BUDGET)]
