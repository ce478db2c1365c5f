"""Putting a backup in the place of today's database, with nothing of today's thrown away.

Today's is backed up and copied to quarantine first; then one rename puts the other in its place.
A kill at any moment leaves the one or the other, whole.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from kiosk import durable, paths
from kiosk.core.backups import Preview, Restored
from kiosk.errors import DataFolderUnusable, KioskError, SourceRefused
from kiosk.store import backup, quarantine
from kiosk.store.connection import open_reader, open_writer
from kiosk.store.database import open_sound
from kiosk.store.lock import InstanceLock
from kiosk.store.migrate import Migration, apply_steps, check_ours, load_migrations
from kiosk.store.proof import proved, unsound_attempts
from kiosk.store.record import read_kiosk
from kiosk.store.times import to_text

_PART = f"{paths.DATABASE_NAME}.part"
_Attempts = dict[str, str]
"""Checksums by the attempts' ids."""


def preview(file: Path, folder: Path) -> Preview:
    """Say what a restore would bring. Nothing is changed, a kiosk may run.

    Raises:
        DatabaseNewer: a newer program made the file.
        SourceRefused: it is not to be trusted.
        DataFolderUnusable: there is no room to look at it.
    """
    steps = load_migrations()
    with _faults(folder), tempfile.TemporaryDirectory() as place:
        part = Path(place, paths.DATABASE_NAME)
        _stage(file, part, steps)
        with closing(open_reader(part)) as reader:
            return _compared(reader, _todays(paths.database(folder), steps))


def restore(file: Path, folder: Path, now: datetime) -> Restored:
    """Put a backup in the place of today's database.

    Raises:
        AlreadyRunning: a kiosk has the folder.
        DatabaseNewer, DatabaseForeign: the file, or today's, is not for this program.
        SourceRefused: the file is not to be trusted; nothing was changed.
        DataFolderUnusable: the disk refuses; today's database stands as it was.
    """
    with _faults(folder):
        durable.make_folder(folder, mode=0o700)
        lock = InstanceLock(folder)
        lock.take()
        try:
            return _restored(file, folder, now)
        finally:
            lock.free()


def _restored(file: Path, folder: Path, now: datetime) -> Restored:
    steps, part = load_migrations(), folder / _PART
    # Before anything of today's is as much as opened to write.
    with _trusted(file, steps):
        pass
    there = paths.database(folder).exists() or quarantine.unfinished(folder) is not None
    todays = open_sound(folder, steps, now) if there else None
    try:
        _stage(file, part, steps)
        with closing(open_writer(part)) as connection:
            found = _compared(connection, {} if todays is None else _attempts(todays))
            connection.execute(
                "INSERT INTO staff_log (at, action) VALUES (?, 'restored a backup')",
                (to_text(now),),
            )
        kept = None if todays is None else backup.back_up(todays, folder, "before-restore", now)
    finally:
        if todays is not None:
            todays.close()
    aside = None if todays is None else quarantine.keep_copy(folder, now)
    _put_in_place(part, folder)
    return Restored(found, kept, aside)


def _put_in_place(part: Path, folder: Path) -> None:
    target = paths.database(folder)
    journal = target.with_name(f"{target.name}-wal")
    if journal.exists() and journal.stat().st_size:
        # It would be folded into the file that comes.
        raise DataFolderUnusable(path=folder, detail="another program has the database open")
    durable.sync_file(part)
    durable.replace(part, target)
    durable.sync_folder(folder)


@contextmanager
def _trusted(file: Path, steps: Sequence[Migration]) -> Iterator[sqlite3.Connection]:
    if not file.is_file():
        raise SourceRefused(path=file, detail="there is no such file")
    if backup.as_written(file) is False:
        raise SourceRefused(path=file, detail="it is not what its SHA-256 was taken of")
    with proved(file, steps) as source:
        yield source


def _stage(file: Path, part: Path, steps: Sequence[Migration]) -> None:
    for left in quarantine.with_journals(part):
        left.unlink(missing_ok=True)
    with _trusted(file, steps) as source, closing(sqlite3.connect(part)) as copy:
        source.backup(copy)
    with closing(open_writer(part)) as connection:
        apply_steps(connection, steps)


def _compared(connection: sqlite3.Connection, today: _Attempts | None) -> Preview:
    brought = _attempts(connection)
    (visits, newest) = connection.execute("SELECT count(*), max(started) FROM visit").fetchone()
    lost = None
    if today is not None:
        lost = sum(brought.get(attempt) != checksum for attempt, checksum in today.items())
    kiosk = read_kiosk(connection)
    return Preview(
        attempts=len(brought),
        visits=visits,
        newest=newest,
        unsound=len(unsound_attempts(connection)),
        lost=lost,
        kiosk="" if kiosk is None else f"{kiosk.name}, {kiosk.site}",
    )


def _todays(file: Path, steps: Sequence[Migration]) -> _Attempts | None:
    if not file.exists():
        return {}
    try:
        with closing(open_reader(file)) as reader:
            check_ours(reader, file, steps)
            return _attempts(reader)
    except (KioskError, sqlite3.Error):
        return None


def _attempts(connection: sqlite3.Connection) -> _Attempts:
    return dict(connection.execute("SELECT id, checksum FROM attempt").fetchall())


@contextmanager
def _faults(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as fault:
        raise DataFolderUnusable(path=folder, detail=fault) from fault
