"""The signs of a card: the grip by which it is taken and the dots that open its menu."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """Room beside a card's words, as written at 1280 x 800, for cards of some width.

    ``least`` is the narrowest card that has it; ``before`` and ``after`` are kept free of words;
    ``side`` and ``inset`` are of the sign before them, ``mark`` and ``marked`` of the one that
    a checked card has in its place and the room that it takes. ``dots`` is the side of the dots'
    sign, which is mostly air beside them: they stand in the middle of ``after``.
    """

    least: float
    before: float
    after: float
    side: float
    inset: float
    mark: float
    marked: float
    dots: float


WAYS = (
    Signs(250, 44, 40, 24, 14, 24, 44, 24),
    Signs(205, 34, 30, 20, 9, 20, 36, 22),
    Signs(170, 28, 20, 18, 6, 20, 34, 21),
    Signs(0, 24, 14, 16, 5, 20, 34, 20),
)
"""From wide to narrow: what is taught of the grip and the dots holds for every card."""
