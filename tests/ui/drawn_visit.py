"""The tour's whole visit, drawn in every theme and text size where the tour takes one picture.

What the tour does not come by is drawn at the page below it: help, questions, the warning before
an idle visit is closed, the panel of looks, and every page of the staff area.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from measured_visit import settle
from PySide6.QtWidgets import QWidget

from kiosk.app import KioskApp
from kiosk.core.flow import Screen
from kiosk.errors import NoDisplay
from kiosk.ui.messages import fault_words
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.screens.fault import FaultPage
from kiosk.ui.screens.tidying import TidyingPage, UpdatingPage
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.staff.area import StaffArea
from kiosk.ui.staff.figures_row import NOT_YET, FiguresRow
from kiosk.ui.staff.looking import Looking
from kiosk.ui.staff.pick import Pick
from kiosk.ui.theme import TextSize, ThemeName
from kiosk.ui.tour.script import Script
from kiosk.ui.views import ResumeCodeView, SignInNote, WelcomeView

MOVING = "board-moving"
"""A card is in the hand, and another look would put it back."""


@dataclass(frozen=True, slots=True)
class Face:
    """One of the ways in which a screen can look."""

    theme: ThemeName
    text: TextSize


Draw = Callable[[str, Face, QWidget], None]
"""Takes the name of a picture, how it looks, and the widget that looks so now."""


class DrawnVisit(Script):
    """Hands everything that is shown to ``draw``, once for each face."""

    def __init__(self, kiosk: KioskApp, out: Path, faces: Sequence[Face], draw: Draw) -> None:
        super().__init__(kiosk.window, kiosk.navigator, "drag", 7, out)
        self._kiosk = kiosk
        self._faces = faces
        self._draw = draw
        self._helped: set[object] = set()

    def _read(self) -> None:
        # The set-up has just said how it moves by itself; cards on their way cannot be measured.
        self._kiosk.look.reduced_motion = True
        super()._read()

    def _picture(self, name: str) -> None:
        self.tally.pictures.append(name)
        # Drawing takes longer than a person may be away, or the goodbye stands.
        self._kiosk.watchman.guard.go_off_duty()
        self._kiosk.controller.goodbye.stop()
        if name == MOVING:
            self._hand.rest(20)
            self._draw(name, self._now(), self._kiosk.window)
            return
        self._draw_all(name)
        screen = self._navigator.screen
        if screen is not None and screen not in self._helped:
            self._helped.add(screen)
            self._draw_help(name)
        for beside in _BESIDE.get(name, ()):
            beside(self)

    def _now(self) -> Face:
        return Face(self._kiosk.look.theme.name, self._kiosk.look.text_size)

    def _faced(self) -> Iterator[Face]:
        look, before = self._kiosk.look, self._now()
        for face in self._faces:
            _wear(self._kiosk, face)
            yield face
        _wear(self._kiosk, before)
        assert look.text_size is before.text

    def _draw_all(self, name: str, root: QWidget | None = None) -> None:
        for face in self._faced():
            self._draw(name, face, root or self._kiosk.window)

    def _draw_help(self, name: str) -> None:
        self._kiosk.help.ask()
        self._draw_all(f"help-{name}")
        self._kiosk.help.close()

    # Beside the way

    def draw_sign_in(self) -> None:
        """Draw the keys and the notes of the first screen, and the code that is made up."""
        page = self._page(Screen.WELCOME, WelcomeScreen)
        page.keys.click()
        self._draw_all("welcome-keys")
        page.keys.click()
        page.show_view(WelcomeView("Riverside", "RV2048", SignInNote.NOT_A_CODE))
        self._draw_all("welcome-note")
        self._navigator.show(Screen.RESUME_CODE, ResumeCodeView("BKXRT"))
        self._draw_all("resume-code")
        self._draw_help("resume-code")
        self._kiosk.controller.show_again()

    def draw_looks(self) -> None:
        """Draw the panel of looks, and the pages of a kiosk that does not start."""
        page = self._navigator.page(Screen.HOME)
        assert isinstance(page, LearnerScreen)
        page.look_tool.click()
        self._draw_all("looks")
        assert page.look_tool.panel is not None
        page.look_tool.panel.done.click()
        look = self._kiosk.look
        fault = FaultPage(look, *fault_words(NoDisplay(platform="xcb")))
        for name, alone in (
            ("fault", fault),
            ("tidying", TidyingPage(look)),
            ("updating", UpdatingPage(look)),
        ):
            alone.resize(self._kiosk.window.size())
            alone.show()
            self._draw_all(name, alone)
            alone.hide()
            alone.deleteLater()
        self._kiosk.window.activateWindow()

    def draw_questions(self) -> None:
        """Draw what is asked before everything goes back, and before a visit is closed."""
        self._kiosk.controller._activity.ask_start_over()
        self._draw_all("question")
        self._kiosk.window.sheet.dismiss()
        self._kiosk.watchman._ask(30)
        self._draw_all("idle-warning")
        self._kiosk.window.idle_sheet.dismiss()

    def draw_new_pin(self) -> None:
        """Draw what a recovery code leads to."""
        self._navigator.show(Screen.NEW_PIN, None)
        self._draw_all("new-pin")
        self._draw_help("new-pin")
        self._navigator.show(Screen.STAFF_DOOR, None)

    def draw_staff(self) -> None:
        """Draw every page of the staff area, as it is when it is turned to."""
        area = self._page(Screen.STAFF, StaffArea)
        for name, tab in list(area.side.pages.items()):
            tab.click()
            self._hand.wait_until(lambda: _has_its_figures(area), f"the figures of {name}")
            self._draw_all(f"staff-page-{name}")
        area.side.pages["export"].click()


_BESIDE: dict[str, tuple[Callable[[DrawnVisit], None], ...]] = {
    "welcome": (DrawnVisit.draw_sign_in,),
    "home": (DrawnVisit.draw_looks,),
    "board-full": (DrawnVisit.draw_questions,),
    "staff-door": (DrawnVisit.draw_new_pin,),
    "staff-export": (DrawnVisit.draw_staff,),
}


def _has_its_figures(area: StaffArea) -> bool:
    """Return whether nothing on the pages is still looked for or counted."""
    lines = cast("list[Looking]", area.findChildren(Looking))
    picks = cast("list[Pick]", area.findChildren(Pick))
    rows = cast("list[FiguresRow]", area.findChildren(FiguresRow))
    counting = any(figure == NOT_YET for row in rows for figure, _ in row.figures)
    looking = any(line.waiting for line in lines) or any(pick.looking for pick in picks)
    return not (counting or looking)


def _wear(kiosk: KioskApp, face: Face) -> None:
    kiosk.look.choose_theme(face.theme)
    kiosk.look.set_text_size(face.text)
    settle()
