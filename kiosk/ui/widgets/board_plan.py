"""What a board keeps from its first card to its last: its letters, and the width of each zone.

They are chosen for what may come, not for where the cards happen to stand: so no letter grows or
shrinks while somebody plays, no zone changes its width, and none beside another has letters of
another size. The bank is as wide as a category, or wider where its many cards need it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from PySide6.QtCore import QSize

from kiosk.ui.widgets.board_layout import Arrangement, Measures, Place, Words, arrange, closest

LETTER_SCALES = (1.0, 0.9, 0.8)
"""How far letters shrink before a zone begins to scroll."""
_TINY_SCALES = (*LETTER_SCALES, 0.7, 0.6, 0.5, 0.4, 0.3)
_SHARES = (1.0, 1.1, 1.2, 1.3, 1.4)
"""Widths of the bank beside a category's, the wished one first; a wider one cramps the others."""
_MORE_THAN_FAIR = (3, 2, 1, 0)
"""How many cards more than its fair share a category may get before it scrolls."""
_CHECKED_FROM = 1
"""The same where all shares scroll: what is then counted."""
_HARDLY_MORE = 1.25
_FEW_LINES = 2
_ENDLESS = 100_000
"""A width in which every title has one line."""


class CardLetters(Words, Protocol):
    """What is asked of cards besides their height."""

    def title_letters(self) -> int:
        """Return the size of the letters of the titles measured last, in pixels."""

    def below_titles(self, scale: float) -> bool:
        """Whether letters of cards are no larger than those of the titles measured last."""

    def narrowest(self, scale: float) -> int:
        """Return the width of the narrowest card on which no word of any card is broken."""

    def most_lines(self, width: int, scale: float) -> int:
        """Return how many lines the longest words take on cards of that width."""


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans for a board of some size.

    ``movable`` are the items that may stand in the bank, ``longest`` all that there are, those
    with the longest titles first.
    """

    size: QSize
    categories: Sequence[str]
    longest: Sequence[str]
    movable: Sequence[str]
    words: CardLetters

    def plan(self, measures: Measures) -> Measures:
        """Return the measures with the bank's width and the letters chosen."""
        first = replace(measures, bank_share=_SHARES[0])
        most = self._readable(first)
        scales = [scale for scale in LETTER_SCALES if scale <= most]
        for more in _MORE_THAN_FAIR:
            for scale in scales:
                way = self._calm(replace(first, letters=scale), more)
                if way is not None:
                    return self._titled(way)
        letters = self._few_lines(first, scales) if scales else most
        return self._titled(self._least_scrolled(replace(first, letters=letters)))

    def _titled(self, way: Measures) -> Measures:
        """Return it with the letters that titles get."""
        self._arranged(way, {})
        return replace(way, titles=self.words.title_letters())

    def _ways(self, measures: Measures) -> Iterator[Measures]:
        """Yield the measures with each share of the bank that changes anything."""
        tops = len({zone.top() for zone in self._arranged(measures, {}).zones.values()})
        before = None
        for share in _SHARES:
            way = replace(measures, bank_share=share)
            zones = self._arranged(way, {}).zones
            # A bank that lies above its categories is as wide as they are for every share.
            if zones != before and len({zone.top() for zone in zones.values()}) == tops:
                yield way
            before = zones

    def _calm(self, measures: Measures, more: int) -> Measures | None:
        """Return a way in which nothing scrolls, its titles of as few lines as can be."""
        fitting = [
            way
            for way in self._ways(measures)
            if not self._hopeless(way, more) and self._fits(way, more)
        ]
        return min(fitting, key=self._lines, default=None)

    def _least_scrolled(self, measures: Measures) -> Measures:
        """Return the first way in which hardly more is out of sight than in any other."""
        hidden = [(way, self._out_of_sight(way)) for way in self._ways(measures)]
        most = _HARDLY_MORE * min(pixels for _, pixels in hidden)
        return next(way for way, pixels in hidden if pixels <= most)

    def _out_of_sight(self, measures: Measures) -> int:
        overflows = [
            self._arranged(measures, {place: cards}).insides[place].overflow
            for place, cards in self._futures(_CHECKED_FROM)
        ]
        # A bank grows emptier from card to card; a category is still full at the check.
        return overflows[0] + 2 * overflows[1]

    def _hopeless(self, measures: Measures, more: int) -> bool:
        """Whether a zone would scroll even if every title were short: found without measuring."""
        insides = self._arranged(measures, {}).insides
        low = self.words.card_height(self.longest[-1], _ENDLESS, measures.letters)
        low, gap = max(low, measures.card_low), measures.card_gap
        for place, cards in self._futures(more):
            room = insides[place].room
            columns = max(1, (room.width() + gap) // (measures.card_narrow + gap))
            rows = ceil(len(cards) / columns)
            if rows * low + (rows - 1) * closest(gap) > room.height():
                return True
        return False

    def _futures(self, more: int) -> tuple[tuple[Place, Sequence[str]], ...]:
        """Return the fullest bank, and a category with so many cards more than its share."""
        many = ceil(len(self.longest) / len(self.categories)) + more
        return (None, self.movable), (self.categories[0], self.longest[:many])

    def _lines(self, measures: Measures) -> int:
        """Return how many lines the longest title takes, in the bank and in a category."""
        total = 0
        for place, items in self._futures(0):
            cards = self._arranged(measures, {place: items}).cards.values()
            narrowest = min((card.width() for card in cards), default=_ENDLESS)
            total += self.words.most_lines(narrowest, measures.letters)
        return total

    def _fits(self, measures: Measures, more: int) -> bool:
        for place, items in self._futures(more):
            inside = self._arranged(measures, {place: items}).insides[place]
            if inside.overflow or inside.room.width() < self.words.narrowest(measures.letters):
                return False
        return True

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
