"""Running a command that fetches something, over a network that may stumble."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

TRIES = 5
FIRST_WAIT_S = 2.0


def say(text: str) -> None:
    """Write one line of progress, at once even into a pipe."""
    sys.stdout.write(f"== {text}\n")
    sys.stdout.flush()


def run(
    command: Sequence[str], out: int | None = None, err: int | None = None, at: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in the folder `at`, with nothing to read; out and err as subprocess has them.

    Raises:
        OSError: the command cannot be started.
    """
    return subprocess.run(  # noqa: S603 - the commands are these scripts' own, never a person's
        command, check=False, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=at, text=True
    )


def succeeds(command: Sequence[str]) -> bool:
    """Run the command with its output shown; whether it ended well."""
    return run(command).returncode == 0


def hushed(command: Sequence[str]) -> bool:
    """Run the command with only its faults shown; whether it ended well."""
    return run(command, out=subprocess.DEVNULL).returncode == 0


def quiet(command: Sequence[str]) -> bool:
    """Run the command with its output dropped; False too where it cannot be started."""
    try:
        return run(command, out=subprocess.DEVNULL, err=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def persist(step: Callable[[], bool]) -> bool:
    """Try the step up to five times, with 2, 4, 8 and 16 seconds between; whether one went well."""
    wait = FIRST_WAIT_S
    for tried in range(1, TRIES + 1):
        if step():
            return True
        if tried < TRIES:
            say(f"that failed ({tried} of {TRIES}), again in {wait:.0f} s")
            time.sleep(wait)
            wait *= 2
    return False
