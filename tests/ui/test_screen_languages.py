"""Every screen takes every language: ours, one of longer words, and one from right to left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from measured_visit import MeasuredVisit
from pseudo import Longer, changed_pack, longer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.content.load import load_pack
from kiosk.core.lesson import Pack
from kiosk.ui.main_window import WindowMode

SIZES = [(1024, 768), (1920, 1080)]
every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def visit(folder: Path, size: tuple[int, int], language: str = "en") -> list[str]:
    """Make a whole visit, and return what is cut, covered or out of reach on its screens."""
    options = KioskOptions(folder / "d", paths.default_pack(), language, WindowMode.WINDOWED, size)
    kiosk = KioskApp(options)
    kiosk.look.reduced_motion = True
    kiosk.start()
    kiosk.window.resize(*size)
    measured = MeasuredVisit(kiosk, folder)
    try:
        measured.play()
    finally:
        kiosk.leave()
        assert kiosk.close()
    return measured.faults


@pytest.fixture
def long_words(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    del qtbot

    def load_longer(path: Path) -> Pack:
        return changed_pack(load_pack(path), longer)

    monkeypatch.setattr("kiosk.app.load_pack", load_longer)
    translator = Longer()
    QApplication.installTranslator(translator)
    assert QApplication.translate("WelcomeScreen", "Start") == "Staart"
    yield
    QApplication.removeTranslator(translator)


@pytest.fixture
def from_the_right(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_longer_words_are_two_fifths_longer_and_keep_their_values() -> None:
    text = "The one that your trainer gave you, such as {code}."
    assert "{code}" in longer(text)
    assert 1.25 < len(longer(text)) / len(text) < 1.5


@pytest.mark.slow
@every_size
def test_every_screen_fits_in_spanish(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    del qtbot
    found = visit(tmp_path, size, "es")
    assert found == [], "\n".join(found)


@pytest.mark.slow
@pytest.mark.usefixtures("long_words")
@every_size
def test_every_screen_fits_longer_words(tmp_path: Path, size: tuple[int, int]) -> None:
    found = visit(tmp_path, size)
    assert found == [], "\n".join(found)


@pytest.mark.slow
@pytest.mark.usefixtures("from_the_right")
@every_size
def test_every_screen_fits_from_right_to_left(tmp_path: Path, size: tuple[int, int]) -> None:
    found = visit(tmp_path, size)
    assert found == [], "\n".join(found)
