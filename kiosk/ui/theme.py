"""The one place that turns a theme's tokens into sizes, fonts and colours.

Sizes are written as they are at 1280 x 800, or upright at 960 x 1280, and grow
with the window; letters grow with the learner's text size as well.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics

from kiosk.ui.scale import Corner, Type, Weight, the_scale

FAMILY = "Atkinson Hyperlegible Next"
DESIGN_SIZE = QSize(1280, 800)
UPRIGHT_DESIGN_SIZE = QSize(960, 1280)
SMALLEST_SCALE = 0.86
LARGEST_SCALE = 3.0
SMALLEST_TEXT = 17


def tabular(font: QFont) -> QFont:
    """Return a font whose figures are all of one width: those below each other stand in line."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


class TextSize(IntEnum):
    """The learner's text size, in percent."""

    NORMAL = 100
    LARGE = 125
    LARGER = 150
    LARGEST = 200


class ThemeName(StrEnum):
    """The themes that a learner can choose among, in this order."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme file: names to colours as '#RRGGBB'.

    ``edge`` is the least width of an edge, as written at 1280 x 800.
    """

    name: ThemeName
    edge: float
    colors: Mapping[str, str]


def load_theme(file: Path) -> Theme:
    """Read a theme.

    Raises:
        OSError: the file cannot be read.
        tomllib.TOMLDecodeError: it is no TOML.
        KeyError: something is missing in it.
        ValueError: no theme has its name.
    """
    with file.open("rb") as stream:
        tokens = tomllib.load(stream)
    return Theme(ThemeName(tokens["name"]), float(tokens["edge"]), tokens["colors"])


def load_themes(folder: Path) -> tuple[Theme, ...]:
    """Read all themes, in the order of ``ThemeName``. Raises as ``load_theme`` does."""
    return tuple(load_theme(folder / f"{name}.toml") for name in ThemeName)


def load_fonts(folder: Path) -> None:
    """Make the bundled font known to Qt. Raises ``FileNotFoundError`` where there is none."""
    files = sorted(folder.glob("*.ttf"))
    if not files:
        raise FileNotFoundError(folder)
    for file in files:
        QFontDatabase.addApplicationFont(str(file))


class Look(QObject):
    """How a learner wants it at the moment. Widgets ask it and follow ``changed``.

    ``themes`` are what a learner can choose among; ``theme`` and ``text_size``
    are the kiosk's default, which ``show_default`` comes back to. ``calm``: each learner
    begins with less motion.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        parent: QObject | None = None,
        *,
        themes: Sequence[Theme] = (),
        text_size: TextSize = TextSize.NORMAL,
    ) -> None:
        super().__init__(parent)
        self.themes = tuple(themes) or (theme,)
        self._default = theme, text_size
        self._theme = theme
        self._colors = _painted(theme)
        self._scale = 1.0
        self.measures = the_scale()
        self._text_size = text_size
        self._still = self._less_motion = self.calm = False
        self._read_aloud = False

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

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
        design = DESIGN_SIZE if window.width() >= window.height() else UPRIGHT_DESIGN_SIZE
        wanted = min(window.width() / design.width(), window.height() / design.height())
        scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, wanted))
        if abs(scale - self._scale) > 0.004:
            self._scale = scale
            self.changed.emit()

    def set_text_size(self, size: TextSize) -> None:
        """Choose the learner's text size."""
        self._show(self._theme, size)

    def set_theme(self, theme: Theme) -> None:
        """Choose the learner's theme."""
        self._show(theme, self._text_size)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing moves on its way: of the kiosk itself, or as its learner wants it."""
        return self._still or self._less_motion

    @reduced_motion.setter
    def reduced_motion(self, still: bool) -> None:
        self._still = still

    @property
    def less_motion(self) -> bool:
        """Whether the learner wants nothing to move on its way."""
        return self._less_motion

    @less_motion.setter
    def less_motion(self, wanted: bool) -> None:
        if wanted != self._less_motion:
            self._less_motion = wanted
            self.changed.emit()

    def be_calm(self) -> None:
        """Have each learner begin with less motion, as the system asks; they may want it else."""
        self.calm = self.less_motion = True

    @property
    def read_aloud(self) -> bool:
        """Whether each screen is read out by itself."""
        return self._read_aloud

    @read_aloud.setter
    def read_aloud(self, wanted: bool) -> None:
        if wanted != self._read_aloud:
            self._read_aloud = wanted
            self.changed.emit()

    @property
    def by_default(self) -> bool:
        """Whether theme and text size are the kiosk's own."""
        return (self._theme, self._text_size) == self._default

    def choose_theme(self, name: ThemeName) -> None:
        """Choose a theme by its name. Raises ``StopIteration`` for one that is not at hand."""
        self.set_theme(next(theme for theme in self.themes if theme.name is name))

    def show_default(self) -> None:
        """Go back to what the kiosk has of itself: quiet, and with its own theme and size."""
        self.read_aloud, self.less_motion = False, self.calm
        self._show(*self._default)

    def _show(self, theme: Theme, size: TextSize) -> None:
        if (theme, size) == (self._theme, self._text_size):
            return
        if theme != self._theme:
            self._theme, self._colors = theme, _painted(theme)
        self._text_size = size
        self.changed.emit()

    def px(self, size: float) -> int:
        """Return a length in pixels of this window."""
        return round(size * self._scale)

    def space(self, size: float) -> int:
        """Return a gap in pixels of this window: the one of the scale that is nearest below."""
        return self.px(self.measures.space(size))

    def corner(self, corner: Corner) -> int:
        """Return the radius of a kind of corner in pixels of this window."""
        return self.px(self.measures.radii[corner])

    def type(self, role: str) -> Type:
        """Return the type of a role. Raises ``KeyError`` for one that the scale does not have."""
        return self.measures.types[role]

    def edge(self, width: float) -> int:
        """Return the width of an edge in pixels: never under what the theme asks for."""
        return max(1, self.px(max(width, self._theme.edge)))

    def target(self, size: float) -> int:
        """Return the height of something to press: never under what a finger needs."""
        return max(self.measures.least_target, self.px(size))

    def text_px(self, size: float) -> int:
        """Return a letter size in pixels: never under what can be read from a chair."""
        return max(SMALLEST_TEXT, round(size * self._scale * self._text_size / 100))

    def grown(self, size: float) -> int:
        """Return a length in pixels that grows with the letters beside it."""
        return round(size * self._scale * self._text_size / 100)

    def partly_grown(self, size: float) -> int:
        """Return a length in pixels that grows half as much as the letters: signs, rings."""
        return (self.px(size) + self.grown(size)) // 2

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


def _painted(theme: Theme) -> dict[str, QColor]:
    return {name: QColor(value) for name, value in theme.colors.items()}
