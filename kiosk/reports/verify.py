"""Proving an export again, from its own files alone."""

from __future__ import annotations

from pathlib import Path

from kiosk.core.log_rows import LogCounts
from kiosk.errors import ExportUnproved
from kiosk.reports import manifest
from kiosk.reports.attempt_log import TABLES
from kiosk.reports.reading import TableUnsound, digest_of, read_file, read_table


def verify(folder: Path) -> LogCounts:
    """Compare every file of a bundle with its manifest.

    Returns:
        What the bundle holds.

    Raises:
        ExportUnproved: something is missing, added or changed.
    """
    try:
        proof = manifest.from_json(read_file(folder / manifest.FILE))
        _compare_names(folder, set(proof.files))
        for table in TABLES:
            header = proof.columns[table.file]
            found = read_table(folder / table.file, header, table.summed, _go_on)
            if found != proof.files[table.file]:
                raise TableUnsound(f"{table.file} is not as it was written")
        for name in proof.files.keys() - proof.columns.keys():
            if digest_of(folder / name) != (proof.files[name].bytes, proof.files[name].sha256):
                raise TableUnsound(f"{name} is not as it was written")
        if dict(proof.counts._asdict()) != proof.about.get("counts"):
            raise TableUnsound("the counts in the manifest do not agree")
    except (OSError, KeyError, TableUnsound, manifest.ManifestUnreadable) as fault:
        raise ExportUnproved(path=folder, detail=_detail(fault)) from fault
    return proof.counts


def _go_on() -> None:
    pass


def _compare_names(folder: Path, wanted: set[str]) -> None:
    wanted = wanted | {manifest.FILE}
    found = {entry.name for entry in folder.iterdir()}
    if found != wanted:
        names = ", ".join(sorted(found ^ wanted))
        raise TableUnsound(f"missing or added: {names}")


def _detail(fault: Exception) -> str:
    if isinstance(fault, OSError) and fault.strerror:
        return f"{Path(str(fault.filename)).name}: {fault.strerror}"
    return str(fault)
