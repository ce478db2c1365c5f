"""Folder names that any stick and any system takes."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

_LONGEST = 40
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM\d|LPT\d)$", re.IGNORECASE)


def safe(text: str) -> str:
    """Return letters, digits and hyphens of a name; 'kiosk' where nothing is left."""
    plain = unicodedata.normalize("NFC", text)
    kept = re.sub(r"[^\w]+", "-", plain).replace("_", "-").strip("-")[:_LONGEST].strip("-")
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
