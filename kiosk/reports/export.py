"""The bundle: written beside its place, read back, proved, and only then given its name."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from kiosk import durable
from kiosk.core.log_ports import ReportedLog
from kiosk.core.log_rows import LogCounts, Selection
from kiosk.errors import ExportFailed, ExportNoRoom
from kiosk.reports import manifest, names, readme
from kiosk.reports.attempt_log import ATTEMPTS, PLACEMENTS, RESPONSES, TABLES
from kiosk.reports.csv_rules import BOM, line
from kiosk.reports.manifest import FileProof, Manifest
from kiosk.reports.reading import TableUnsound, read_file, read_table
from kiosk.reports.records import (
    Records,
    attempt_records,
    placement_records,
    response_records,
)
from kiosk.reports.redacted import RedactedLog
from kiosk.reports.room import free_bytes, megabytes, needed_bytes

Progress = Callable[[int, int], None]


class _Cancelled(Exception):
    pass


class Pace(Protocol):
    """Counts rows, tells of them, and stops the work when asked to."""

    def go_on(self) -> None:
        """Look whether to stop; what it raises then is to be passed on."""

    def step(self, rows: int) -> None:
        """Tell of rows that are written, and look whether to stop."""


Beside = Callable[[ReportedLog, datetime, Path, Pace], tuple[str, FileProof]]
"""Writes one file more into the folder of a bundle, proves it, and returns its name and proof.

It is given the log, the time of making, the folder and the pace, and raises ``OSError`` or
``TableUnsound``. Every row is told to the pace once.
"""


@dataclass(frozen=True, slots=True)
class ExportReceipt:
    """A finished bundle: where it is and what it holds, read back from the disk."""

    folder: Path
    counts: LogCounts


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What to export, and what the bundle says of its making.

    ``sources`` are the names of what was put together, for a log of many kiosks. ``beside``
    writes what there is to be besides the tables. ``pseudonym_key`` has pseudonyms written in
    the place of codes.
    """

    selection: Selection
    made: datetime
    exporter_version: str
    sources: tuple[str, ...] = ()
    beside: Beside | None = None
    pseudonym_key: bytes | None = None


def export(
    snapshot: ReportedLog,
    order: ExportOrder,
    target: Path,
    progress: Progress,
    cancelled: Callable[[], bool],
) -> ExportReceipt | None:
    """Write the attempt log of a selection into a new folder in ``target``.

    Args:
        snapshot: the log at one moment, for the selection of the order.
        order: what to export.
        target: the folder to make the bundle in; made if it is missing.
        progress: called with rows written and rows in all.
        cancelled: asked between batches, while rows are written and while they are read back.

    Returns:
        The receipt; ``None`` when it was cancelled, with nothing left behind.

    Raises:
        ExportFailed: it could not be written, or did not read back equal; nothing is left behind.
        ExportNoRoom: it would not fit; nothing was written.
    """
    part: Path | None = None
    if order.pseudonym_key is not None:
        snapshot = RedactedLog(snapshot, order.pseudonym_key)
    try:
        times = 1 if order.beside is None else 2  # each row is written so often
        _see_room(target, needed_bytes(snapshot.counts(), times))
        name = names.bundle_name(snapshot.kiosk().site, snapshot.kiosk().name, order.made)
        durable.make_folder(target)
        _clear_leftovers(target)
        part = _part_folder(target)
        part.mkdir()
        counts = _write(snapshot, order, part, _Pace(progress, cancelled, snapshot.counts(), times))
        return ExportReceipt(_name(part, target / names.free(target, name)), counts)
    except _Cancelled:
        return None
    except (OSError, TableUnsound) as fault:
        raise ExportFailed(path=target, detail=_detail(fault)) from fault
    finally:
        if part is not None:
            shutil.rmtree(part, ignore_errors=True)


def _see_room(target: Path, needed: int) -> None:
    free = free_bytes(target)
    if free is not None and free < needed:
        raise ExportNoRoom(path=target, free=megabytes(free), needed=megabytes(needed))


class _Pace:
    def __init__(
        self, progress: Progress, cancelled: Callable[[], bool], counts: LogCounts, times: int
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._done = 0
        self._total = times * (counts.attempts + counts.placements + counts.responses)

    def go_on(self) -> None:
        """Stop the work if that was asked for."""
        if self._cancelled():
            raise _Cancelled

    def step(self, rows: int) -> None:
        """Tell how far it is, unless it was asked to stop."""
        self.go_on()
        self._done += rows
        self._progress(self._done, self._total)


def _write(snapshot: ReportedLog, order: ExportOrder, part: Path, pace: _Pace) -> LogCounts:
    sources = (
        (ATTEMPTS, attempt_records(snapshot)),
        (PLACEMENTS, placement_records(snapshot)),
        (RESPONSES, response_records(snapshot)),
    )
    hashes = {}
    for table, records in sources:
        chunks = _chunks(table.header, records, pace)
        hashes[table.file] = durable.write_file(part / table.file, chunks)
    counts = snapshot.counts()
    what = readme.of_many(order.sources) if order.sources else readme.of_one(order.selection)
    if order.pseudonym_key is not None:
        what += readme.REDACTED
    text = readme.readme(snapshot.kiosk(), what, counts, order.made)
    described = _write_text(part / readme.FILE, text)
    proofs = {
        table.file: read_table(part / table.file, table.header, table.summed, pace.go_on)
        for table in TABLES
    }
    _compare(proofs, hashes, counts)
    about, files = _about(snapshot, order, counts), {**proofs, readme.FILE: described}
    if order.beside is not None:
        name, file = order.beside(snapshot, order.made, part, pace)
        files[name] = file
    proof = Manifest(about, {table.file: table.header for table in TABLES}, files)
    _write_text(part / manifest.FILE, proof.to_json())
    return proof.counts


def _write_text(file: Path, text: bytes) -> FileProof:
    digest = durable.write_file(file, [text])
    if hashlib.sha256(read_file(file)).hexdigest() != digest:
        raise TableUnsound(f"{file.name} does not read back as it was written")
    return FileProof(len(text), digest, 0, None)


def _chunks(header: tuple[str, ...], records: Iterable[Records], pace: _Pace) -> Iterator[bytes]:
    yield BOM + line(header).encode()
    for rows, text in records:
        yield text
        pace.step(rows)


def _compare(proofs: dict[str, FileProof], hashes: dict[str, str], counts: LogCounts) -> None:
    for file, proof in proofs.items():
        if proof.sha256 != hashes[file]:
            raise TableUnsound(f"{file} does not read back as it was written")
    found = Manifest({}, {}, proofs).counts
    if found != counts:
        raise TableUnsound(f"the files hold {found}, the database {counts}")


def _about(snapshot: ReportedLog, order: ExportOrder, counts: LogCounts) -> dict[str, object]:
    kiosk, selection = snapshot.kiosk(), order.selection
    return {
        "schema_version": snapshot.schema_version(),
        "kiosk": {"id": kiosk.id, "name": kiosk.name, "site": kiosk.site},
        "range": {
            "since": selection.since.isoformat() if selection.since else None,
            "until": selection.until.isoformat() if selection.until else None,
            "activity": selection.activity_id,
            "only_new": selection.only_new,
        },
        "sources": list(order.sources),
        "redacted": order.pseudonym_key is not None,
        "made_at_utc": order.made.isoformat(timespec="seconds"),
        "exporter_version": order.exporter_version,
        "counts": counts._asdict(),
    }


def _name(part: Path, folder: Path) -> Path:
    durable.replace(part, folder)
    try:
        durable.sync_folder(folder.parent)
    except OSError:
        durable.replace(folder, part)
        raise
    return folder


def _part_folder(target: Path) -> Path:
    return target / f".attempts_{secrets.token_hex(8)}.part"


def _clear_leftovers(target: Path) -> None:
    for leftover in target.glob(".attempts_*.part"):
        # Taken away as a whole first: an export still at work there fails, and names no half.
        with contextlib.suppress(OSError):
            shutil.rmtree(leftover.replace(_part_folder(target)))


def _detail(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror
    return str(fault)
