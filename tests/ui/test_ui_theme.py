"""Colours that lie over mixed grounds, colours seen by colour-blind eyes, and sizes."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.ui.theme import FAMILY, Look, TextSize, Weight
from kiosk.ui.widgets.text import Role

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]
# Linear RGB, after Vienot, Brettel and Mollon 1999.
SEEN_BY: dict[str, Matrix] = {
    "all eyes": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}
XYZ: Matrix = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
WHITE: Rgb = (0.9505, 1.0, 1.089)
CATEGORIES = tuple(f"category-{n}" for n in range(1, 7))
CATEGORIES_SOFT = tuple(f"{name}-soft" for name in CATEGORIES)
PAIRS = list(combinations(CATEGORIES, 2))
SIDES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160), (800, 1280)]


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    del qtbot
    return make_look()


def linear(color: QColor) -> Rgb:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return part(color.redF()), part(color.greenF()), part(color.blueF())


def times(matrix: Matrix, color: Rgb) -> Rgb:
    one, two, three = (sum(a * b for a, b in zip(row, color, strict=True)) for row in matrix)
    return one, two, three


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio by WCAG 2.2."""
    light, dark = sorted((times(XYZ, linear(c))[1] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(color: Rgb) -> Rgb:
    """CIE L*a*b* of a linear colour under D65."""

    def bend(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    x, y, z = (bend(max(0.0, v) / w) for v, w in zip(times(XYZ, color), WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: QColor, other: QColor, eyes: str) -> float:
    """CIE 1976 colour difference as those eyes see it; about 2.3 can just be told apart."""
    a, b = (lab(times(SEEN_BY[eyes], linear(color))) for color in (one, other))
    return float(sum((p - q) ** 2 for p, q in zip(a, b, strict=True)) ** 0.5)


# Text over grounds that are mixed


@pytest.mark.parametrize("name", CATEGORIES)
def test_category_title_can_be_read_while_a_card_hangs_over_it(look: Look, name: str) -> None:
    chosen = look.mixed(f"{name}-soft", name, 0.08)
    assert contrast(look.color(name), chosen) >= 4.5


@pytest.mark.parametrize("name", [*CATEGORIES, "soft"])
def test_drop_here_can_be_read(look: Look, name: str) -> None:
    assert contrast(look.color(name), look.mixed("card", "paper", 0.2)) >= 4.5


@pytest.mark.parametrize("share", [0.06, 0.12])
def test_words_can_be_read_over_the_stripes_of_a_missed_card(look: Look, share: float) -> None:
    assert contrast(look.color("ink"), look.mixed("miss-soft", "miss", share)) >= 4.5


def test_words_can_be_read_in_an_open_box_and_under_the_mouse(look: Look) -> None:
    assert contrast(look.color("ink"), look.mixed("card", "primary-soft", 0.6)) >= 4.5
    assert contrast(look.color("side-soft"), look.mixed("side", "side-ink", 0.12)) >= 4.5


# Edges and focus


@pytest.mark.parametrize("name", CATEGORIES)
def test_edge_of_a_category_can_be_seen_on_both_sides(look: Look, name: str) -> None:
    assert contrast(look.color(name), look.color("paper")) >= 3
    assert contrast(look.color(name), look.color(f"{name}-soft")) >= 3


@pytest.mark.parametrize(
    "ground", ["paper", "card", "bar", "track", "right-soft", "miss-soft", *CATEGORIES_SOFT]
)
def test_focus_can_be_seen_on_every_ground_of_a_learner(look: Look, ground: str) -> None:
    assert contrast(look.color("focus"), look.color(ground)) >= 3


# Colour-blind eyes


@pytest.mark.parametrize("eyes", list(SEEN_BY))
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_categories_can_be_told_apart(look: Look, eyes: str, one: str, other: str) -> None:
    assert difference(look.color(one), look.color(other), eyes) >= 10


@pytest.mark.parametrize("eyes", list(SEEN_BY))
def test_right_and_miss_can_be_told_apart(look: Look, eyes: str) -> None:
    assert difference(look.color("right"), look.color("miss"), eyes) >= 10


# Names and sizes


def test_unknown_color_raises(look: Look) -> None:
    with pytest.raises(KeyError):
        look.color("mauve")
    with pytest.raises(KeyError):
        look.mixed("paper", "mauve", 0.5)


@pytest.mark.parametrize("size", SIDES, ids=str)
@pytest.mark.parametrize("text_size", list(TextSize))
def test_no_role_has_letters_under_seventeen_pixels(
    look: Look, size: tuple[int, int], text_size: TextSize
) -> None:
    look.fit(QSize(*size))
    look.set_text_size(text_size)
    for role in Role:
        assert look.font(role.value.size, role.value.weight).pixelSize() >= 17


def test_every_weight_is_the_bundled_font(look: Look) -> None:
    for weight in Weight:
        assert QFontInfo(look.font(22, weight)).family().startswith(FAMILY)


def test_larger_text_is_larger_in_every_role(look: Look) -> None:
    sizes = []
    for text_size in TextSize:
        look.set_text_size(text_size)
        sizes.append([look.text_px(role.value.size) for role in Role])
    assert all(a < b < c for a, b, c in zip(*sizes, strict=True))
