"""Everything that is wrong with a pack, as one list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.content.body import parse_body
from kiosk.content.convert import convert_table
from kiosk.content.files import PackFiles, PackFolder, PackInMemory
from kiosk.content.languages import Source, Words, read_languages
from kiosk.content.pack import FORMAT, ActivityFile, PackFile, ScreenFile
from kiosk.content.problem import Problem
from kiosk.content.rules import check_activity, check_chart, check_screen, check_unique
from kiosk.content.svg import check_svg
from kiosk.content.text import parse_toml, split_screen
from kiosk.content.wrong import Thing, Wrong
from kiosk.core.lesson import Block

MANIFEST = "pack.toml"


@dataclass(frozen=True, slots=True)
class ScreenDraft:
    """A screen file that could be read."""

    file: str
    front: ScreenFile
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """An activity file that could be read."""

    file: str
    table: ActivityFile


@dataclass(slots=True)
class Draft:
    """A pack as far as it could be read; whole where there are no problems."""

    problems: list[Problem] = field(default_factory=list)
    manifest: PackFile | None = None
    screens: list[ScreenDraft] = field(default_factory=list)
    activities: list[ActivityDraft] = field(default_factory=list)
    languages: tuple[Words, ...] = ()
    contents: dict[str, bytes] = field(default_factory=dict)


def check_pack(path: Path) -> tuple[Problem, ...]:
    """Return every problem of the pack in a folder; none where it can be used."""
    return tuple(examine(path).problems)


def examine(path: Path) -> Draft:
    """Read the pack in a folder, each file once, and check all of it. Never raises."""
    draft = Draft()
    return _examined(draft, PackFolder(path, draft.problems))


def examine_files(
    files: Mapping[str, bytes], refused: Collection[str], problems: Sequence[Problem] = ()
) -> Draft:
    """Check all of a pack that was read into memory. Never raises.

    Args:
        files: what there is, by its path inside the pack.
        refused: files that are there and were not read, for a reason among ``problems``.
        problems: what was found wrong before.
    """
    draft = Draft(list(problems))
    return _examined(draft, PackInMemory(files, refused, draft.problems))


def _examined(draft: Draft, folder: PackFiles) -> Draft:
    draft.contents = folder.contents
    draft.manifest = _read_manifest(folder)
    if draft.manifest is not None:
        draft.screens = _read_screens(draft.manifest.screens, folder)
        draft.activities = _read_activities(draft.manifest.activities, folder)
        _check_between(draft, folder)
        sources = [Source(s.file, screen=s.front, blocks=s.blocks) for s in draft.screens]
        sources += [Source(a.file, activity=a.table) for a in draft.activities]
        draft.languages = read_languages(draft.manifest, sources, folder)
    return draft


def picture_file(name: str) -> str:
    """Return where in the pack a picture is."""
    return f"pictures/{name}"


def _read_manifest(folder: PackFiles) -> PackFile | None:
    report = folder.report(MANIFEST)
    raw = _read_toml(folder, MANIFEST)
    if raw is None:
        return None
    if raw.get("format", FORMAT) != FORMAT:
        report.add("format", Wrong.FORMAT, n=FORMAT)
        return None
    manifest = convert_table(PackFile, raw, "", report)
    check_unique(manifest.screens, "screens[{}]", Thing.SCREEN, report)
    check_unique(manifest.activities, "activities[{}]", Thing.ACTIVITY, report)
    return manifest


def _read_toml(folder: PackFiles, file: str) -> dict[str, object] | None:
    text = folder.text(file)
    return None if text is None else parse_toml(text, 1, folder.report(file))


def _read_screens(stems: Sequence[str], folder: PackFiles) -> list[ScreenDraft]:
    files = [f"screens/{stem}.md" for stem in dict.fromkeys(stems) if stem]
    drafts = (_read_screen(folder, file) for file in files)
    return [draft for draft in drafts if draft is not None]


def _read_screen(folder: PackFiles, file: str) -> ScreenDraft | None:
    report = folder.report(file)
    text = folder.text(file)
    parts = None if text is None else split_screen(text, report)
    if parts is None:
        return None
    blocks = parse_body(parts.body, parts.body_line, report)
    raw = parse_toml(parts.front, parts.front_line, report)
    if raw is None:
        return None
    front = convert_table(ScreenFile, raw, "", report)
    check_screen(front, blocks, report)
    return ScreenDraft(file, front, blocks)


def _read_activities(stems: Sequence[str], folder: PackFiles) -> list[ActivityDraft]:
    drafts = []
    for file in (f"activities/{stem}.toml" for stem in dict.fromkeys(stems) if stem):
        raw = _read_toml(folder, file)
        if raw is not None:
            table = convert_table(ActivityFile, raw, "", folder.report(file))
            drafts.append(ActivityDraft(file, table))
    return drafts


def _check_between(draft: Draft, folder: PackFiles) -> None:
    """Check what one file says about another."""
    screen_ids = _ids([(screen.file, screen.front.id) for screen in draft.screens], folder)
    activity_ids = _ids([(one.file, one.table.id) for one in draft.activities], folder)
    if draft.manifest is None or len(draft.screens) < len(draft.manifest.screens):
        screen_ids.append("")
    items_of = {one.table.id: [item.id for item in one.table.items] for one in draft.activities}
    if draft.manifest is None or len(activity_ids) < len(draft.manifest.activities):
        items_of[""] = []
    for screen in draft.screens:
        if screen.front.chart is not None:
            check_chart(screen.front.chart, items_of, folder.report(screen.file))
    for activity in draft.activities:
        check_activity(activity.table, screen_ids, folder.report(activity.file))
    _check_pictures(draft.screens, folder)


def _ids(named: Sequence[tuple[str, str]], folder: PackFiles) -> list[str]:
    """Return the ids of some files, having reported those that are there twice."""
    owners: dict[str, str] = {}
    for file, one in named:
        if one and one in owners:
            folder.report(file).add("id", Wrong.ID_TWICE, name=one, file=owners[one])
        owners.setdefault(one, file)
    return [one for _, one in named]


def _check_pictures(screens: Sequence[ScreenDraft], folder: PackFiles) -> None:
    names = dict.fromkeys(screen.front.picture for screen in screens if screen.front.picture)
    for file in map(picture_file, names):
        data = folder.read(file)
        if data is not None:
            check_svg(data, folder.report(file))
