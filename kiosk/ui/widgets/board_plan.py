"""What a board keeps from its first card to its last: the letters of all cards and titles.

They are chosen for what may come, not for where the cards happen to stand: so no letter grows or
shrinks while somebody plays, and no zone beside another has letters of another size. The bank is
as wide as its many cards need, as wide as a category once they are few, and steps back when the
last has gone and a category has many: each as cards are laid otherwise in any case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Protocol

from PySide6.QtCore import QSize

from kiosk.ui.widgets.board_layout import Arrangement, Measures, Place, Words, arrange

LETTER_SCALES = (1.0, 0.9, 0.8)
"""How far letters shrink before a zone begins to scroll."""
_TINY_SCALES = (*LETTER_SCALES, 0.7, 0.6, 0.5, 0.4, 0.3)
FEW_CARDS = 10
"""How many cards a bank has at the most in one column."""
_CROWDED = (1.0, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2.0, 2.2)
_FEW, _NONE = (1.0,), (1.0, 0.75, 0.55)
"""Widths of the bank beside a category's: none while few are left, so that all cards are alike."""
_MORE_THAN_FAIR = 3
"""How many cards more than its fair share a category may get before it scrolls."""
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
class Plan:
    """A board's measures while its bank is crowded, while it is not, and while it is empty.

    Of an empty bank there are measures of its own where a category has more than one column.
    """

    crowded: Measures
    few: Measures
    none: Measures

    def for_cards(self, in_bank: int, fullest: int) -> Measures:
        """Return the measures for so many cards in the bank, and in the fullest category."""
        if in_bank > FEW_CARDS:
            return self.crowded
        return self.none if not in_bank and fullest > FEW_CARDS else self.few


@dataclass(frozen=True, slots=True)
class _Stage:
    """What may come in a stage: cards in the bank, and in any one category.

    ``shares`` are widths of the bank beside a category's, the wished one first; ``of_bank``
    tells whose titles are to stay in one line.
    """

    in_bank: Sequence[str]
    in_category: Sequence[str]
    shares: Sequence[float]
    of_bank: bool


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

    def plan(self, measures: Measures) -> Plan:
        """Return the measures of each stage, the scale of all letters chosen."""
        first = replace(measures, bank_share=1.0)
        most = self._readable(first)
        scales = [scale for scale in LETTER_SCALES if scale <= most]
        for scale in scales:
            ways = [self._calm(replace(measures, letters=scale), s) for s in self._stages()]
            if all(ways):
                return self._titled([way for way in ways if way is not None])
        letters = self._few_lines(first, scales) if scales else most
        first = replace(first, letters=letters)
        return self._titled([self._calm(first, stage) or first for stage in self._stages()])

    def _titled(self, ways: Sequence[Measures]) -> Plan:
        """Return a plan of these ways in which titles keep their letters too."""
        letters = []
        for way in ways:
            self._arranged(way, {})
            letters.append(self.words.title_letters())
        return Plan(*(replace(way, titles=min(letters)) for way in ways))

    def _stages(self) -> tuple[_Stage, _Stage, _Stage]:
        full = self.longest[: self._many]
        few = [item for item in self.longest if item in self.movable][:FEW_CARDS]
        placed = self.longest[: max(0, len(self.longest) - FEW_CARDS - 1)]
        return (
            _Stage(self.movable, placed[: self._many], _CROWDED, of_bank=True),
            _Stage(few, full, _FEW, of_bank=True),
            _Stage((), full, _NONE, of_bank=False),
        )

    def _calm(self, measures: Measures, stage: _Stage) -> Measures | None:
        """Return a way in which nothing scrolls, its titles of as few lines as can be."""
        calm: Measures | None = None
        least, zones = _ENDLESS, None
        for share in stage.shares:
            way = replace(measures, bank_share=share)
            before, zones = zones, self._arranged(way, {}).zones
            # A bank that lies above its categories is as wide as they are for every share.
            if zones == before or self._hopeless(way, stage) or not self._fits(way, stage):
                continue
            lines = self._lines(way, stage)
            if lines < least:
                calm, least = way, lines
            if least == 1:
                break
        return calm

    def _hopeless(self, measures: Measures, stage: _Stage) -> bool:
        """Whether a zone would scroll even if every title were short: found without measuring."""
        insides = self._arranged(measures, {}).insides
        low = self.words.card_height(self.longest[-1], _ENDLESS, measures.letters)
        low, gap = max(low, measures.card_low), measures.card_gap
        for place, cards in self._futures(stage):
            room = insides[place].room
            columns = max(1, (room.width() + gap) // (measures.card_narrow + gap))
            rows = ceil(len(cards) / columns)
            if rows * low + (rows - 1) * (gap * 2 // 3) > room.height():
                return True
        return False

    @property
    def _many(self) -> int:
        fair = ceil(len(self.longest) / len(self.categories))
        return min(len(self.longest), fair + _MORE_THAN_FAIR)

    def _futures(self, stage: _Stage) -> tuple[tuple[Place, Sequence[str]], ...]:
        return (None, stage.in_bank), (self.categories[0], stage.in_category)

    def _lines(self, measures: Measures, stage: _Stage) -> int:
        """Return how many lines the longest title takes where it is to take one."""
        place, items = self._futures(stage)[0 if stage.of_bank else 1]
        cards = self._arranged(measures, {place: items}).cards.values()
        narrowest = min((card.width() for card in cards), default=_ENDLESS)
        return self.words.most_lines(narrowest, measures.letters)

    def _fits(self, measures: Measures, stage: _Stage) -> bool:
        for place, items in self._futures(stage):
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
