"""How many wrong PINs the staff door takes before it keeps shut for a while."""

from __future__ import annotations

from dataclasses import dataclass, replace

TRIES_BEFORE_A_WAIT = 5
SHORTEST_WAIT_MS = 30_000
LONGEST_WAIT_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class DoorLock:
    """Tries since the last right PIN, and for how long no other is taken.

    The wait is what is left of it, not when it ends: a changed clock shortens nothing. To be
    kept before the PIN is compared, as if it were wrong: who pulls the plug gains nothing.
    """

    tries: int = 0
    wait_ms: int = 0

    def counted(self) -> DoorLock:
        """Return the lock after one more try: the fifth shuts it, each further one for twice."""
        tries = self.tries + 1
        over = tries - TRIES_BEFORE_A_WAIT
        if over < 0:
            return DoorLock(tries)
        # No larger power than is needed: the number of tries has no end.
        doubled = SHORTEST_WAIT_MS << min(over, LONGEST_WAIT_MS.bit_length())
        return DoorLock(tries, min(doubled, LONGEST_WAIT_MS))

    def after(self, ms: int) -> DoorLock:
        """Return the lock so many milliseconds later."""
        return replace(self, wait_ms=max(0, self.wait_ms - ms))

    @property
    def tries_left(self) -> int:
        """How many more tries there are before a wait; none where each one brings a wait."""
        return max(0, TRIES_BEFORE_A_WAIT - self.tries)
