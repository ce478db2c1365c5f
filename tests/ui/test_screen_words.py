"""No word of a screen escapes translation: whatever is seen or said comes from a translator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest
from paint_watch import drawn_words
from pseudo import Pseudo, changed_pack, marked, unmarked
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.content.load import load_pack
from kiosk.ui.language import LANGUAGES
from kiosk.ui.main_window import WindowMode
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.tour.script import CODE, KIOSK_NAME, PIN, SITE, Script

OWN = (SITE, KIOSK_NAME, CODE, PIN, "Mentor Kiosk", *LANGUAGES.values())
"""What is the same in every language: names and values that people gave, and languages' own."""
SIGNS = ("Aa", "CSV", "GB")
_PATH = re.compile(r"/\S+")
_CHECK_VALUE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
_WORD = re.compile(r"[^\W\d_]{2,}")


class ReadVisit(Script):
    """Where the tour would take a picture, this reads all that is shown, named and said."""

    def __init__(self, kiosk: KioskApp, out: Path, said: list[str]) -> None:
        super().__init__(kiosk.window, kiosk.navigator, "tap", 7, out)
        self._help = kiosk.help
        self._said = said
        self.escaped: set[str] = set()
        self.read: set[str] = set()

    def _picture(self, name: str) -> None:
        self.tally.pictures.append(name)
        self._hand.rest(20)
        self._read_all(name)
        if name == "board-moving":
            # Whatever covers the board would put the card in the hand back.
            return
        self._help.ask()
        self._read_all(f"help of {name}")
        self._help.close()
        page = self._navigator.page(self._navigator.screen) if self._navigator.screen else None
        if isinstance(page, LearnerScreen):
            page.look_tool.click()
            self._read_all(f"look panel of {name}")
            assert page.look_tool.panel is not None
            page.look_tool.panel.done.click()

    def _read_all(self, where: str) -> None:
        window = self._hand.window
        for words in (*_names(window), *drawn_words(window), *self._said):
            self.read.add(words)
            if _WORD.search(_without_values(unmarked(words))):
                self.escaped.add(f"{where}: {words!r}")
        self._said.clear()


def _without_values(words: str) -> str:
    today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
    # A slip has it without the day of the week.
    for value in (*OWN, *SIGNS, today, today.partition(", ")[2]):
        words = words.replace(value, " ")
    return _CHECK_VALUE.sub(" ", _PATH.sub(" ", words))


def _names(window: QWidget) -> Iterator[str]:
    for widget in cast("Iterable[QWidget]", window.findChildren(QWidget)):
        if widget.isVisible():
            yield from (widget.accessibleName(), widget.accessibleDescription())
            yield from (widget.toolTip(), widget.statusTip())


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Hear what a screen reader would be told."""
    words: list[str] = []

    class Ear:
        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            return True

        updateAccessibility = words.append  # noqa: N815 - Qt's name

    monkeypatch.setattr("kiosk.ui.speech.QAccessible", Ear)
    monkeypatch.setattr("kiosk.ui.speech.QAccessibleAnnouncementEvent", lambda _widget, text: text)
    return words


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[KioskApp]:
    """A kiosk that says everything in brackets."""
    del qtbot
    monkeypatch.setattr("kiosk.app.load_pack", lambda path: changed_pack(load_pack(path), marked))
    translator = Pseudo(marked)
    QApplication.installTranslator(translator)
    kiosk = KioskApp(KioskOptions(tmp_path / "d", paths.default_pack(), "en", WindowMode.WINDOWED))
    kiosk.look.reduced_motion = True
    kiosk.start()
    yield kiosk
    kiosk.leave()
    assert kiosk.close()
    QApplication.removeTranslator(translator)


@pytest.mark.slow
def test_no_word_of_a_whole_visit_escapes_translation(
    kiosk: KioskApp, tmp_path: Path, said: list[str]
) -> None:
    visit = ReadVisit(kiosk, tmp_path, said)
    visit.play()
    assert visit.escaped == set()
    assert len(visit.read) > 300
