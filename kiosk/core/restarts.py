"""When a kiosk that died is started again, and whether its learner is taken back to their place."""

from __future__ import annotations

from dataclasses import dataclass

STEADY_MS = 60_000
"""A kiosk that lived for so long, in milliseconds, was well: its next death is a first one."""

WAITS_MS = (0, 0, 1_000, 5_000, 15_000, 60_000)
"""How long to wait after the first death in a row, the second, and so on; the last for good."""


@dataclass(frozen=True, slots=True)
class Restart:
    """Start it again after ``wait_ms`` milliseconds; ``resume`` what was open when it died."""

    wait_ms: int
    resume: bool


class Restarts:
    """Counts deaths in a row. A kiosk is never given up: a room has nobody who could start it."""

    def __init__(self) -> None:
        self._deaths = 0

    def after(self, lived_ms: int) -> Restart:
        """Return how to go on after a death.

        Only after the first one in a row is the visit taken up again: the place that a
        learner was at may be what the kiosk dies of.

        Args:
            lived_ms: for how many milliseconds it had lived.
        """
        if lived_ms >= STEADY_MS:
            self._deaths = 0
        wait_ms = WAITS_MS[min(self._deaths, len(WAITS_MS) - 1)]
        self._deaths += 1
        return Restart(wait_ms, resume=self._deaths == 1)
