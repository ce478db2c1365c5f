"""Backups written anew without what was purged. A kill leaves each as it was, or done."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk import durable
from kiosk.core.purges import OlderThan, PurgeOrder
from kiosk.errors import DatabaseDamaged
from kiosk.paths import DATABASE_NAME
from kiosk.store import backup, purge_rows
from kiosk.store.connection import fault_in, open_reader, pragma
from kiosk.store.migrate import check_ours, load_migrations
from kiosk.store.purge_files import SIDECAR, traces_of

_SIDECAR_NEXT = ".sha256.next"
_DIGEST = re.compile(r"[0-9a-f]{64}")
Known = dict[Path, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Swept:
    """What was done to the files: how many were written anew, and which ones went."""

    rewritten: int
    removed: tuple[Path, ...]
    ids: frozenset[str]


def clear_up(folder: Path) -> None:
    """Take away what a kill left: parts go; a sidecar that fits its backup takes its place.

    Raises:
        OSError: it cannot be read or deleted.
    """
    backups = folder / backup.FOLDER_NAME
    for part in (*folder.glob(f"{DATABASE_NAME}*.part"), *backups.glob("*.part*")):
        part.unlink()
    for following in backups.glob(f"*{_SIDECAR_NEXT}"):
        file = following.with_name(following.name.removesuffix(_SIDECAR_NEXT))
        if file.exists() and _digest_of(file) in following.read_text(encoding="utf-8"):
            _take_next_sidecar(file)
        else:
            following.unlink()
    if backups.is_dir():
        durable.sync_folder(backups)


def sweep_backups(
    folder: Path, order: PurgeOrder, gone: frozenset[str], known: Known | None = None
) -> Swept:
    """Write each backup of a data folder anew that holds what is to go.

    One that cannot be read is no backup: it goes whole, if it holds any of it.

    Args:
        folder: the data folder. Nobody else may be writing a backup into it.
        order: what is purged.
        gone: ids of the rows that go from the database.
        known: how files stood after an earlier sweep, which are left alone if they still do;
            brought up to date.

    Raises:
        DatabaseNewer: a newer program made one of them.
        OSError, sqlite3.Error: the disk refuses; every backup is as it was, or done.
    """
    seen = {} if known is None else known
    rewritten, unsound, ids = 0, [], frozenset[str]()
    for file in sorted((folder / backup.FOLDER_NAME).glob("*.db")):
        if seen.get(file) == _stand(file):
            continue
        try:
            _refuse_unsound(file)
            went = _rewrite(file, order, gone)
        except (DatabaseDamaged, backup.BackupUnsound):
            unsound.append(file)
            continue
        seen[file] = _stand(file)
        if went is not None:
            rewritten, ids = rewritten + 1, ids | went
    removed = [file for file in unsound if _removed(file, order, gone | ids)]
    return Swept(rewritten, tuple(removed), ids)


def _removed(file: Path, order: PurgeOrder, gone: frozenset[str]) -> bool:
    old = isinstance(order, OlderThan) and file.stat().st_mtime < order.before.timestamp()
    if not old and not traces_of(order, gone).in_file(file):
        return False
    file.unlink()
    _sidecar(file).unlink(missing_ok=True)
    durable.sync_folder(file.parent)
    return True


def _refuse_unsound(file: Path) -> None:
    with closing(open_reader(file)) as reader:
        check_ours(reader, file, load_migrations())
        if not pragma(reader, "user_version"):
            raise DatabaseDamaged(path=file, detail="it is empty")


def _rewrite(file: Path, order: PurgeOrder, gone: frozenset[str]) -> frozenset[str] | None:
    """Return the ids that went, ``None`` where nothing had to."""
    with closing(open_reader(file)) as reader:
        purge_rows.choose(reader, order, gone)
        found = purge_rows.chosen_counts(reader)
        under_way = reader.execute("SELECT 1 FROM purge").fetchone()
    held = any(found) or under_way is not None
    if not held and not traces_of(order, gone).in_file(file):
        return None
    part = file.with_name(file.name + ".part")
    try:
        ids = _make_without(file, part, order, gone)
        _put_in_place(part, file)
    finally:
        part.unlink(missing_ok=True)
    return ids


def _make_without(
    file: Path, part: Path, order: PurgeOrder, gone: frozenset[str]
) -> frozenset[str]:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        with closing(open_reader(file)) as reader:
            reader.backup(copy)
        # The part is thrown away where this fails: no journal has to hold what is to go.
        copy.execute("PRAGMA journal_mode = OFF")
        copy.execute("PRAGMA secure_delete = 1")
        copy.execute("BEGIN IMMEDIATE")
        purge_rows.choose(copy, order, gone)
        ids = purge_rows.chosen_ids(copy)
        purge_rows.delete_chosen(copy)
        copy.execute("DELETE FROM purge")
        purge_rows.forget_choice(copy)
        copy.execute("COMMIT")
        try:
            copy.execute("VACUUM")
        except sqlite3.IntegrityError as fault:
            raise backup.BackupUnsound(f"{file.name} contradicts itself: {fault}") from fault
        copy.execute("PRAGMA journal_mode = DELETE")
        unsound = fault_in(copy)
    if unsound is not None or traces_of(order, ids | gone).in_database(part):
        raise backup.BackupUnsound(f"{file.name} cannot be written anew: {unsound}")
    return ids


def _put_in_place(part: Path, file: Path) -> None:
    digest = durable.sync_file(part)
    sidecar = _sidecar(file)
    # A hash that was false before must not come true by a rewriting.
    if sidecar.exists() and _digest_of(file) in sidecar.read_text(encoding="utf-8"):
        text = _DIGEST.sub(digest, sidecar.read_text(encoding="utf-8"))
        durable.write_file(file.with_name(file.name + _SIDECAR_NEXT), [text.encode()])
    durable.replace(part, file)
    durable.sync_folder(file.parent)
    _take_next_sidecar(file)


def _take_next_sidecar(file: Path) -> None:
    following = file.with_name(file.name + _SIDECAR_NEXT)
    if following.exists():
        durable.replace(following, _sidecar(file))
        durable.sync_folder(file.parent)


def _digest_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sidecar(file: Path) -> Path:
    return file.with_name(file.name + SIDECAR)


def _stand(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_size, found.st_mtime_ns
