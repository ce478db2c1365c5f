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

    def header_heights(self, zones: Mapping[Place, QRect], most: int) -> Mapping[Place, int]:
        """Return how much of each zone its title takes, from the top.

        Letters of titles are ``most`` pixels at the most.
        """

    def card_height(self, item_id: str, width: int, scale: float) -> int:
        """Return the height of a card of that width, its letters scaled."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels of this window.

    Cards are ``card_high`` where there is room and as low as their words, but
    never under ``card_low``, before they go into another column, which is never
    narrower than ``card_narrow``. ``bank_share`` is the bank's width beside a
    category's, ``bar`` what a scroll bar takes from a zone's room. ``letters`` scales the
    letters of all cards; those of titles are no larger than ``titles``.
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
    titles: int = 1000


@dataclass(frozen=True, slots=True)
class Filled:
    """A zone's inside: the room for cards, the slots, and what the slots need in all.

    Slots lie as they do before anything is scrolled; a ``height`` above the
    room's own means that the zone scrolls.
    """

    room: QRect
    slots: Sequence[QRect]
    height: int
    columns: int = 1

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


def closest(gap: int) -> int:
    """Return how close cards may come that otherwise lie a gap apart, before their zone scrolls."""
    return max(2, gap // 2)


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
    headers = words.header_heights(zones, measures.titles)
    fillings: dict[Place, _Filling] = {}
    for place, zone in zones.items():
        room = zone.adjusted(measures.pad, headers[place], -measures.pad, -measures.pad)
        fillings[place] = _Filling(place, room, cards.get(place, ()), measures, words)
    insides = {place: filling.filled() for place, filling in fillings.items()}
    _fill_alike(insides, fillings)
    slots: dict[str, QRect] = {}
    for place, inside in insides.items():
        slots.update(zip(fillings[place].items, inside.slots, strict=True))
    return Arrangement(zones, insides, slots, measures.letters)


def _fill_alike(insides: dict[Place, Filled], fillings: Mapping[Place, _Filling]) -> None:
    # Wide cards in one category beside narrow ones in another look like two kinds of cards.
    most = max(inside.columns for place, inside in insides.items() if place is not None)
    for place, inside in insides.items():
        if place is not None and fillings[place].items and inside.columns < most:
            insides[place] = fillings[place].alike(most) or inside


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

    place: Place
    room: QRect
    items: Sequence[str]
    measures: Measures
    words: Words

    def filled(self) -> Filled:
        """Return the slots, with the fewest columns that fit."""
        if not self.items:
            return Filled(self.room, (), 0)
        for columns in self._columns(self.room):
            filled = self._fitted(columns)
            if filled is not None:
                return filled
        return self._scrolled()

    def alike(self, columns: int) -> Filled | None:
        """Return the slots in as many columns as beside it, if these hold cards and all fit."""
        return self._fitted(columns) if columns <= self._most_columns(self.room) else None

    def _fitted(self, columns: int) -> Filled | None:
        rows, gap = self._rows(self.room, columns), self.measures.card_gap
        count, room, need = len(rows), self.room.height(), max(rows)
        high = (room + gap) // count - gap
        if high >= need:
            return self._laid(columns, [min(high, max(need, self.measures.card_high))] * count, gap)
        # A bar that moves cards by a pixel or two is worse than cards a little closer together,
        # and one that moves them because of a title of two lines worse than rows of two heights.
        for highs in ([need] * count, rows):
            between = min(gap, (room - sum(highs)) // max(1, count - 1))
            if between >= closest(gap):
                return self._laid(columns, highs, between)
        return None

    def _scrolled(self) -> Filled:
        clear, gap = self.room.adjusted(0, 0, -self.measures.bar, 0), self.measures.card_gap
        ways = []
        for columns in self._columns(clear):
            rows = self._rows(clear, columns, across=True)
            ways.append((sum(rows) + len(rows) * gap, columns, rows))
        height, columns, rows = min(ways)
        slots = self._slots(clear, columns, rows, gap, across=True)
        return Filled(self.room, slots, height - gap, columns)

    def _laid(self, columns: int, rows: Sequence[int], between: int) -> Filled:
        slots = self._slots(self.room, columns, rows, between, across=self.place is not None)
        return Filled(self.room, slots, 0, columns)

    def _columns(self, room: QRect) -> range:
        return range(1, max(1, min(len(self.items), self._most_columns(room))) + 1)

    def _most_columns(self, room: QRect) -> int:
        gap = self.measures.card_gap
        return (room.width() + gap) // (self.measures.card_narrow + gap)

    def _spots(self, columns: int, *, across: bool) -> list[tuple[int, int]]:
        # A bank is read downwards; where cards come one by one, or scroll, row by row: so none
        # that lies there has to move for one that comes.
        if across:
            return [(n % columns, n // columns) for n in range(len(self.items))]
        rows = ceil(len(self.items) / columns)
        return [(n // rows, n % rows) for n in range(len(self.items))]

    def _rows(self, room: QRect, columns: int, *, across: bool | None = None) -> list[int]:
        """Return how high each row must be."""
        lanes = _split_across(room, [1.0] * columns, self.measures.card_gap)
        # Lanes differ by a pixel, and by that one has room for a grip and another has not.
        widths = {lane.width() for lane in lanes}
        across = self.place is not None if across is None else across
        rows = [self.measures.card_low] * ceil(len(self.items) / columns)
        for item, (_, row) in zip(self.items, self._spots(columns, across=across), strict=True):
            need = (self.words.card_height(item, w, self.measures.letters) for w in widths)
            rows[row] = max(rows[row], *need)
        return rows

    def _slots(
        self, room: QRect, columns: int, rows: Sequence[int], between: int, *, across: bool
    ) -> list[QRect]:
        lanes = _split_across(room, [1.0] * columns, self.measures.card_gap)
        tops = [room.top() + sum(rows[:y]) + y * between for y in range(len(rows))]
        return [
            QRect(lanes[x].left(), tops[y], lanes[x].width(), rows[y])
            for x, y in self._spots(columns, across=across)
        ]
