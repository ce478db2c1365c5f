"""Whether an export has room where it is to go: asked before the first byte is written."""

from __future__ import annotations

import shutil
from pathlib import Path

from kiosk.core.log_rows import LogCounts

_BYTES_AN_ATTEMPT = 900
_BYTES_A_PLACEMENT = 140
_BYTES_A_RESPONSE = 220
_BESIDES = 100_000
"""README, manifest, and what a file system takes for itself."""


def needed_bytes(counts: LogCounts, tables: int) -> int:
    """Return about how much an export takes, rather too much than too little.

    Args:
        counts: what is to be exported.
        tables: how often it is written: once as tables, twice with a workbook besides.
    """
    rows = (
        counts.attempts * _BYTES_AN_ATTEMPT
        + counts.placements * _BYTES_A_PLACEMENT
        + counts.responses * _BYTES_A_RESPONSE
    )
    return rows * tables + _BESIDES


def free_bytes(target: Path) -> int | None:
    """Return how much is free for a folder that may not be there yet; ``None`` if nobody says."""
    there = next((folder for folder in (target, *target.parents) if folder.exists()), None)
    try:
        return None if there is None else shutil.disk_usage(there).free
    except OSError:
        return None


def megabytes(count: int) -> str:
    """Return a number of bytes as people read it, in megabytes with one decimal."""
    return f"{count / 1_000_000:.1f}"
