"""Exports and databases of many kiosks put together into one export."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from kiosk import __version__, paths
from kiosk.core.gathering import Fate
from kiosk.core.log_ports import ReportedLog
from kiosk.core.log_rows import LogCounts, Selection
from kiosk.core.model import Kiosk
from kiosk.core.ports import never
from kiosk.core.whole_attempts import LogDisordered, WholeAttempt, whole_attempts
from kiosk.errors import ExportFailed, ExportUnproved, SourceRefused
from kiosk.reports import manifest
from kiosk.reports.bundle_log import BundleLog
from kiosk.reports.bundle_zip import unpack
from kiosk.reports.export import ExportOrder, ExportReceipt, export
from kiosk.store.foreign_log import foreign_log
from kiosk.store.gathered import Gathering
from kiosk.world import SystemClock

NAME = "merged"
_SEVERAL = "several sites"


@dataclass(frozen=True, slots=True)
class Merged:
    """A finished export of many kiosks.

    Attributes:
        folder: where it is.
        counts: what it holds, read back.
        kiosks: how many kiosks the attempts are of.
        duplicates: attempts that were in more than one input, each as it was.
        gone_on: attempts that had gone on between inputs; the further state was taken.
        conflicts: the ids of attempts that differ otherwise; the further one was taken.
    """

    folder: Path
    counts: LogCounts
    kiosks: int
    duplicates: int
    gone_on: int
    conflicts: tuple[str, ...]


def merge(sources: Sequence[Path], out: Path) -> Merged:
    """Put the attempts of all sources together, each once, known by its UUID.

    Every source is checked in full, and only read, before one row of any is taken.

    Args:
        sources: folders and zips of exports, data folders, databases and backups.
        out: the folder to make the export in.

    Raises:
        SourceRefused, ExportUnproved, DatabaseNewer: a source is not to be trusted.
        ExportFailed: the export was not made.
    """
    with ExitStack() as opened:
        place = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        logs = [
            opened.enter_context(_opened(source, place / str(number)))
            for number, source in enumerate(sources)
        ]
        try:
            gathering = opened.enter_context(Gathering.begun(place / "gathered.db"))
            return _put_together(gathering, list(zip(sources, logs, strict=True)), out)
        except sqlite3.Error as fault:
            raise ExportFailed(path=out, detail=fault) from fault


class _Met:
    """What was met while the sources were put together."""

    def __init__(self) -> None:
        self.kiosks: set[str] = set()
        self.sites: set[str] = set()
        self._ids: dict[Fate, set[str]] = {fate: set() for fate in Fate}

    def watched(self, attempts: Iterator[WholeAttempt]) -> Iterator[WholeAttempt]:
        """Pass attempts on, and note the kiosks and sites that they are of."""
        for attempt in attempts:
            self.kiosks.add(attempt.row.kiosk_id)
            self.sites.add(attempt.row.site)
            yield attempt

    def note(self, attempt_id: str, fate: Fate) -> None:
        """Note what became of an attempt that was there before."""
        if fate is not Fate.NEW:
            self._ids[fate].add(attempt_id)

    def told(self, receipt: ExportReceipt) -> Merged:
        """Return what the merge came to."""
        # An attempt of three sources may have met more than one fate: the gravest is told.
        conflicts = self._ids[Fate.CONFLICT]
        gone_on = self._ids[Fate.GONE_ON] - conflicts
        return Merged(
            folder=receipt.folder,
            counts=receipt.counts,
            kiosks=len(self.kiosks),
            duplicates=len(self._ids[Fate.SAME] - gone_on - conflicts),
            gone_on=len(gone_on),
            conflicts=tuple(sorted(conflicts)),
        )


def _put_together(
    gathering: Gathering, logs: Sequence[tuple[Path, ReportedLog]], out: Path
) -> Merged:
    met = _Met()
    for source, log in logs:
        try:
            for attempt_id, fate in gathering.take(met.watched(whole_attempts(log))):
                met.note(attempt_id, fate)
        except LogDisordered as fault:
            raise SourceRefused(path=source, detail=fault) from fault
    made = SystemClock().now()
    site = met.sites.pop() if len(met.sites) == 1 else _SEVERAL
    schema_version = max((log.schema_version() for _, log in logs), default=0)
    merged = gathering.log(Kiosk("", NAME, site, made), schema_version)
    order = ExportOrder(Selection(), made, __version__, tuple(path.name for path, _ in logs))
    receipt = export(merged, order, out, _quiet, never)
    if receipt is None:
        raise AssertionError("a merge that nobody can cancel was cancelled")
    return met.told(receipt)


@contextmanager
def _opened(source: Path, place: Path) -> Iterator[ReportedLog]:
    place.mkdir()
    if (source / manifest.FILE).is_file():
        yield BundleLog.proved(source)
    elif paths.database(source).is_file():
        with foreign_log(paths.database(source), place) as log:
            yield log
    elif not source.is_file():
        raise SourceRefused(path=source, detail="there is no export and no database")
    elif zipfile.is_zipfile(source):
        yield _in_zip(source, place)
    else:
        with foreign_log(source, place) as log:
            yield log


def _in_zip(source: Path, place: Path) -> ReportedLog:
    try:
        return BundleLog.proved(unpack(source, place))
    except ExportUnproved as fault:
        raise ExportUnproved(path=source, detail=fault.values["detail"]) from fault


def _quiet(_done: int, _total: int) -> None:
    pass
