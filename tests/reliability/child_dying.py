"""A kiosk that dies under its learner at the third lesson screen, and says where the next one is.

It says ``dying`` with the moment of a clock that all processes share, and
``back`` with the moment when the page is painted, how long it had waited for a
busy processor, the screen that it is on, and whose visit that is.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from child_kiosk import waited_for_processor
from processes import say
from PySide6.QtCore import QObject, Slot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.flow import Screen
from kiosk.core.ports import SaveState
from kiosk.supervisor import RESUME
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.welcome import WelcomeScreen

CODE = "RV2048"
LAST_INDEX = 2


class Fate(QObject):
    """Leads a learner to the third lesson screen, and there to what is to happen."""

    def __init__(self, kiosk: KioskApp, *, dies: bool) -> None:
        super().__init__()
        self._kiosk = kiosk
        self._dies = dies
        kiosk.controller.screen_changed.connect(self.go_on)
        kiosk.controller.saved.connect(self.die_once_saved)

    @Slot(object)
    def go_on(self, screen: Screen) -> None:
        controller, visit = self._kiosk.controller, self._kiosk.controller.visit
        if not self._dies:
            self._tell(screen)
        elif screen is Screen.HOME:
            controller.open_lesson()
        elif screen is Screen.LESSON and visit is not None and visit.lesson_index < LAST_INDEX:
            controller.lesson_next()

    def _tell(self, screen: Screen) -> None:
        visit = self._kiosk.controller.visit
        if visit is not None:
            self._kiosk.window.repaint()
            clock = time.monotonic()
            say("back", clock, waited_for_processor(), screen, visit.lesson_index, visit.code)
            self._kiosk.leave()

    @Slot(object)
    def die_once_saved(self, state: SaveState) -> None:
        visit = self._kiosk.controller.visit
        there = visit is not None and visit.lesson_index == LAST_INDEX
        if self._dies and there and state is SaveState.SAVED:
            say("dying", time.monotonic())
            os.kill(os.getpid(), signal.SIGKILL)


def main(folder: Path, *, resume: bool) -> int:
    make_application()
    options = KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED, resume=resume)
    kiosk = KioskApp(options)
    fate = Fate(kiosk, dies=not resume)
    kiosk.start()
    page = kiosk.navigator.page(Screen.WELCOME)
    if not resume and isinstance(page, WelcomeScreen):
        page.code_entered.emit(CODE)
    status = make_application().exec()
    del fate
    return status if kiosk.close() else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), resume=RESUME in sys.argv))
