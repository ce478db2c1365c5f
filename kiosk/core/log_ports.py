"""What a report or an export asks of the attempt log, as Protocols."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, runtime_checkable

from kiosk.core.log_rows import (
    AttemptRow,
    AttemptState,
    LogCounts,
    PlacementRow,
    ResponseRow,
    Selection,
)
from kiosk.core.model import Kiosk


class ExportLog(Protocol):
    """What left the kiosk, and when."""

    def pseudonym_key(self) -> bytes:
        """Return the key that pseudonyms are made with, made now where there is none.

        Raises ``TimeoutError`` where the disk refuses.
        """

    def record_export(self, states: Iterable[AttemptState], at: datetime) -> bool:
        """Note that attempts were carried away, each in the state that the export had of it.

        To be called once the export is in its place. Waits for the disk, a while; learners are
        written in between. Returns whether all is noted: what is not counts as not exported.
        """


class LogRows(Protocol):
    """The tables of an attempt log, row by row."""

    def attempts(self) -> Iterator[AttemptRow]:
        """Yield the attempts, oldest first."""

    def placements(self) -> Iterator[PlacementRow]:
        """Yield the placements of those attempts, in the attempts' order, then by ``seq``."""

    def responses(self) -> Iterator[ResponseRow]:
        """Yield the responses of those attempts, in the attempts' order, then as dealt."""


@runtime_checkable
class ToldRows(Protocol):
    """Long tables told by the database itself, many rows at a time: several times as fast."""

    def told_placements(self) -> Iterator[tuple[int, str]]:
        """Yield texts, each of so many placements in their order, as records of their values.

        Those are parted by commas and CRLF ends them; 1 is true, 0 is false, and nothing stands
        for ``None``. No value is quoted: whether one would need to be is for the reader to see.
        """

    def told_responses(
        self, tell_id: Callable[[str], str], tell_rest: Callable[[ResponseRow], str]
    ) -> Iterator[tuple[int, str]]:
        """Yield texts, each of so many responses, in their order.

        ``tell_id`` tells the id of an attempt, ``tell_rest`` what follows it; that is asked once
        for responses that differ in their attempt alone.
        """


class ReportedLog(LogRows, Protocol):
    """A log that can be exported: its rows, their sums, and whose it is."""

    def kiosk(self) -> Kiosk:
        """Return the kiosk that the log is of."""

    def schema_version(self) -> int:
        """Return the version of the database's schema."""

    def counts(self) -> LogCounts:
        """Return the sums over the selection, computed by the database."""


class LogSnapshot(ReportedLog, Protocol):
    """The attempt log at one moment, for one selection."""

    def states(self) -> Iterator[AttemptState]:
        """Yield what there is to note of those attempts, in their order."""


class AttemptLog(Protocol):
    """The attempt log, to be read while learners go on working."""

    def snapshot(self, selection: Selection) -> AbstractContextManager[LogSnapshot]:
        """Open a view of one moment; nothing that is written meanwhile shows in it."""
