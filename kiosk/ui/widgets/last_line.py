"""How lines end: none of one short word at the end, or all of about the same length."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from PySide6.QtGui import QFont, QFontMetricsF

from kiosk.core.lesson import Span

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


def ends_in_pair(spans: Sequence[Span], font: QFont, room: int) -> bool:
    """Whether the last two words are to be held together in lines of a width in pixels.

    Not where the line before would be left half empty by it, but for the shortest of words.
    """
    words = _widths(spans, font)
    space = QFontMetricsF(font).horizontalAdvance(" ")
    if len(words) < _LONG or sum(words[-2:]) + space > room * _PAIR_ROOM:
        return False
    return any(_is_alone(words, space, width) for width in (room - _SLACK, room, room + _SLACK))


def even_width(spans: Sequence[Span], font: QFont, room: int) -> int:
    """Return the least width, in pixels, in which words take no more lines than in a room."""
    words = _widths(spans, font)
    space = QFontMetricsF(font).horizontalAdvance(" ")
    fewest = _count(words, space, room)
    low, wide = math.ceil(max(words, default=0)), room
    while low < wide:
        width = (low + wide) // 2
        low, wide = (low, width) if _count(words, space, width) <= fewest else (width + 1, wide)
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


def _is_alone(words: Sequence[float], space: float, room: float) -> bool:
    line, before, count = 0.0, 0.0, 0
    for word in words:
        if count and line + space + word > room:
            line, before, count = 0.0, line, 0
        line += word + space * (count > 0)
        count += 1
    left = before - words[-2] - space
    return before > 0 and count == 1 and (left >= _LEFT * room or words[-1] <= _SHORT * room)


def _count(words: Sequence[float], space: float, room: float) -> int:
    lines, line = 1, 0.0
    for word in words:
        if line and line + space + word > room:
            lines, line = lines + 1, 0.0
        line += word + space * (line > 0)
    return lines


def _widths(spans: Sequence[Span], font: QFont) -> list[float]:
    strong = QFont(font)
    strong.setWeight(QFont.Weight.Bold)
    words: list[float] = []
    open_word = 0.0
    for span in spans:
        metrics = QFontMetricsF(strong if span.strong else font)
        first, *rest = span.text.split(" ")
        open_word += metrics.horizontalAdvance(first)
        for part in rest:
            words.append(open_word)
            open_word = metrics.horizontalAdvance(part)
    return [width for width in (*words, open_word) if width]
