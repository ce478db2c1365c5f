"""What comes in the place of a damaged database: a sound backup and what can still be read.

Imported when one is damaged, which few kiosks ever see.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk import durable, paths
from kiosk.core.recovered import Recovered
from kiosk.errors import DatabaseNewer, SourceRefused
from kiosk.store import backup, quarantine
from kiosk.store.connection import open_writer
from kiosk.store.merge import Merged, merge
from kiosk.store.migrate import Migration, apply_steps
from kiosk.store.proof import proved
from kiosk.store.salvage import Salvaged, salvage
from kiosk.store.writer import is_passing

_NOTHING = Merged(0, 0, 0, 0, 0)
_log = logging.getLogger(__name__)


class _Found(NamedTuple):
    """What the damaged file still had: ``None`` where it could not even be tried."""

    salvaged: Salvaged | None
    file: Path


def rebuild(
    folder: Path,
    place: Path,
    steps: Sequence[Migration],
    now: datetime,
    note: Callable[[sqlite3.Connection, Recovered], None],
) -> None:
    """Put a recovered database in its place; ``note`` writes into it what came of it.

    Raises:
        OSError, sqlite3.Error: the disk refuses.
    """
    part, salvaged = (folder / f"{paths.DATABASE_NAME}{end}" for end in quarantine.WORK)
    restored = _restore_newest(folder, part, steps)
    found = _salvage(place, salvaged, steps, now)
    with closing(open_writer(part)) as connection:
        apply_steps(connection, steps)
        merged = _merge(connection, found)
        recovered = Recovered(
            at=now,
            quarantine=place.stem if quarantine.holds_anything(place) else "",
            backup=restored,
            salvaged=merged is not None,
            attempts=connection.execute("SELECT count(*) FROM attempt").fetchone()[0],
            added_attempts=(merged or _NOTHING).attempts,
            added_placements=(merged or _NOTHING).placements,
            added_visits=(merged or _NOTHING).visits,
            lost_attempts=_lost(connection, found.salvaged),
        )
        note(connection, recovered)
    _clear(found.file)
    durable.sync_file(part)
    durable.replace(part, paths.database(folder))
    durable.sync_folder(folder)
    _log.error("the database was damaged: %s", recovered)


def _restore_newest(folder: Path, part: Path, steps: Sequence[Migration]) -> str | None:
    for file in backup.backups_of(folder):
        try:
            with proved(file, steps):
                pass
            if backup.as_written(file) is not False:
                shutil.copyfile(file, part)
                if backup.digest_of(part) == backup.digest_of(file):
                    return file.name
        except (SourceRefused, DatabaseNewer) as fault:
            _log.warning("backup %s is not restored: %s", file.name, fault)
        _clear(part)
    return None


def _salvage(place: Path, out: Path, steps: Sequence[Migration], now: datetime) -> _Found:
    try:
        salvaged = salvage(place / paths.DATABASE_NAME, out, now)
        with closing(open_writer(out)) as connection:
            apply_steps(connection, steps)
    except Exception as fault:
        # What is in quarantine can be read again by a better program: the room needs its kiosk.
        if isinstance(fault, OSError) or is_passing(fault):
            raise
        _log.exception("nothing could be salvaged from %s", place)
        return _Found(None, out)
    return _Found(salvaged, out)


def _merge(connection: sqlite3.Connection, found: _Found) -> Merged | None:
    if found.salvaged is None:
        return None
    try:
        return merge(connection, found.file)
    except (SourceRefused, DatabaseNewer):
        _log.exception("what was salvaged is not sound")
        return None


def _lost(connection: sqlite3.Connection, salvaged: Salvaged | None) -> int:
    seen = salvaged.damaged_attempts if salvaged is not None else ()
    here = {attempt_id for (attempt_id,) in connection.execute("SELECT id FROM attempt")}
    return len(set(seen) - here)


def _clear(file: Path) -> None:
    for each in quarantine.with_journals(file):
        each.unlink(missing_ok=True)
