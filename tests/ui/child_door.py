"""A staff door that somebody tries: it says ``comparing`` in the middle, and waits to be killed.

Arguments: the data folder, and what is typed. A folder that is in use ends it with the
exit code of that fault.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QCoreApplication

from kiosk.errors import KioskError
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord
from kiosk.ui.background import Background
from kiosk.ui.services import Services
from kiosk.ui.staff.door_guard import DoorGuard
from kiosk.world import SystemClock


def say(word: str) -> None:
    """Say a line to whoever watches, at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


class SlowPins:
    """Pins whose comparison never ends."""

    def matches(self, encoded: str, pin: str) -> bool:
        """Say that it has begun, and stay there."""
        del encoded, pin
        say("comparing")
        threading.Event().wait()
        return True


def main(folder: Path, typed: str) -> int:
    """Try what is typed at the door of a data folder."""
    application = QCoreApplication([])
    clock = SystemClock()
    try:
        database = Database.open(folder, clock.now())
    except KioskError as fault:
        return fault.exit_code
    services = SimpleNamespace(
        record=SqliteKioskRecord(database), clock=clock, background=Background(), pins=SlowPins()
    )
    guard = DoorGuard(cast("Services", cast("Any", services)))
    if guard.lock.wait_ms:
        say("shut")
    guard.try_pin(typed)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
