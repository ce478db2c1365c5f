"""This program as a process: what starts it again, and that it ends with who started it."""

from __future__ import annotations

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG = 1


def own_command() -> list[str]:
    """Return what starts this program again: the bundle itself, or the interpreter with us."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "kiosk"]


def end_with_parent() -> None:
    """Have the system end this process when the one that started it is gone.

    Two that were started one after the other would meet at the data folder else. Linux alone
    can; elsewhere nothing happens.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
