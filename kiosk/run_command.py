"""The kiosk as it runs in a room: with its log, its ballast, and a watch for crashes."""

from __future__ import annotations

import logging
import os
import platform
import sys
import threading

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot, qVersion

from kiosk import __version__
from kiosk.app import KioskApp, KioskOptions, run_kiosk
from kiosk.errors import KioskError
from kiosk.logs import file
from kiosk.logs.crash import EXIT_CRASHED, CrashReports, CrashWatch
from kiosk.logs.hide import Hider
from kiosk.store.connection import ENGINE_VERSION
from kiosk.ui.first_paint import FirstPaint
from kiosk.ui.qt_log import hear_no_more, hear_qt

PATIENCE_SECONDS = 8.0
"""How long a crashed kiosk may take to write what is queued; the store gives up before."""

_VERSIONS = {"Mentor Kiosk": __version__, "Qt": qVersion(), "SQLite": ENGINE_VERSION}
_log = logging.getLogger(__name__)


class WayOut(QObject):
    """Ends the event loop from any thread, and the process where the loop does not end."""

    _asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        # Queued, so that it also counts when it is asked for before the loop runs.
        self._asked.connect(self._leave, Qt.ConnectionType.QueuedConnection)

    def leave(self, code: int) -> None:
        """Have the process end with an exit code, soon."""
        self._asked.emit(code)
        last = threading.Timer(PATIENCE_SECONDS, os._exit, (code,))
        last.daemon = True
        last.start()

    @Slot(int)
    def _leave(self, code: int) -> None:
        QCoreApplication.exit(code)


class WatchedRun:
    """One run, from the first line of its log to the last."""

    def __init__(self, options: KioskOptions, *, until_painted: bool = False) -> None:
        """Begin the log. ``until_painted``: the run ends once its first page has been painted."""
        self._options = options
        self._until_painted = until_painted
        self._first_paint: FirstPaint | None = None
        self._hider = Hider()
        self._log_file = file.begin(options.data_folder, self._hider.hide)
        self._reports = CrashReports(self._log_file, _VERSIONS, self._hider.hide)
        self._way_out = WayOut()
        self.watch = CrashWatch(self._reports, self._way_out.leave)

    def carry_out(self) -> int:
        """Run the kiosk. Returns the exit status; does not return after a crash.

        Raises:
            KioskError: it cannot start.
        """
        versions = ", ".join(f"{name} {version}" for name, version in _VERSIONS.items())
        _log.info("start: %s, Python %s", versions, platform.python_version())
        hear_qt()
        self.watch.begin()
        status = EXIT_CRASHED
        try:
            status = run_kiosk(self._options, self._prepare)
        except KioskError as fault:
            _log.error("not started: %s", fault)
            raise
        except Exception as fault:
            self.watch.meet(fault)
        finally:
            _log.info("end")
            self._end()
        return status

    def _prepare(self, kiosk: KioskApp) -> None:
        self._reports.watch_native()
        kiosk.database.lay_ballast()
        self._hider.know_settings(kiosk.services.record.settings())
        kiosk.tell_codes(self._hider.know_code)
        if self._until_painted:
            self._first_paint = FirstPaint(kiosk.window, kiosk.leave)

    def _end(self) -> None:
        if self.watch.crashed:
            # What is still at work in the background, or in Qt, is not waited for.
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
            os._exit(EXIT_CRASHED)
        self.watch.end()
        hear_no_more()
        self._reports.end()
        file.end(self._log_file)


def run_watched(options: KioskOptions, *, until_painted: bool = False) -> int:
    """Run a kiosk until staff leave it, or until it crashes. Returns the exit status.

    Args:
        options: how it is started.
        until_painted: leave once the first page has been painted, to measure a start.

    Raises:
        KioskError: it cannot start.
    """
    return WatchedRun(options, until_painted=until_painted).carry_out()
