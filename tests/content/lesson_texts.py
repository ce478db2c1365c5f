"""The texts of a pack, as a learner reads them."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.body import block_texts
from kiosk.core.lesson import LessonScreen, Pack


def texts_of(screen: LessonScreen) -> Iterator[str]:
    """Yield what a learner reads on a screen below its title."""
    yield from block_texts(screen.blocks)
    if screen.quote:
        yield screen.quote
    for part in screen.parts:
        yield from (part.words, part.text)
    for reveal in screen.reveals:
        yield from (reveal.title, reveal.text)


def all_texts(pack: Pack) -> Iterator[str]:
    """Yield every text of the pack."""
    yield from (pack.title, pack.module, *pack.sources)
    for screen in pack.screens:
        yield from (screen.title, screen.kicker, *texts_of(screen))
        if screen.picture:
            yield screen.picture.alt
        if screen.chart:
            yield from (screen.chart.box_title, screen.chart.box_text)
    for activity in pack.activities:
        yield from (activity.title, activity.prompt, activity.introduction)
        for item in activity.items:
            yield from (item.title, *item.reasons.values())
