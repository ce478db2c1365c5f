"""Names for rows: UUID version 7 (RFC 9562, section 5.7), which sort by the time they were made."""

from __future__ import annotations

import uuid

RANDOM_BITS = 74
"""How many random bits a name needs."""


def uuid7(unix_ms: int, random_bits: int) -> str:
    """Return a UUID of version 7 as 36 lower-case characters.

    Args:
        unix_ms: milliseconds since 1970, at most 48 bits are used.
        random_bits: at least 74 random bits; the rest is ignored.
    """
    rand_a = random_bits >> 62 & 0xFFF
    rand_b = random_bits & (1 << 62) - 1
    value = (unix_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | rand_a << 64 | 0b10 << 62 | rand_b
    return str(uuid.UUID(int=value))
