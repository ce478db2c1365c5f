"""The tour's whole visit, measured at every text size where the tour would take a picture."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from crowded import crowded
from paint_watch import cut_words
from PySide6.QtWidgets import QApplication, QWidget
from screen_measures import faults

from kiosk.app import KioskApp
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.tour.script import Script


def settle() -> None:
    """Let layouts come to rest: wrapped words ask for their height in a second turn."""
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def at_every_size(look: Look) -> Iterator[TextSize]:
    """Show each text size in turn, and come back to the one before."""
    before = look.text_size
    for size in TextSize:
        look.set_text_size(size)
        settle()
        yield size
    look.set_text_size(before)
    settle()


def faults_at_every_size(look: Look, root: QWidget, where: str) -> list[str]:
    """Return what is wrong below a widget at each text size."""
    found = []
    for size in at_every_size(look):
        here = f"{where} at {int(size)} %"
        found.extend(faults(root, here))
        found.extend(f"{here}: {cut}" for cut in cut_words(root))
    return found


class MeasuredVisit(Script):
    """Where the tour would take a picture, this measures instead."""

    def __init__(self, kiosk: KioskApp, out: Path) -> None:
        super().__init__(kiosk.window, kiosk.navigator, "tap", 7, out)
        self._look = kiosk.look
        self._window = kiosk.window
        self.faults: list[str] = []
        self.crowded: list[str] = []
        self.bars: dict[TextSize, set[tuple[int, int]]] = {size: set() for size in TextSize}

    def _read(self) -> None:
        # The set-up has just said how it moves by itself; cards on their way cannot be measured.
        self._look.reduced_motion = True
        super()._read()

    def _picture(self, name: str) -> None:
        self.tally.pictures.append(name)
        window = self._hand.window
        if name == "board-moving":
            # Another text size would put the card in the hand back.
            self._hand.rest(20)
            self.faults.extend(faults(window, name))
            return
        self.faults.extend(faults_at_every_size(self._look, window, name))
        self.crowded.extend(crowded(self._window, self._navigator.screen, name))
        page = self._navigator.page(self._navigator.screen) if self._navigator.screen else None
        if isinstance(page, LearnerScreen):
            for size in at_every_size(self._look):
                self.bars[size].add((page.top.geometry().bottom(), page.bottom.geometry().top()))
