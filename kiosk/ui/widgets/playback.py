"""Going from frame to frame of a replay in the attempt's own time, or faster."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

LONGEST_PAUSE_MS = 3000
"""A learner who thinks for longer is not waited for: it is cut to this before it is sped up."""


class Speed(IntEnum):
    """How many times faster than the attempt went."""

    NORMAL = 1
    DOUBLE = 2
    FOURFOLD = 4
    EIGHTFOLD = 8


class Playback(QObject):
    """A place among frames, and a timer that moves it on.

    ``moved`` comes when the timer went to the next frame, ``changed`` when it
    began or stopped to run.
    """

    moved = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._times: Sequence[int] = (0,)
        self._at = 0
        self._speed = Speed.NORMAL
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move_on)

    @property
    def at(self) -> int:
        """The frame, from 0."""
        return self._at

    @property
    def last(self) -> int:
        """The last frame."""
        return len(self._times) - 1

    @property
    def playing(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @property
    def wait_ms(self) -> int:
        """Milliseconds from this frame to the next, by the speed; 0 at the last."""
        if self._at == self.last:
            return 0
        pause = self._times[self._at + 1] - self._times[self._at]
        return round(min(pause, LONGEST_PAUSE_MS) / self._speed)

    def load(self, times: Sequence[int]) -> None:
        """Take other frames, by the milliseconds at which each stood; stop before the first."""
        self.pause()
        self._times, self._at = times, 0

    def play(self) -> None:
        """Run to the last frame; from there, over again from the first."""
        if self.playing or self.last == 0:
            return
        if self._at == self.last:
            self._at = 0
            self.moved.emit()
        self._timer.start(self.wait_ms)
        self.changed.emit()

    def pause(self) -> None:
        """Stop at this frame."""
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def go(self, frame: int) -> None:
        """Stop at another frame: the nearest there is."""
        self.pause()
        self._at = max(0, min(frame, self.last))

    def set_speed(self, speed: Speed) -> None:
        """Go at another speed from now; what is left of a wait shrinks or grows with it."""
        before, self._speed = self._speed, speed
        if self.playing:
            self._timer.start(round(self._timer.remainingTime() * before / speed))

    @Slot()
    def _move_on(self) -> None:
        self._at += 1
        if self._at < self.last:
            self._timer.start(self.wait_ms)
        self.moved.emit()
        if not self.playing:
            self.changed.emit()
