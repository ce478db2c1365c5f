"""Where zones and cards lie on a board of a given size. Geometry only; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from PySide6.QtCore import QRect, QSize

Place = str | None
"""A category's id, or ``None`` for the bank."""


class Words(Protocol):
    """How high words are in a given width, all in pixels of this window."""

    def header_heights(self, zones: Mapping[Place, QRect]) -> Mapping[Place, int]:
        """Return how much of each zone its title takes, from the top."""

    def card_height(self, item_id: str, width: int, scale: float) -> int:
        """Return the height of a card of that width, its letters scaled."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels of this window.

    Cards are ``card_high`` where there is room and as low as their words, but
    never under ``card_low``, before they go into another column, which is never
    narrower than ``card_narrow``. ``bank_share`` is the bank's width beside a
    category's, ``bar`` that of a scroll bar. ``letters`` scales the letters of all cards.
    """

    gap: int
    pad: int
    card_gap: int
    card_high: int
    card_low: int
    card_narrow: int
    bar: int
    bank_share: float
    letters: float = 1.0


@dataclass(frozen=True, slots=True)
class Filled:
    """A zone's inside: the room for cards, the slots, and what the slots need in all.

    Slots lie as they do before anything is scrolled; a ``height`` above the
    room's own means that the zone scrolls.
    """

    room: QRect
    slots: Sequence[QRect]
    height: int

    @property
    def overflow(self) -> int:
        """How far the zone can scroll, in pixels."""
        return max(0, self.height - self.room.height())


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Zones and their insides in the board's own coordinates; cards by item id.

    ``letters`` scales the letters of all cards.
    """

    zones: Mapping[Place, QRect]
    insides: Mapping[Place, Filled]
    cards: Mapping[str, QRect]
    letters: float


def arrange(
    size: QSize,
    categories: Sequence[str],
    cards: Mapping[Place, Sequence[str]],
    measures: Measures,
    words: Words,
) -> Arrangement:
    """Lay a board out.

    Args:
        size: the board's.
        categories: ids in the pack's order, one to six.
        cards: for each place its items, in the order in which they stand there.
        measures: lengths.
        words: heights of titles and cards.
    """
    whole = QRect(0, 0, size.width(), size.height())
    zones = _zones(whole, categories, measures)
    headers = words.header_heights(zones)
    insides: dict[Place, Filled] = {}
    slots: dict[str, QRect] = {}
    for place, zone in zones.items():
        items = cards.get(place, ())
        room = zone.adjusted(measures.pad, headers[place], -measures.pad, -measures.pad)
        insides[place] = _Filling(room, items, measures, words).filled()
        slots.update(zip(items, insides[place].slots, strict=True))
    return Arrangement(zones, insides, slots, measures.letters)


def _zones(whole: QRect, categories: Sequence[str], measures: Measures) -> dict[Place, QRect]:
    gap = measures.gap
    wide = whole.width() >= whole.height()
    if wide and len(categories) <= 2:
        order: list[Place] = [categories[0], None, *categories[1:]]
        weights = [1.0 if place else measures.bank_share for place in order]
        across = _split_across(whole, weights, gap)
        if min(zone.width() for zone in across) >= measures.card_narrow + 2 * measures.pad:
            return dict(zip(order, across, strict=True))
    rows = ceil(len(categories) / 3) if wide else ceil(len(categories) / 2)
    bank_weight = 0.4 if rows == 1 else 0.34
    bank, below = _split_down(whole, [bank_weight, 1 - bank_weight], gap)
    per_row = ceil(len(categories) / rows)
    zones: dict[Place, QRect] = {None: bank}
    for n, row in enumerate(_split_down(below, [1.0] * rows, gap)):
        ids = categories[n * per_row : (n + 1) * per_row]
        zones.update(zip(ids, _split_across(row, [1.0] * len(ids), gap), strict=True))
    return zones


def _split_across(whole: QRect, weights: Sequence[float], gap: int) -> list[QRect]:
    pieces = _pieces(whole.width(), weights, gap)
    top, high = whole.top(), whole.height()
    return [QRect(whole.left() + start, top, length, high) for start, length in pieces]


def _split_down(whole: QRect, weights: Sequence[float], gap: int) -> list[QRect]:
    pieces = _pieces(whole.height(), weights, gap)
    left, wide = whole.left(), whole.width()
    return [QRect(left, whole.top() + start, wide, length) for start, length in pieces]


def _pieces(length: int, weights: Sequence[float], gap: int) -> list[tuple[int, int]]:
    room = length - gap * (len(weights) - 1)
    total, so_far, edges = sum(weights), 0.0, [0]
    for weight in weights:
        so_far += weight
        edges.append(round(room * so_far / total))
    return [(edges[n] + n * gap, edges[n + 1] - edges[n]) for n in range(len(weights))]


@dataclass(frozen=True, slots=True)
class _Filling:
    """A zone that is being filled: its room, its items, and what they need."""

    room: QRect
    items: Sequence[str]
    measures: Measures
    words: Words

    def filled(self) -> Filled:
        """Return the slots, with the fewest columns that fit."""
        if not self.items:
            return Filled(self.room, (), 0)
        gap = self.measures.card_gap
        for columns in self._columns(self.room):
            need = self._need(self.room, columns)
            rows = ceil(len(self.items) / columns)
            high = (self.room.height() + gap) // rows - gap
            if high >= need:
                high = min(high, max(need, self.measures.card_high))
                slots = self._slots(self.room, columns, high, self._down(rows), gap)
                return Filled(self.room, slots, 0)
        return self._closer() or self._scrolled()

    def _down(self, rows: int) -> list[tuple[int, int]]:
        return [(n // rows, n % rows) for n in range(len(self.items))]

    def _closer(self) -> Filled | None:
        # A bar that moves cards by a pixel or two is worse than cards a little closer together.
        for columns in self._columns(self.room):
            rows, need = ceil(len(self.items) / columns), self._need(self.room, columns)
            between = (self.room.height() - rows * need) // max(1, rows - 1)
            if between >= self.measures.card_gap * 2 // 3:
                slots = self._slots(self.room, columns, need, self._down(rows), between)
                return Filled(self.room, slots, 0)
        return None

    def _scrolled(self) -> Filled:
        # Row by row, as one reads on while scrolling.
        clear = self.room.adjusted(0, 0, -self.measures.bar, 0)
        ways = []
        for columns in self._columns(clear):
            need, rows = self._need(clear, columns), ceil(len(self.items) / columns)
            ways.append((rows * (need + self.measures.card_gap), columns, need))
        height, columns, high = min(ways)
        spots = [(n % columns, n // columns) for n in range(len(self.items))]
        slots = self._slots(clear, columns, high, spots, self.measures.card_gap)
        return Filled(self.room, slots, height - self.measures.card_gap)

    def _columns(self, room: QRect) -> range:
        gap = self.measures.card_gap
        fitting = (room.width() + gap) // (self.measures.card_narrow + gap)
        return range(1, max(1, min(len(self.items), fitting)) + 1)

    def _need(self, room: QRect, columns: int) -> int:
        lanes = _split_across(room, [1.0] * columns, self.measures.card_gap)
        # Lanes differ by a pixel, and by that one has room for a grip and another has not.
        widths = {lane.width() for lane in lanes}
        letters = self.measures.letters
        highs = (self.words.card_height(item, w, letters) for item in self.items for w in widths)
        return max(self.measures.card_low, *highs)

    def _slots(
        self, room: QRect, columns: int, high: int, spots: Sequence[tuple[int, int]], between: int
    ) -> list[QRect]:
        lanes = _split_across(room, [1.0] * columns, self.measures.card_gap)
        return [
            QRect(lanes[x].left(), room.top() + y * (high + between), lanes[x].width(), high)
            for x, y in spots
        ]
