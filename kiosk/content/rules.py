"""The rules between the fields of a pack: what is named exists, and nothing is there twice.

A field that did not fit was reported before and is empty here; these rules
pass over it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kiosk.content.body import block_texts
from kiosk.content.pack import (
    MAX_SCREEN_WORDS,
    NO_CATEGORY,
    ActivityFile,
    ChartTable,
    ItemTable,
    ScreenFile,
)
from kiosk.content.problem import FileReport
from kiosk.content.words import ScreenWords
from kiosk.content.wrong import Thing, Wrong
from kiosk.core.lesson import Block


def check_unique(ids: Iterable[str], place: str, thing: Thing, report: FileReport) -> None:
    """Report each id that stood in the list before. ``place`` has ``{}`` for its number."""
    seen: dict[str, int] = {}
    for number, one in enumerate(ids, start=1):
        if one and one in seen:
            report.add(place.format(number), Wrong.TWICE, thing=thing, name=one, n=seen[one])
        seen.setdefault(one, number)


def check_known(
    name: str | None, known: Collection[str], place: str, thing: Thing, report: FileReport
) -> None:
    """Report a name that is not among the known ones."""
    # Where an id could not be read, the name may well be that one.
    if name and "" not in known and name not in known:
        report.add(place, Wrong.NOT_THERE, thing=thing, name=name)


def check_screen(screen: ScreenFile, blocks: Sequence[Block], report: FileReport) -> None:
    """Check a screen by itself: its length, and a text for its picture."""
    if screen.picture is not None and screen.picture_alt is None:
        report.add("picture_alt", Wrong.NO_ALT)
    if screen.picture is None and screen.picture_alt is not None:
        report.add("picture_alt", Wrong.NO_PICTURE)
    shown = (blocks, screen.quote, screen.parts, screen.reveals, screen.chart)
    if not any(shown):
        report.add("", Wrong.EMPTY_SCREEN)
    words = count_words(screen, blocks)
    if words > MAX_SCREEN_WORDS:
        report.add("", Wrong.LONG_SCREEN, n=words, most=MAX_SCREEN_WORDS)


def count_words(screen: ScreenFile | ScreenWords, blocks: Iterable[Block]) -> int:
    """Return the words of a screen's body, quote, parts and reveals."""
    return sum(len(text.split()) for text in _texts(screen, blocks))


def _texts(screen: ScreenFile | ScreenWords, blocks: Iterable[Block]) -> Iterator[str]:
    yield from block_texts(blocks)
    yield screen.quote or ""
    for part in screen.parts:
        yield f"{part.words} {part.text}"
    for reveal in screen.reveals:
        yield f"{reveal.title} {reveal.text}"


def check_chart(
    chart: ChartTable, items_of: Mapping[str, Collection[str]], report: FileReport
) -> None:
    """Check that a chart's activity and its items exist. ``items_of`` is by activity id."""
    check_known(chart.activity, items_of, "chart.activity", Thing.ACTIVITY, report)
    items = items_of.get(chart.activity)
    for number, example in enumerate(chart.examples, start=1):
        if items is not None:
            check_known(example, items, f"chart.examples[{number}]", Thing.ITEM, report)
    check_unique(chart.examples, "chart.examples[{}]", Thing.ITEM, report)


def check_activity(activity: ActivityFile, screen_ids: Collection[str], report: FileReport) -> None:
    """Check an activity's ids, reasons, deal and what its items name."""
    categories = [category.id for category in activity.categories]
    check_unique(categories, "categories[{}].id", Thing.CATEGORY, report)
    check_unique((item.id for item in activity.items), "items[{}].id", Thing.ITEM, report)
    for number, category_id in enumerate(categories, start=1):
        if category_id == NO_CATEGORY:
            report.add(f"categories[{number}].id", Wrong.FOR_DECOYS, name=NO_CATEGORY)
    if activity.deal and activity.deal > len(activity.items):
        report.add("deal", Wrong.DEAL, n=len(activity.items))
    for number, item in enumerate(activity.items, start=1):
        place = f"items[{number}]"
        check_known(item.screen, screen_ids, f"{place}.screen", Thing.SCREEN, report)
        _check_item(item, categories, place, report)


def _check_item(item: ItemTable, categories: Sequence[str], place: str, report: FileReport) -> None:
    known = (*categories, NO_CATEGORY)
    check_known(item.category, known, f"{place}.category", Thing.CATEGORY, report)
    for category_id in item.reasons:
        check_known(
            category_id, categories, f"{place}.reasons.{category_id}", Thing.CATEGORY, report
        )
    for category_id in dict.fromkeys(categories):
        if category_id and category_id not in item.reasons:
            report.add(f"{place}.reasons.{category_id}", Wrong.NO_REASON)
