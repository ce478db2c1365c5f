"""The staff pages on a data folder, drawn: how long each took, and how the memory grew."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from resting import resident_mib

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.model import Settings
from kiosk.ui.main_window import WindowMode
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.area_controller import AreaController
from kiosk.ui.staff.attempts import AttemptsPage
from kiosk.ui.staff.cards import CardsPage
from kiosk.ui.staff.today import TodayPage

_PATIENCE_SECONDS = 60


def _keep(_settings: Settings) -> None:
    """Follow no settings: nobody changes any here."""


def _there(page: object) -> bool:
    match page:
        case TodayPage():
            return bool(page.figures)
        case AttemptsPage():
            return page.table.rows.rowCount() > 0
        case CardsPage():
            return bool(page.rows)
    return True


def _turn(controller: AreaController, area: StaffArea, name: str) -> float:
    start = time.perf_counter()
    controller.turn_to(name)
    while not _there(area.page(name)):
        if time.perf_counter() - start > _PATIENCE_SECONDS:
            raise TimeoutError(name)
        QApplication.processEvents()
    area.grab()
    return 1000 * (time.perf_counter() - start)


def main(folder: Path) -> None:
    """Turn to each page twice: what counts is the second time, with all code loaded."""
    make_application()
    options = KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED)
    kiosk = KioskApp(options)
    area = StaffArea(kiosk.look)
    controller = AreaController(kiosk.services, kiosk.look, kiosk.window, _keep)
    controller.lead(area)
    area.resize(QSize(1280, 800))
    area.show()
    area.show_view(controller.view())
    _turn(controller, area, "slips")
    before = resident_mib()
    lines = []
    for name in ("today", "attempts", "cards"):
        _turn(controller, area, name)
        # As staff do who come back to it: asked anew, and drawn anew.
        again = _turn(controller, area, name)
        lines.append(f"{name.capitalize()}\t{again:.1f}\t{resident_mib():.1f}\t{before:.1f}\n")
    sys.stdout.writelines(lines)
    controller.close()
    kiosk.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
