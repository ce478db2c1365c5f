"""Exports over and over, says so before each, until it is killed.

With a number as third argument it kills itself at that step of the disk instead.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from log_maker import exported, long_log

from kiosk import durable

STEPS = ("write_file", "sync_file", "replace", "sync_folder")


def killing(real: Callable[..., Any], left: list[int]) -> Callable[..., Any]:
    """Return a step that ends the process when its turn has come."""

    def step(*arguments: object) -> object:
        left.pop()
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments)

    return step


def main(out: Path, rows: int, kill_at: int) -> None:
    if kill_at:
        left = [0] * kill_at
        for name in STEPS:
            setattr(durable, name, killing(getattr(durable, name), left))
        exported(long_log(rows), out)
        return
    while True:
        sys.stdout.write("again\n")
        sys.stdout.flush()
        exported(long_log(rows), out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
