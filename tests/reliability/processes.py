"""Children that are watched, and killed at the latest when nobody watches any more."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

HERE = Path(__file__).parent
SOURCES = os.pathsep.join(str(folder) for folder in (HERE, HERE.parent, HERE.parents[1]))

PATIENCE_SECONDS = 120.0
"""How long a child may live at most: whoever waits for what never comes is not left waiting."""


class Child:
    """A process of ours: what it says, line by line, and how it ends."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []

    def hear(self) -> str:
        """Return the next whole line that it says, empty once it has ended."""
        line = _there(self.process.stdout).readline()
        if not line.endswith("\n"):
            return ""
        self.lines.append(line.rstrip("\n"))
        return self.lines[-1]

    def hear_until(self, beginning: str | tuple[str, ...]) -> str:
        """Return the next line that begins so, or with one of these; it must come."""
        while line := self.hear():
            if line.startswith(beginning):
                return line
        raise AssertionError(f"never said: {beginning}; {self.complaint()}")

    def hear_out(self) -> list[str]:
        """Return all whole lines that it has said once it has ended."""
        while self.hear():
            pass
        self.process.wait()
        return self.lines

    def kill_after(self, seconds: float) -> None:
        """Have it killed by the system in so many seconds, whatever it does then."""
        threading.Timer(seconds, self.process.kill).start()

    def complaint(self) -> str:
        """Return what it wrote as a complaint; it is killed if it has not ended."""
        self.process.kill()
        return _there(self.process.stderr).read().strip()


@contextmanager
def child(
    script: str, *arguments: object, more: Mapping[str, str] | None = None
) -> Iterator[Child]:
    """Run a script of this folder, with more in its environment."""
    with running(sys.executable, HERE / script, *arguments, more=more) as process:
        yield process


@contextmanager
def running(*command: object, more: Mapping[str, str] | None = None) -> Iterator[Child]:
    """Run a command, with more in its environment."""
    process = subprocess.Popen(
        [str(word) for word in command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": SOURCES, **(more or {})},
        text=True,
    )
    patience = threading.Timer(PATIENCE_SECONDS, process.kill)
    patience.start()
    with process:
        try:
            yield Child(process)
        finally:
            patience.cancel()
            process.kill()


def say(*words: object) -> None:
    """Say a line to whoever watches, at once. For the children."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def _there(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise RuntimeError("the child has no such stream")
    return stream
