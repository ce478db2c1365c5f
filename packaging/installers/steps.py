"""Steps with their names and times, and commands whose failure ends them."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from fetch import run, say

_TAIL = 40


class StepFailed(RuntimeError):
    """A step came to nothing; the text says which and why."""


class CannotTry(RuntimeError):
    """A step cannot be tried on this machine, or not today; the text says why."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Say what is begun, and at its end how long it took."""
    say(title)
    begun = time.monotonic()
    yield
    say(f"{title}: done in {time.monotonic() - begun:.0f} s")


def call(
    command: Sequence[str | Path],
    at: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a command, quietly where it ends well. Returns what it said.

    Args:
        command: the program and its arguments.
        at: the folder to run it in.
        environment: variables to set, besides those that are there.

    Raises:
        StepFailed: it ended badly; the last lines of what it said are in the text.
    """
    before = ["env", *(f"{name}={value}" for name, value in (environment or {}).items())]
    line = [*(before if environment else []), *map(str, command)]
    try:
        ended = run(line, out=subprocess.PIPE, err=subprocess.STDOUT, at=at)
    except OSError as fault:
        raise StepFailed(f"{line[0]} cannot be started: {fault.strerror}") from fault
    if ended.returncode != 0:
        tail = "\n".join(ended.stdout.splitlines()[-_TAIL:])
        raise StepFailed(f"{' '.join(line)} ended with {ended.returncode}:\n{tail}")
    return ended.stdout
