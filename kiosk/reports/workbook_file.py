"""A workbook beside the tables of an export: written, read back, proved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kiosk import durable
from kiosk.core.log_ports import ReportedLog
from kiosk.reports.export import Pace
from kiosk.reports.manifest import FileProof
from kiosk.reports.names import WORKBOOK
from kiosk.reports.reading import TableUnsound, digest_of
from kiosk.reports.workbook import write_workbook
from kiosk.reports.workbook_check import counts_in


def add_workbook(
    log: ReportedLog, made: datetime, folder: Path, pace: Pace
) -> tuple[str, FileProof]:
    """Write the tables of a log as a workbook, and prove what the disk has of it.

    Raises:
        TableUnsound: it does not read back as it was written, or a text is too long for it.
        OSError: it could not be written or read.
    """
    file = folder / WORKBOOK
    write_workbook(file, log, made, pace.step)
    digest = durable.sync_file(file)
    durable.sync_folder(folder)
    found, wanted = counts_in(file, pace.go_on), log.counts()
    if found != wanted:
        raise TableUnsound(f"{WORKBOOK} holds {found}, the database {wanted}")
    length, read_back = digest_of(file)
    if read_back != digest:
        raise TableUnsound(f"{WORKBOOK} does not read back as it was written")
    return WORKBOOK, FileProof(length, digest, 0, None)
