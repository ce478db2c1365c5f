"""Which files a purge looks into, what it looks for, and quarantined files, which go whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from kiosk import durable
from kiosk.core.purges import OlderThan, OneLearner, PurgeOrder
from kiosk.store import backup
from kiosk.store.traces import Traces

QUARANTINE_NAME = "quarantine"
SIDECAR = ".sha256"
_SURE_LENGTH = 5


def traces_of(order: PurgeOrder, ids: frozenset[str]) -> Traces:
    """Return what to look for in files.

    A short code that no row has, ``ids`` being empty, is not looked for: it would come up by
    chance, and cost others their files.
    """
    if isinstance(order, OneLearner) and (ids or len(order.code) >= _SURE_LENGTH):
        return Traces(order.code, ids)
    return Traces(None, ids)


def sweep_quarantine(folder: Path, order: PurgeOrder, gone: frozenset[str]) -> tuple[Path, ...]:
    """Delete what is quarantined and holds the code or an id, or is itself as old as is asked.

    A damaged file cannot be written anew; what belongs together goes together.

    Returns:
        What was deleted.

    Raises:
        OSError: it cannot be read or deleted.
    """
    place = folder / QUARANTINE_NAME
    if not place.is_dir():
        return ()
    removed = []
    for entry in sorted(place.iterdir()):
        files = (
            [entry] if entry.is_file() else [each for each in entry.rglob("*") if each.is_file()]
        )
        if _to_go(files, order, gone):
            entry.unlink() if entry.is_file() else shutil.rmtree(entry)
            removed.append(entry)
    durable.sync_folder(place)
    return tuple(removed)


def _to_go(files: list[Path], order: PurgeOrder, gone: frozenset[str]) -> bool:
    if isinstance(order, OneLearner):
        traces = traces_of(order, gone)
        return any(traces.in_file(file) for file in files)
    newest = max((file.stat().st_mtime for file in files), default=0.0)
    return newest < order.before.timestamp()


def is_backup(folder: Path, file: Path) -> bool:
    """Return whether a file is a backup of a data folder."""
    return file.parent == folder / backup.FOLDER_NAME and file.suffix == ".db"


def files_to_prove(folder: Path, order: PurgeOrder) -> Iterator[Path]:
    """Yield every file of a data folder that must hold nothing any more.

    Quarantined files that are not old yet stay as they are, whatever they hold. SQLite's memory
    file and the backups' hashes are made of numbers, where a short code can come up by chance.
    """
    spared = folder / QUARANTINE_NAME if isinstance(order, OlderThan) else None
    for file in sorted(folder.rglob("*")):
        numbers = file.name.endswith(("-shm", SIDECAR))
        if file.is_file() and not file.is_symlink() and spared not in file.parents and not numbers:
            yield file
