"""What `make screens` draws: every screen there is, with nothing cut in the strongest theme."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from contact_sheets import Sheets
from crowded import crowded
from drawn_visit import DrawnVisit, Face
from paint_watch import cut_words
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from screen_measures import faults

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions
from kiosk.ui.main_window import WindowMode
from kiosk.ui.pages import FACTORIES
from kiosk.ui.staff.contents import PAGES
from kiosk.ui.theme import TextSize, ThemeName
from kiosk.ui.widgets.look_panel import LookPanel

WINDOW = (1024, 768)
# Text sizes and languages are measured in the light theme: what a theme changes is its edges.
FACES = tuple(Face(ThemeName.CONTRAST, size) for size in (TextSize.NORMAL, TextSize.LARGEST))


@pytest.mark.slow
def test_every_screen_is_drawn_and_fits_in_high_contrast(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    options = KioskOptions(tmp_path / "d", paths.default_pack(), "es", WindowMode.WINDOWED, WINDOW)
    kiosk = KioskApp(options)
    kiosk.look.reduced_motion = True
    kiosk.start()
    kiosk.window.resize(*WINDOW)
    sheets, found, seen, names = Sheets(), list[str](), set[object](), set[str]()

    def take(name: str, face: Face, widget: QWidget) -> None:
        where = f"{name} at {int(face.text)} %"
        panels = cast("list[QWidget]", widget.findChildren(LookPanel))
        root = panels[0] if name == "looks" else widget
        found.extend(faults(root, where))
        found.extend(f"{where}: {cut}" for cut in cut_words(root))
        if face == FACES[0] and root is kiosk.window:
            found.extend(crowded(kiosk.window, kiosk.navigator.screen, name))
        seen.add(kiosk.navigator.screen)
        names.add(name)
        sheets.draw(name, face, widget)

    try:
        DrawnVisit(kiosk, tmp_path, FACES, take).play()
    finally:
        kiosk.leave()
        assert kiosk.close()
    assert found == [], "\n".join(found)
    assert set(FACTORIES) <= seen
    assert {f"staff-page-{entry.name}" for entry in PAGES} <= names
    assert {"idle-warning", "question", "looks", "fault", "tidying", "help-board-dealt"} <= names
    lines = sheets.save(tmp_path / "sheets", "es")
    assert sorted(names) == sorted({n for line in lines for n in line.split(": ")[1].split(", ")})
    for line in lines:
        assert not QImage(str(tmp_path / line.split(": ")[0])).isNull()
