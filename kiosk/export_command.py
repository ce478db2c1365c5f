"""Exporting from the command line, beside a kiosk that may be running."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk import __version__, paths
from kiosk.core.log_ports import LogSnapshot
from kiosk.core.log_rows import LogCounts, Selection
from kiosk.core.ports import never
from kiosk.errors import AlreadyRunning, KioskError
from kiosk.reports.export import Beside, ExportOrder, export
from kiosk.store.database import Database
from kiosk.store.log import SqliteAttemptLog, SqliteExportLog
from kiosk.world import SystemClock, SystemIds

_NOT_NOTED = (
    "{why}, so this export is not in its export log, or not all of it;"
    " a later --only-new will have these attempts again."
)


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """What the command line asked for."""

    data_folder: Path
    out: Path
    selection: Selection
    beside: Beside | None = None
    redacted: bool = False

    @classmethod
    def from_options(
        cls, options: Mapping[str, object], beside: Beside | None = None
    ) -> ExportAsked:
        """Return it from the options as they were parsed."""
        data, out, activity = options["data_dir"], options["out"], options["activity"]
        return cls(
            data_folder=data if isinstance(data, Path) else paths.default_data_folder(),
            out=out if isinstance(out, Path) else Path.cwd(),
            selection=Selection(
                since=_utc(options["since"]),
                until=_utc(options["until"]),
                activity_id=activity if isinstance(activity, str) else None,
                only_new=bool(options["only_new"]),
            ),
            beside=beside,
            redacted=bool(options["redacted"]),
        )


@dataclass(frozen=True, slots=True)
class ExportMade:
    """A finished bundle, and what there is to say about it."""

    folder: Path
    counts: LogCounts
    note: str


def export_log(asked: ExportAsked) -> ExportMade:
    """Export, and note it in the export log where no kiosk holds the database.

    A bundle that is made stays made: where it cannot be noted, its note says so.

    Raises:
        KioskError: there is nothing to export, or it could not be written.
    """
    log = SqliteAttemptLog(asked.data_folder)
    made = SystemClock().now()
    key = _pseudonym_key(asked.data_folder) if asked.redacted else None
    order = ExportOrder(asked.selection, made, __version__, beside=asked.beside, pseudonym_key=key)
    # The database is closed last, when no snapshot keeps its journal from being folded in.
    with ExitStack() as opened, log.snapshot(order.selection) as snapshot:
        receipt = export(snapshot, order, asked.out, _quiet, never)
        if receipt is None:
            raise AssertionError("an export that nobody can cancel was cancelled")
        try:
            database = opened.enter_context(closing(_opened(asked.data_folder, order.made)))
        except KioskError as fault:
            note = _NOT_NOTED.format(why=_why(fault))
        else:
            note = _note_export(database, snapshot, order.made)
    return ExportMade(receipt.folder, receipt.counts, note)


def _pseudonym_key(folder: Path) -> bytes:
    log = SqliteAttemptLog(folder)
    with log.snapshot(Selection()) as snapshot:
        key = snapshot.pseudonym_key()
    if key is not None:
        return key
    # Beside a kiosk that runs none can be made: an export from its staff area makes it.
    with closing(Database.open(folder, SystemClock().now())) as database:
        return SqliteExportLog(database, SystemIds()).pseudonym_key()


def _opened(folder: Path, now: datetime) -> Database:
    # The snapshot that was exported was looked through as a whole.
    return Database.open(folder, now, looked_through=True)


def _note_export(database: Database, snapshot: LogSnapshot, made: datetime) -> str:
    noted = SqliteExportLog(database, SystemIds()).record_export(snapshot.states(), made)
    return "" if noted else _NOT_NOTED.format(why="The disk of the data folder refused")


def _why(fault: KioskError) -> str:
    if isinstance(fault, AlreadyRunning):
        return "The kiosk is running"
    return "The data folder cannot be written"


def _utc(moment: object) -> datetime | None:
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) else None


def _quiet(_done: int, _total: int) -> None:
    pass
