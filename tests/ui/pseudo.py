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
_VOWELS = re.compile(r"([aeiouAEIOU])")


def longer(text: str) -> str:
    """Return a text with every vowel twice: some two fifths longer, its values as they were."""
    parts = _PARTS.split(text)
    return "".join(
        part if n % 2 else _VOWELS.sub(lambda vowel: vowel[1] + vowel[1].lower(), part)
        for n, part in enumerate(parts)
    )


class Longer(QTranslator):
    """Translates every word of the interface into a longer one."""

    def translate(self, _context: str, source: str, _note: str | None = None, _n: int = -1) -> str:
        """Return a longer text."""
        return longer(source)


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
    chart = screen.chart
    return replace(
        screen,
        title=change(screen.title),
        kicker=change(screen.kicker),
        quote=None if screen.quote is None else change(screen.quote),
        blocks=tuple(_block(block, change) for block in screen.blocks),
        reveals=tuple(
            replace(one, title=change(one.title), text=change(one.text)) for one in screen.reveals
        ),
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
