"""Our start: the kiosk up to the first painted page, then out."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.model import Kiosk, Settings
from kiosk.ui.main_window import WindowMode


class QuitAtFirstPaint(QObject):
    """Ends the program once the first page has been painted."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for the page's first painting."""
        if event.type() == QEvent.Type.Paint:
            QApplication.quit()
        return False


def main(folder: Path) -> int:
    """Start the kiosk on a folder; set it up where that was not done."""
    application = make_application()
    kiosk = KioskApp(KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED))
    services = kiosk.services
    if services.record.kiosk() is None:
        here = Kiosk(services.ids.new(), "Kiosk 1", "Riverside", services.clock.now())
        services.record.set_up(here, Settings(), "no-pin").result(10)
    kiosk.start()
    page = kiosk.window.pages.currentWidget()
    watcher = QuitAtFirstPaint()
    page.installEventFilter(watcher)
    status = application.exec()
    kiosk.close()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
