"""Leads the page about backups."""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.core.backups import BackupRow, Preview
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.backup_views import BackupsView
from kiosk.ui.staff.backup_words import preview_words
from kiosk.ui.staff.backups import BackupsPage
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.finder import find
from kiosk.ui.staff.long_work import Cancelled, Progress
from kiosk.ui.staff.places import places_to_export, places_to_read

_log = logging.getLogger(__name__)


class BackupsDesk(Desk):
    """What it puts back was checked in full, and staff have seen what would be missing."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: BackupsPage = BackupsPage(tools.look)
        self._looked = False
        self.page.make_asked.connect(self.make)
        self.page.copy_asked.connect(self.copy)
        self.page.look_asked.connect(self.look_into)
        self.page.cancel_asked.connect(self.long.cancel)
        self.page.pick.again_asked.connect(self.look_for_files)
        self.long.progressed.connect(self.page.show_progress)

    def refresh(self) -> None:
        """Show the backups that there are, each compared with its sum."""
        self.fetch(self.services.care.backups.rows, self._show, self._failed)
        if not self._looked:
            self._looked = True
            self.look_for_files()

    def _show(self, rows: tuple[BackupRow, ...]) -> None:
        view = BackupsView(rows, self.services.clock.now(), places_to_export())
        self.page.show_view(view)

    @Slot()
    def look_for_files(self) -> None:
        """Look through sticks and the usual folders for copies."""
        self.page.pick.show_looking()
        look = partial(find, places_to_read(), (".db",))
        self.fetch(look, self.page.pick.show_found, self._failed)

    @Slot()
    def make(self) -> None:
        """Make a backup on this kiosk."""
        self.page.show_running()
        self.long.start(self._make, self._made, self._failed)

    def _make(self, progress: Progress, cancelled: Cancelled) -> Path | None:
        made = self.services.care.backups.make(progress, cancelled)
        self.note("backup made" if made else "backup cancelled")
        return made

    @Slot(object)
    def copy(self, folder: Path) -> None:
        """Make a copy elsewhere."""
        self.page.show_running()
        self.long.start(partial(self._copy, folder), self._made, self._failed)

    def _copy(self, folder: Path, progress: Progress, cancelled: Cancelled) -> Path | None:
        made = self.services.care.backups.copy_to(folder, progress, cancelled)
        self.note("backup carried away" if made else "backup cancelled")
        return made

    def _made(self, file: Path | None) -> None:
        if file is None:
            self.page.show_note(self.tr("Cancelled. Nothing was left behind."))
            return
        self.page.show_done(file)
        self.refresh()

    # Putting one back

    @Slot(object)
    def look_into(self, file: Path) -> None:
        """Check a file in full, and ask whether it is to be put in place."""
        self.page.show_running()
        self.page.cancel.hide()
        self.long.start(partial(self._preview, file), partial(self._ask, file), self._failed)

    def _preview(self, file: Path, _progress: Progress, _cancelled: Cancelled) -> Preview:
        return self.services.care.backups.preview(file)

    def _ask(self, file: Path, found: Preview) -> None:
        self.page.show_idle()
        close = self.tr("The kiosk closes, puts it in place and comes back by itself.")
        self.tools.question.ask(
            self.tr("Put this backup in the place of today's database?"),
            f"{preview_words(found)}\n{close}",
            self.tr("Leave it as it is"),
            self.tr("Put it in place"),
            partial(self._restore, file),
        )

    def _restore(self, file: Path) -> None:
        self.note("a backup is put in place")
        self.services.care.restore(file)

    def _failed(self, fault: BaseException) -> None:
        _log.warning("backup or restore failed", exc_info=fault)
        self.page.show_note(" ".join(fault_words(fault)))
