"""A log in which every learner's code is a pseudonym."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.core.log_ports import ReportedLog
from kiosk.core.log_rows import AttemptRow, LogCounts, PlacementRow, ResponseRow
from kiosk.core.model import Kiosk
from kiosk.core.pseudonyms import pseudonym


class RedactedLog:
    """The port ``ReportedLog`` over another one; all but the codes is as it is there."""

    def __init__(self, log: ReportedLog, key: bytes) -> None:
        self._log = log
        self._key = key

    def kiosk(self) -> Kiosk:
        """Return the kiosk that the log is of."""
        return self._log.kiosk()

    def schema_version(self) -> int:
        """Return the version of the database's schema."""
        return self._log.schema_version()

    def counts(self) -> LogCounts:
        """Return the sums over the selection; no code is in them."""
        return self._log.counts()

    def attempts(self) -> Iterator[AttemptRow]:
        """Yield the attempts with pseudonyms for codes."""
        for row in self._log.attempts():
            yield row._replace(learner_code=pseudonym(row.learner_code, self._key))

    def placements(self) -> Iterator[PlacementRow]:
        """Yield the placements."""
        return self._log.placements()

    def responses(self) -> Iterator[ResponseRow]:
        """Yield the responses."""
        return self._log.responses()
