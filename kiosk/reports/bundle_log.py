"""An export read back as the log that it was made of, so that it can be reported on again."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from kiosk.core.log_rows import AttemptRow, LogCounts, PlacementRow, ResponseRow
from kiosk.core.model import Kiosk
from kiosk.errors import ExportUnproved
from kiosk.reports import manifest
from kiosk.reports.attempt_log import ATTEMPTS, PLACEMENTS, RESPONSES
from kiosk.reports.bundle_rows import Record, attempt, placement, response
from kiosk.reports.manifest import Manifest
from kiosk.reports.reading import read_file, records
from kiosk.reports.verify import verify

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class BundleLog:
    """The port ``ReportedLog`` on an export.

    What was shortened stays so: scores have four decimals, titles in one cell are one title.
    """

    folder: Path
    proof: Manifest

    @classmethod
    def proved(cls, folder: Path) -> BundleLog:
        """Return the log of an export, all of it checked against its manifest first.

        Raises:
            ExportUnproved: it is not as it was written, or its tables are not those known here.
        """
        verify(folder)
        try:
            proof = manifest.from_json(read_file(folder / manifest.FILE))
        except (OSError, manifest.ManifestUnreadable) as fault:
            raise ExportUnproved(path=folder, detail=fault) from fault
        for table in (ATTEMPTS, PLACEMENTS, RESPONSES):
            missing = set(table.header) - set(proof.columns[table.file])
            if missing:
                names = ", ".join(sorted(missing))
                raise ExportUnproved(path=folder, detail=f"{table.file} has no column {names}")
        return cls(folder, proof)

    def kiosk(self) -> Kiosk:
        """Return the kiosk that the export is of; its beginning is not told, and is its making."""
        told = self.proof.about.get("kiosk")
        values = {key: str(value) for key, value in told.items()} if isinstance(told, dict) else {}
        name, site = values.get("name", ""), values.get("site", "")
        return Kiosk(values.get("id", ""), name, site, self.made())

    def made(self) -> datetime:
        """Return when the export was made. Raises ``ExportUnproved``."""
        try:
            return datetime.fromisoformat(str(self.proof.about.get("made_at_utc")))
        except ValueError as fault:
            raise ExportUnproved(path=self.folder, detail=fault) from fault

    def schema_version(self) -> int:
        """Return the version of the schema of the database that was exported."""
        told = self.proof.about.get("schema_version")
        return told if isinstance(told, int) else 0

    def counts(self) -> LogCounts:
        """Return the sums, as they were proved."""
        return self.proof.counts

    def attempts(self) -> Iterator[AttemptRow]:
        """Yield the attempts as they stand. Raises ``ExportUnproved``."""
        return self._rows(ATTEMPTS.file, ATTEMPTS.header, attempt)

    def placements(self) -> Iterator[PlacementRow]:
        """Yield the placements as they stand. Raises ``ExportUnproved``."""
        return self._rows(PLACEMENTS.file, PLACEMENTS.header, placement)

    def responses(self) -> Iterator[ResponseRow]:
        """Yield the responses as they stand. Raises ``ExportUnproved``."""
        return self._rows(RESPONSES.file, RESPONSES.header, response)

    def _rows(
        self, file: str, header: tuple[str, ...], row: Callable[[Record], Row]
    ) -> Iterator[Row]:
        theirs = self.proof.columns[file]
        places = [theirs.index(name) for name in header]
        try:
            for record in records(self.folder / file, theirs):
                yield row([record[place] for place in places])
        except (OSError, csv.Error, ValueError, OverflowError, IndexError) as fault:
            raise ExportUnproved(path=self.folder, detail=f"{file}: {fault}") from fault
