"""Work that takes minutes: it tells how far it is, and can be called off."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.ui.background import Background

Progress = Callable[[int, int], None]
"""Tells how many of how many are done."""
Cancelled = Callable[[], bool]
"""Returns whether the work is to stop, and to leave nothing half done."""
T = TypeVar("T")


class LongWork(QObject):
    """One piece of work at a time, on the thread for what takes long.

    ``running_changed`` tells when it begins and ends, ``progressed`` how far it is.
    """

    running_changed = Signal()
    progressed = Signal(int, int)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._cancelled = threading.Event()
        self._closed = False
        self.running = False

    def start(
        self,
        work: Callable[[Progress, Cancelled], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Start ``work``; one of the other two hears of its end, from the event loop.

        Nothing happens while another piece is at work. Once closed, nobody hears any more.
        """
        if self.running:
            return
        self._cancelled = threading.Event()
        self.running = True
        self.running_changed.emit()
        begun = self._background.run_long(partial(work, self._hear, self._cancelled.is_set))
        self._background.deliver(begun, partial(self._end, done), partial(self._end, failed))

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop; its end is told as any other."""
        self._cancelled.set()

    def close(self) -> None:
        """Ask the work to stop, and tell nobody of its end."""
        self._closed = True
        self.cancel()

    def _hear(self, done: int, total: int) -> None:
        self._background.call(partial(self._tell, done, total))

    def _tell(self, done: int, total: int) -> None:
        if self.running and not self._closed:
            self.progressed.emit(done, total)

    def _end(self, told: Callable[[T], None], answer: T) -> None:
        if not self._closed:
            self.running = False
            self.running_changed.emit()
            told(answer)
