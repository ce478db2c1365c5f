"""Our start: the kiosk up to the first painted page, then out."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.model import Kiosk, Settings
from kiosk.ui.main_window import WindowMode


class EndAfterFirstPaint(QObject):
    """Ends the process once the first page has been painted."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look for the page's first painting; end when the event loop comes round again."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, _end)
        return False


def _end() -> None:
    os._exit(0)


def main(folder: Path) -> int:
    """Start the kiosk on a folder; set it up where that was not done."""
    application = make_application()
    kiosk = KioskApp(KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED))
    services = kiosk.services
    if services.record.kiosk() is None:
        here = Kiosk(services.ids.new(), "Kiosk 1", "Riverside", services.clock.now())
        services.record.set_up(here, Settings(), "no-pin").result(10)
        return 0 if kiosk.close() else 1
    kiosk.start()
    page = kiosk.window.pages.currentWidget()
    watcher = EndAfterFirstPaint()
    page.installEventFilter(watcher)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
