"""Every screen takes every language: ours, one of longer words, and one from right to left."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_visit import MeasuredVisit
from pseudo import Change, Pseudo, backward, changed_pack, longer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.content.load import load_pack
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
def spoken_as(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Change], None]]:
    """Have interface and pack speak a language that a rule makes of English."""
    del qtbot
    translators: list[Pseudo] = []

    def speak(change: Change) -> None:
        monkeypatch.setattr(
            "kiosk.app.load_pack", lambda path: changed_pack(load_pack(path), change)
        )
        translators.append(Pseudo(change))
        QApplication.installTranslator(translators[0])
        assert QApplication.translate("WelcomeScreen", "Start") == change("Start")

    yield speak
    for translator in translators:
        QApplication.removeTranslator(translator)


@pytest.fixture
def from_the_right(qtbot: QtBot) -> Iterator[None]:
    del qtbot
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@given(st.lists(st.text("abcdefghij", min_size=1), min_size=1).map(" ".join))
def test_longer_words_are_two_fifths_longer(text: str) -> None:
    assert len(longer(text)) == len(text) + len(text) * 2 // 5


def test_longer_words_keep_their_values() -> None:
    assert longer("Type {code} or {n}.").count("{code}") == 1
    assert longer("{n}") == "{n}"


@pytest.mark.slow
@every_size
def test_every_screen_fits_in_spanish(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    del qtbot
    found = visit(tmp_path, size, "es")
    assert found == [], "\n".join(found)


@pytest.mark.slow
@every_size
def test_every_screen_fits_longer_words(
    spoken_as: Callable[[Change], None], tmp_path: Path, size: tuple[int, int]
) -> None:
    spoken_as(longer)
    found = visit(tmp_path, size)
    assert found == [], "\n".join(found)


@pytest.mark.slow
@pytest.mark.usefixtures("from_the_right")
@every_size
def test_every_screen_fits_from_right_to_left(
    spoken_as: Callable[[Change], None], tmp_path: Path, size: tuple[int, int]
) -> None:
    spoken_as(backward)
    found = visit(tmp_path, size)
    assert found == [], "\n".join(found)
