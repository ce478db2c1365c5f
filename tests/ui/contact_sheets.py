"""`make screens`: every screen in every language, theme, text size and window, on contact sheets.

A process draws one window in one language; they run beside each other. Sheets are in
``OUT/<window>/<language>-<theme>-<text>-<n>.png``, and ``OUT/index.txt`` names what is on each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from drawn_visit import DrawnVisit, Face
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from kiosk import paths
from kiosk.app import KioskApp, KioskOptions, make_application
from kiosk.ui.main_window import WindowMode
from kiosk.ui.theme import TextSize, ThemeName

LANGUAGES = ("en", "es")
WINDOWS = ((1024, 768), (1366, 768), (1920, 1080))
TEXTS = (TextSize.NORMAL, TextSize.LARGEST)
FACES = tuple(Face(theme, text) for theme in ThemeName for text in TEXTS)
_WIDE = 480
_COLUMNS, _ROWS = 4, 3
_LINE = 26
_GAP = 8


class Sheets:
    """Collects pictures of one window in one language, and lays them out."""

    def __init__(self) -> None:
        self._pictures: dict[Face, list[tuple[str, QPixmap]]] = defaultdict(list)

    def draw(self, name: str, face: Face, widget: QWidget) -> None:
        """Take a picture."""
        smooth = Qt.TransformationMode.SmoothTransformation
        self._pictures[face].append((name, widget.grab().scaledToWidth(_WIDE, smooth)))

    def save(self, folder: Path, language: str) -> list[str]:
        """Write the sheets. Returns a line for each, with what is on it."""
        folder.mkdir(parents=True, exist_ok=True)
        lines = []
        for face, pictures in self._pictures.items():
            many = _COLUMNS * _ROWS
            for n, first in enumerate(range(0, len(pictures), many), start=1):
                shown = pictures[first : first + many]
                file = folder / f"{language}-{face.theme}-{int(face.text)}-{n}.png"
                _laid_out(shown).save(str(file))
                lines.append(f"{file.parent.name}/{file.name}: {', '.join(n for n, _ in shown)}")
        return lines


def _laid_out(pictures: Sequence[tuple[str, QPixmap]]) -> QPixmap:
    high = max(picture.height() for _, picture in pictures) + _LINE
    rows = -(-len(pictures) // _COLUMNS)
    sheet = QPixmap(_COLUMNS * (_WIDE + _GAP), rows * (high + _GAP))
    sheet.fill(QColor("#303030"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#FFFFFF"))
    for n, (name, picture) in enumerate(pictures):
        corner = QPoint(n % _COLUMNS * (_WIDE + _GAP), n // _COLUMNS * (high + _GAP))
        painter.drawText(QRect(corner.x(), corner.y(), _WIDE, _LINE), 0x84, name)
        painter.drawPixmap(corner + QPoint(0, _LINE), picture)
    painter.end()
    return sheet


def draw(out: Path, language: str, window: tuple[int, int]) -> list[str]:
    """Draw one window in one language. Returns a line for each sheet."""
    make_application()
    sheets = Sheets()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        options = KioskOptions(data, paths.default_pack(), language, WindowMode.WINDOWED, window)
        kiosk = KioskApp(options)
        kiosk.look.reduced_motion = True
        kiosk.start()
        kiosk.window.resize(*window)
        try:
            DrawnVisit(kiosk, Path(folder), FACES, sheets.draw).play()
        finally:
            kiosk.leave()
            kiosk.close()
    return sheets.save(out / f"{window[0]}x{window[1]}", language)


def _drawn_apart(out: Path, language: str, window: tuple[int, int]) -> tuple[int, str]:
    here = [sys.executable, __file__, "--out", str(out), "--lang", language]
    size = f"{window[0]}x{window[1]}"
    done = subprocess.run([*here, "--window", size], capture_output=True, text=True, check=False)
    print(f"  {language} {size}: {'drawn' if not done.returncode else done.stderr[-2000:]}")  # noqa: T201 - it is a tool
    return done.returncode, done.stdout


def main() -> int:
    """Draw what was asked for; 0 when all of it is drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--lang", choices=LANGUAGES)
    parser.add_argument("--window", help="as 1024x768")
    asked = parser.parse_args()
    if asked.lang and asked.window:
        wide, high = map(int, asked.window.split("x"))
        print("\n".join(draw(asked.out, asked.lang, (wide, high))))  # noqa: T201 - it is a tool
        return 0
    work = [(language, window) for window in WINDOWS for language in LANGUAGES]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        done = list(pool.map(lambda each: partial(_drawn_apart, asked.out)(*each), work))
    lines = sorted("".join(said for _, said in done).splitlines())
    (asked.out / "index.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return max(status for status, _ in done)


if __name__ == "__main__":
    sys.exit(main())
