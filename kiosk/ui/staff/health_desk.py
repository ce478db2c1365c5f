"""Leads the page about the kiosk's health."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt, Slot

from kiosk.core.checkup import CHECKED, CheckupCancelled, Finding, Said, Subject, worst
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.health import HealthPage

_log = logging.getLogger(__name__)


class HealthDesk(Desk):
    """Shows at once what a moment tells, and the rest when staff ask for it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: HealthPage = HealthPage(tools.look)
        self._thorough: tuple[Finding, ...] = ()
        self.page.check_asked.connect(self.check)
        self.page.cancel_asked.connect(self.long.cancel)
        self.long.progressed.connect(self.page.show_progress)

    def refresh(self) -> None:
        """Show what can be told in a moment, beside what was found before."""
        self.fetch(self.services.care.checkup.quick, self._show, self._failed)

    def _show(self, quick: tuple[Finding, ...]) -> None:
        known = {finding.subject for finding in self._thorough}
        # When the database was checked goes beside how it was found.
        known.discard(Subject.DATABASE)
        rest = [
            finding
            for finding in quick
            if finding.subject not in known
            and not (self._thorough and finding.said is Said.DATABASE_UNSEEN)
        ]
        self.page.show_findings((*self._thorough, *rest))

    @Slot()
    def check(self) -> None:
        """Look at all that is kept."""
        self.page.show_running()
        self.long.start(self.services.care.checkup.thorough, self._checked, self._failed)

    def _checked(self, found: tuple[Finding, ...]) -> None:
        self._thorough = found
        self.page.show_idle()
        self.page.check.setFocus(Qt.FocusReason.OtherFocusReason)
        now = self.services.clock.now()
        noted = self.services.record.log_staff(f"{CHECKED}: {worst(found)}", now)
        self.services.background.deliver(noted, self._noted, self._noted)

    def _noted(self, _answer: object) -> None:
        if not self._closed:
            self.refresh()

    def _failed(self, fault: BaseException) -> None:
        if isinstance(fault, CheckupCancelled):
            self.page.show_note(self.tr("Cancelled. Nothing was changed."))
            return
        _log.warning("a look at the kiosk failed", exc_info=fault)
        self.page.show_note(" ".join(fault_words(fault)))
