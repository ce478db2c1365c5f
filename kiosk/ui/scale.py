"""The scale of everything: letters, corners, gaps and targets, read once from its file."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from pathlib import Path

from kiosk import paths


class Weight(IntEnum):
    """The weights of the bundled font that are used."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700
    HEAVY = 800


class Corner(StrEnum):
    """How round a thing is, by what it is."""

    NOTE = "note"
    CARD = "card"
    BUTTON = "button"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Type:
    """A role's type: letter size as written, weight, colour name, line height.

    The line height is in percent of the font's own, which is 1.2 times its size.
    ``growth`` is the part that it takes in the learner's text size: what is large
    from the first need not grow as much as the rest.
    """

    size: float
    weight: Weight
    color: str
    line_height: int
    growth: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Lengths as written at 1280 x 800; see ``resources/themes/scale.toml``."""

    spaces: tuple[float, ...]
    top_bar: float
    bottom_bar: float
    least_target: int
    main_target: float
    radii: Mapping[Corner, float]
    types: Mapping[str, Type]

    def space(self, wished: float) -> float:
        """Return the gap of the scale that is nearest below, or equal."""
        return self.spaces[max(0, bisect_right(self.spaces, wished) - 1)]


def load_scale(file: Path) -> Scale:
    """Read a scale.

    Raises:
        OSError: the file cannot be read.
        tomllib.TOMLDecodeError: it is no TOML.
        KeyError: something is missing in it.
        ValueError: a weight is none of the bundled font's.
    """
    with file.open("rb") as stream:
        read = tomllib.load(stream)
    return Scale(
        spaces=tuple(sorted(read["space"])),
        top_bar=read["bar"]["top"],
        bottom_bar=read["bar"]["bottom"],
        least_target=read["target"]["least"],
        main_target=read["target"]["main"],
        radii={corner: read["radius"][corner] for corner in Corner},
        types={name: _type(**kind) for name, kind in read["type"].items()},
    )


def _type(*, size: float, weight: int, color: str, line: int, growth: float) -> Type:
    return Type(size, Weight(weight), color, line, growth)


@lru_cache(maxsize=1)
def the_scale() -> Scale:
    """Return the scale that came with the program. Raises as ``load_scale`` does."""
    return load_scale(paths.resources() / "themes" / "scale.toml")
