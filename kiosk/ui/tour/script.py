"""The visit that the tour makes, from the set-up of a new kiosk to the staff's way out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.flow import Screen
from kiosk.core.lesson import Activity, Item
from kiosk.core.ports import SaveState
from kiosk.ui.main_window import MainWindow
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.board import BoardScreen
from kiosk.ui.screens.end import EndScreen
from kiosk.ui.screens.feedback import FeedbackScreen
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.screens.introduction import IntroductionScreen
from kiosk.ui.screens.lesson import LessonScreen
from kiosk.ui.screens.slip import SlipScreen
from kiosk.ui.screens.summary import SummaryScreen
from kiosk.ui.screens.tryout import TryoutScreen
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.door import DoorPage
from kiosk.ui.staff.export import ExportPage
from kiosk.ui.staff.setup import SetUpPage
from kiosk.ui.tour.hand import Hand, HandFailed
from kiosk.ui.tour.ways import WAYS
from kiosk.ui.tryout_words import tryout_activity
from kiosk.ui.widgets.parts import PartsPath

SITE, KIOSK_NAME, PIN, CODE = "Riverside Training Room", "Kiosk 1", "271828", "RV2048"
_SETTLE_MS = 260
P = TypeVar("P", bound=QWidget)


@dataclass
class Tally:
    """What the hand did, to be compared with what was written down.

    ``placements`` has a number for each attempt; ``missed`` and ``again`` are the
    ids of the cards put wrong at first, and of those put right in the second round.
    """

    placements: list[int] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


class Script:
    """One visit. Every step waits for its screen; a step that fails raises ``HandFailed``."""

    def __init__(
        self, window: MainWindow, navigator: Navigator, method: str, seed: int, out: Path
    ) -> None:
        self._navigator = navigator
        self._hand = Hand(window)
        self._way = WAYS[method](self._hand)
        self._chance = random.Random(seed)  # noqa: S311 - the same tour for the same seed
        self._pictures = out / "screens"
        self._export = out / "export"
        self.tally = Tally()

    def play(self) -> Tally:
        """Make the visit."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        self._hand.come_to_window()
        self._set_up()
        self._sign_in()
        self._read()
        self._sort()
        self._see_answers()
        self._correct()
        self._finish()
        self._come_back()
        self._export_and_leave()
        return self.tally

    # Steps

    def _set_up(self) -> None:
        page = self._page(Screen.SETUP, SetUpPage)
        self._way.enter(page.site, SITE)
        self._way.enter(page.kiosk_name, KIOSK_NAME)
        self._picture("set-up")
        self._way.press(page.next)
        self._picture("set-up-sign-in")
        self._way.press(page.next)
        self._way.enter(page.pins.pin, PIN)
        self._way.enter(page.pins.again, PIN)
        self._picture("set-up-pin")
        self._way.press(page.next)
        self._wait(lambda: bool(page.codes.codes), "the recovery codes")
        self._picture("set-up-codes")
        self._way.press(page.next)

    def _sign_in(self) -> None:
        page = self._page(Screen.WELCOME, WelcomeScreen)
        self._picture("welcome")
        self._way.enter(page.field, CODE)
        self._picture("sign-in")
        self._way.press(page.start)

    def _read(self) -> None:
        home = self._page(Screen.HOME, HomeScreen)
        self._picture("home")
        self._way.press(home.lesson_button)
        page = self._page(Screen.LESSON, LessonScreen)
        while page.door is None:
            title = page.title
            self._open_reveal(page)
            self._picture(f"lesson-{len(self.tally.screens) + 1:02d}")
            self.tally.screens.append(title)
            self._way.press(page.next)
            self._wait(partial(_differs, page, title), "the next lesson screen")
        self.tally.screens.append(page.title)
        self._picture(f"lesson-{len(self.tally.screens):02d}")
        self._way.press(page.door)
        introduction = self._page(Screen.INTRODUCTION, IntroductionScreen)
        self._picture("introduction")
        self._way.press(introduction.tryout)
        self._try_out()

    def _try_out(self) -> None:
        page = self._page(Screen.TRYOUT, TryoutScreen)
        self._picture("tryout")
        for item in tryout_activity().items[:2]:
            self._move(page, item, str(item.category_id))
        self._wait(lambda: any(tick.done for tick in page.ways.ticks.values()), "a tick")
        self._picture("tryout-tried")
        self._way.press(page.start)

    def _move(self, page: BoardScreen | TryoutScreen, item: Item, place: str) -> None:
        self._way.lift_card(page, item.id, place)
        self._way.drop_card(page, item.id, place)
        self._wait_placed(page, item, place)

    def _wait_placed(self, page: BoardScreen | TryoutScreen, item: Item, place: str) -> None:
        self._wait(lambda: page.place_of(item.id) == place, f"{item.title} to be placed")
        self._wait(lambda: page.board.settled, "the cards to settle")

    def _open_reveal(self, page: LessonScreen) -> None:
        while page.parts is not None and not page.parts.whole:
            count = page.parts.count
            self._way.press(page.parts.more)
            self._wait(partial(_goes_beyond, page.parts, count), "the next part")
        if page.reveals:
            self._way.press(page.reveals[0])
            self._wait(page.reveals[0].isChecked, "a box to open")

    def _sort(self) -> None:
        page = self._page(Screen.BOARD, BoardScreen)
        self.tally.placements.append(0)
        activity = page.view.activity
        self._picture("board-dealt")
        dealt = [activity.item(item_id) for item_id in page.view.board.dealt]
        scored = [item for item in dealt if not item.discuss and item.category_id]
        wrong = self._chance.sample(scored, k=min(3, len(scored)))
        self.tally.missed = [item.id for item in dealt if item in wrong]
        for number, item in enumerate(dealt):
            place = _elsewhere(activity, item) if item in wrong else item.category_id
            if place is None:
                continue
            self._place(page, item, place, number == len(dealt) // 3)
        self._picture("board-full")
        self._undo_and_redo(page, dealt[-1])
        self._way.press(page.check)

    def _place(self, page: BoardScreen, item: Item, place: str, shown: bool) -> None:  # noqa: FBT001 - seen or not
        self._way.lift_card(page, item.id, place)
        if shown:
            self._hand.rest(_SETTLE_MS)
            self._picture("board-moving")
        self._way.drop_card(page, item.id, place)
        self._wait_placed(page, item, place)
        self.tally.placements[-1] += 1

    def _undo_and_redo(self, page: BoardScreen, last: Item) -> None:
        place = page.place_of(last.id)
        if place is None:
            return
        self._way.press(page.undo)
        self._wait(lambda: page.place_of(last.id) is None, "the undo")
        self._wait(lambda: page.board.settled, "the cards to settle")
        self.tally.placements[-1] += 1
        self._place(page, last, place, shown=False)

    def _see_answers(self) -> None:
        page = self._page(Screen.FEEDBACK, FeedbackScreen)
        self._picture("answers")
        linked = [a for a in page.answers if a.row.screen_number is not None]
        self._way.press(linked[0])
        self._way.press(page.reread)
        again = self._page(Screen.REREAD, LessonScreen)
        self._picture("read-again")
        self._way.press(again.back)
        page = self._page(Screen.FEEDBACK, FeedbackScreen)
        self._way.press(page.again)

    def _correct(self) -> None:
        page = self._page(Screen.BOARD, BoardScreen)
        self._picture("board-second-try")
        self._put_right(page)
        self._wait(lambda: page.saved_state is SaveState.SAVED, "everything to be saved")
        self._picture("board-corrected")
        self._way.press(page.check)

    def _put_right(self, page: BoardScreen) -> list[str]:
        items = [page.view.activity.item(item_id) for item_id in page.view.board.bank]
        placed = [item for item in items if item.category_id is not None]
        for item in placed:
            self._place(page, item, str(item.category_id), shown=False)
        return [item.id for item in placed]

    def _finish(self) -> None:
        page = self._page(Screen.FEEDBACK, FeedbackScreen)
        self._picture("answers-right")
        self._way.press(page.finish)
        summary = self._page(Screen.SUMMARY, SummaryScreen)
        self._picture("summary")
        self._way.press(summary.slip)
        slip = self._page(Screen.SLIP, SlipScreen)
        self._wait(slip.card.isVisible, "the slip")
        self._picture("slip")
        self._way.press(slip.done)
        end = self._page(Screen.END, EndScreen)
        self._picture("end")
        self._way.press(end.clear)

    def _come_back(self) -> None:
        page = self._page(Screen.WELCOME, WelcomeScreen)
        self._way.enter(page.field, CODE.lower())
        self._way.press(page.start)
        home = self._page(Screen.HOME, HomeScreen)
        self._picture("home-again")
        self._way.press(home.second_round_button)
        self._sort_missed()
        home = self._page(Screen.HOME, HomeScreen)
        self._picture("home-all-done")
        self._way.press(home.sign_out)
        end = self._page(Screen.END, EndScreen)
        self._way.press(end.clear)
        self._page(Screen.WELCOME, WelcomeScreen)

    def _sort_missed(self) -> None:
        board = self._page(Screen.BOARD, BoardScreen)
        self.tally.placements.append(0)
        self._picture("second-round")
        self.tally.again = self._put_right(board)
        self._way.press(board.check)
        answers = self._page(Screen.FEEDBACK, FeedbackScreen)
        self._picture("second-round-answers")
        self._way.press(answers.finish)
        summary = self._page(Screen.SUMMARY, SummaryScreen)
        self._picture("second-round-summary")
        self._way.press(summary.home)

    def _export_and_leave(self) -> None:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self._hand.key(Qt.Key.Key_S, both)
        door = self._page(Screen.STAFF_DOOR, DoorPage)
        self._picture("staff-door")
        self._way.enter(door.field, PIN)
        self._way.press(door.open)
        area = self._page(Screen.STAFF, StaffArea)
        page = self._turn_to(area, "export", ExportPage)
        self._wait(lambda: page.counted, "the attempts to be counted")
        self._picture("staff-export")
        page.folder.clear()
        self._way.enter(page.folder, str(self._export))
        self._way.press(page.export)
        self._wait(lambda: page.finished, "the export")
        self._picture("staff-exported")
        self._way.press(area.leave)

    def _turn_to(self, area: StaffArea, name: str, kind: type[P]) -> P:
        self._way.press(area.side.pages[name])
        page = area.page(name)
        if not isinstance(page, kind):
            raise HandFailed(f"the staff page '{name}' is {type(page).__name__}")
        return page

    # Waiting and looking

    def _page(self, screen: Screen, kind: type[P]) -> P:
        self._wait(lambda: self._navigator.screen is screen, f"the screen '{screen}'")
        page = self._navigator.page(screen)
        if not isinstance(page, kind):
            raise HandFailed(f"'{screen}' is shown by {type(page).__name__}")
        self._hand.rest(1)
        return page

    def _wait(self, there: Callable[[], bool], what: str) -> None:
        self._hand.wait_until(there, what)

    def _picture(self, name: str) -> None:
        # Long enough for cards to come to rest and for a cursor's blink not to matter.
        self._hand.rest(_SETTLE_MS)
        file = f"{len(self.tally.pictures) + 1:02d}-{name}.png"
        self._hand.picture(self._pictures / file)
        self.tally.pictures.append(file)


def _differs(page: LessonScreen, title: str) -> bool:
    return page.title != title


def _goes_beyond(parts: PartsPath, count: int) -> bool:
    return parts.count > count


def _elsewhere(activity: Activity, item: Item) -> str:
    others = (c.id for c in activity.categories if c.id != item.category_id)
    return next(others)
