"""Leads the settings: keeps them, and has the kiosk follow at once."""

from __future__ import annotations

import logging
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot

from kiosk.ui.messages import fault_words
from kiosk.ui.staff.code_maker import CodeMaker
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.places import places_to_export
from kiosk.ui.staff.settings import SettingsPage
from kiosk.ui.staff.views import SettingsView

_log = logging.getLogger(__name__)


class SettingsDesk(Desk):
    """Shows what is set, and writes down what staff change."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools)
        self.page: SettingsPage = SettingsPage(tools.look)
        self._codes = CodeMaker(self.services, self)
        self._codes.made.connect(self._show_codes)
        self._codes.lead(self.page.codes)
        self._codes.failed.connect(self._failed)
        self.page.save_asked.connect(self._save)
        self.page.pin_chosen.connect(self._change_pin)
        self.page.codes_asked.connect(self._ask_for_codes)

    def refresh(self) -> None:
        """Show the settings as they are kept."""
        record = self.services.record
        kiosk = record.kiosk()
        names = (kiosk.site, kiosk.name) if kiosk else ("", "")
        view = SettingsView(*names, record.settings(), len(record.recovery_codes()))
        self.page.show_view(view)

    @Slot(object)
    def _save(self, view: SettingsView) -> None:
        kiosk = self.services.record.kiosk()
        if kiosk is None:
            return
        names = replace(kiosk, site=view.site, name=view.kiosk_name)
        written = self.services.record.change(names, view.settings)
        kept = partial(self._kept, view)
        self.services.background.deliver(written, kept, self._failed)

    def _kept(self, view: SettingsView, _answer: None) -> None:
        self.note("settings changed")
        self.tools.follow(view.settings)
        if not self._closed:
            self.page.show_told("", self.tr("Kept. They count from now on."))

    @Slot(str)
    def _change_pin(self, pin: str) -> None:
        self.fetch(partial(self.services.pins.hashed, pin), self._write_pin, self._failed)

    def _write_pin(self, pin_hash: str) -> None:
        written = self.services.record.change_pin(pin_hash)
        self.services.background.deliver(written, self._pin_kept, self._failed)

    def _pin_kept(self, _answer: None) -> None:
        self.note("PIN changed")
        if not self._closed:
            self.page.show_told("", self.tr("The new PIN opens the door from now on."))

    @Slot()
    def _ask_for_codes(self) -> None:
        self.tools.question.ask(
            self.tr("Make new recovery codes?"),
            self.tr("The codes that were written down before open nothing any more."),
            self.tr("Leave it"),
            self.tr("Make new ones"),
            self._codes.make,
        )

    @Slot(tuple)
    def _show_codes(self, codes: tuple[str, ...]) -> None:
        if not self._closed:
            self.page.show_codes_left(len(codes))
            self.page.codes.show_codes(codes, places_to_export())
            self.page.codes.show()

    @Slot(object)
    def _failed(self, fault: BaseException) -> None:
        _log.warning("settings", exc_info=fault)
        if not self._closed:
            self.page.show_told(" ".join(fault_words(fault)), "")
