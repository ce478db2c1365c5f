"""Leads the staff area: makes a page and its desk when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.core.model import Settings
from kiosk.ui.main_window import MainWindow
from kiosk.ui.services import Services
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.contents import PAGES
from kiosk.ui.staff.cover import Cover
from kiosk.ui.staff.desk import Desk, Tools
from kiosk.ui.staff.question import Question
from kiosk.ui.staff.views import AreaView
from kiosk.ui.theme import Look


class AreaController(QObject):
    """Turns the pages of one staff area. ``busy_changed`` tells whether long work runs."""

    busy_changed = Signal(bool)

    def __init__(
        self,
        services: Services,
        look: Look,
        window: MainWindow,
        follow: Callable[[Settings], None],
    ) -> None:
        super().__init__()
        cover = Cover(look, window)
        cover.opened.connect(window.covered)
        self._tools = Tools(look, services, Question(look, window), cover, follow)
        self._entries = {entry.name: entry for entry in PAGES}
        self._desks: dict[str, Desk] = {}
        self._area: StaffArea | None = None
        self.current = PAGES[0].name

    def lead(self, area: StaffArea) -> None:
        """Lead an area that was just made; the desks of one before it are closed."""
        self._clear()
        self._area = area
        area.page_asked.connect(self.turn_to)

    def view(self, *notices: str) -> AreaView:
        """Return what the area shows."""
        tabs = tuple(entry.tab() for entry in PAGES)
        return AreaView(tabs, self.current, notices)

    def purpose(self) -> tuple[str, str]:
        """Return title and words of the help for the page that is open."""
        return self._entries[self.current].purpose()

    def begin(self) -> None:
        """Begin at the first page: somebody was just let in."""
        self.current = PAGES[0].name

    @property
    def busy(self) -> bool:
        """Whether long work runs."""
        return any(desk.long.running for desk in self._desks.values())

    @Slot(str)
    def turn_to(self, name: str) -> None:
        """Turn to a page, with what there is now."""
        if self._area is None:
            return
        desk = self._desks.get(name) or self._open(name, self._area)
        self.current = name
        desk.refresh()
        self._area.turn_to(name)

    def _open(self, name: str, area: StaffArea) -> Desk:
        desk = self._entries[name].make(self._tools)
        desk.page_asked.connect(self.turn_to)
        desk.long.running_changed.connect(partial(self._tell_busy))
        self._desks[name] = desk
        area.hold(name, desk.page)
        return desk

    def close(self) -> None:
        """Close every page: staff have left."""
        self._tools.question.close()
        self._tools.cover.dismiss()
        self._clear()
        self._area = None

    def _clear(self) -> None:
        desks, self._desks = self._desks, {}
        for desk in desks.values():
            desk.close()
            desk.deleteLater()
        if desks:
            self._tell_busy()

    @Slot()
    def _tell_busy(self) -> None:
        self.busy_changed.emit(self.busy)
