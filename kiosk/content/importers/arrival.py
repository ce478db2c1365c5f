"""A pack that somebody brings: a folder, a zip, or the ``pack.toml`` of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kiosk.content.check import Draft, examine_files
from kiosk.content.importers.folder import gather_folder
from kiosk.content.importers.gathered import MANIFEST, Gathered
from kiosk.content.importers.zipped import gather_zip
from kiosk.content.load import pack_of
from kiosk.content.pack import PackFile
from kiosk.content.problem import Problem
from kiosk.content.wrong import Wrong
from kiosk.core.lesson import Pack


@dataclass(frozen=True, slots=True)
class Arrival:
    """What was brought.

    Attributes:
        pack: the lesson; ``None`` where there are ``problems``.
        files: those that the pack is made of, by their paths in it.
        problems: everything that is wrong, each with its file and place.
        left_out: what lay beside the pack and is not taken.
        manifest: what its ``pack.toml`` says, if that much could be read.
    """

    pack: Pack | None
    files: dict[str, bytes]
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    manifest: PackFile | None


def read_arrival(path: Path) -> Arrival:
    """Read and check whatever is at a path; nothing is written. Never raises."""
    gathered = _gathered(path)
    draft = examine_files(gathered.files, gathered.refused, gathered.problems)
    unused = set(gathered.files) - set(draft.contents)
    left_out = (*gathered.left_out, *sorted(unused))
    return Arrival(pack_of(draft), draft.contents, _all_of(draft), left_out, draft.manifest)


def _all_of(draft: Draft) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(draft.problems))


def _gathered(path: Path) -> Gathered:
    try:
        if path.name == MANIFEST and path.is_file():
            return gather_folder(path.parent)
        if path.is_dir():
            return gather_folder(path)
        if path.is_file():
            return gather_zip(path)
    except (OSError, ValueError):
        pass
    nothing = Gathered()
    nothing.refuse(path.name or str(path), Wrong.NEITHER)
    nothing.refused.add(MANIFEST)
    return nothing
