"""The signs of a card: the grip by which it is taken and the dots that open its menu."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """Room beside a card's words, as written at 1280 x 800, for cards of some width.

    ``least`` is the narrowest card that has it; ``before`` and ``after`` are kept free of words;
    ``side`` and ``inset`` are of the sign before them, ``mark`` and ``marked`` of the one that
    a checked card has in its place and the room that it takes. ``dots``: whether there is room
    for the dots; the menu has other ways too, but nothing else says that a card can be taken.
    """

    least: float
    before: float
    after: float
    side: float
    inset: float
    mark: float
    marked: float
    dots: bool


WAYS = (
    Signs(250, 44, 40, 24, 14, 24, 44, dots=True),
    Signs(205, 32, 30, 20, 7, 20, 36, dots=True),
    Signs(170, 23, 12, 17, 3, 20, 34, dots=False),
    Signs(0, 20, 7, 16, 1.5, 20, 34, dots=False),
)
"""From wide to narrow."""
