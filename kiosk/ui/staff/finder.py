"""What somebody may have brought on a stick: files of a kind, in the folders where they would be.

No file dialog of the system is opened: it would let whoever stands there at everything else.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.ui.staff.views import PlaceToExport

_DEPTH = 3
_MOST = 24
_MOST_LOOKED_AT = 20_000
_PATIENCE_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file or folder that was found; ``place`` is the title of where, ``changed`` is local."""

    path: Path
    place: str
    changed: datetime


def find(
    places: tuple[PlaceToExport, ...], endings: tuple[str, ...], marker: str = ""
) -> tuple[FoundFile, ...]:
    """Return the newest files of some endings in a few folders, and folders with a marker in them.

    Takes a few seconds at the most: for the background.

    Args:
        places: where to look, three folders deep.
        endings: in small letters, such as ``.csv``.
        marker: name of a file that tells what folder is looked for; empty for none.
    """
    until, seen = time.monotonic() + _PATIENCE_SECONDS, 0
    found: dict[Path, FoundFile] = {}
    for place in places:
        for entry in _entries(place.folder, _DEPTH):
            seen += 1
            if seen > _MOST_LOOKED_AT or time.monotonic() > until:
                break
            if entry.name == marker:
                _note(found, Path(entry.path).parent, place.title)
            elif entry.name.lower().endswith(endings):
                _note(found, Path(entry.path), place.title)
    newest = sorted(found.values(), key=_changed, reverse=True)
    return tuple(newest[:_MOST])


def _entries(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=_name):
                if entry.name.startswith((".", "$")) or entry.is_symlink():
                    continue
                if not entry.is_dir():
                    yield entry
                elif depth > 1:
                    yield from _entries(Path(entry.path), depth - 1)
    except OSError:
        return


def _note(found: dict[Path, FoundFile], path: Path, place: str) -> None:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, ValueError, OverflowError):
        return
    found.setdefault(path, FoundFile(path, place, changed))


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _changed(found: FoundFile) -> datetime:
    return found.changed
