"""How lines end: none of one short word at the end, or all of about the same length."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.core.lesson import Span
from kiosk.ui.widgets.marked import pieces

_LETTER = re.compile(r"(?<!\S)(\w) (?=\S)")
_LONG = 3
"""From so many words on, the last one is not left alone on a line."""
_PAIR_ROOM = 0.6
"""How much of a line two words may take to be held together."""
_LEFT = 0.5
"""How much of its line what stays behind must still fill."""
_SHORT = 0.2
"""How much of a line the last word may fill and still look lost there."""
_SLACK = 3
"""How far a sum of words may be off the line that Qt sets of them, in pixels."""


@dataclass(slots=True)
class _Piece:
    """What is never parted by the end of a line; ``before`` it: a space, a line's end, nothing."""

    before: str
    width: float


@dataclass(slots=True)
class _Line:
    pieces: list[_Piece] = field(default_factory=list)
    width: float = 0


def ends_in_pair(spans: Sequence[Span], font: QFont, room: int) -> bool:
    """Whether the last two words are to be held together in lines of a width in pixels.

    Not where the line before would be left half empty by it, but for the shortest of words.
    """
    parts, space = _measured(spans, font), QFontMetricsF(font).horizontalAdvance(" ")
    words = _words(parts)
    if len(words) < _LONG or sum(words[-2:]) + space > room * _PAIR_ROOM:
        return False
    rooms = (room - _SLACK, room, room + _SLACK)
    return any(_is_alone(words, _lines(parts, space, width), width) for width in rooms)


def even_width(spans: Sequence[Span], font: QFont, room: int) -> int:
    """Return the least width, in pixels, in which words take no more lines than in a room."""
    parts, space = _measured(spans, font), QFontMetricsF(font).horizontalAdvance(" ")
    fewest = len(_lines(parts, space, room))
    low, wide = math.ceil(max((part.width for part in parts), default=0)), room
    while low < wide:
        width = (low + wide) // 2
        fits = len(_lines(parts, space, width)) <= fewest
        low, wide = (low, width) if fits else (width + 1, wide)
    return min(room, wide + _SLACK)


def letters_held(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in which a word of one letter stays on the line of the word after it."""
    return tuple(Span(_LETTER.sub("\\1\N{NBSP}", span.text), strong=span.strong) for span in spans)


def held_together(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans whose last two words stay on one line."""
    # The gap may stand before a key term, with nothing but a full stop in the span after that.
    for n, span in reversed(list(enumerate(spans))):
        at = span.text.rfind(" ")
        if at >= 0 and (at + 1 < len(span.text) or n + 1 < len(spans)):
            text = f"{span.text[:at]}\N{NBSP}{span.text[at + 1 :]}"
            return (*spans[:n], Span(text, strong=span.strong), *spans[n + 1 :])
    return spans


def _is_alone(words: Sequence[float], lines: Sequence[_Line], room: float) -> bool:
    """Whether the last word, whole, is a line where the one before it may go with it."""
    first, *rest = lines[-1].pieces
    if len(lines) == 1 or first.before != " " or any(piece.before for piece in rest):
        return False
    left = lines[-2].width - words[-2]
    return left >= _LEFT * room or words[-1] <= _SHORT * room


def _lines(parts: Sequence[_Piece], space: float, room: float) -> list[_Line]:
    lines = [_Line()]
    for piece in parts:
        line = lines[-1]
        gap = space if piece.before == " " and line.pieces else 0
        if piece.before == "\n" or (line.pieces and line.width + gap + piece.width > room):
            line, gap = _Line(), 0
            lines.append(line)
        line.width += gap + piece.width
        line.pieces.append(piece)
    return lines


def _words(parts: Sequence[_Piece]) -> list[float]:
    words: list[float] = []
    for piece in parts:
        if piece.before or not words:
            words.append(0)
        words[-1] += piece.width
    return words


def _measured(spans: Sequence[Span], font: QFont) -> list[_Piece]:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    found = [_Piece("", 0)]
    for span in spans:
        metrics = QFontMetricsF(strong if span.strong else font)
        # Before a key term there may be no gap: a full stop after one goes with it.
        (_, first), *rest = pieces(span.text)
        found[-1].width += metrics.horizontalAdvance(first)
        found += [_Piece(before, metrics.horizontalAdvance(piece)) for before, piece in rest]
    return [piece for piece in found if piece.width or piece.before == "\n"]
