"""Every pair of colours that is used can be told apart."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from kiosk import paths
from kiosk.ui.theme import Look, TextSize, load_theme

TEXT = [
    ("ink", "paper"), ("ink", "card"), ("ink", "bar"), ("ink", "primary-soft"),
    ("ink", "right-soft"), ("ink", "miss-soft"), ("ink", "sun"),
    ("soft", "paper"), ("soft", "card"), ("soft", "bar"), ("soft", "track"),
    ("primary", "paper"), ("primary", "card"), ("primary", "category-1-soft"),
    ("on-primary", "primary"), ("on-primary", "primary-deep"), ("on-primary-soft", "primary"),
    ("on-primary-soft", "primary-deep"), ("right", "right-soft"), ("right", "bar"),
    ("miss", "miss-soft"), ("miss", "bar"), ("side-ink", "side"), ("side-soft", "side"),
    ("side-ink", "primary"), ("card", "ink"), ("card", "right"), ("card", "miss"),
    *((f"category-{n}", f"category-{n}-soft") for n in range(1, 7)),
    *((f"category-{n}", "card") for n in range(1, 7)),
]  # fmt: skip
EDGES = [
    ("line-strong", "card"), ("line-strong", "paper"), ("line-strong", "bar"),
    ("focus", "paper"), ("focus", "card"), ("focus", "bar"), ("focus", "primary-soft"),
    ("focus", "category-2-soft"), ("primary", "track"),
]  # fmt: skip


@pytest.fixture(scope="module")
def look() -> Look:
    return Look(load_theme(paths.resources() / "themes" / "light.toml"))


def luminance(color: QColor) -> float:
    """Relative luminance by WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (linear(part) for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(look: Look, one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    light, dark = sorted((luminance(look.color(one)), luminance(look.color(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_can_be_read(look: Look, ink: str, ground: str) -> None:
    assert contrast(look, ink, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_and_focus_can_be_seen(look: Look, edge: str, ground: str) -> None:
    assert contrast(look, edge, ground) >= 3


def test_unknown_color_is_a_fault(look: Look) -> None:
    with pytest.raises(KeyError):
        look.color("mauve")


@pytest.mark.parametrize("size", list(TextSize))
def test_no_letter_is_too_small(size: TextSize) -> None:
    look = Look(load_theme(paths.resources() / "themes" / "light.toml"))
    look.set_text_size(size)
    assert look.text_px(1) >= 17
    assert look.target(1) >= 44
