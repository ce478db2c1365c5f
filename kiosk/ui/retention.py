"""Purges by itself what is older than staff keep it, while nobody is at the kiosk."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.core import retention
from kiosk.core.model import Settings
from kiosk.core.purges import OlderThan, PurgeCounts, PurgeDone
from kiosk.core.retention import Due, RetentionNote
from kiosk.ui.main_window import MainWindow
from kiosk.ui.services import Services
from kiosk.ui.staff.cover import Cover
from kiosk.ui.theme import Look

LOOK_MS = 600_000
"""How often it is looked whether it is time and nobody is there."""
_DAY_MS = 24 * 3_600_000
_log = logging.getLogger(__name__)


class RetentionKeeper(QObject):
    """Looks at the start and then once a day; ``idle`` tells that nobody is at the kiosk."""

    def __init__(
        self, services: Services, look: Look, window: MainWindow, idle: Callable[[], bool]
    ) -> None:
        super().__init__()
        self._services = services
        self._look = look
        self._window = window
        self._idle = idle
        self._cover: Cover | None = None
        self._next_ms = 0
        self._at_work = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now, and from now on."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look no more: the kiosk closes."""
        self._timer.stop()

    @Slot(object)
    def believe_clock(self, _settings: Settings) -> None:
        """Take the clock for right: staff have just kept the settings, with the date in sight."""
        note = self._services.record.retention()
        self._keep(note.believed(self._services.clock.now()))
        self._next_ms = 0

    @Slot()
    def look(self) -> None:
        """Purge what is due, if it is time and nobody is there."""
        clock = self._services.clock
        if self._at_work or clock.monotonic_ms() < self._next_ms or not self._idle():
            return
        days, now = self._services.record.settings().retention_days, clock.now()
        note = self._services.record.retention()
        match retention.due(days, note, now):
            case Due.PURGE:
                self._keep(note.believed(now))
                self._begin(retention.order(days, now))
            case Due.ASK_STAFF:
                self._keep(replace(note, waits=True))
                self._rest()
            case Due.NOTHING:
                self._rest()

    def _begin(self, order: OlderThan) -> None:
        self._at_work = True
        background = self._services.background
        counted = background.run_long(partial(self._services.care.purges.preview, order))
        background.deliver(counted, partial(self._go_on, order), self._failed)

    def _go_on(self, order: OlderThan, counts: PurgeCounts) -> None:
        if not any(counts):
            self._rest()
        elif not self._idle():
            # Somebody has come meanwhile: the next look goes on.
            self._at_work = False
        else:
            self._purge(order)

    def _purge(self, order: OlderThan) -> None:
        cover, background = self._made_cover(), self._services.background
        title = self.tr("One moment")
        cover.tell(title, self.tr("What has been kept for long enough is deleted now."))
        run = partial(self._services.care.purges.run, order, self._hear)
        background.deliver(background.run_long(run), self._purged, self._failed)

    def _made_cover(self) -> Cover:
        if self._cover is None:
            self._cover = Cover(self._look, self._window)
            self._cover.opened.connect(self._window.covered)
        return self._cover

    def _hear(self, done: int, total: int) -> None:
        self._services.background.call(partial(self._made_cover().show_progress, done, total))

    def _purged(self, done: PurgeDone) -> None:
        note = self._services.record.retention()
        went = note.purged + done.counts.attempts
        self._keep(replace(note, at=self._services.clock.now(), purged=went))
        self._rest()

    def _failed(self, fault: BaseException) -> None:
        # A purge that was begun stays noted: it is finished at the next look or start.
        _log.warning("what is old is not purged: %s", fault)
        self._rest()

    def _rest(self) -> None:
        self._at_work = False
        self._next_ms = self._services.clock.monotonic_ms() + _DAY_MS
        if self._cover is not None:
            self._cover.dismiss()

    def _keep(self, note: RetentionNote) -> None:
        self._services.record.keep_retention(note)
