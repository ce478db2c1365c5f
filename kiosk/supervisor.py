"""Starts the kiosk in a process of its own, and starts it again when it dies."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from types import FrameType

from kiosk.core.restarts import Restarts
from kiosk.logs.crash import EXIT_CRASHED

WATCHED = "--watched"
RESUME = "--resume"

_ASKED_TO_END = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)
_WINDOWS_FAULTS = range(0xC0000000, 0xD0000000)
_WINDOWS_CTRL_C = 0xC000013A
_SHELL_SIGNAL = 128


def died(code: int) -> bool:
    """Return whether a process that ended with ``code`` died, and did not end by itself.

    Args:
        code: as ``subprocess`` tells it: negative for a signal, on Windows an NTSTATUS.
    """
    if code < 0:
        return -code not in _ASKED_TO_END
    return code == EXIT_CRASHED or (code in _WINDOWS_FAULTS and code != _WINDOWS_CTRL_C)


class Supervisor:
    """Watches over one kiosk until it ends by itself or is asked to end."""

    def __init__(self, command: Sequence[str]) -> None:
        """Watch over what ``command`` starts; ``--resume`` is added to it after a death."""
        self._command = list(command)
        self._restarts = Restarts()
        self._ending = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None

    def watch(self) -> int:
        """Run it, again and again where it dies. Returns the exit code of the last run."""
        for number in _ASKED_TO_END:
            signal.signal(number, self._pass_on)
        resume = False
        while True:
            began = time.monotonic()
            code = self._run(resume=resume)
            if self._ending.is_set() or not died(code):
                return code if code >= 0 else _SHELL_SIGNAL - code
            restart = self._restarts.after(round((time.monotonic() - began) * 1000))
            resume = restart.resume
            if self._ending.wait(restart.wait_ms / 1000):
                return code if code >= 0 else _SHELL_SIGNAL - code

    def _run(self, *, resume: bool) -> int:
        command = [*self._command, RESUME] if resume else self._command
        self._process = subprocess.Popen(command)  # noqa: S603 - it is this program itself
        if self._ending.is_set():
            self._process.terminate()
        return self._process.wait()

    def _pass_on(self, number: int, _frame: FrameType | None) -> None:
        self._ending.set()
        if self._process is None:
            return
        if os.name == "nt":
            self._process.terminate()
        else:
            self._process.send_signal(number)
