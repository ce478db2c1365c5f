"""Where a database goes that is not to be used any more: beside, never away.

The name of its folder says how far that has come, so that a kill at any moment leaves something
to go on from: ``<time>.moving`` while files are on their way into it, ``<time>.building`` while
another database is made for their place, ``<time>`` when that stands there.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from kiosk import durable, paths

FOLDER_NAME = "quarantine"
MOVING, BUILDING = ".moving", ".building"
WORK = (".part", ".salvaged")
"""Ends of the names of what another database is made in, beside the place where it will stand."""
_COPYING = ".part"
_PARTS = ("-wal", "-journal", "", "-shm")


def open_place(folder: Path, now: datetime) -> Path:
    """Make a folder for what is to be moved. Raises ``OSError``."""
    place = _free(folder, now, MOVING)
    place.mkdir(mode=0o700, parents=True)
    durable.sync_folder(folder)
    durable.sync_folder(place.parent)
    return place


def unfinished(folder: Path) -> Path | None:
    """Return the folder that a kill left on the way, the oldest first. Raises ``OSError``."""
    quarantine = folder / FOLDER_NAME
    if not quarantine.is_dir():
        return None
    left = (entry for entry in quarantine.iterdir() if entry.suffix in (MOVING, BUILDING))
    return min(left, default=None)


def move_in(folder: Path, place: Path) -> Path:
    """Move the database of a data folder with its journals, or what is left there of them.

    Returns:
        The folder under the name that says so.

    Raises:
        OSError: it stopped on the way; done again, it goes on.
    """
    for file in with_journals(paths.database(folder)):
        if file.exists():
            durable.replace(file, _beside(place / file.name))
    durable.sync_folder(place)
    durable.sync_folder(folder)
    return _renamed(place, BUILDING)


def holds_anything(place: Path) -> bool:
    """Return whether a byte of a database or a journal lies there. Raises ``OSError``."""
    return any(file.stat().st_size for file in place.iterdir() if not file.name.endswith("-shm"))


def close_place(place: Path) -> Path:
    """Give a folder its last name: there is another database now. Raises ``OSError``."""
    return _renamed(place, "")


def keep_copy(folder: Path, now: datetime) -> Path:
    """Copy a whole database, closed and without a journal, into a folder of its own.

    Raises:
        OSError: it could not be written.
    """
    return keep(folder, now, lambda copy: shutil.copyfile(paths.database(folder), copy))


def keep(folder: Path, now: datetime, write: Callable[[Path], object]) -> Path:
    """Have a whole database written into a folder of its own. Returns the folder.

    Args:
        folder: the data folder.
        now: names the folder.
        write: writes the database to the file that it is given, and may fail.

    Raises:
        OSError: it could not be written; and what ``write`` raises.
    """
    for half in (folder / FOLDER_NAME).glob(f"*{_COPYING}"):
        shutil.rmtree(half)
    part = _free(folder, now, _COPYING)
    part.mkdir(mode=0o700, parents=True)
    copy = part / paths.DATABASE_NAME
    write(copy)
    durable.sync_file(copy)
    durable.sync_folder(part)
    durable.sync_folder(folder)
    return _renamed(part, "")


def with_journals(file: Path) -> Iterator[Path]:
    """Yield the names that a database and its journals have, the journals first."""
    for suffix in _PARTS:
        yield file.with_name(file.name + suffix)


def _free(folder: Path, now: datetime, suffix: str) -> Path:
    utc = now.astimezone(UTC)
    stem = f"{utc.year:04d}{utc:%m%dT%H%M%SZ}"
    quarantine = folder / FOLDER_NAME
    taken = {entry.stem for entry in quarantine.iterdir()} if quarantine.is_dir() else set()
    names = (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3)))
    return quarantine / (next(name for name in names if name not in taken) + suffix)


def _beside(target: Path) -> Path:
    # What is in quarantine is never written over.
    taken, number = target, 2
    while taken.exists():
        taken, number = target.with_name(f"{target.name}.{number}"), number + 1
    return taken


def _renamed(place: Path, suffix: str) -> Path:
    named = place.with_suffix(suffix)
    durable.replace(place, named)
    durable.sync_folder(place.parent)
    return named
