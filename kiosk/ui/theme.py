"""The one place that turns a theme's tokens into sizes, fonts and colours.

Sizes are written as they are at 1280 x 800 and grow with the window; letters
grow with the learner's text size as well.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics

FAMILY = "Atkinson Hyperlegible Next"
DESIGN_SIZE = QSize(1280, 800)
SMALLEST_SCALE = 0.86
LARGEST_SCALE = 3.0
TOUCH_TARGET = 48
SMALLEST_TEXT = 17


class Weight(IntEnum):
    """The weights of the bundled font that are used."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700
    HEAVY = 800


class TextSize(IntEnum):
    """The learner's text size, in percent."""

    NORMAL = 100
    LARGE = 115
    LARGEST = 130


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme file: names to colours as '#RRGGBB'."""

    name: str
    colors: Mapping[str, str]


def load_theme(file: Path) -> Theme:
    """Read a theme. Raises ``OSError``, ``tomllib.TOMLDecodeError`` or ``KeyError``."""
    with file.open("rb") as stream:
        tokens = tomllib.load(stream)
    return Theme(name=tokens["name"], colors=tokens["colors"])


def load_fonts(folder: Path) -> None:
    """Make the bundled font known to Qt. Raises ``FileNotFoundError`` where there is none."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(folder)
    for file in files:
        QFontDatabase.addApplicationFont(str(file))


class Look(QObject):
    """How everything looks at the moment. Widgets ask it and follow ``changed``."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colors = {name: QColor(value) for name, value in theme.colors.items()}
        self._scale = 1.0
        self._text_size = TextSize.NORMAL
        self.reduced_motion = False

    @property
    def scale(self) -> float:
        """The factor between sizes as written and pixels of this window."""
        return self._scale

    @property
    def text_size(self) -> TextSize:
        """The learner's text size."""
        return self._text_size

    @Slot(QSize)
    def fit(self, window: QSize) -> None:
        """Choose the scale for a window's size."""
        wanted = min(window.width() / DESIGN_SIZE.width(), window.height() / DESIGN_SIZE.height())
        scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, wanted))
        if abs(scale - self._scale) > 0.004:
            self._scale = scale
            self.changed.emit()

    def set_text_size(self, size: TextSize) -> None:
        """Choose the learner's text size."""
        if size != self._text_size:
            self._text_size = size
            self.changed.emit()

    def px(self, size: float) -> int:
        """Return a length in pixels of this window."""
        return round(size * self._scale)

    def target(self, size: float) -> int:
        """Return the height of something to press: never under what a finger needs."""
        return max(TOUCH_TARGET, self.px(size))

    def text_px(self, size: float) -> int:
        """Return a letter size in pixels: never under what can be read from a chair."""
        return max(SMALLEST_TEXT, round(size * self._scale * self._text_size / 100))

    def font(self, size: float, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the bundled font at a size as written at 1280 x 800."""
        font = QFont(FAMILY)
        font.setPixelSize(self.text_px(size))
        font.setWeight(QFont.Weight(weight))
        if weight is Weight.HEAVY:
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 98.5)
        return font

    def metrics(self, size: float, weight: Weight = Weight.REGULAR) -> QFontMetrics:
        """Return the metrics of ``font``."""
        return QFontMetrics(self.font(size, weight))

    def color(self, name: str) -> QColor:
        """Return a colour of the theme. Raises ``KeyError`` for a name that it does not have."""
        return self._colors[name]

    def mixed(self, name: str, other: str, share: float) -> QColor:
        """Return a colour between two of the theme; ``share`` of the second, from 0 to 1."""
        one, two = self.color(name), self.color(other)
        pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
        return QColor(*(round(a + (b - a) * share) for a, b in pairs))
