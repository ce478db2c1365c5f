"""A theme that is chosen in the middle of a visit reaches everything that is on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from measured_visit import settle
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.core.ports import SaveState
from kiosk.tour import TourDice
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Theme, ThemeName
from kiosk.ui.tour.script import Script

SEED = 3
# The one names a folder and the time; in the other a card is held, which a new look puts down.
NOT_COMPARED = {"staff-exported", "board-moving"}


class SeenScript(Script):
    """The tour; where it would take a picture it keeps what stands on the screen.

    In ``switched`` that is after a switch to this theme, and back again.
    """

    def __init__(self, kiosk: KioskApp, out: Path, switched: Theme | None) -> None:
        super().__init__(kiosk.window, kiosk.navigator, "tap", SEED, out)
        self._kiosk = kiosk
        self._switched = switched
        self.seen: dict[str, QImage] = {}

    def _read(self) -> None:
        # The set-up has just said how it moves by itself; cards on their way cannot be measured.
        self._kiosk.look.reduced_motion = True
        super()._read()

    def _picture(self, name: str) -> None:
        look = self._kiosk.look
        if name in NOT_COMPARED:
            return
        self._rest_saved()
        if self._switched is not None:
            look.set_theme(self._switched)
            self._rest_saved()
        window = self._kiosk.window
        # What was really drawn: asking a widget to draw itself would hide a missing update.
        self.seen[name] = window.screen().grabWindow(window.winId()).toImage()
        if self._switched is not None:
            look.show_default()
            self._hand.rest(20)

    def _rest_saved(self) -> None:
        # What is chosen is written too; a mark that says so is on the picture.
        self._kiosk.database.ask_checkpoint().result(10)
        self._hand.rest(20)
        page = self._kiosk.window.pages.currentWidget()
        # Words that wrap ask for their height in a second turn, pages in pages in a third.
        settle()
        if isinstance(page, LearnerScreen):
            self._wait(lambda: page.saved_state is SaveState.SAVED, "everything to be saved")
            # What is grabbed is what was drawn: the mark must have been painted too.
            self._hand.rest(20)


def played(folder: Path, theme: ThemeName, switched: ThemeName | None) -> dict[str, QImage]:
    """Return what stood on the screen at each step of a visit."""
    QApplication.setCursorFlashTime(0)
    options = KioskOptions(
        folder / "data", paths.default_pack(), "en", WindowMode.WINDOWED, theme=theme
    )
    kiosk = KioskApp(options, TourDice(SEED))
    kiosk.look.reduced_motion = True
    kiosk.start()
    other = next((each for each in kiosk.look.themes if each.name is switched), None)
    script = SeenScript(kiosk, folder, other)
    try:
        script.play()
    finally:
        kiosk.leave()
        assert kiosk.close()
    return script.seen


def first_difference(one: QImage, other: QImage) -> QPoint | None:
    """Return where two pictures differ first, ``None`` where they are equal."""
    if one == other:
        return None
    spots = (QPoint(x, y) for y in range(one.height()) for x in range(one.width()))
    return next(spot for spot in spots if one.pixel(spot) != other.pixel(spot))


@pytest.mark.slow
@pytest.mark.parametrize("theme", [ThemeName.DARK, ThemeName.CONTRAST])
def test_switched_screens_are_those_of_a_kiosk_that_began_so(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, theme: ThemeName
) -> None:
    del qtbot
    # The staff page tells how much is free on a disk that others use too.
    monkeypatch.setattr("kiosk.store.caretaker.free_bytes", lambda _folder: 80 << 30)
    # No two kiosks make the same check value.
    monkeypatch.setattr("kiosk.core.slip._value", lambda _facts, _key: "K7QP2M4D")
    switched = played(tmp_path / "switched", ThemeName.LIGHT, theme)
    began = played(tmp_path / "began", theme, None)
    assert list(switched) == list(began)
    assert len(began) >= 25
    differ = {
        name: first_difference(picture, switched[name])
        for name, picture in began.items()
        if picture != switched[name]
    }
    assert differ == {}
