"""Garbage taken out on the screen's own thread.

Python may collect garbage on whatever thread asks for memory next. Widgets that
are only held by a circle of references would then be destroyed by the thread
that writes to the disk, which Qt does not survive. So the automatic collection
is off while a kiosk runs, and a timer of the screen's thread does the work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 2_000
_MANY_OBJECTS = 2_000


class ScreenThreadGarbage(QObject):
    """Collects between events, when enough has gathered."""

    def __init__(self) -> None:
        super().__init__()
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    @Slot()
    def _collect(self) -> None:
        if gc.get_count()[0] > _MANY_OBJECTS:
            gc.collect()

    def close(self) -> None:
        """Take out what is left and give the automatic collection back."""
        self._timer.stop()
        gc.collect()
        if self._was_on:
            gc.enable()
