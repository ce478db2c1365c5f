"""A zip that came from outside: nothing that it says of itself is believed."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath

from kiosk.content.files import LIMITS
from kiosk.content.importers.gathered import MOST_BYTES, MOST_FILES, Gathered
from kiosk.content.wrong import Wrong

_HIGHEST_RATIO = 100
"""Prose and drawings come to a tenth of that."""

_SMALL = 16 * 1024
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PATCH = 0x20
_ENTRY = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, OverflowError,
    NotImplementedError, RuntimeError, KeyError, IndexError,
)  # fmt: skip


def gather_zip(file: Path) -> Gathered:
    """Read a zip into memory. Never raises."""
    gathered = Gathered()
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as fault:
        gathered.refuse(file.name, Wrong.NOT_READ, detail=fault.strerror or fault)
        return gathered
    if len(data) > MOST_BYTES:
        gathered.refuse(file.name, Wrong.LARGE_ZIP, n=MOST_BYTES >> 20)
        return gathered
    return gather_zip_bytes(data, file.name)


def gather_zip_bytes(data: bytes, name: str) -> Gathered:
    """Read a zip that is in memory already. ``name`` is what it is called. Never raises."""
    gathered = Gathered()
    # Each entry of the list costs memory before anything can be asked about it.
    if data.count(_ENTRY) > 2 * MOST_FILES:
        gathered.refuse(name, Wrong.MANY_FILES, n=MOST_FILES)
        return gathered
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _take_all(archive, gathered)
    except _BROKEN as fault:
        gathered.refuse(name, Wrong.NOT_ZIP, detail=fault)
    return gathered.without_wrapper()


def _take_all(archive: zipfile.ZipFile, gathered: Gathered) -> None:
    for entry in archive.infolist():
        path = entry.orig_filename
        if len(gathered.files) + len(gathered.refused) >= MOST_FILES:
            gathered.refuse(path, Wrong.ONE_TOO_MANY, n=MOST_FILES)
            return
        if path.endswith("/") and not entry.file_size:
            # Nothing is made of it, but a trap in its name tells what kind of zip it is.
            gathered.admits_folder(path.removesuffix("/"))
        elif gathered.admits(path):
            _take(archive, entry, path, gathered)


def _take(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: str, gathered: Gathered) -> None:
    limit = min(LIMITS[PurePosixPath(path).suffix], gathered.room)
    fault = _fault_of(entry, limit)
    if fault:
        gathered.refuse(path, fault, n=limit // 1024)
        return
    try:
        with archive.open(entry) as stream:
            data = stream.read(limit + 1)
    except _BROKEN as broken:
        gathered.refuse(path, Wrong.BROKEN, detail=broken)
        return
    if len(data) != entry.file_size:
        gathered.refuse(path, Wrong.LENGTH)
        return
    gathered.take(path, data)


def _fault_of(entry: zipfile.ZipInfo, limit: int) -> Wrong | None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    unknown = entry.compress_type not in _METHODS or entry.flag_bits & _PATCH
    grows = entry.file_size > max(_SMALL, _HIGHEST_RATIO * entry.compress_size)
    faults = (
        (kind == stat.S_IFLNK, Wrong.A_LINK),
        (kind not in (0, stat.S_IFREG, stat.S_IFLNK), Wrong.NOT_PLAIN),
        (entry.flag_bits & _ENCRYPTED, Wrong.ENCRYPTED),
        (unknown, Wrong.UNKNOWN_METHOD),
        (entry.file_size > limit, Wrong.TOO_LARGE),
        (grows, Wrong.GROWS),
    )
    return next((fault for found, fault in faults if found), None)
