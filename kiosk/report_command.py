"""The staff figures on the command line, from a kiosk's data or from an export."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.core.log_ports import ReportedLog
from kiosk.core.log_rows import Selection
from kiosk.core.whole_attempts import LogDisordered
from kiosk.errors import ExportUnproved
from kiosk.reports import manifest
from kiosk.reports.attempt_figures import ActivityFigures, attempt_figures
from kiosk.reports.bundle_log import BundleLog
from kiosk.reports.item_analysis import ItemFigures, Whose, analyse
from kiosk.store.log import SqliteAttemptLog


def items(folder: Path, whose: Whose) -> tuple[ItemFigures, ...]:
    """Return the figures of every item.

    Raises:
        KioskError: the folder is neither a kiosk's nor an export, or cannot be read.
    """
    with opened(folder) as log:
        return analyse(log, whose)


def attempts(folder: Path) -> tuple[ActivityFigures, ...]:
    """Return the figures of every activity. Raises ``KioskError`` as ``items`` does."""
    with opened(folder) as log:
        return attempt_figures(log.attempts())


@contextmanager
def opened(folder: Path) -> Iterator[ReportedLog]:
    """Open the log in a folder: an export, proved first, or a kiosk's data.

    Raises:
        ExportUnproved: it is an export, and not as it was written.
        NotSetUp, DatabaseDamaged, DatabaseNewer, DataFolderUnusable: as data it is not to be read.
    """
    if (folder / manifest.FILE).exists():
        try:
            yield BundleLog.proved(folder)
        except LogDisordered as fault:
            raise ExportUnproved(path=folder, detail=fault) from fault
        return
    with SqliteAttemptLog(folder).snapshot(Selection()) as snapshot:
        yield snapshot
