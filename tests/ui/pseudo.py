"""Languages that nobody speaks, to see whether screens take longer words than ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QTranslator

from kiosk.core.lesson import Activity, Block, Bullets, LessonScreen, Pack, Paragraph, Span

Change = Callable[[str], str]
_PARTS = re.compile(r"({\w+})")
_OPEN, _CLOSE = "[", "]"
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
_FROM_THE_RIGHT, _UNTIL_HERE = "\u202e", "\u202c"


def longer(text: str) -> str:
    """Return a text that is two fifths longer, its values as they were.

    Letters come twice, as many as it takes; spaces and signs lend theirs to the next letter.
    """
    made, owed = [], 0
    for n, part in enumerate(_PARTS.split(text)):
        for sign in [part] if n % 2 else part:
            made.append(sign)
            owed += 0 if n % 2 else 2
            if owed >= 5 and sign.isalpha():
                made.append(sign.lower())
                owed -= 5
    return "".join(made)


def backward(text: str) -> str:
    """Return a text whose letters run from right to left, as it would stand in Arabic."""
    return f"{_FROM_THE_RIGHT}{text}{_UNTIL_HERE}" if text else text


def marked(text: str) -> str:
    """Return a text in brackets, to be told from what nobody can translate."""
    return f"{_OPEN}{text}{_CLOSE}" if text else text


def unmarked(text: str) -> str:
    """Return what of a text stands in no brackets."""
    while _INNERMOST.search(text):
        text = _INNERMOST.sub(" ", text)
    return text


class Pseudo(QTranslator):
    """Translates every word of the interface by one rule."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change

    def translate(self, _context: str, source: str, _note: str | None = None, _n: int = -1) -> str:
        """Return the text, changed."""
        return self._change(source)


def changed_pack(pack: Pack, change: Change) -> Pack:
    """Return a pack with every text of it changed."""
    return replace(
        pack,
        title=change(pack.title),
        module=change(pack.module),
        screens=tuple(_screen(screen, change) for screen in pack.screens),
        activities=tuple(_activity(activity, change) for activity in pack.activities),
        translations=MappingProxyType({}),
    )


def _screen(screen: LessonScreen, change: Change) -> LessonScreen:
    chart, picture = screen.chart, screen.picture
    return replace(
        screen,
        title=change(screen.title),
        kicker=change(screen.kicker),
        quote=None if screen.quote is None else change(screen.quote),
        blocks=tuple(_block(block, change) for block in screen.blocks),
        parts=tuple(
            replace(one, words=change(one.words), text=change(one.text)) for one in screen.parts
        ),
        reveals=tuple(
            replace(one, title=change(one.title), text=change(one.text)) for one in screen.reveals
        ),
        picture=picture and replace(picture, alt=change(picture.alt)),
        chart=chart
        and replace(chart, box_title=change(chart.box_title), box_text=change(chart.box_text)),
    )


def _block(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return Paragraph(_spans(block.spans, change))
    return Bullets(tuple(_spans(item, change) for item in block.items))


def _spans(spans: tuple[Span, ...], change: Change) -> tuple[Span, ...]:
    return tuple(replace(span, text=change(span.text)) for span in spans)


def _activity(activity: Activity, change: Change) -> Activity:
    return replace(
        activity,
        title=change(activity.title),
        prompt=change(activity.prompt),
        introduction=change(activity.introduction),
        categories=tuple(
            replace(one, title=change(one.title), short_title=change(one.short_title))
            for one in activity.categories
        ),
        items=tuple(
            replace(
                one,
                title=change(one.title),
                reasons=MappingProxyType({k: change(v) for k, v in one.reasons.items()}),
            )
            for one in activity.items
        ),
    )
