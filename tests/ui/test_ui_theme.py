"""Colours seen by colour-blind eyes, choosing a theme and a text size, and sizes."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from color_math import SEEN_BY, difference
from color_pairs import CATEGORIES
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontInfo
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.ui.scale import Weight
from kiosk.ui.theme import FAMILY, Look, TextSize, ThemeName, load_theme
from kiosk.ui.widgets.text import Role

# About 2.3 can just be told apart (Mahy, Van Eycken and Oosterlinck 1994), on large
# patches that touch. Categories are thin edges and words far apart: five times as much.
# 'Right' and 'miss' always have a sign, a word and a pattern as well: four times.
CATEGORIES_APART = 12
VERDICTS_APART = 10
PAIRS = list(combinations(CATEGORIES, 2))
SIDES = [(1024, 768), (1280, 800), (1920, 1080), (3840, 2160), (800, 1280)]


@pytest.fixture
def look(qtbot: QtBot) -> Look:
    del qtbot
    return make_look()


@pytest.fixture(params=list(ThemeName))
def themed(request: pytest.FixtureRequest, qtbot: QtBot) -> Look:
    del qtbot
    return make_look(request.param)


# Colour-blind eyes


@pytest.mark.parametrize("eyes", list(SEEN_BY))
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_categories_can_be_told_apart(themed: Look, eyes: str, one: str, other: str) -> None:
    assert difference(themed.color(one), themed.color(other), eyes) >= CATEGORIES_APART


@pytest.mark.parametrize("eyes", list(SEEN_BY))
def test_right_and_miss_can_be_told_apart(themed: Look, eyes: str) -> None:
    assert difference(themed.color("right"), themed.color("miss"), eyes) >= VERDICTS_APART


def test_simulation_takes_the_difference_that_those_eyes_lack() -> None:
    red, green, blue = QColor("#B03020"), QColor("#4C6A10"), QColor("#2040B0")
    for eyes in ("protanopia", "deuteranopia"):
        assert difference(red, green, eyes) < difference(red, green, "all eyes") / 2
        assert difference(red, blue, eyes) > 40
    teal, azure = QColor("#3FA0A0"), QColor("#4F9CC0")
    assert difference(teal, azure, "tritanopia") < difference(teal, azure, "all eyes") / 2


# Choosing


def test_theme_changes_at_once_and_is_told_once(look: Look, qtbot: QtBot) -> None:
    dark = look.themes[1]
    with qtbot.waitSignal(look.changed, timeout=0):
        look.set_theme(dark)
    assert look.theme is dark
    assert look.color("paper") == QColor(dark.colors["paper"])
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme(dark)


@given(st.lists(st.sampled_from(TextSize) | st.sampled_from(ThemeName)))
def test_default_comes_back_whatever_was_chosen(choices: list[TextSize | ThemeName]) -> None:
    look = make_look(ThemeName.DARK, TextSize.LARGE)
    for choice in choices:
        if isinstance(choice, TextSize):
            look.set_text_size(choice)
        else:
            look.set_theme(next(theme for theme in look.themes if theme.name is choice))
    look.show_default()
    assert (look.theme.name, look.text_size) == (ThemeName.DARK, TextSize.LARGE)
    assert look.color("ink") == QColor(look.theme.colors["ink"])


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('name = "mauve"\nedge = 1\n[colors]\n', ValueError),
        ('name = "dark"\n[colors]\n', KeyError),
        ('name = "dark"\nedge = 1\n', KeyError),
        ("name =", tomllib.TOMLDecodeError),
    ],
)
def test_broken_theme_is_refused(tmp_path: Path, text: str, fault: type[Exception]) -> None:
    file = tmp_path / "dark.toml"
    file.write_text(text)
    with pytest.raises(fault):
        load_theme(file)


# Names and sizes


@pytest.mark.parametrize("size", SIDES, ids=str)
@pytest.mark.parametrize("text_size", list(TextSize))
def test_no_role_has_letters_under_seventeen_pixels(
    look: Look, size: tuple[int, int], text_size: TextSize
) -> None:
    look.fit(QSize(*size))
    look.set_text_size(text_size)
    for role in Role:
        kind = look.type(role.value)
        assert look.font(kind.size, kind.weight).pixelSize() >= 17


def test_every_weight_is_the_bundled_font(look: Look) -> None:
    for weight in Weight:
        assert QFontInfo(look.font(22, weight)).family().startswith(FAMILY)


def test_larger_text_is_larger_in_every_role(look: Look) -> None:
    sizes = []
    for text_size in TextSize:
        look.set_text_size(text_size)
        sizes.append([look.text_px(look.type(role.value).size) for role in Role])
    assert all(list(role) == sorted(set(role)) for role in zip(*sizes, strict=True))
