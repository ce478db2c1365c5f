"""Whether the clock on the wall can be right, and whether it ran as evenly as one that cannot."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kiosk.core.checkup import Finding, Said, State, Subject
from kiosk.core.ports import Clock

_EARLIEST = datetime(2025, 1, 1, tzinfo=UTC)
_LATEST = datetime(2100, 1, 1, tzinfo=UTC)
_JITTER = timedelta(minutes=2)


class ClockWatch:
    """Compares a clock with itself: with how it stood at the start."""

    def __init__(self, clock: Clock) -> None:
        """Remember how the clock stands."""
        self._clock = clock
        self._wall = clock.now()
        self._monotonic_ms = clock.monotonic_ms()

    def moved(self) -> timedelta:
        """Return how far the clock on the wall has moved against the one that never goes back."""
        passed = timedelta(milliseconds=self._clock.monotonic_ms() - self._monotonic_ms)
        return (self._clock.now() - self._wall) - passed


def check_clock(clock: Clock, watch: ClockWatch | None, newest: datetime | None) -> Finding:
    """Return what there is to say of the clock.

    Args:
        clock: the clock.
        watch: since the start; ``None`` where nothing was started.
        newest: when the newest visit began; ``None`` without one.
    """
    now = clock.now()
    shown = {"now": now}
    if not _EARLIEST <= now <= _LATEST:
        return Finding(Subject.CLOCK, State.WRONG, Said.CLOCK_WRONG, shown)
    if newest is not None and newest - now > _JITTER:
        values = {**shown, "newest": newest}
        return Finding(Subject.CLOCK, State.WRONG, Said.CLOCK_BEHIND, values)
    if watch is None:
        return Finding(Subject.CLOCK, State.GOOD, Said.CLOCK_SAYS, shown)
    if abs(watch.moved()) > _JITTER:
        minutes = {"n": round(watch.moved().total_seconds() / 60)}
        return Finding(Subject.CLOCK, State.ATTENTION, Said.CLOCK_MOVED, minutes)
    return Finding(Subject.CLOCK, State.GOOD, Said.CLOCK_EVEN, shown)
