"""An export in a zip: taken out by an allow-list, with every size held to its word."""

from __future__ import annotations

import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from kiosk.errors import SourceRefused
from kiosk.reports import manifest, readme
from kiosk.reports.attempt_log import TABLES
from kiosk.reports.names import WORKBOOK

_NAMES = frozenset({manifest.FILE, readme.FILE, WORKBOOK, *(table.file for table in TABLES)})
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NOT_OURS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")  # what systems put in
_MOST_ENTRIES = 64
_HIGHEST_RATIO = 400  # tables of one learner's attempts over and over come to a tenth of that
_CHUNK = 1024 * 1024
_ENCRYPTED = 1


class _Unfit(ValueError):
    pass


def unpack(file: Path, place: Path) -> Path:
    """Take the files of an export out of a zip; nothing else of it is written.

    Args:
        file: the zip; the export's folder may be in it, or its files alone.
        place: an empty folder for the files, which is returned.

    Raises:
        SourceRefused: it is not a zip of an export, or not to be trusted.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = list(_entries(archive, shutil.disk_usage(place).free))
            for name, entry in entries:
                with archive.open(entry) as source, (place / name).open("xb") as target:
                    shutil.copyfileobj(source, target, _CHUNK)
    except (OSError, ValueError, NotImplementedError, RuntimeError) as fault:
        raise SourceRefused(path=file, detail=fault) from fault
    except (zipfile.BadZipFile, zlib.error, EOFError) as fault:
        raise SourceRefused(path=file, detail=f"it cannot be unpacked ({fault})") from fault
    return place


def _entries(archive: zipfile.ZipFile, room: int) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    entries = [entry for entry in archive.infolist() if not _is_of_no_account(entry)]
    if len(archive.infolist()) > _MOST_ENTRIES:
        raise _Unfit("there is too much in it for an export")
    if sum(entry.file_size for entry in entries) > room:
        raise _Unfit("there is no room to unpack it")
    folders = {PurePosixPath(entry.filename).parent for entry in entries}
    if len(folders) > 1 or any(len(folder.parts) > 1 for folder in folders):
        raise _Unfit("it is not one export")
    seen = set()
    for entry in entries:
        name = PurePosixPath(entry.filename).name
        _refuse_unfit(entry, name)
        if name in seen:
            raise _Unfit(f"{name} is in it twice")
        seen.add(name)
        yield name, entry


def _is_of_no_account(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename
    return entry.is_dir() or name.startswith(_NOT_OURS[0]) or name.endswith(_NOT_OURS[1:])


def _refuse_unfit(entry: zipfile.ZipInfo, name: str) -> None:
    if name not in _NAMES:
        raise _Unfit(f"{name!r} is no file of an export")
    if "\\" in entry.filename or ".." in PurePosixPath(entry.filename).parts:
        raise _Unfit("it has a path that leads elsewhere")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise _Unfit(f"{name} in it is a link")
    if entry.flag_bits & _ENCRYPTED:
        raise _Unfit("it is encrypted")
    if entry.compress_type not in _METHODS:
        raise _Unfit(f"{name} is packed in an unknown way")
    if entry.file_size > _CHUNK and entry.file_size > _HIGHEST_RATIO * entry.compress_size:
        raise _Unfit(f"{name} would grow beyond measure")
