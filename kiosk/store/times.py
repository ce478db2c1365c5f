"""Times as they stand in the database: UTC, ISO 8601, milliseconds, Z. They sort as text."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return an aware time as text. Raises ``ValueError`` for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    utc = moment.astimezone(UTC)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03d}Z"


def from_text(text: str) -> datetime:
    """Return the aware time that ``to_text`` wrote. Raises ``ValueError``."""
    return datetime.fromisoformat(text)
