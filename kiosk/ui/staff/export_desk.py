"""Leads the export: into a folder, proved, in the background."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Slot

from kiosk.core.staff_rows import ListCounts, Wanted
from kiosk.ui.messages import fault_words, health_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.staff.long_work import Cancelled, Progress
from kiosk.ui.staff.places import places_to_export
from kiosk.ui.staff.views import ExportDone, ExportView, ExportWish, PlaceToExport, ToExport

WATCH_MS = 2_000
"""How often it is looked whether a stick has come or gone."""
_log = logging.getLogger(__name__)


class ExportDesk(Desk):
    """Counts what there is, exports it, and tells how it ended."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: ExportPage = ExportPage(tools.look)
        self.page.export_asked.connect(self.export)
        self.page.cancel_asked.connect(self.long.cancel)
        self.long.progressed.connect(self.page.show_progress)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._look_for_places)
        self._watch.start()

    def refresh(self) -> None:
        """Show what there is, unless an export runs."""
        if not self.long.running:
            health = health_words(self.services.health())
            self.page.show_view(ExportView(places_to_export(), health))
            self._count()

    def close(self) -> None:
        """Stop looking for sticks as well."""
        self._watch.stop()
        super().close()

    def _count(self) -> None:
        count = partial(self.services.care.book.count, Wanted())
        self.fetch(count, self._show_total, self._not_counted)

    def _show_total(self, counts: ListCounts) -> None:
        self.page.show_counts(ToExport(counts.listed, None))
        show = partial(self._show_new, counts.listed)
        self.fetch_aside(self.services.exporter.new_attempts, show, self._not_counted)

    def _show_new(self, total: int, new: int) -> None:
        self.page.show_counts(ToExport(total, new))

    def _not_counted(self, fault: BaseException) -> None:
        _log.warning("the attempts cannot be counted: %s", fault)
        self.page.show_counts(None)

    @Slot()
    def _look_for_places(self) -> None:
        # In the background: a drive that has just come can take its time to answer.
        if self.page.isVisible() and not self.long.running:
            self.fetch(places_to_export, self._renew_places, self._not_found)

    def _renew_places(self, places: tuple[PlaceToExport, ...]) -> None:
        if not self.long.running:
            self.page.renew_places(places)

    def _not_found(self, fault: BaseException) -> None:
        _log.warning("the drives cannot be listed: %s", fault)

    @Slot(object, object)
    def export(self, folder: Path, wish: ExportWish) -> None:
        """Export into a folder, in the background."""
        self.page.show_running()
        self.long.start(partial(self._export, folder, wish), self._exported, self._failed)

    def _export(
        self, folder: Path, wish: ExportWish, progress: Progress, cancelled: Cancelled
    ) -> ExportDone | None:
        try:
            done = self.services.exporter.export(folder, wish, progress, cancelled)
        except Exception:
            self.note("export failed")
            raise
        # Noted here, on the thread of the work: staff may have left by now.
        self.note(f"exported {done.attempts} attempts" if done else "export cancelled")
        return done

    def _exported(self, done: ExportDone | None) -> None:
        if done is None:
            self.page.show_failed(self.tr("Cancelled. Nothing was left behind."))
        else:
            self.page.show_done(done)
            self._count()

    def _failed(self, fault: BaseException) -> None:
        _log.warning("export failed", exc_info=fault)
        self.page.show_failed(" ".join(fault_words(fault)))
