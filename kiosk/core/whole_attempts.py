"""Attempts with all that belongs to them, put together from the tables of the log in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, NamedTuple, TypeVar

from kiosk.core.log_ports import LogRows
from kiosk.core.log_rows import AttemptRow, PlacementRow, ResponseRow

Part = TypeVar("Part", PlacementRow, ResponseRow)


class LogDisordered(ValueError):
    """A placement or a response is not where its attempt is, or its attempt is not there."""


class WholeAttempt(NamedTuple):
    """One attempt, its placements by ``seq``, its responses as dealt."""

    row: AttemptRow
    placements: tuple[PlacementRow, ...]
    responses: tuple[ResponseRow, ...]


def whole_attempts(log: LogRows) -> Iterator[WholeAttempt]:
    """Yield every attempt of a log with its parts; no more than one is held at a time.

    Raises:
        LogDisordered: the tables are not in one order, or do not belong together.
    """
    placements, responses = _Parts(log.placements()), _Parts(log.responses())
    for row in log.attempts():
        yield WholeAttempt(row, placements.of(row.attempt_id), responses.of(row.attempt_id))
    placements.end()
    responses.end()


class _Parts(Generic[Part]):
    def __init__(self, rows: Iterator[Part]) -> None:
        self._rows: Iterator[Part] = rows
        self._next: Part | None = next(rows, None)

    def of(self, attempt_id: str) -> tuple[Part, ...]:
        """Return the parts of the attempt that is next; none where it has none."""
        found: list[Part] = []
        part = self._next
        while part is not None and part.attempt_id == attempt_id:
            found.append(part)
            part = next(self._rows, None)
        self._next = part
        return tuple(found)

    def end(self) -> None:
        """See that none is left. Raises ``LogDisordered``."""
        if self._next is not None:
            raise LogDisordered(f"{self._next.attempt_id} is not where its attempt is")
