"""A kiosk with a learner at it: signs in, sorts, checks, leaves, comes back, until it is killed.

It says ``painted`` once its first screen is, and for how many seconds it had
waited for a busy processor; what is shown as saved, how the mark that says so
reads, and ``beat`` as often as its event loop comes round.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from processes import say
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from witness import placed

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.core.attempt import Attempt
from kiosk.core.flow import Screen
from kiosk.core.ports import SaveState
from kiosk.errors import KioskError
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.end import EndScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.tour.hand import Hand, HandFailed
from kiosk.ui.tour.ways import Tapping
from kiosk.ui.widgets.save_mark import SaveMark

CODES = ("RV2048", "RV2049", "RV2050")
PATIENCE_MS = 60_000
BEAT_MS = 100
CARDS = 6


def waited_for_processor() -> float:
    """Return for how many seconds others kept the processor from this thread; 0 where not told."""
    told = Path("/proc/self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


class FirstPaint(QObject):
    """Says when the first page has been painted."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        page.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._page.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        say("painted", waited_for_processor())


class Learner:
    """Does on each screen what leads on."""

    def __init__(self, kiosk: KioskApp) -> None:
        self._kiosk = kiosk
        self._hand = Hand(kiosk.window)
        self._way = Tapping(self._hand)
        self._visits = 0
        self._told: tuple[str, int] = ("", 0)
        kiosk.controller.saved.connect(self._tell_mark)

    def live(self) -> None:
        """Go from screen to screen for good."""
        self._hand.come_to_window()
        while True:
            screen = self._kiosk.navigator.screen or Screen.WELCOME
            self._act(self._kiosk.navigator.page(screen))
            self._wait(partial(self._led_on_from, screen))

    def _led_on_from(self, screen: Screen) -> bool:
        navigator = self._kiosk.navigator
        page = navigator.page(screen)
        sent_back = isinstance(page, WelcomeScreen) and bool(page.note)
        return sent_back or navigator.screen is not screen

    def _act(self, page: QWidget) -> None:
        match page:
            case WelcomeScreen():
                self._enter(page)
            case HomeScreen():
                self._way.press(page.activity_button)
            case IntroductionScreen():
                self._way.press(page.start)
            case BoardScreen():
                self._sort(page)
            case FeedbackScreen():
                self._leave(page)
            case EndScreen():
                self._way.press(page.clear)

    def _enter(self, page: WelcomeScreen) -> None:
        if page.note:
            say("told", page.note)
        page.field.clear()
        self._way.enter(page.field, CODES[self._visits % len(CODES)])
        self._visits += 1
        self._way.press(page.start)

    def _sort(self, page: BoardScreen) -> None:
        self._wait(lambda: page.board.settled)
        places = [category.id for category in page.view.activity.categories]
        for n, item_id in enumerate(page.view.board.dealt[:CARDS]):
            here = page.place_of(item_id)
            place = places[n % 2] if here != places[n % 2] else places[1 - n % 2]
            self._way.lift_card(page, item_id, place)
            self._way.drop_card(page, item_id, place)
            self._wait(lambda: page.board.settled)
            self._wait(lambda: page.saved_state is SaveState.SAVED)
            self._tell_placed()
        self._way.press(page.check)
        sheet = self._kiosk.window.sheet
        self._wait(sheet.isVisible)
        self._way.press(sheet.other)

    def _leave(self, page: FeedbackScreen) -> None:
        attempt = self._attempt()
        self._way.press(page.sign_out)
        self._wait(self._kiosk.database.ask_checkpoint().done)
        say("submitted", attempt.start.id, attempt.outcome().value)

    def _attempt(self) -> Attempt:
        visit = self._kiosk.controller.visit
        if visit is None or visit.attempt is None:
            raise HandFailed("there is no attempt")
        return visit.attempt

    def _tell_placed(self) -> None:
        attempt = self._attempt()
        known, count = self._told
        first = count + 1 if known == attempt.start.id else 1
        for seq in range(first, len(attempt.placements) + 1):
            say(placed(attempt, seq))
        self._told = attempt.start.id, len(attempt.placements)

    def _tell_mark(self, _state: SaveState) -> None:
        page = self._kiosk.window.pages.currentWidget()
        if isinstance(page, EndScreen):
            say("told", page.words)
        marks: Iterable[SaveMark] = page.findChildren(SaveMark)
        for mark in marks:
            say("shows", mark.accessibleName())

    def _wait(self, there: Callable[[], bool]) -> None:
        self._hand.wait_until(there, "what comes next", PATIENCE_MS)


def main(folder: Path) -> int:
    make_application()
    options = KioskOptions(folder, paths.default_pack(), "en", WindowMode.WINDOWED)
    try:
        kiosk = KioskApp(options)
    except KioskError as fault:
        say("refused", type(fault).__name__)
        return fault.exit_code
    kiosk.start()
    watcher = FirstPaint(kiosk.window.pages.currentWidget())
    beats = QTimer(watcher)
    beats.timeout.connect(partial(say, "beat"))
    beats.start(BEAT_MS)
    Learner(kiosk).live()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
