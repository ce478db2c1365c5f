"""A look at a whole kiosk: what it keeps, where it keeps it, and what it stands on.

The page Health and ``mentor-kiosk doctor`` show the same. Nothing is changed by it, and a kiosk may
run meanwhile.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__, machine, paths
from kiosk.content.shelf import Shelf
from kiosk.core.checkup import CHECKED, Finding, Said, State, Subject, Titles
from kiosk.core.clock_check import ClockWatch, check_clock
from kiosk.core.health import Health
from kiosk.core.ports import Clock
from kiosk.errors import KioskError, NotSetUp
from kiosk.logs.file import FOLDER_NAME as LOGS
from kiosk.store.backup import backups_of
from kiosk.store.backup_names import parsed
from kiosk.store.ballast import SPARE, free_bytes
from kiosk.store.connection import ENGINE_VERSION
from kiosk.store.examine import Findings, examine
from kiosk.store.newest import newest_note, newest_visit

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_OLD_SECONDS = 72 * 3600
_OLD_CHECK_DAYS = 30
_TIGHT_BYTES = 10 * SPARE


class KioskCheckup:
    """The port ``Checkup``. ``health`` and ``watch`` are of the kiosk that runs, if one does."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        health: Callable[[], Health] | None = None,
        watch: ClockWatch | None = None,
    ) -> None:
        self._folder = folder
        self._clock = clock
        self._health = health
        self._watch = watch
        self._begun = clock.now()

    def quick(self) -> tuple[Finding, ...]:
        """Return what can be told in a moment."""
        newest = newest_visit(paths.database(self._folder))
        return (
            *self._database(),
            self._backup(None),
            *self._disk(),
            check_clock(self._clock, self._watch, newest),
            self._lesson(),
            *machine.lock_down(),
            *self._log(),
            self._crashes(),
            _version(),
        )

    def thorough(self, progress: Progress, cancelled: Cancelled) -> tuple[Finding, ...]:
        """Return what only a look at all that is kept can tell. Raises ``CheckupCancelled``."""
        try:
            found = examine(self._folder, progress, cancelled)
        except NotSetUp:
            return (Finding(Subject.DATABASE, State.ATTENTION, Said.DATABASE_NONE),)
        except KioskError as fault:
            why = {"why": str(fault)}
            return (Finding(Subject.DATABASE, State.WRONG, Said.DATABASE_DAMAGED, why),)
        if found.altered:
            values = {"n": found.altered}
            database = Finding(Subject.DATABASE, State.WRONG, Said.DATABASE_ALTERED, values)
        else:
            values = {"n": found.attempts}
            database = Finding(Subject.DATABASE, State.GOOD, Said.DATABASE_SOUND, values)
        return database, self._backup(found)

    def _backup(self, found: Findings | None) -> Finding:
        try:
            newest = next(iter(backups_of(self._folder)), None)
        except OSError:
            newest = None
        name = None if newest is None else parsed(newest.name)
        if name is None:
            return Finding(Subject.BACKUPS, State.ATTENTION, Said.BACKUP_NONE)
        if found is not None and found.backup_fault:
            values: dict[str, object] = {"why": found.backup_fault}
            return Finding(Subject.BACKUPS, State.WRONG, Said.BACKUP_UNSOUND, values)
        made = {"when": name.made}
        if (self._clock.now() - name.made).total_seconds() > _OLD_SECONDS:
            return Finding(Subject.BACKUPS, State.ATTENTION, Said.BACKUP_OLD, made)
        said = Said.BACKUP_THERE if found is None else Said.BACKUP_SOUND
        return Finding(Subject.BACKUPS, State.GOOD, said, made)

    def _database(self) -> tuple[Finding, ...]:
        found = []
        if self._health is not None:
            # A kiosk that runs has looked through it, or would not run.
            values: dict[str, object] = {"when": self._begun}
            found.append(Finding(Subject.DATABASE, State.GOOD, Said.DATABASE_OPENED, values))
        last = newest_note(paths.database(self._folder), CHECKED)
        if last is None:
            found.append(Finding(Subject.DATABASE, State.ATTENTION, Said.DATABASE_UNSEEN))
        else:
            found.append(_checked(*last, self._clock.now()))
        return tuple(found)

    def _log(self) -> tuple[Finding, ...]:
        try:
            sizes = [file.stat().st_size for file in (self._folder / LOGS).glob("*.log*")]
        except OSError:
            return ()
        values: dict[str, object] = {"n": len(sizes), "kib": -(-sum(sizes) // 1024)}
        return (Finding(Subject.CRASHES, State.GOOD, Said.LOG_KEPT, values),)

    def _disk(self) -> tuple[Finding, ...]:
        health = self._health() if self._health is not None else None
        free = free_bytes(_nearest(self._folder)) if health is None else health.free_bytes
        found = [_room(free)]
        if health is not None and health.held_up_since is not None:
            found.append(Finding(Subject.DISK, State.WRONG, Said.DISK_REFUSES))
        if health is not None and health.ballast:
            found.append(Finding(Subject.DISK, State.GOOD, Said.BALLAST_THERE))
        elif health is not None:
            found.append(Finding(Subject.DISK, State.ATTENTION, Said.BALLAST_GONE))
        return tuple(found)

    def _lesson(self) -> Finding:
        try:
            pack, fault = Shelf(self._folder, paths.default_pack()).load_in_use()
        except KioskError as broken:
            values: dict[str, object] = {"why": str(broken)}
            return Finding(Subject.LESSON, State.WRONG, Said.LESSON_DAMAGED, values)
        if fault is not None:
            values = {"why": str(fault)}
            return Finding(Subject.LESSON, State.ATTENTION, Said.LESSON_DAMAGED, values)
        others = {tag: spoken.title for tag, spoken in pack.translations.items()}
        titles = Titles(pack.title, {pack.language: pack.title, **others})
        values = {"title": titles, "version": pack.version}
        return Finding(Subject.LESSON, State.GOOD, Said.LESSON_SOUND, values)

    def _crashes(self) -> Finding:
        reports = sorted((self._folder / LOGS).glob("crash-*.txt"))
        if not reports:
            return Finding(Subject.CRASHES, State.GOOD, Said.CRASHES_NONE)
        try:
            changed = datetime.fromtimestamp(reports[-1].stat().st_mtime, UTC)
        except OSError:
            changed = self._clock.now()
        values = {"n": len(reports), "when": changed}
        return Finding(Subject.CRASHES, State.ATTENTION, Said.CRASHES_SOME, values)


def _checked(at: datetime, note: str, now: datetime) -> Finding:
    values: dict[str, object] = {"when": at}
    if note != f"{CHECKED}: {State.GOOD}":
        return Finding(Subject.DATABASE, State.WRONG, Said.CHECKED_FAULTY, values)
    days = (now - at).days
    if days > _OLD_CHECK_DAYS:
        values["n"] = days
        return Finding(Subject.DATABASE, State.ATTENTION, Said.CHECKED_OLD, values)
    return Finding(Subject.DATABASE, State.GOOD, Said.CHECKED_GOOD, values)


def _nearest(folder: Path) -> Path:
    return next((each for each in (folder, *folder.parents) if each.exists()), folder)


def _room(free: int | None) -> Finding:
    if free is None:
        return Finding(Subject.DISK, State.ATTENTION, Said.DISK_SILENT)
    if free < _TIGHT_BYTES:
        state = State.WRONG if free < SPARE else State.ATTENTION
        return Finding(Subject.DISK, state, Said.DISK_TIGHT, {"n": free // 1024**2})
    return Finding(Subject.DISK, State.GOOD, Said.DISK_ROOM, {"n": round(free / 1024**3, 1)})


def _version() -> Finding:
    values = {
        "version": __version__,
        "sqlite": ENGINE_VERSION,
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
    }
    return Finding(Subject.VERSION, State.GOOD, Said.VERSION_IS, values)
