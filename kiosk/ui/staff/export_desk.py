"""Leads the export: into a folder, proved, in the background."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.errors import KioskError
from kiosk.ui.messages import fault_words, health_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.staff.long_work import Cancelled, Progress
from kiosk.ui.staff.places import places_to_export
from kiosk.ui.staff.views import ExportDone, ExportView

_log = logging.getLogger(__name__)


class ExportDesk(Desk):
    """Counts what there is, exports it, and tells how it ended."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: ExportPage = ExportPage(tools.look)
        self.page.export_asked.connect(self.export)
        self.page.cancel_asked.connect(self.long.cancel)
        self.long.progressed.connect(self.page.show_progress)

    def refresh(self) -> None:
        """Show what there is, unless an export runs."""
        if not self.long.running:
            health = health_words(self.services.health())
            self.page.show_view(ExportView(self._waiting(), places_to_export(), health))

    def _waiting(self) -> int | None:
        try:
            return self.services.exporter.waiting()
        except KioskError as fault:
            _log.warning("the attempts cannot be counted: %s", fault)
            return None

    @Slot(object)
    def export(self, folder: Path) -> None:
        """Export into a folder, in the background."""
        self.page.show_running()
        self.long.start(partial(self._export, folder), self._exported, self._failed)

    def _export(self, folder: Path, progress: Progress, cancelled: Cancelled) -> ExportDone | None:
        try:
            done = self.services.exporter.export(folder, progress, cancelled)
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

    def _failed(self, fault: BaseException) -> None:
        _log.warning("export failed", exc_info=fault)
        self.page.show_failed(" ".join(fault_words(fault)))
