"""What stands on a disk after a power cut, told in the words in which the children say it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from child_recorded import DATA, OUT, PURGED, TWO_STEPS
from stores import CLOCK
from trials import Harm

from kiosk import paths
from kiosk.core.purges import OneLearner
from kiosk.errors import ExportUnproved, LearnerUnknown
from kiosk.reports.verify import verify
from kiosk.store.backup import FOLDER_NAME
from kiosk.store.checksum import checksum_ok
from kiosk.store.connection import open_reader, pragma
from kiosk.store.database import Database
from kiosk.store.migrate import Migration
from kiosk.store.purge import SqlitePurge

_ROWS = ("placed", "submitted")
_TOLD = (*_ROWS, "migrated", "backed-up", "exported", "purged", "recovered", "restored")
_PLACED = """
    SELECT 'placed ' || id || ' ' || seq || ' ' || item || ' ' || coalesce(to_place, 'None')
    FROM placement JOIN attempt ON attempt.key = placement.attempt
"""
_SUBMITTED = "SELECT 'submitted ' || id || ' ' || outcome FROM attempt WHERE outcome IS NOT NULL"


_RESTORED = "SELECT 1 FROM staff_log WHERE action = 'restored a backup'"


class Found(NamedTuple):
    """What is true of a disk, and what is wrong with it whatever was said."""

    true: frozenset[str]
    flaws: tuple[str, ...]

    def harm(self, said: Iterable[str], ever_said: Iterable[str]) -> Harm:
        """Return what is missing of what was said by then, and what is wrong or never was so."""
        missing = {line for line in said if line.startswith(_TOLD)} - self.true
        return Harm(len(missing), len(self.flaws) + len(self.rows.difference(ever_said)))

    @property
    def rows(self) -> frozenset[str]:
        """What is true of placements and attempts: no backup or export can be wrong by being."""
        return frozenset(line for line in self.true if line.startswith(_ROWS))


Look = Callable[[Path], Found]


def look_at_data(folder: Path, steps: Sequence[Migration] | None = None) -> Found:
    """Start the kiosk's store as a kiosk would, and see what it has."""
    aside = _quarantined(folder)
    found = _opened(folder, steps)
    if _quarantined(folder) != aside:
        return Found(found.true, (*found.flaws, "the power cut left a damaged database"))
    return found


def _opened(folder: Path, steps: Sequence[Migration] | None = None) -> Found:
    kept, spoilt = backups(folder / DATA)
    with closing(Database.open(folder / DATA, CLOCK.now(), steps)) as database:
        true, flaws = database.read(rows)
    return Found(true | kept, flaws + spoilt)


def rows(connection: sqlite3.Connection) -> Found:
    """Return what a database has, and what is wrong in it."""
    true = {line for sql in (_PLACED, _SUBMITTED) for (line,) in connection.execute(sql)}
    verdict = connection.execute("PRAGMA quick_check").fetchone()
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    keys = connection.execute("SELECT key FROM attempt").fetchall()
    flaws = [f"attempt {key} is altered" for (key,) in keys if not checksum_ok(connection, key)]
    if verdict != ("ok",) or broken is not None:
        flaws.append(f"the database is not in order: {verdict} {broken}")
    return Found(frozenset(true), tuple(flaws))


def look_at_migration(folder: Path) -> Found:
    """See too which schema the power cut left, and that the old one is in a backup by then."""
    with closing(open_reader(paths.database(folder / DATA))) as reader:
        version = pragma(reader, "user_version")
        before, _ = rows(reader)
    first, newest = len(TWO_STEPS) - 2, len(TWO_STEPS)
    kept = [rows(reader).true for reader in _readers(folder / DATA)]
    found = look_at_data(folder, TWO_STEPS)
    if version > first and before not in kept:
        return Found(found.true, (*found.flaws, "migrated without a backup"))
    return Found(found.true | {"migrated"}, found.flaws) if version == newest else found


def look_at_exports(folder: Path) -> Found:
    """See too that a bundle under its final name is whole."""
    found, true, flaws = look_at_data(folder), set[str](), list[str]()
    for bundle in (folder / OUT).glob("attempts_*"):
        try:
            verify(bundle)
        except ExportUnproved as fault:
            flaws.append(f"a bundle under its name is spoilt: {fault!r}")
        else:
            true.add(f"exported {bundle.name}")
    return Found(found.true | true, found.flaws + tuple(flaws))


def look_at_recovery(folder: Path) -> Found:
    """See too that a recovery is carried to its end, with the damaged file kept."""
    done = {"recovered" for place in _quarantined(folder) if not place.suffix}
    found = _opened(folder)
    if not any((place / paths.DATABASE_NAME).exists() for place in _quarantined(folder)):
        return Found(found.true, (*found.flaws, "the damaged file is gone"))
    return Found(found.true | done, found.flaws)


def look_at_restore(folder: Path) -> Found:
    """See too that either database stands there whole, and that today's is kept if it does not."""
    true, flaws = look_at_data(folder)
    with closing(open_reader(paths.database(folder / DATA))) as reader:
        there = rows(reader).true
        done = reader.execute(_RESTORED).fetchone() is not None
    first, *others = (rows(reader).true for reader in _readers(folder / DATA))
    if not done:
        return Found(true, flaws)
    if there != first:
        flaws = (*flaws, "what was restored is not what was backed up")
    return Found(true.union(*others, {"restored"}), flaws)


def look_at_purge(folder: Path) -> Found:
    """See too that a purge can be finished, and that nothing comes back after it was done."""
    done = not _holding(folder)
    try:
        with closing(Database.open(folder / DATA, CLOCK.now())) as database:
            purge = SqlitePurge(database, CLOCK)
            if purge.finish() is None and not done:
                purge.run(OneLearner(PURGED))
    except LearnerUnknown:
        return Found(frozenset(), (f"left over in {_holding(folder)}",))
    found = look_at_data(folder)
    left = tuple(f"left over in {name}" for name in _holding(folder))
    return Found(found.true | ({"purged"} if done else set()), found.flaws + left)


def _holding(folder: Path) -> list[str]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return [each.name for each in files if PURGED.encode() in each.read_bytes()]


def backups(data: Path) -> Found:
    """Return which backups of a data folder are whole, and which are not."""
    true, flaws = set(), []
    for file in (data / FOLDER_NAME).glob("*.db"):
        try:
            with closing(open_reader(file)) as reader:
                spoilt = reader.execute("PRAGMA integrity_check").fetchone() != ("ok",)
                spoilt = spoilt or bool(rows(reader).flaws) or not pragma(reader, "user_version")
        except sqlite3.Error:
            spoilt = True
        if spoilt or not _fits(file):
            flaws.append(f"backup {file.name} is spoilt")
        else:
            true.add(f"backed-up {file.name}")
    return Found(frozenset(true), tuple(flaws))


def _fits(file: Path) -> bool:
    sidecar = file.with_name(f"{file.name}.sha256")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    return not sidecar.exists() or sidecar.read_text().split()[:1] == [digest]


def _quarantined(folder: Path) -> set[Path]:
    return set((folder / DATA / "quarantine").glob("*"))


def _readers(data: Path) -> Iterator[sqlite3.Connection]:
    for file in sorted((data / FOLDER_NAME).glob("*.db")):
        with closing(open_reader(file)) as reader:
            yield reader
