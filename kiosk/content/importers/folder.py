"""A folder that came from outside, such as one on a stick."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.files import read_plain
from kiosk.content.importers.gathered import MOST_BYTES, MOST_FILES, Gathered
from kiosk.content.importers.names import MOST_PARTS
from kiosk.content.problem import FileReport
from kiosk.content.wrong import Wrong


def gather_folder(root: Path) -> Gathered:
    """Read a folder into memory; links are not followed. Never raises ``OSError``."""
    gathered = Gathered()
    try:
        for path, file in _walk(root, "", gathered):
            if len(gathered.files) + len(gathered.refused) >= MOST_FILES:
                gathered.refuse(path, Wrong.ONE_TOO_MANY, n=MOST_FILES)
                break
            _take(path, file, gathered)
    except OSError as fault:
        gathered.refuse(".", Wrong.NOT_READ, detail=fault.strerror or fault)
    return gathered.without_wrapper()


def _walk(folder: Path, prefix: str, gathered: Gathered) -> Iterator[tuple[str, Path]]:
    with os.scandir(folder) as entries:
        found = sorted(entries, key=_name)
    for entry in found:
        path = f"{prefix}{entry.name}"
        if entry.is_symlink() or getattr(entry, "is_junction", _never)():
            gathered.refuse(path, Wrong.A_LINK)
        elif not entry.is_dir(follow_symlinks=False):
            yield path, Path(entry.path)
        elif entry.name.startswith("."):
            gathered.left_out.append(f"{path}/")
        elif path.count("/") >= MOST_PARTS - 1:
            gathered.refuse(path, Wrong.TOO_DEEP, n=MOST_PARTS - 1)
        else:
            yield from _walk(Path(entry.path), f"{path}/", gathered)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _never() -> bool:
    return False


def _take(path: str, file: Path, gathered: Gathered) -> None:
    if not gathered.admits(path):
        return
    data = read_plain(file, FileReport(path, gathered.problems))
    if data is None:
        gathered.refused.add(path)
    elif len(data) > gathered.room:
        gathered.refuse(path, Wrong.TOO_MUCH, n=MOST_BYTES >> 20)
    else:
        gathered.take(path, data)
