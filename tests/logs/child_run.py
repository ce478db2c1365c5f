"""A kiosk as it runs in a room, to which one thing happens once a learner has signed in.

It says ``at home`` then, and what it does is named by its second argument.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import warnings
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot, qWarning

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.flow import Screen
from kiosk.core.model import Kiosk, Settings
from kiosk.errors import DataFolderUnusable
from kiosk.run_command import WatchedRun
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.welcome import WelcomeScreen

CODE = "RV2048"


class Unlucky:
    def __del__(self) -> None:
        raise RuntimeError(f"{CODE} went to pieces")


class Happening(QObject):
    """Signs a learner in, then lets it happen."""

    def __init__(self, kiosk: KioskApp, what: str) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._what = what
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.happen)
        kiosk.controller.screen_changed.connect(self.look)

    @Slot(object)
    def look(self, screen: Screen) -> None:
        page = self._kiosk.navigator.page(screen)
        if isinstance(page, WelcomeScreen):
            page.code_entered.emit(CODE.lower())
        elif screen is Screen.HOME:
            self._timer.start(0)

    @Slot()
    def happen(self) -> None:
        visit = self._kiosk.controller.visit
        assert visit is not None
        sys.stdout.write(f"at {visit.screen}\n")
        sys.stdout.flush()
        getattr(self, f"_{self._what}")(visit.code)

    def _leave(self, code: str) -> None:
        qWarning(f"Qt speaks of {code}")
        warnings.warn(f"a warning about {code}", stacklevel=1)
        self._kiosk.leave()

    def _slot(self, code: str) -> None:
        # Queued, and to be written although what comes next brings the kiosk down.
        self._kiosk.services.record.log_staff("the last words", self._kiosk.services.clock.now())
        raise RuntimeError(f"no way to go on with {code}")

    def _thread(self, code: str) -> None:
        def fail() -> None:
            raise RuntimeError(f"{code} on a thread")

        threading.Thread(target=fail).start()

    def _unraisable(self, _code: str) -> None:
        Unlucky()

    def _mendable(self, _code: str) -> None:
        QTimer.singleShot(50, self._kiosk.leave)
        raise DataFolderUnusable(path="there", detail="it is gone")

    def _native(self, _code: str) -> None:
        ctypes.string_at(0)

    def _stuck(self, _code: str) -> None:
        threading.Timer(0.01, self._thread, (CODE,)).start()
        threading.Event().wait()


def main(folder: Path, what: str) -> int:
    make_application()
    options = KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED)
    happenings: list[Happening] = []

    class Run(WatchedRun):
        def _prepare(self, kiosk: KioskApp) -> None:
            super()._prepare(kiosk)
            services = kiosk.services
            here = Kiosk(services.ids.new(), "Kiosk 1", "Riverside", services.clock.now())
            if services.record.kiosk() is None:
                services.record.set_up(here, Settings(), "no-pin").result(10)
            happenings.append(Happening(kiosk, what))

    return Run(options).carry_out()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
