"""Every pair of colours that is used can be told apart, in every theme."""

from __future__ import annotations

import re
from typing import cast

import pytest
from color_math import contrast
from color_pairs import (
    DECORATIVE,
    EDGES,
    FOCUS,
    SIGNS,
    TEXT,
    UNFILLED,
    Ground,
    painted,
    tokens_of,
)
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from kiosk import paths
from kiosk.app import make_look
from kiosk.ui.screens.welcome import WelcomeScreen
from kiosk.ui.theme import Look, TextSize, ThemeName, load_themes
from kiosk.ui.views import SignInNote, WelcomeView
from kiosk.ui.widgets.text import Text

THEMES = load_themes(paths.resources() / "themes")
LEAST_FOR_TEXT = {ThemeName.LIGHT: 4.5, ThemeName.DARK: 4.5, ThemeName.CONTRAST: 7.0}
LEAST_FOR_UNFILLED = {ThemeName.LIGHT: 2.0, ThemeName.DARK: 2.0, ThemeName.CONTRAST: 3.0}
QUOTED = re.compile(r'"([a-z]+(?:-[a-z0-9]+)*)"')


@pytest.fixture(params=THEMES, ids=lambda theme: theme.name)
def look(request: pytest.FixtureRequest, qtbot: QtBot) -> Look:
    del qtbot
    return make_look(request.param.name)


@pytest.mark.parametrize(("ink", "ground"), TEXT, ids=str)
def test_text_can_be_read(look: Look, ink: str, ground: Ground) -> None:
    least = LEAST_FOR_TEXT[look.theme.name]
    assert contrast(look.color(ink), painted(look, ground)) >= least


@pytest.mark.parametrize(("ink", "ground"), EDGES + SIGNS + FOCUS, ids=str)
def test_edges_signs_and_focus_can_be_seen(look: Look, ink: str, ground: Ground) -> None:
    assert contrast(look.color(ink), painted(look, ground)) >= 3


@pytest.mark.parametrize(("empty", "ground"), UNFILLED, ids=str)
def test_what_is_empty_of_a_gauge_can_be_seen(look: Look, empty: str, ground: Ground) -> None:
    least = LEAST_FOR_UNFILLED[look.theme.name]
    assert contrast(look.color(empty), painted(look, ground)) >= least


def test_all_themes_have_the_same_names() -> None:
    assert [theme.name for theme in THEMES] == list(ThemeName)
    assert len({tuple(theme.colors) for theme in THEMES}) == 1


def test_every_token_is_in_a_pair_or_known_to_decorate(look: Look) -> None:
    in_pairs = tokens_of(TEXT + EDGES + SIGNS + UNFILLED + FOCUS)
    assert in_pairs | set(DECORATIVE) == set(look.theme.colors)
    assert not in_pairs & set(DECORATIVE)


def test_every_token_is_drawn_by_the_program() -> None:
    sources = (paths.resources().parent / "kiosk" / "ui").rglob("*.py")
    quoted = {word for source in sources for word in QUOTED.findall(source.read_text("utf-8"))}
    for name in THEMES[0].colors:
        assert name in quoted or name.startswith("category-"), name


def test_words_over_the_first_picture_can_be_read(look: Look, qtbot: QtBot) -> None:
    screen = WelcomeScreen(look)
    qtbot.addWidget(screen)
    screen.resize(1280, 800)
    screen.show_view(WelcomeView("Riverside Training Room", "RV2048", SignInNote.NONE))
    screen.show()
    texts = cast("list[Text]", screen.findChildren(Text))
    words = [text for text in texts if text.color.startswith("on-scene")]
    boxes = [(text, QRect(text.mapTo(screen, QPoint(0, 0)), text.size())) for text in words]
    for text in words:
        text.hide()
    below = screen.grab(QRect(0, 0, 560, 800)).toImage()
    assert len(words) == 3
    for text, box in boxes:
        for x in range(box.left(), box.right(), 16):
            for y in range(box.top(), box.bottom(), 4):
                found = contrast(look.color(text.color), below.pixelColor(x, y))
                assert found >= LEAST_FOR_TEXT[look.theme.name], (text.accessibleName(), x, y)


def test_unknown_color_is_a_fault(look: Look) -> None:
    with pytest.raises(KeyError):
        look.color("mauve")
    with pytest.raises(KeyError):
        look.mixed("paper", "mauve", 0.5)


def test_edges_are_strong_in_high_contrast() -> None:
    widths = {name: make_look(name).edge(1) for name in ThemeName}
    assert widths == {ThemeName.LIGHT: 1, ThemeName.DARK: 1, ThemeName.CONTRAST: 2}


@pytest.mark.parametrize("size", list(TextSize))
def test_no_letter_is_too_small(look: Look, size: TextSize) -> None:
    look.set_text_size(size)
    assert look.text_px(1) >= 17
    assert look.target(1) >= 44
