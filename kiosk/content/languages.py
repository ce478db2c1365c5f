"""A pack's other languages: read, compared with the pack itself, and put in the place of its words.

Each language says all that the pack says, no less and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from kiosk.content.body import parse_body
from kiosk.content.convert import convert_table
from kiosk.content.files import PackFiles
from kiosk.content.pack import MAX_SCREEN_WORDS, ActivityFile, PackFile, ScreenFile
from kiosk.content.problem import FileReport
from kiosk.content.rules import check_unique, count_words
from kiosk.content.text import parse_toml, split_screen
from kiosk.content.words import (
    ActivityWords,
    CategoryWords,
    ItemWords,
    PackWords,
    ScreenWords,
)
from kiosk.content.wrong import Thing, Wrong
from kiosk.core.lesson import Activity, Block, Chart, LessonScreen, Pack, Part, Picture, Reveal


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the pack itself, to compare one of a language with."""

    file: str
    screen: ScreenFile | None = None
    blocks: tuple[Block, ...] = ()
    activity: ActivityFile | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """All that one language says, in the order of the pack."""

    language: str
    pack: PackWords
    screens: tuple[tuple[ScreenWords, tuple[Block, ...]], ...]
    activities: tuple[ActivityWords, ...]


def read_languages(
    manifest: PackFile, sources: Sequence[Source], folder: PackFiles
) -> tuple[Words, ...]:
    """Return what each language of a pack says; what is wrong goes to the folder's problems."""
    report = folder.report("pack.toml")
    check_unique(manifest.languages, "languages[{}]", Thing.LANGUAGE, report)
    if manifest.language in manifest.languages:
        report.add("languages", Wrong.OWN_LANGUAGE, name=manifest.language)
    tags = [tag for tag in dict.fromkeys(manifest.languages) if tag and tag != manifest.language]
    return tuple(_read(tag, sources, folder) for tag in tags)


def lacking(manifest: PackFile, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return those of the wanted languages in which a pack cannot be read; regions do not count."""
    there = {tag.partition("-")[0] for tag in (manifest.language, *manifest.languages)}
    return tuple(tag for tag in wanted if tag.partition("-")[0] not in there)


def spoken(pack: Pack, words: Words) -> Pack:
    """Return a pack in one of its languages; its ids, rules and fingerprint are the same."""
    return replace(
        pack,
        language=words.language,
        title=words.pack.title,
        module=words.pack.module,
        screens=tuple(
            _screen(screen, front, blocks)
            for screen, (front, blocks) in zip(pack.screens, words.screens, strict=True)
        ),
        activities=tuple(
            _activity(activity, said)
            for activity, said in zip(pack.activities, words.activities, strict=True)
        ),
    )


def _read(tag: str, sources: Sequence[Source], folder: PackFiles) -> Words:
    file = f"{tag}/pack.toml"
    raw = _toml(folder, file)
    pack = None if raw is None else convert_table(PackWords, raw, "", folder.report(file))
    screens, activities = [], []
    for source in sources:
        if source.screen is not None:
            screens.append(_read_screen(tag, source, source.screen, folder))
        elif source.activity is not None:
            activities.append(_read_activity(tag, source, source.activity, folder))
    return Words(tag, pack or PackWords("", ""), tuple(screens), tuple(activities))


def _toml(folder: PackFiles, file: str) -> dict[str, object] | None:
    text = folder.text(file)
    return None if text is None else parse_toml(text, 1, folder.report(file))


def _read_screen(
    tag: str, source: Source, screen: ScreenFile, folder: PackFiles
) -> tuple[ScreenWords, tuple[Block, ...]]:
    file = f"{tag}/{source.file}"
    report, text = folder.report(file), folder.text(file)
    parts = None if text is None else split_screen(text, report)
    raw = None if parts is None else parse_toml(parts.front, parts.front_line, report)
    if parts is None or raw is None:
        return ScreenWords(""), ()
    blocks = parse_body(parts.body, parts.body_line, report)
    words = convert_table(ScreenWords, raw, "", report)
    _compare_screens(screen, words, report)
    if bool(source.blocks) != bool(blocks):
        report.add("", Wrong.BODY_DIFFERS)
    count = count_words(words, blocks)
    if count > MAX_SCREEN_WORDS:
        report.add("", Wrong.LONG_SCREEN, n=count, most=MAX_SCREEN_WORDS)
    return words, blocks


def _compare_screens(screen: ScreenFile, words: ScreenWords, report: FileReport) -> None:
    for name in ("kicker", "picture_alt", "quote", "chart"):
        there, said = getattr(screen, name) is not None, getattr(words, name) is not None
        if there and not said:
            report.add(name, Wrong.LANGUAGE_LACKS)
        if said and not there:
            report.add(name, Wrong.LANGUAGE_ADDS)
    for name in ("parts", "reveals"):
        count = len(getattr(screen, name))
        if len(getattr(words, name)) != count:
            report.add(name, Wrong.COUNT_DIFFERS, n=count, name=name)


def _read_activity(
    tag: str, source: Source, activity: ActivityFile, folder: PackFiles
) -> ActivityWords:
    file = f"{tag}/{source.file}"
    report, raw = folder.report(file), _toml(folder, file)
    if raw is None:
        return ActivityWords("", "", "", (), ())
    words = convert_table(ActivityWords, raw, "", report)
    categories = [category.id for category in activity.categories]
    _compare_ids(words.categories, categories, "categories", report)
    _compare_ids(words.items, [item.id for item in activity.items], "items", report)
    for number, item in enumerate(words.items, start=1):
        for category_id in item.reasons.keys() ^ set(categories):
            what = Wrong.MISSING if category_id in categories else Wrong.NO_SUCH_CATEGORY
            report.add(f"items[{number}].reasons.{category_id}", what)
    return words


def _compare_ids(
    said: Sequence[CategoryWords] | Sequence[ItemWords],
    known: Sequence[str],
    place: str,
    report: FileReport,
) -> None:
    ids = [one.id for one in said]
    check_unique(ids, f"{place}[{{}}].id", Thing.ID, report)
    for number, one in enumerate(ids, start=1):
        if one and one not in known:
            report.add(f"{place}[{number}].id", Wrong.ADDS_NAME, name=one)
    for one in dict.fromkeys(known):
        if one and one not in ids:
            report.add(place, Wrong.LACKS_NAME, name=one)


def _screen(screen: LessonScreen, words: ScreenWords, blocks: tuple[Block, ...]) -> LessonScreen:
    picture, chart = screen.picture, screen.chart
    parts = zip(screen.parts, words.parts, strict=True)
    reveals = zip(screen.reveals, words.reveals, strict=True)
    return replace(
        screen,
        title=words.title,
        kicker=words.kicker or "",
        blocks=blocks,
        picture=Picture(picture.file, words.picture_alt or "") if picture else None,
        quote=words.quote,
        parts=tuple(Part(said.words, said.text, one.icon) for one, said in parts),
        reveals=tuple(Reveal(said.title, said.text, one.icon) for one, said in reveals),
        chart=_chart(chart, words) if chart else None,
    )


def _chart(chart: Chart, words: ScreenWords) -> Chart:
    if words.chart is None:
        return chart
    return replace(chart, box_title=words.chart.box_title, box_text=words.chart.box_text)


def _activity(activity: Activity, words: ActivityWords) -> Activity:
    categories: Mapping[str, CategoryWords] = {one.id: one for one in words.categories}
    items: Mapping[str, ItemWords] = {one.id: one for one in words.items}
    return replace(
        activity,
        title=words.title,
        prompt=words.prompt,
        introduction=words.introduction,
        categories=tuple(
            replace(one, title=categories[one.id].title, short_title=categories[one.id].short_title)
            for one in activity.categories
        ),
        items=tuple(
            replace(
                one,
                title=items[one.id].title,
                reasons=MappingProxyType(items[one.id].reasons),
            )
            for one in activity.items
        ),
    )
