"""Salvage as a person asks for it, with faults that a person can mend."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from kiosk.errors import SalvageFailed, SalvageSourceMissing, SalvageTargetTaken
from kiosk.store.salvage import Salvaged, salvage

_JOURNALS = ("-wal", "-journal")


def salvage_file(damaged: Path, out: Path, now: datetime) -> Salvaged:
    """Put every sound attempt of a damaged database into a new one, where nothing is yet.

    Raises:
        SalvageSourceMissing: there is no damaged file.
        SalvageTargetTaken: something is where the new database would be.
        SalvageFailed: the new database could not be written; nothing half-made is left.
    """
    if not damaged.is_file():
        raise SalvageSourceMissing(path=damaged)
    # SQLite would play another database's journal into the new one.
    for taken in (out, *(out.with_name(f"{out.name}{journal}") for journal in _JOURNALS)):
        if taken.exists():
            raise SalvageTargetTaken(path=taken)
    try:
        return salvage(damaged, out, now)
    except (OSError, sqlite3.Error) as fault:
        raise SalvageFailed(path=out, detail=getattr(fault, "strerror", None) or fault) from fault
