"""What a process holds in memory whose learner is at the board."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from resting import resident_mib, rest

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.flow import Screen
from kiosk.core.model import Kiosk, Settings
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.welcome import WelcomeScreen


def board(folder: Path) -> float:
    """Go from the first screen of a new kiosk to the board, as a learner does."""
    make_application()
    kiosk = KioskApp(KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED))
    services, pages = kiosk.services, kiosk.navigator
    here = Kiosk(services.ids.new(), "Kiosk 1", "Riverside", services.clock.now())
    services.record.set_up(here, Settings(), "none").result(10)
    kiosk.window.resize(1280, 800)
    kiosk.start()

    def at(screen: Screen) -> object:
        rest(lambda: pages.screen is screen)
        return pages.page(screen)

    welcome = at(Screen.WELCOME)
    assert isinstance(welcome, WelcomeScreen)
    welcome.field.setText("RV2048")
    welcome.start.click()
    home = at(Screen.HOME)
    assert isinstance(home, HomeScreen)
    home.activity_button.click()
    introduction = at(Screen.INTRODUCTION)
    assert isinstance(introduction, IntroductionScreen)
    introduction.start.click()
    page = at(Screen.BOARD)
    assert isinstance(page, BoardScreen)
    rest(lambda: page.board.settled)
    held = resident_mib()
    kiosk.leave()
    kiosk.close()
    return held


def main() -> None:
    """Tell how much is held."""
    with tempfile.TemporaryDirectory() as folder:
        sys.stdout.write(f"{board(Path(folder)):.1f}\n")


if __name__ == "__main__":
    main()
