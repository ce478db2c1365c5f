"""A window at rest, and what its process holds in memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

_PATIENCE_SECONDS = 30
_REST_SECONDS = 0.5


def resident_mib() -> float:
    """Return what the process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def rest(there: Callable[[], bool]) -> None:
    """Let events happen until something is there, and a little longer."""
    give_up = time.monotonic() + _PATIENCE_SECONDS
    while not there():
        if time.monotonic() > give_up:
            raise TimeoutError
        QApplication.processEvents()
    until = time.monotonic() + _REST_SECONDS
    while time.monotonic() < until:
        QApplication.processEvents()
