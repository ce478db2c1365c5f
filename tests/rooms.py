"""A kiosk on a data folder of its own, and a hand to use it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar, cast

from pytestqt.qtbot import QtBot

from kiosk.app import KioskApp, KioskOptions
from kiosk.core.flow import Screen
from kiosk.core.model import Kiosk, Settings
from kiosk.core.ports import Voice
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.tour.hand import Hand
from kiosk.ui.tour.ways import Tapping
from kiosk.ui.voice import SilentVoice
from kiosk.ui.widgets.sheet import Sheet

PIN = "314159"
P = TypeVar("P")


class Room:
    """A kiosk in a room: it can be opened, used, closed and opened again."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        settings: Settings,
        pack: Path | None = None,
        *,
        find_voice: Callable[[], Voice] = SilentVoice,
        less_motion: Callable[[], bool] = bool,
    ) -> None:
        self._qtbot = qtbot
        self._pack = pack
        self._find_voice = find_voice
        self._less_motion = less_motion
        self.folder = folder
        self._settings = settings
        self.kiosk = self._open()

    def _open(self, mode: WindowMode = WindowMode.WINDOWED) -> KioskApp:
        options = KioskOptions(self.folder, self._pack, "en", mode)
        kiosk = KioskApp(options, find_voice=self._find_voice, less_motion=self._less_motion)
        if kiosk.services.record.kiosk() is None:
            services = kiosk.services
            here = Kiosk(services.ids.new(), "Kiosk 1", "Riverside", services.clock.now())
            pin_hash = services.pins.hashed(PIN)
            services.record.set_up(here, self._settings, pin_hash).result(10)
        kiosk.start()
        self.hand = Hand(kiosk.window)
        self.hand.come_to_window()
        self.way = Tapping(self.hand)
        return kiosk

    def close(self) -> None:
        """Leave the kiosk as staff do."""
        self.kiosk.leave()
        assert self.kiosk.close()

    def reopen(self, mode: WindowMode = WindowMode.WINDOWED) -> None:
        """Close the kiosk and start it again."""
        self.close()
        self.kiosk = self._open(mode)

    def wait(self, there: Callable[[], bool]) -> None:
        """Wait until something is there."""
        self._qtbot.waitUntil(there, timeout=10_000)

    def written(self) -> None:
        """Wait until all that was asked for stands in the database."""
        self.kiosk.database.ask_checkpoint().result(10)

    def at(self, screen: Screen) -> None:
        """Wait until a screen is shown."""
        self.wait(lambda: self.kiosk.navigator.screen is screen)

    def sign_in(self, code: str) -> None:
        """Type a code and press Start."""
        self.at(Screen.WELCOME)
        page = self.page(Screen.WELCOME, WelcomeScreen)
        self.way.enter(page.field, code)
        self.way.press(page.start)

    def open_board(self) -> BoardScreen:
        """Go from home to a fresh board."""
        self.at(Screen.HOME)
        self.way.press(self.page(Screen.HOME, HomeScreen).activity_button)
        self.at(Screen.INTRODUCTION)
        self.way.press(self.page(Screen.INTRODUCTION, IntroductionScreen).start)
        return self.board()

    def board(self) -> BoardScreen:
        """Wait for the board."""
        self.at(Screen.BOARD)
        page = self.page(Screen.BOARD, BoardScreen)
        self.wait(lambda: page.board.settled)
        return page

    def lesson(self) -> LessonScreen:
        """Wait for a lesson screen."""
        self.at(Screen.LESSON)
        return self.page(Screen.LESSON, LessonScreen)

    def staff_area(self) -> StaffArea:
        """Go from the first screen through the door."""
        self.at(Screen.WELCOME)
        self.way.press(self.page(Screen.WELCOME, WelcomeScreen).staff)
        self.at(Screen.STAFF_DOOR)
        door = self.page(Screen.STAFF_DOOR, DoorPage)
        self.way.enter(door.field, PIN)
        self.way.press(door.open)
        self.at(Screen.STAFF)
        return self.page(Screen.STAFF, StaffArea)

    def staff_page(self, name: str, kind: type[P]) -> P:
        """Turn to a page of the staff area, by its name."""
        area = self.page(Screen.STAFF, StaffArea)
        self.way.press(area.side.pages[name])
        page = area.page(name)
        assert isinstance(page, kind)
        return page

    def export_page(self) -> ExportPage:
        """Go from the first screen through the door to the export."""
        self.staff_area()
        return self.staff_page("export", ExportPage)

    def question(self) -> Sheet:
        """Wait for a sheet over the page, and return it."""

        def open_sheets() -> list[Sheet]:
            found = cast("Iterable[Sheet]", self.kiosk.window.findChildren(Sheet))
            return [sheet for sheet in found if sheet.is_open]

        self.wait(lambda: bool(open_sheets()))
        return open_sheets()[0]

    def place(self, page: BoardScreen, item_id: str, place: str | None) -> None:
        """Tap a card, tap a place, and wait until the card is there."""
        self.way.lift_card(page, item_id, place)
        self.way.drop_card(page, item_id, place)
        self.wait(lambda: page.place_of(item_id) == place and page.board.settled)

    def page(self, screen: Screen, kind: type[P]) -> P:
        """Return the page of a screen."""
        page = self.kiosk.navigator.page(screen)
        assert isinstance(page, kind)
        return page


RoomMaker = Callable[[Settings], Room]
