"""Counts the tries at the staff door, and keeps it shut for a while after too many."""

from __future__ import annotations

from concurrent.futures import Future, wait
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.core import recovery_codes
from kiosk.core.door_lock import DoorLock
from kiosk.ui.services import Services

PATIENCE_SECONDS = 3.0
_SECOND_MS = 1_000
_KEPT_EVERY_MS = 10_000


class _Answer(Enum):
    WRONG = auto()
    PIN = auto()
    CODE = auto()


class DoorGuard(QObject):
    """Answers a PIN by ``let_in`` or ``refused``; tells by ``waiting`` the seconds left, then 0.

    A recovery code typed in its place is answered by ``let_in_by_code``, once.
    """

    let_in = Signal()
    let_in_by_code = Signal()
    refused = Signal()
    failed = Signal(object)
    waiting = Signal(int)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._lock: DoorLock | None = None
        self._since_ms = 0
        self._kept_ms = 0
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self._count_down)

    @property
    def lock(self) -> DoorLock:
        """The lock as it is now."""
        now = self._services.clock.monotonic_ms()
        if self._lock is None:
            self._lock, self._since_ms = self._services.record.door_lock(), now
        return self._lock.after(now - self._since_ms)

    def watch(self) -> None:
        """Begin to tell how long the door stays shut, if it does."""
        if self.lock.wait_ms:
            self._kept_ms = self.lock.wait_ms
            self._tick.start()
            self._tell()

    def stop(self) -> None:
        """Tell nothing any more: the kiosk closes. What is left of a wait is kept."""
        if self._tick.isActive():
            self._tick.stop()
            self._keep(self.lock)

    def try_pin(self, pin: str) -> None:
        """Compare a PIN, in the background, once the try is counted on the disk."""
        encoded = self._services.record.pin_hash()
        if self.lock.wait_ms or encoded is None:
            return
        counted = self._keep(self.lock.counted())
        background = self._services.background
        comparing = background.run(partial(self._compare, counted, encoded, pin))
        background.deliver(comparing, self._compared, self.failed.emit)

    def _compare(self, counted: Future[None], encoded: str, typed: str) -> _Answer:
        # A disk that refuses must not keep staff out: this process counts all the same.
        wait([counted], PATIENCE_SECONDS)
        entry = recovery_codes.tidy(typed)
        if recovery_codes.is_code(entry):
            return _Answer.CODE if self._use_up(entry) else _Answer.WRONG
        right = self._services.pins.matches(encoded, typed)
        return _Answer.PIN if right else _Answer.WRONG

    def _use_up(self, code: str) -> bool:
        record, pins = self._services.record, self._services.pins
        found = next((each for each in record.recovery_codes() if pins.matches(each, code)), None)
        # Taken away before the door opens: a kill in between costs the code, and opens nothing.
        return found is not None and record.use_recovery_code(found).result(PATIENCE_SECONDS)

    def _compared(self, answer: _Answer) -> None:
        if answer is _Answer.WRONG:
            self.refused.emit()
            self.watch()
            return
        self._keep(DoorLock())
        by_code = answer is _Answer.CODE
        (self.let_in_by_code if by_code else self.let_in).emit()

    def _keep(self, lock: DoorLock) -> Future[None]:
        self._lock, self._since_ms = lock, self._services.clock.monotonic_ms()
        self._kept_ms = lock.wait_ms
        return self._services.record.keep_door_lock(lock)

    @Slot()
    def _count_down(self) -> None:
        lock = self.lock
        if not lock.wait_ms:
            self._tick.stop()
        if not lock.wait_ms or self._kept_ms - lock.wait_ms >= _KEPT_EVERY_MS:
            # So that a restart does not begin the whole wait anew.
            self._keep(lock)
        self._tell()

    def _tell(self) -> None:
        self.waiting.emit(-(-self.lock.wait_ms // _SECOND_MS))
