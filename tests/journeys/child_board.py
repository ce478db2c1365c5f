"""A kiosk process that sorts cards and says when each is shown as saved, until it is killed."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.flow import Screen
from kiosk.core.model import Kiosk, Settings
from kiosk.core.ports import SaveState
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.tour.hand import Hand
from kiosk.ui.tour.ways import Dragging

CODE = "RV2048"


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main(folder: Path) -> None:
    make_application()
    options = KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED)
    kiosk = KioskApp(options)
    services = kiosk.services
    here = Kiosk(services.ids.new(), "Kiosk 1", "Riverside", services.clock.now())
    services.record.set_up(here, Settings(), "no-pin").result(10)
    kiosk.start()
    hand = Hand(kiosk.window)
    hand.come_to_window()
    way = Dragging(hand)

    def at(screen: Screen) -> None:
        hand.wait_until(lambda: kiosk.navigator.screen is screen, screen)

    welcome = kiosk.navigator.page(Screen.WELCOME)
    assert isinstance(welcome, WelcomeScreen)
    way.enter(welcome.field, CODE)
    way.press(welcome.start)
    at(Screen.HOME)
    home = kiosk.navigator.page(Screen.HOME)
    assert isinstance(home, HomeScreen)
    way.press(home.activity_button)
    at(Screen.INTRODUCTION)
    introduction = kiosk.navigator.page(Screen.INTRODUCTION)
    assert isinstance(introduction, IntroductionScreen)
    way.press(introduction.start)
    at(Screen.BOARD)
    page = kiosk.navigator.page(Screen.BOARD)
    assert isinstance(page, BoardScreen)
    sort(hand, way, page)


def sort(hand: Hand, way: Dragging, page: BoardScreen) -> None:
    categories = [category.id for category in page.view.activity.categories]
    for turn in itertools.count():
        for n, item_id in enumerate(page.view.board.dealt):
            place = categories[(turn + n) % len(categories)]
            way.lift_card(page, item_id, place)
            way.drop_card(page, item_id, place)
            hand.wait_until(lambda: page.board.settled, "the cards to settle")
            hand.wait_until(lambda: page.saved_state is SaveState.SAVED, "the saved mark")
            say(f"saved {item_id} {place}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
