"""Every pair of colours that is drawn: what must be read or seen, and what it lies on.

A ground is a token, or a mix as ``Look.mixed`` makes it.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from kiosk.ui.theme import Look

Ground = str | tuple[str, str, float]
Pair = tuple[str, Ground]

CATEGORIES = tuple(f"category-{n}" for n in range(1, 7))
CATEGORIES_SOFT = tuple(f"{name}-soft" for name in CATEGORIES)
UNDER_MOUSE: Ground = ("card", "primary-soft", 0.6)
SLOT: Ground = ("card", "paper", 0.2)

_INK_ON = (
    "paper",
    "card",
    "bar",
    "track",
    "primary-soft",
    "right-soft",
    "miss-soft",
    "spoken",
    UNDER_MOUSE,
)
_STRIPES = (("miss-soft", "miss", 0.06), ("miss-soft", "miss", 0.12))
_SOFT_ON = ("paper", "card", "bar", "track", "primary-soft", SLOT)
_VERDICT_ON = (("right", "right-soft"), ("miss", "miss-soft"), ("right", "bar"), ("miss", "bar"))
_ON_FILLED = (
    ("on-primary", "primary"),
    ("on-primary", "primary-deep"),
    *((ink, door) for ink in ("on-door", "on-door-soft") for door in ("door", "door-deep")),
    ("card", "ink"),
    ("hint", "card"),
    ("on-chosen", "chosen"),
    ("side-ink", "side"),
    ("side-soft", "side"),
    ("side-soft", ("side", "side-ink", 0.12)),
)

TEXT: tuple[Pair, ...] = (
    *(("ink", ground) for ground in (*_INK_ON, *_STRIPES)),
    *(("soft", ground) for ground in _SOFT_ON),
    *((name, ground) for name in ("primary", "primary-deep") for ground in ("paper", "card")),
    *_VERDICT_ON,
    *_ON_FILLED,
    *((name, f"{name}-soft") for name in CATEGORIES),
    *((name, (f"{name}-soft", name, 0.08)) for name in CATEGORIES),
    *((name, ground) for name in CATEGORIES for ground in ("card", SLOT)),
)
"""Read by a person: 4.5 to 1, in high contrast 7 to 1."""

EDGES: tuple[Pair, ...] = (
    *(("off", ground) for ground in ("card", "bar")),
    *(("line-strong", ground) for ground in ("card", "paper", "bar", *CATEGORIES_SOFT)),
    *(("primary", ground) for ground in ("card", "paper", "bar", "primary-soft")),
    *((name, "paper") for name in CATEGORIES),
    ("ink", "bar"),
    ("miss", "card"),
    ("right", "card"),
)
"""Edges of what can be pressed, of where it can be put, and what cannot be pressed now: 3 to 1."""

SIGNS: tuple[Pair, ...] = (
    *(("card", ground) for ground in ("right", "miss", "soft")),
    *((name, "primary-soft") for name in CATEGORIES),
    ("on-sun", "sun"),
    ("primary", "unfilled"),
)
"""Icons and gauges: 3 to 1."""

UNFILLED: tuple[Pair, ...] = tuple(("unfilled", ground) for ground in ("paper", "card", "bar"))
"""What is still empty of a gauge, quieter than what is filled: 2 to 1, in high contrast 3 to 1."""

FOCUS: tuple[Pair, ...] = tuple(
    ("focus", ground)
    for ground in (
        *("paper", "card", "bar", "track", "primary-soft", "right-soft", "miss-soft"),
        *CATEGORIES_SOFT,
    )
)
"""The ring, on whatever lies around it; its casing is of ``card``: 3 to 1."""

DECORATIVE = {
    "line": "hairlines between areas that words tell apart",
    "shade": "shadows, and what dims the screen below a question",
    "scene": "the ground below a picture",
    "veil": "what takes light from a picture",
    "on-scene": "words over the first screen's picture, measured on the picture itself",
    "on-scene-soft": "words over the first screen's picture, measured on the picture itself",
}
"""Tokens that are in no pair, and why."""


def painted(look: Look, ground: Ground) -> QColor:
    """Return the colour of a ground. Raises ``KeyError``."""
    return look.color(ground) if isinstance(ground, str) else look.mixed(*ground)


def tokens_of(pairs: tuple[Pair, ...]) -> set[str]:
    """Return every token that some pairs are made of."""
    grounds = (ground for _, ground in pairs)
    below = (part for g in grounds for part in ((g,) if isinstance(g, str) else g[:2]))
    return {name for name, _ in pairs} | set(below)
