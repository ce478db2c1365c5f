"""Purges a learner and says so before and after, until it is killed.

With a number as second argument it kills itself at that step instead.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from purge_tools import ONE
from stores import CLOCK, open_database

from kiosk import durable
from kiosk.store import purge, purge_rows

STEPS = (
    (durable, ("write_file", "sync_file", "replace", "sync_folder")),
    (purge_rows, ("delete_chosen", "forget_choice")),
    (purge, ("_begin", "_delete", "_make_anew", "_done")),
)


def killing(real: Callable[..., Any], left: list[int]) -> Callable[..., Any]:
    """Return a step that ends the process when its turn has come, before or after its work."""

    def turn() -> None:
        left.pop()
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)

    def step(*arguments: object, **named: object) -> object:
        turn()
        answer = real(*arguments, **named)
        turn()
        return answer

    return step


def main(folder: Path, kill_at: int) -> None:
    if kill_at:
        left = [0] * kill_at
        for module, names in STEPS:
            for name in names:
                setattr(module, name, killing(getattr(module, name), left))
    database = open_database(folder)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    purge.SqlitePurge(database, CLOCK).run(ONE)
    sys.stdout.write("done\n")
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
