"""Opens the kiosk in a window and says how it lies on its screen."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.ui.main_window import WindowMode


def main() -> None:
    application = make_application()
    width, height = (int(side) for side in sys.argv[2].split("x"))
    options = KioskOptions(
        Path(sys.argv[1]), paths.default_pack(), "en", WindowMode.WINDOWED, (width, height)
    )
    kiosk = KioskApp(options)
    kiosk.start()
    QTest.qWaitForWindowExposed(kiosk.window)
    QTest.qWait(200)
    box, screen = kiosk.window.geometry(), application.primaryScreen().availableGeometry()
    sys.stdout.write(f"{box.width()}x{box.height()} {screen.contains(box)}\n")
    kiosk.leave()
    kiosk.close()


if __name__ == "__main__":
    main()
