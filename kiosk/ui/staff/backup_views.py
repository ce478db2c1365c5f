"""What the page about backups is handed to show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.core.backups import BackupRow
from kiosk.ui.staff.views import PlaceToExport


@dataclass(frozen=True, slots=True)
class BackupsView:
    """The backups on this kiosk, newest first, and where a copy may go."""

    rows: tuple[BackupRow, ...]
    now: datetime
    places: tuple[PlaceToExport, ...]
