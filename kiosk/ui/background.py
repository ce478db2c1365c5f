"""Work that takes its time, and answers that come back to the screen's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")


class Background(QObject):
    """Runs slow work on threads of its own and delivers every answer on the thread it was made on.

    What takes a moment has one thread, what takes minutes another, and what nobody waits for a
    third, so that a long export or count makes no question wait.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._long = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long")
        self._aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")
        self._arrived.connect(self._hand_over)

    def run(self, work: Callable[[], T]) -> Future[T]:
        """Start work that takes a moment."""
        return self._pool.submit(work)

    def run_long(self, work: Callable[[], T]) -> Future[T]:
        """Start work that may take minutes."""
        return self._long.submit(work)

    def run_aside(self, work: Callable[[], T]) -> Future[T]:
        """Start work that may take a while, and that nothing else depends on."""
        return self._aside.submit(work)

    def deliver(
        self,
        future: Future[T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Call ``done`` or ``failed`` from the event loop once the future has its answer."""
        future.add_done_callback(partial(self._announce, done, failed))

    def call(self, function: Callable[[], None]) -> None:
        """Call a function from the event loop; may be asked for on any thread."""
        self._arrived.emit(function)

    def close(self) -> None:
        """Wait for work that has begun, and take no more."""
        for pool in (self._pool, self._long, self._aside):
            pool.shutdown(wait=True, cancel_futures=True)

    def _announce(
        self,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
        future: Future[T],
    ) -> None:
        if future.cancelled():
            return
        fault = future.exception()
        self._arrived.emit(partial(failed, fault) if fault else partial(done, future.result()))

    @Slot(object)
    def _hand_over(self, function: Callable[[], None]) -> None:
        function()
