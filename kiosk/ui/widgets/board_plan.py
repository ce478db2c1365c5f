"""What a board keeps from its first card to its last: the letters of all cards, the bank's width.

Both are chosen for what may come, not for where the cards happen to stand: so no letter grows or
shrinks while somebody plays, and no zone beside another has letters of another size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from PySide6.QtCore import QSize

from kiosk.ui.widgets.board_layout import Arrangement, Filled, Measures, Place, Words, arrange

LETTER_SCALES = (1.0, 0.9, 0.8)
"""How far letters shrink before a zone begins to scroll."""
_TINY_SCALES = (*LETTER_SCALES, 0.7, 0.6, 0.5, 0.4, 0.3)
_MORE_THAN_FAIR = 3
"""How many cards more than its fair share a category may get before it scrolls."""
_FEW_LINES = 2
_ENDLESS = 100_000
"""A width in which every title has one line."""


class CardLetters(Words, Protocol):
    """What is asked of cards besides their height."""

    def below_titles(self, scale: float) -> bool:
        """Whether letters of cards are no larger than those of the titles measured last."""

    def narrowest(self, scale: float) -> int:
        """Return the width of the narrowest card on which no word of any card is broken."""

    def most_lines(self, width: int, scale: float) -> int:
        """Return how many lines the longest words take on cards of that width."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans for a board of some size. ``shares`` are widths of the bank, the wished one first.

    ``movable`` are the items that may stand in the bank, ``longest`` all that there are, those
    with the longest titles first.
    """

    size: QSize
    categories: Sequence[str]
    longest: Sequence[str]
    movable: Sequence[str]
    shares: Sequence[float]
    words: CardLetters

    def plan(self, measures: Measures) -> Measures:
        """Return the measures with the bank's share and the scale of all letters chosen."""
        first = replace(measures, bank_share=self.shares[0])
        most = self._readable(first)
        scales = [scale for scale in LETTER_SCALES if scale <= most]
        for scale in scales:
            calm: Measures | None = None
            for share in self.shares:
                way = replace(measures, bank_share=share, letters=scale)
                if not self._hopeless(way) and not self._scrolling(way):
                    calm = calm or way
                    if self._lines(way) == 1:
                        return way
            if calm is not None:
                return calm
        letters = self._few_lines(first, scales) if scales else most
        first = replace(first, letters=letters)
        ways = (replace(first, bank_share=share) for share in self.shares)
        return min(
            (way for way in ways if not self._hopeless(way)), key=self._scrolling, default=first
        )

    def _hopeless(self, measures: Measures) -> bool:
        """Whether a zone would scroll even if every title were short: found without measuring."""
        insides = self._arranged(measures, {}).insides
        low = self.words.card_height(self.longest[-1], _ENDLESS, measures.letters)
        low, gap = max(low, measures.card_low), measures.card_gap
        for place, cards in ((None, len(self.movable)), (self.categories[0], self._many)):
            room = insides[place].room
            columns = max(1, (room.width() + gap) // (measures.card_narrow + gap))
            rows = ceil(cards / columns)
            if rows * low + (rows - 1) * (gap * 2 // 3) > room.height():
                return True
        return False

    @property
    def _many(self) -> int:
        fair = ceil(len(self.longest) / len(self.categories))
        return min(len(self.longest), fair + _MORE_THAN_FAIR)

    def _lines(self, measures: Measures) -> int:
        """Return how many lines the longest title takes in a bank that has all cards."""
        cards = self._arranged(measures, {None: self.movable}).cards.values()
        narrowest = min(card.width() for card in cards)
        return self.words.most_lines(narrowest, measures.letters)

    def _scrolling(self, measures: Measures) -> int:
        return sum(inside.overflow > 0 for each in self._futures(measures) for inside in each)

    def _futures(self, measures: Measures) -> Iterator[Iterable[Filled]]:
        """Yield boards as they may become: all cards in the bank, many in each category."""
        yield self._arranged(measures, {None: self.movable}).insides.values()
        full: dict[Place, Sequence[str]] = {self.categories[0]: self.longest[: self._many]}
        yield self._arranged(measures, full).insides.values()

    def _arranged(self, measures: Measures, cards: Mapping[Place, Sequence[str]]) -> Arrangement:
        return arrange(self.size, self.categories, cards, measures, self.words)

    def _readable(self, measures: Measures) -> float:
        """Return the largest scale with whole words, cards whole in any zone, larger titles."""
        rooms = [inside.room for inside in self._arranged(measures, {}).insides.values()]
        for scale in _TINY_SCALES:
            if self.words.below_titles(scale) and all(
                self.words.narrowest(scale) <= room.width() - measures.bar
                and self._highest(room.width() - measures.bar, scale) <= room.height()
                for room in rooms
            ):
                break
        return scale

    def _highest(self, width: int, scale: float) -> int:
        return max(self.words.card_height(item, width, scale) for item in self.longest)

    def _few_lines(self, measures: Measures, scales: Sequence[float]) -> float:
        # Where a zone scrolls in any case, letters stay as large as they were asked to be; but
        # words of three lines are read worse than smaller ones of two.
        rooms = [inside.room for inside in self._arranged(measures, {}).insides.values()]
        width = min(room.width() for room in rooms) - measures.bar
        few = (s for s in scales if self.words.most_lines(width, s) <= _FEW_LINES)
        return next(few, scales[0])
