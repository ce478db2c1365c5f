"""Leads the first start: from the answers to a kiosk with a PIN and recovery codes."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core.kiosk_file import KioskFile
from kiosk.core.model import Kiosk, Settings
from kiosk.ui.messages import fault_words, file_fault_words
from kiosk.ui.services import Services
from kiosk.ui.staff.code_maker import CodeMaker
from kiosk.ui.staff.places import places_to_export
from kiosk.ui.staff.views import SetUpView

if TYPE_CHECKING:
    # A page is imported when it is first shown, not at the start.
    from kiosk.ui.staff.setup import SetUpAnswers, SetUpPage

_log = logging.getLogger(__name__)


class SetUpController(QObject):
    """``done`` tells that learners may come, ``settings_kept`` has what the kiosk is to follow.

    ``file`` is a set-up file that was not enough.
    """

    done = Signal()
    settings_kept = Signal(object)

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._page: SetUpPage | None = None
        self._codes = CodeMaker(services, self)
        self._codes.made.connect(self._show_codes)
        self._codes.failed.connect(self._codes_failed)
        self.file: KioskFile | None = None

    def lead(self, page: SetUpPage) -> None:
        """Lead a page that was just made."""
        self._page = page
        page.answered.connect(self.set_up)
        self._codes.lead(page.codes)
        page.finished.connect(self.done)

    def view(self) -> SetUpView:
        """Return what the page begins with."""
        problems = self.file.problems if self.file else ()
        return SetUpView(self.file, tuple(map(file_fault_words, problems)))

    @Slot(object)
    def set_up(self, answers: SetUpAnswers) -> None:
        """Write the set-up down, the PIN as its hash."""
        services = self._services
        hashing = services.background.run(partial(services.pins.hashed, answers.pin))
        services.background.deliver(hashing, partial(self._write, answers), self._failed)

    def _write(self, answers: SetUpAnswers, pin_hash: str) -> None:
        services = self._services
        now = services.clock.now()
        kiosk = Kiosk(services.ids.new(), answers.kiosk_name, answers.site, now)
        written = services.record.set_up(kiosk, answers.settings, pin_hash)
        done = partial(self._written, answers.settings)
        services.background.deliver(written, done, self._failed)

    def _written(self, settings: Settings, _answer: None) -> None:
        self.settings_kept.emit(settings)
        self._services.record.log_staff("set up", self._services.clock.now())
        self._codes.make()

    @Slot(tuple)
    def _show_codes(self, codes: tuple[str, ...]) -> None:
        if self._page is not None:
            self._page.show_codes(codes, places_to_export())

    @Slot(object)
    def _codes_failed(self, fault: BaseException) -> None:
        _log.warning("recovery codes: %s", fault)
        if self._page is not None:
            self._page.codes.show_told(self.tr("That did not work. Try another place."), "")

    def _failed(self, fault: BaseException) -> None:
        _log.error("the set-up failed", exc_info=fault)
        if self._page is not None:
            self._page.show_note(" ".join(fault_words(fault)))
