"""A folder into a ``Pack``, or a fault that names what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from kiosk.content.check import MANIFEST, Draft, examine
from kiosk.content.languages import spoken
from kiosk.content.pack import (
    NO_CATEGORY,
    ActivityFile,
    ChartTable,
    ItemTable,
    PackFile,
    ScreenFile,
)
from kiosk.core.lesson import (
    Activity,
    Block,
    Category,
    Chart,
    Item,
    LessonScreen,
    Pack,
    Part,
    Picture,
    Reveal,
)
from kiosk.errors import PackBroken, PackMissing


def load_pack(path: Path) -> Pack:
    """Return the pack in a folder.

    Raises:
        PackMissing: there is no folder with a ``pack.toml``.
        PackBroken: ``check_pack`` finds a problem in it.
    """
    draft = examine(path)
    pack = pack_of(draft)
    if pack is not None:
        return pack
    if not _is_there(path):
        raise PackMissing(path=path)
    raise PackBroken(path=path, count=len(draft.problems), first=draft.problems[0])


def pack_of(draft: Draft) -> Pack | None:
    """Return the pack that was examined; ``None`` where there is a problem with it."""
    if draft.manifest is None or draft.problems:
        return None
    pack = _pack(draft.manifest, draft)
    others = {words.language: spoken(pack, words) for words in draft.languages}
    return replace(pack, translations=MappingProxyType(others))


def _is_there(path: Path) -> bool:
    try:
        return (path / MANIFEST).exists()
    except (OSError, ValueError):
        return False


def fingerprint(contents: Mapping[str, bytes]) -> str:
    """Return the SHA-256, in hex, of some files by their paths, which have forward slashes.

    Each path and each content is preceded by its length, so that no other set
    of files gives the same bytes.
    """
    digest = hashlib.sha256()
    for file, data in sorted(contents.items()):
        for part in (file.encode(), data):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()


def _pack(manifest: PackFile, draft: Draft) -> Pack:
    return Pack(
        id=manifest.id,
        version=manifest.version,
        title=manifest.title,
        module=manifest.module,
        language=manifest.language,
        sources=manifest.sources,
        screens=tuple(_screen(screen.front, screen.blocks) for screen in draft.screens),
        activities=tuple(_activity(activity.table) for activity in draft.activities),
        sha256=fingerprint(draft.contents),
        assets=MappingProxyType(_pictures(draft.contents)),
    )


def _pictures(contents: Mapping[str, bytes]) -> dict[str, bytes]:
    folder = "pictures/"
    return {
        file.removeprefix(folder): data
        for file, data in contents.items()
        if file.startswith(folder)
    }


def _screen(front: ScreenFile, blocks: tuple[Block, ...]) -> LessonScreen:
    return LessonScreen(
        id=front.id,
        title=front.title,
        kicker=front.kicker or "",
        blocks=blocks,
        picture=_picture(front),
        quote=front.quote,
        parts=tuple(Part(one.words, one.text, one.icon) for one in front.parts),
        reveals=tuple(Reveal(one.title, one.text, one.icon) for one in front.reveals),
        chart=None if front.chart is None else _chart(front.chart),
    )


def _picture(front: ScreenFile) -> Picture | None:
    if front.picture is None or front.picture_alt is None:
        return None
    return Picture(front.picture, front.picture_alt)


def _chart(table: ChartTable) -> Chart:
    return Chart(table.activity, table.examples, table.box_title, table.box_text)


def _activity(table: ActivityFile) -> Activity:
    return Activity(
        id=table.id,
        title=table.title,
        prompt=table.prompt,
        introduction=table.introduction,
        mode=table.mode,
        categories=tuple(
            Category(one.id, one.title, one.short_title, one.icon) for one in table.categories
        ),
        items=tuple(_item(one) for one in table.items),
        mastery_score=table.mastery_score,
        deal=table.deal,
    )


def _item(table: ItemTable) -> Item:
    return Item(
        id=table.id,
        title=table.title,
        category_id=None if table.category == NO_CATEGORY else table.category,
        reasons=MappingProxyType(table.reasons),
        discuss=table.discuss,
        screen_id=table.screen,
    )
