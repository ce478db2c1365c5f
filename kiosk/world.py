"""This machine's clock and randomness, as the ports of the core."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime

from kiosk.core.identity import RANDOM_BITS, uuid7

_SEED_BITS = 53


class SystemClock:
    """The operating system's clocks."""

    def now(self) -> datetime:
        """Return the time, aware, in UTC."""
        return datetime.now(UTC)

    def utc_offset_minutes(self) -> int:
        """Return how far the local time is ahead of UTC, in minutes."""
        offset = datetime.now(UTC).astimezone().utcoffset()
        return 0 if offset is None else round(offset.total_seconds() / 60)

    def monotonic_ms(self) -> int:
        """Return milliseconds of a clock that never goes back."""
        return time.monotonic_ns() // 1_000_000


class SystemDice:
    """The operating system's randomness."""

    def seed(self) -> int:
        """Return a number from 0 to 2**53 - 1, which every spreadsheet can hold."""
        return secrets.randbits(_SEED_BITS)

    def choice(self, letters: str) -> str:
        """Return one character of ``letters``."""
        return secrets.choice(letters)


class SystemIds:
    """UUIDs of version 7 from this machine's clock and randomness."""

    def new(self) -> str:
        """Return a new name."""
        return uuid7(time.time_ns() // 1_000_000, secrets.randbits(RANDOM_BITS))
