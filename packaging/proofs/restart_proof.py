"""A bundled kiosk that is killed comes back by itself, and ends when it is asked to."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from installers.steps import StepFailed

PATIENCE_SECONDS = 30.0
_POLL_SECONDS = 0.05


def comes_back(program: Path, data: Path) -> None:
    """Require that a kiosk that is killed is started again on its data folder, by a lean process.

    Raises:
        StepFailed: it is not, or one of the two processes outlives its end, or Qt is in both.
    """
    shutil.rmtree(data, ignore_errors=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(program), "run", "--data-dir", str(data)]
    with subprocess.Popen(command, env=environment) as watching:  # noqa: S603 - our own program
        try:
            first = _wait(lambda: _at_work(watching.pid, data), "the kiosk to start")
            if "libQt" in Path(f"/proc/{watching.pid}/maps").read_text():
                raise StepFailed("The process that watches has Qt in it, and opens no window.")
            os.kill(first, signal.SIGKILL)
            _wait(lambda: _at_work(watching.pid, data, but=first), "the kiosk to come back")
            watching.terminate()
            watching.wait(PATIENCE_SECONDS)
            _wait(lambda: not _lives(first) and not _children(watching.pid), "both to end")
        finally:
            watching.kill()


def _at_work(parent: int, data: Path, but: int = 0) -> int:
    """Return the process that has the database open; 0 where there is none yet."""
    database = str(data / "kiosk.db")
    for child in _children(parent):
        if child != but and database in _open_files(child):
            return child
    return 0


def _children(parent: int) -> list[int]:
    told = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(word) for word in told.read_text().split()] if told.exists() else []


def _open_files(process: int) -> set[str]:
    found = set()
    try:
        for link in Path(f"/proc/{process}/fd").iterdir():
            found.add(str(link.readlink()))
    except OSError:
        return set()
    return found


def _lives(process: int) -> bool:
    return Path(f"/proc/{process}").exists()


def _wait(there: Callable[[], int], what: str) -> int:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        found = there()
        if found:
            return found
        time.sleep(_POLL_SECONDS)
    raise StepFailed(f"Waited in vain for {what}.")
