"""Text as Qt's HTML: key terms set strong, and what is being read aloud on a ground of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise

from kiosk.core.lesson import Span
from kiosk.ui.theme import Look
from kiosk.ui.widgets.readable import Mark

_SIGNS = re.compile(r"[/\\_](?!\d)|(?<!\d)[/\\_]")
"""A line may go on after them; not between figures, which are a date."""
_COUNTED = re.compile(r"(?<=:) (?=\d+\b(?!\s[^\W\d]))")
"""What is counted and its figure are not parted; a figure before its own word goes with that."""
_COMMANDS = re.compile(r"mentor-kiosk|--[a-z-]+|\b\w-\w+")
_BREAKS = re.compile("([ \n])|\N{ZERO WIDTH SPACE}|(?<=\\w-)(?=[^\\W\\d])")
"""Where a line ends or may end, with what is not shown there."""


def html_of(spans: tuple[Span, ...], look: Look, mark: Mark | None) -> str:
    """Return spans as HTML, in the look's colours."""
    parts = ((_breakable(text), style) for text, style in _parts(spans, look, mark))
    whole = "".join(_styled(escape(text, quote=False), style) for text, style in parts)
    return whole.replace("\n", "<br>")


def pieces(text: str) -> list[tuple[str, str]]:
    """Return what is never parted by the end of a line, each with what stands before it.

    That is a space, a line's end, or nothing: a path may go on in the next line.
    """
    first, *rest = _BREAKS.split(_breakable(text))
    pairs = zip(rest[::2], rest[1::2], strict=True)
    return [("", first), *((before or "", piece) for before, piece in pairs)]


def _parts(spans: tuple[Span, ...], look: Look, mark: Mark | None) -> Iterator[tuple[str, str]]:
    term = f"font-weight:700; color:{look.color('primary').name()}"
    begin = 0
    for span in spans:
        end = begin + len(span.text)
        style = term if span.strong else ""
        if mark is None:
            yield span.text, style
        else:
            ground = _ground(look)
            cuts = sorted({begin, end, *(c for c in _cuts(mark) if begin < c < end)})
            for first, last in pairwise(cuts):
                said = mark.sentence.start <= first < mark.sentence.end
                word = mark.word is not None and mark.word.start <= first < mark.word.end
                more = ground * said + "; text-decoration:underline" * word
                yield span.text[first - begin : last - begin], style + more
        begin = end


def _ground(look: Look) -> str:
    ink, ground = look.color("ink").name(), look.color("spoken").name()
    return f"; color:{ink}; background-color:{ground}"


def _cuts(mark: Mark) -> Iterator[int]:
    for part in (mark.sentence, mark.word):
        if part is not None:
            yield from (part.start, part.end)


def _styled(html: str, style: str) -> str:
    return f'<span style="{style.removeprefix("; ")}">{html}</span>' if style else html


def _breakable(text: str) -> str:
    # Paths have no spaces: they may go on in the next line after a sign as well. What is to be
    # typed is not broken at its hyphens, nor is one letter left before one: e-mail.
    whole = _COMMANDS.sub(_joined, _COUNTED.sub("\N{NBSP}", text))
    return _SIGNS.sub("\\g<0>\N{ZERO WIDTH SPACE}", whole)


def _joined(command: re.Match[str]) -> str:
    return command[0].replace("-", "\N{WORD JOINER}-\N{WORD JOINER}")
