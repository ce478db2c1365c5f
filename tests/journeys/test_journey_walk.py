"""Every screen, heard over AT-SPI and gone through by keys: named, in order, nobody caught.

A page of staff that is added to their table is walked without a change here; a screen that is
added to the flow is missed by name.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import optional
import pytest
from rooms import PIN
from screen_reader import ScreenReader, Seen
from walk import Page, out_of_order, unnamed, unreached, walk

from kiosk import paths
from kiosk.content.load import load_pack
from kiosk.core.flow import Screen
from kiosk.ui.staff.contents import PAGES

PACK = load_pack(paths.default_pack())
(ACTIVITY,) = PACK.activities
LOOK_TOOL = "Language, text size, colors and sound"
_CODE = re.compile(r"\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}")
CARDS = [item.title for item in ACTIVITY.items]


class Walker:
    """Goes from page to page by what they are called, and walks each."""

    def __init__(self, reader: ScreenReader) -> None:
        self.reader = reader
        self.pages: list[Page] = []
        self.screens: set[Screen] = set()
        self.code = ""

    def press(self, name: str) -> None:
        """Press what is called so."""
        self.reader.press(self.reader.find(name))

    def at(self, screen: Screen, landmark: str, name: str = "") -> None:
        """Wait for a page by a control of it, and walk it."""
        self.reader.find(landmark)
        self.screens.add(screen)
        self.pages.append(walk(self.reader, f"{screen} {name}".strip()))

    def go(self, pressed: str, screen: Screen, landmark: str, name: str = "") -> None:
        """Press something, and walk the page that it leads to."""
        self.press(pressed)
        self.at(screen, landmark, name)

    def fill(self, *texts: str) -> None:
        """Fill the fields of a page in their order."""
        fields = [one for one in self.reader.look() if one.role in ("text", "password text")]
        for one, text in zip(fields, texts, strict=False):
            self.reader.type(one, text)

    def set_up(self) -> None:
        """Walk the steps of the set-up, and remember a recovery code."""
        self.at(Screen.SETUP, "Next", "where")
        self.fill("Riverside", "Kiosk 1")
        self.press("Next")
        self.reader.wait(partial(self._shows, "How learners sign in"), "the next step")
        self.at(Screen.SETUP, "Next", "sign-in")
        self.go("Next", Screen.SETUP, "Set up this kiosk", "PIN")
        self.fill(PIN, PIN)
        self.go("Set up this kiosk", Screen.SETUP, "I have kept them: begin", "codes")
        said = " ".join(one.name for one in self.reader.look())
        self.code = _CODE.findall(said)[0]
        self.press("I have kept them: begin")

    def learn(self) -> None:
        """Walk what a learner comes by, from the first screen to the last."""
        self.at(Screen.WELCOME, "Start")
        self.go("Keys", Screen.WELCOME, "Delete", "with keys")
        self.go("Start without a code", Screen.RESUME_CODE, "Continue")
        self.go("Continue", Screen.HOME, "Start the lesson")
        self.over("Help", "Close help")
        self.over(LOOK_TOOL, "Done", LOOK_TOOL)
        self.press("Start the lesson")
        for screen in PACK.screens:
            self.reader.wait(partial(self._shows, screen.title), screen.title)
            landmark = screen.chart.box_title if screen.chart else "Next"
            self.at(Screen.LESSON, landmark, screen.id)
            self.press(landmark)
        self.go_to_board()

    def over(self, tool: str, way_out: str, over: str = "") -> None:
        """Walk what a tool opens over the page, and close it."""
        self.press(tool)
        self.reader.find(way_out)
        self.pages.append(walk(self.reader, tool, over))
        self.press(way_out)

    def go_to_board(self) -> None:
        """Walk the introduction, the first try and the board, and what comes after it."""
        deal = f"Deal {len(CARDS)} cards"
        self.at(Screen.INTRODUCTION, deal)
        self.go("Try moving a card", Screen.TRYOUT, "Back")
        self.press("Back")
        self.go(deal, Screen.BOARD, "Check my answers")
        for card in CARDS:
            self.press(card)
            self.reader.press(self._begins("A mentor is a,"))
        self.go("Check my answers", Screen.FEEDBACK, "Finish")
        self.go(self._begins("Read it again").name, Screen.REREAD, "Back to your answers")
        self.press("Back to your answers")
        self.go("Finish", Screen.SUMMARY, "Home")
        self.go("Keep a slip", Screen.SLIP, "Back")
        self.press("Back")
        self.reader.find("Home")
        self.press("End visit")
        self.at(Screen.END, "Clear the screen")
        self.press("Clear the screen")

    def work(self) -> None:
        """Walk what staff come by: the door and every page that is in their table."""
        self.go("Staff", Screen.STAFF_DOOR, "Open")
        self.fill(self.code)
        self.go("Open", Screen.NEW_PIN, "Keep this PIN")
        self.fill(PIN, PIN)
        self.press("Keep this PIN")
        for entry in PAGES:
            self.go(entry.title, Screen.STAFF, entry.title, entry.name)

    def _begins(self, with_words: str) -> Seen:
        """Wait for a control whose name begins with some words."""
        found: list[Seen] = []

        def there() -> bool:
            found[:] = [one for one in self.reader.look() if one.name.startswith(with_words)]
            return bool(found)

        self.reader.wait(there, with_words)
        return found[0]

    def _shows(self, text: str) -> bool:
        return any(one.name == text for one in self.reader.look())


@pytest.fixture(scope="module")
def walker(tmp_path_factory: pytest.TempPathFactory) -> Walker:
    missing = optional.missing_to_read()
    if missing:
        pytest.skip(f"the system lacks {' '.join(missing)}")
    folder: Path = tmp_path_factory.mktemp("room") / "data"
    with ScreenReader(folder) as reader:
        walker = Walker(reader)
        walker.set_up()
        walker.learn()
        walker.work()
    return walker


@pytest.mark.slow
def test_every_page_can_be_heard_and_gone_through_by_keys(walker: Walker) -> None:
    faults = [fault for page in walker.pages for fault in page.faults()]
    assert faults == [], "\n".join(faults)
    assert all(page.stops for page in walker.pages)


@pytest.mark.slow
def test_every_screen_of_the_flow_was_walked(walker: Walker) -> None:
    assert set(Screen) - walker.screens == set()


# What the walk finds


def spoken(name: str, box: tuple[int, int, int, int], *states: str, role: str = "label") -> Seen:
    return Seen(0, role, name, "", list(states), box)


ONE = spoken("one", (0, 0, 100, 20), "focusable", "enabled", role="push button")


def test_control_without_a_name_is_found() -> None:
    assert list(unnamed([ONE])) == []
    assert len(list(unnamed([ONE._replace(name=" ")]))) == 1


@pytest.mark.parametrize(
    ("box", "where"),
    [((0, -40, 100, 20), "above"), ((-90, 0, 80, 20), "left of")],
)
def test_order_that_is_not_that_of_the_eye_is_found(
    box: tuple[int, int, int, int], where: str
) -> None:
    other = spoken("other", box)
    (fault,) = out_of_order([ONE, other], "is told")
    assert where in fault
    assert list(out_of_order([other, ONE], "is told")) == []


def test_columns_may_be_read_one_after_the_other() -> None:
    boxes = [(0, 0, 100, 20), (0, 300, 100, 20), (200, 10, 100, 20), (200, 290, 100, 20)]
    assert list(out_of_order([spoken(str(box), box) for box in boxes], "is told")) == []


def test_control_that_no_key_reaches_is_found() -> None:
    assert list(unreached([ONE], [ONE])) == []
    assert len(list(unreached([ONE], []))) == 1
