"""Leads the page of slips: checks them, saves them, and keeps which printer learners may use."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Slot

from kiosk.core import codes
from kiosk.core.slip import Slip
from kiosk.ui.messages import fault_words
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.places import places_to_export
from kiosk.ui.staff.slip_file import saving
from kiosk.ui.staff.slips import SlipsPage
from kiosk.ui.staff.views import SlipsView

_log = logging.getLogger(__name__)


class SlipsDesk(Desk):
    """Asks the store of this kiosk, and writes only where staff say."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self._slip: Slip | None = None
        self.page: SlipsPage = SlipsPage(tools.look)
        self.page.check_asked.connect(self.check)
        self.page.save_asked.connect(self.save)
        self.page.printer_chosen.connect(self.keep_printer)

    def refresh(self) -> None:
        """Show an empty page; printers are named as soon as the system has told them."""
        self._slip = None
        self._show(())
        self.fetch(self.services.printer.printers, self._show, self._show_none)

    def _show(self, printers: tuple[str, ...]) -> None:
        chosen = self.services.record.settings().slip_printer
        # One that is chosen and away just now stays to be seen, and to be given up.
        away = (chosen,) if chosen and chosen not in printers else ()
        self.page.show_view(SlipsView(places_to_export(), (*printers, *away), chosen))

    def _show_none(self, fault: BaseException) -> None:
        _log.warning("the system does not tell its printers", exc_info=fault)

    @Slot(str, str)
    def check(self, code: str, value: str) -> None:
        """Say whether this kiosk made the slip."""
        self._slip = self.services.slips.find(codes.tidy(code), value)
        self.note("checked a slip")
        if self._slip is None:
            self.page.show_untrue()
        else:
            self.page.show_true(self._slip)

    @Slot(object)
    def save(self, folder: Path) -> None:
        """Save the slip that is shown as a PDF."""
        slip = self._slip
        if slip is None:
            return
        self.fetch(saving(self.tools.look, slip, folder), self._saved, self._failed)

    def _saved(self, file: Path) -> None:
        self.note("saved a slip")
        self.page.show_saved(file)

    @Slot(str)
    def keep_printer(self, printer: str) -> None:
        """Let learners print by a printer, or by none."""
        record = self.services.record
        kiosk, settings = record.kiosk(), record.settings()
        if kiosk is None or settings.slip_printer == printer:
            return
        kept = record.change(kiosk, replace(settings, slip_printer=printer))
        self.note("chose a printer for slips" if printer else "chose no printer for slips")
        self.services.background.deliver(kept, self._kept, self._failed)

    def _kept(self, _answer: None) -> None:
        """Nothing is to be said: the row shows what is chosen."""

    def _failed(self, fault: BaseException) -> None:
        _log.warning("slips: %s", type(fault).__name__, exc_info=fault)
        self.page.show_failed(" ".join(fault_words(fault)))
