"""A purge that was cut off is finished before anybody is let in."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from kiosk.errors import KioskError
from kiosk.ui.background import Background
from kiosk.ui.main_window import MainWindow
from kiosk.ui.screens.tidying import TidyingPage
from kiosk.ui.theme import Look

_log = logging.getLogger(__name__)


class Unfinished(Protocol):
    """What may have been broken off, and can be gone on with."""

    def under_way(self) -> datetime | None:
        """Return when it was begun; ``None`` where nothing was broken off."""

    def finish(self) -> object:
        """Carry it to its end, however long that takes."""


class TidyStart:
    """Holds a start back until what was broken off is finished, and tells so on a page."""

    def __init__(self, purges: Unfinished, background: Background, window: MainWindow) -> None:
        self._purges = purges
        self._background = background
        self._window = window

    def begin(self, look: Look, then: Callable[[], None]) -> None:
        """Call ``then`` at once, or when all is tidy. A fault is logged and holds nobody up."""
        if not self._needed():
            then()
            return
        page = TidyingPage(look)
        self._window.pages.addWidget(page)
        self._window.pages.setCurrentWidget(page)

        def over() -> None:
            then()
            self._window.pages.removeWidget(page)
            page.deleteLater()

        def failed(fault: BaseException) -> None:
            # The purge's note stays in the database: the next start tries again.
            _log.error("the purge that was cut off is not finished: %s", fault)
            over()

        done = self._background.run(self._purges.finish)
        self._background.deliver(done, lambda _answer: over(), failed)

    def _needed(self) -> bool:
        try:
            begun = self._purges.under_way()
        except KioskError as fault:
            _log.warning("%s", fault)
            return False
        if begun is not None:
            _log.warning("a purge that was begun at %s is gone on with", begun)
        return begun is not None
