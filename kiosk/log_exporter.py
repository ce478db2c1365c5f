"""Exports from the screen: what staff wish for, written, proved, and noted in the export log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import __version__
from kiosk.core.log_ports import AttemptLog, ExportLog
from kiosk.core.log_rows import Selection
from kiosk.core.ports import Clock
from kiosk.ui.staff.views import ExportDone, ExportWish, Span

if TYPE_CHECKING:
    from kiosk.reports.export import Beside


class LogExporter:
    """The port ``Exporter``: the attempt log into a bundle, and a note that it left."""

    def __init__(self, log: AttemptLog, export_log: ExportLog, clock: Clock) -> None:
        self._log = log
        self._export_log = export_log
        self._clock = clock

    def new_attempts(self) -> int:
        """Return how many attempts no export has as they are now. Raises ``KioskError``."""
        with self._log.snapshot(Selection(only_new=True)) as snapshot:
            return snapshot.counts().attempts

    def export(
        self,
        folder: Path,
        wish: ExportWish,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> ExportDone | None:
        """Export what is wished for. Raises ``KioskError``."""
        key = self._export_log.pseudonym_key() if wish.redacted else None
        # Imported now: no start needs it.
        from kiosk.reports.export import ExportOrder, export  # noqa: PLC0415 - see above

        order = ExportOrder(
            selected(wish), self._clock.now(), __version__, beside=_beside(wish), pseudonym_key=key
        )
        with self._log.snapshot(order.selection) as snapshot:
            receipt = export(snapshot, order, folder, progress, cancelled)
            if receipt is None:
                return None
            self._export_log.record_export(snapshot.states(), order.made)
        return ExportDone(receipt.folder, receipt.counts.attempts, receipt.counts.placements)


def selected(wish: ExportWish) -> Selection:
    """Return which attempts are wished for; days are those of the clock on this wall."""
    if wish.first_day is None or wish.last_day is None:
        return Selection(only_new=wish.span is Span.NEW)
    return Selection(_midnight(wish.first_day), _midnight(wish.last_day + timedelta(days=1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time()).astimezone(UTC)


def _beside(wish: ExportWish) -> Beside | None:
    if not wish.workbook:
        return None
    from kiosk.reports.workbook_file import add_workbook  # noqa: PLC0415 - no start needs it

    return add_workbook
