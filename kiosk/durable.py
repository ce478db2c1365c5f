"""Files that are whole or not there: written beside their place, synced, then put in it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

_SHARING_ERRORS = (5, 32)
_TRIES = 10
_PAUSE_SECONDS = 0.05


def write_file(target: Path, chunks: Iterable[bytes]) -> str:
    """Write a file so that a power cut leaves the old one, the new one, or none.

    Returns:
        The SHA-256 of what was written, in hexadecimal.

    Raises:
        OSError: it could not be written; no part of it is left behind.
    """
    part = target.with_name(target.name + ".part")
    try:
        digest = _write_synced(part, chunks)
        replace(part, target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return digest


def _write_synced(part: Path, chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with part.open("wb") as stream:
        for chunk in chunks:
            digest.update(chunk)
            stream.write(chunk)
        stream.flush()
        os.fsync(stream.fileno())
    return digest.hexdigest()


def sync_file(path: Path) -> str:
    """Make a file that another library wrote outlast a power cut.

    Returns:
        The SHA-256 of what stands in it, in hexadecimal.

    Raises:
        OSError: it cannot be read or synced.
    """
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())
        return hashlib.file_digest(stream, "sha256").hexdigest()


def replace(source: Path, target: Path) -> None:
    """Rename, over what is there. A virus scanner that holds the file is waited for.

    Raises:
        OSError: it could not be done, or not within half a second of sharing errors.
    """
    for left in range(_TRIES - 1, -1, -1):
        try:
            source.replace(target)
        except OSError as fault:
            if left == 0 or getattr(fault, "winerror", None) not in _SHARING_ERRORS:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def make_folder(path: Path, mode: int = 0o777) -> None:
    """Make a folder, and those above it that are missing, so that they outlast a power cut.

    Args:
        path: the folder; it may be there already.
        mode: who may do what in it, where it is made; those above it get the usual mode.

    Raises:
        OSError: it cannot be made or synced, or is a file.
    """
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    path.mkdir(mode, parents=True, exist_ok=True)
    for folder in missing:
        sync_folder(folder.parent)


def sync_folder(path: Path) -> None:
    """Make the names in a folder outlast a power cut. Windows does that by itself.

    Raises:
        OSError: the folder cannot be opened or synced.
    """
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
