"""What nobody caught: written down beside the log, once, and then the process is to end."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from kiosk import durable
from kiosk.errors import KioskError
from kiosk.logs.file import LogFile

EXIT_CRASHED = 70
"""Tells whoever started the kiosk that it crashed, and may be started again."""

EXIT_INTERRUPTED = 130
KEPT = 20
_NATIVE_NAME = "native.txt"
_log = logging.getLogger(__name__)


class CrashReports:
    """Reports in the folder of a log: ``crash-<time>.txt``, the latest ``KEPT`` of them."""

    def __init__(
        self, log: LogFile, versions: Mapping[str, str], hide: Callable[[str], str]
    ) -> None:
        self._log = log
        self._versions = versions
        self._hide = hide
        self._native: IO[bytes] | None = None

    def write(self, fault: BaseException) -> Path:
        """Write a report of a fault, synced.

        Raises:
            OSError: it cannot be written.
        """
        now = datetime.now(UTC)
        lines = (
            f"crash at {now.isoformat()}\n",
            *(f"{name} {version}\n" for name, version in self._versions.items()),
            f"Python {sys.version}\n{platform.platform()}\n\n",
            # With no local variables: they may hold what a learner did.
            self._hide("".join(traceback.format_exception(fault))),
            "\nthe log before it\n",
            *self._log.latest,
        )
        self._log.folder.mkdir(mode=0o700, exist_ok=True)
        target = self._log.folder / f"crash-{now:%Y%m%dT%H%M%S%fZ}.txt"
        durable.write_file(target, (line.encode("utf-8", "backslashreplace") for line in lines))
        self._prune()
        return target

    def watch_native(self) -> None:
        """Have the interpreter write where it was when the process dies below it.

        What an earlier run left so becomes a report.
        """
        with contextlib.suppress(OSError):
            self._log.folder.mkdir(mode=0o700, exist_ok=True)
            file = self._log.folder / _NATIVE_NAME
            if file.exists() and file.stat().st_size:
                when = datetime.fromtimestamp(file.stat().st_mtime, UTC)
                file.replace(self._log.folder / f"crash-{when:%Y%m%dT%H%M%S%fZ}-native.txt")
                _log.error("the last run died below the interpreter; see the crash reports")
                self._prune()
            self._native = file.open("wb")
            faulthandler.enable(self._native)

    def end(self) -> None:
        """Watch no more."""
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def _prune(self) -> None:
        reports = sorted(self._log.folder.glob("crash-*.txt"))
        for report in reports[:-KEPT]:
            with contextlib.suppress(OSError):
                report.unlink()


class CrashWatch:
    """Meets what no one caught, on any thread. The first one is reported and ends the process.

    A ``KioskError`` is a fault that a person can mend, and Ctrl+C is someone's
    wish: neither is a crash.
    """

    def __init__(self, reports: CrashReports, leave: Callable[[int], None]) -> None:
        """Have ``leave`` called with an exit code, on the thread where it happened."""
        self._reports = reports
        self._leave = leave
        self._lock = threading.Lock()
        self._hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        self.crashed = False

    def begin(self) -> None:
        """Take the place of the interpreter's own hooks."""
        sys.excepthook = lambda _kind, fault, _trace: self.meet(fault)
        threading.excepthook = lambda found: self.meet(found.exc_value)
        sys.unraisablehook = lambda found: self.meet(found.exc_value)

    def end(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._hooks

    def meet(self, fault: BaseException | None) -> None:
        """Report a fault that nobody caught, and have the process end."""
        if isinstance(fault, KioskError):
            _log.error("not met: %s", fault)
            return
        if fault is None or isinstance(fault, SystemExit):
            return
        if isinstance(fault, KeyboardInterrupt):
            self._leave(EXIT_INTERRUPTED)
            return
        with self._lock:
            first, self.crashed = not self.crashed, True
        _log.critical("nobody caught it", exc_info=fault)
        if first:
            self._report(fault)
            self._leave(EXIT_CRASHED)

    def _report(self, fault: BaseException) -> None:
        try:
            report = self._reports.write(fault)
            if sys.stderr is not None:
                sys.stderr.write(f"Mentor Kiosk crashed; what is known of it is in {report}\n")
        except Exception:
            # Whatever it was, the process is to end all the same.
            _log.exception("no crash report")
