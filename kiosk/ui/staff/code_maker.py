"""Makes recovery codes, keeps their hashes, and prints or saves a page with them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from kiosk.core.recovery_codes import CODES, new_code, shown
from kiosk.errors import PageNotPrinted, PageNotSaved
from kiosk.ui.messages import fault_words
from kiosk.ui.services import Services
from kiosk.ui.staff.codes_panel import CodesPanel
from kiosk.ui.staff.page_file import save_page

_log = logging.getLogger(__name__)
T = TypeVar("T")
SHEET = "mentor-kiosk-recovery-codes.pdf"


class CodeMaker(QObject):
    """``made`` has the codes once their hashes are kept, ``failed`` why they are not."""

    made = Signal(tuple)
    failed = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._panel: CodesPanel | None = None

    def lead(self, panel: CodesPanel) -> None:
        """Print and save what a panel shows as it asks, and tell it how that went."""
        self._panel = panel
        panel.save_asked.connect(self.save)
        panel.print_asked.connect(self.print)

    def make(self) -> None:
        """Make codes in the place of all there were."""
        services = self._services
        codes = tuple(new_code(services.dice) for _ in range(CODES))
        hashing = services.background.run(partial(_hashed, services, codes))
        services.background.deliver(hashing, partial(self._keep, codes), self.failed.emit)

    def _keep(self, codes: tuple[str, ...], hashes: list[str]) -> None:
        kept: Future[None] = self._services.record.keep_recovery_codes(hashes)
        self._services.background.deliver(kept, partial(self._tell, codes), self.failed.emit)

    def _tell(self, codes: tuple[str, ...], _answer: None) -> None:
        self._services.record.log_staff("recovery codes made", self._services.clock.now())
        self.made.emit(codes)
        background = self._services.background
        known = background.run(self._services.printer.printers)
        background.deliver(known, self._offer_printers, self._no_printers)

    def _offer_printers(self, printers: Sequence[str]) -> None:
        panel = self._shown()
        if panel is not None:
            panel.show_printers(printers)

    def _no_printers(self, fault: BaseException) -> None:
        _log.warning("the system does not tell its printers: %s", fault)

    @Slot(object)
    def save(self, folder: Path) -> None:
        """Write a page with the codes into a folder, whole or not at all."""
        # Imported now: it is needed once in a kiosk's life.
        from kiosk.ui.staff.code_sheet import code_sheet  # noqa: PLC0415 - see above

        page = code_sheet(*self._names(), self._codes())
        self._run(partial(save_page, folder, SHEET, page), self._saved)

    @Slot(str)
    def print(self, printer: str) -> None:
        """Have a page with the codes printed."""
        work = partial(self._services.printer.print_codes, printer, self._names(), self._codes())
        self._run(work, self._printed)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        background = self._services.background
        background.deliver(background.run(work), done, self._not_on_paper)

    def _names(self) -> tuple[str, str]:
        kiosk = self._services.record.kiosk()
        return (kiosk.site, kiosk.name) if kiosk else ("", "")

    def _codes(self) -> list[str]:
        panel = self._shown()
        return [] if panel is None else [shown(code) for code in panel.codes]

    def _shown(self) -> CodesPanel | None:
        # It goes with its page, while a printer may still be asked.
        return self._panel if self._panel is not None and isValid(self._panel) else None

    def _saved(self, file: Path) -> None:
        self._tell_panel("", self.tr("Saved: {file}").format(file=file))

    def _printed(self, _answer: None) -> None:
        self._tell_panel("", self.tr("The printer has the page."))

    def _not_on_paper(self, fault: BaseException) -> None:
        _log.warning("a page of recovery codes: %s", fault)
        if isinstance(fault, PageNotPrinted | PageNotSaved):
            self._tell_panel(" ".join(fault_words(fault)), "")
        else:
            self._tell_panel(self.tr("That did not work. Try another place."), "")

    def _tell_panel(self, fault: str, done: str) -> None:
        panel = self._shown()
        if panel is not None:
            panel.show_told(fault, done)


def _hashed(services: Services, codes: Sequence[str]) -> list[str]:
    return [services.pins.hashed_code(code) for code in codes]
