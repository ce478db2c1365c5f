"""Does one thing to copies of a folder, killed at each of its steps in turn; says how many.

A step is anything that reaches for a file. Each copy is a folder named after the step of its
kill; the last one went through.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from stores import CLOCK

from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.restore import restore

STEPS = (
    "open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "sqlite3.connect",
    "sqlite3.connect/handle", "shutil.copyfile",
)  # fmt: skip


def open_it(folder: Path) -> None:
    Database.open(folder, CLOCK.now()).close()


def restore_it(folder: Path) -> None:
    restore(folder / "other.db", folder, CLOCK.now())


def back_it_up(folder: Path) -> None:
    with closing(open_reader(folder / "kiosk.db")) as reader:
        back_up(reader, folder, "regular", CLOCK.now())


ACTS: dict[str, Callable[[Path], None]] = {
    "open": open_it,
    "restore": restore_it,
    "backup": back_it_up,
}


def killed_at(step: int, act: Callable[[Path], None], folder: Path) -> bool:
    """Do it in a process of its own. Returns whether the kill came before it was done."""
    process = os.fork()
    if process == 0:
        _die_at(step, str(folder))
        act(folder)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.waitstatus_to_exitcode(status) == 0
    return False


def _die_at(step: int, folder: str) -> None:
    left = step

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in STEPS and (event != "open" or folder in str(arguments[0])):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)


def main(act: str, template: Path, place: Path) -> None:
    step = 1
    while True:
        folder = shutil.copytree(template, place / str(step))
        if not killed_at(step, ACTS[act], folder):
            break
        step += 1
    sys.stdout.write(f"{step}\n")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
