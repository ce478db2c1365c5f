"""How long the goodbye stands before the first screen comes for the next learner."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

GOODBYE_MS = 8_000
HELD_GOODBYE_MS = 60_000


class Goodbye(QTimer):
    """Runs while the goodbye stands; ``timeout`` tells that it is over."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setSingleShot(True)

    def begin(self) -> None:
        """Let the goodbye stand for its time."""
        self.start(GOODBYE_MS)

    @Slot()
    def hold(self) -> None:
        """Let the goodbye stand for longer: somebody reads help over it."""
        if self.isActive():
            self.start(HELD_GOODBYE_MS)

    @property
    def left_ms(self) -> int:
        """How long the goodbye still stands, in milliseconds; 0 where nobody has left."""
        return max(0, self.remainingTime())
