"""Where zones and cards lie on a board of a given size. Geometry only; nothing is drawn here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRect, QSize

Place = str | None
"""A category's id, or ``None`` for the bank."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in pixels of this window.

    Cards are ``card_high`` where there is room and shrink to ``card_low`` before
    they go into another column, which is never narrower than ``card_narrow``.
    ``bank_share`` is the bank's width beside a category's.
    """

    gap: int
    pad: int
    header: int
    bank_header: int
    card_gap: int
    card_high: int
    card_low: int
    card_narrow: int
    bank_share: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Zones and cards in the board's own coordinates."""

    zones: Mapping[Place, QRect]
    cards: Mapping[str, QRect]


def arrange(
    size: QSize, categories: Sequence[str], cards: Mapping[Place, Sequence[str]], measures: Measures
) -> Arrangement:
    """Lay a board out.

    Args:
        size: the board's.
        categories: ids in the pack's order, one to six.
        cards: for each place its items, in the order in which they stand there.
        measures: lengths.
    """
    whole = QRect(0, 0, size.width(), size.height())
    zones = _zones(whole, categories, measures)
    slots: dict[str, QRect] = {}
    for place, zone in zones.items():
        items = cards.get(place, ())
        header = measures.header if place else measures.bank_header
        room = zone.adjusted(measures.pad, header, -measures.pad, -measures.pad)
        slots.update(zip(items, _slots(room, len(items), measures), strict=True))
    return Arrangement(zones, slots)


def _zones(whole: QRect, categories: Sequence[str], measures: Measures) -> dict[Place, QRect]:
    gap = measures.gap
    wide = whole.width() >= whole.height()
    if wide and len(categories) <= 2:
        order: list[Place] = [categories[0], None, *categories[1:]]
        weights = [1.0 if place else measures.bank_share for place in order]
        return dict(zip(order, _split_across(whole, weights, gap), strict=True))
    bank, below = _split_down(whole, [0.42, 0.58] if wide else [0.4, 0.6], gap)
    rows = ceil(len(categories) / 3) if wide else ceil(len(categories) / 2)
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


def _slots(room: QRect, count: int, measures: Measures) -> list[QRect]:
    if not count:
        return []
    columns, high = _columns(room.size(), count, measures)
    gap = measures.card_gap
    rows = ceil(count / columns)
    lanes = _split_across(room, [1.0] * columns, gap)
    spots = [(lanes[n // rows], room.top() + (n % rows) * (high + gap)) for n in range(count)]
    return [QRect(lane.left(), top, lane.width(), high) for lane, top in spots]


def _columns(room: QSize, count: int, measures: Measures) -> tuple[int, int]:
    gap = measures.card_gap
    most = max(1, min(count, (room.width() + gap) // (measures.card_narrow + gap)))
    for columns in range(1, most + 1):
        rows = ceil(count / columns)
        high = (room.height() + gap) // rows - gap
        if high >= measures.card_low:
            return columns, min(high, measures.card_high)
    # Too many to be read at any width: what is left to keep is that none leaves its zone.
    for columns in range(most, count):
        high = (room.height() + gap) // ceil(count / columns) - gap
        if high > gap:
            return columns, high
    return count, max(1, room.height())
