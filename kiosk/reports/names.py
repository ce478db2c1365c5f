"""Folder names that any stick and any system takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

WORKBOOK = "attempts.xlsx"
"""The workbook in a bundle that has one."""

_LONGEST_BYTES = 40  # two of them fit a name of 255 bytes, and a path of 260 characters
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)$", re.IGNORECASE)


def safe(text: str) -> str:
    """Return letters, digits and hyphens of a name, 40 bytes at most; 'kiosk' for none."""
    plain = unicodedata.normalize("NFC", text)
    kept = re.sub(r"[\W_]+", "-", plain).strip("-")
    kept = kept.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip("-")
    return f"{kept}-" if _RESERVED.match(kept) else kept or "kiosk"


def bundle_name(site: str, kiosk: str, made: datetime) -> str:
    """Return ``attempts_<site>_<kiosk>_<UTC time>``."""
    return f"attempts_{safe(site)}_{safe(kiosk)}_{made.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def free(target: Path, name: str) -> str:
    """Return the name, or the name with a number where that is taken in ``target``."""
    candidate, number = name, 2
    while (target / candidate).exists():
        candidate, number = f"{name}-{number}", number + 1
    return candidate
