"""Attempts of many kiosks put together in a file of its own, and read back as one log."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kiosk.core.gathering import Fate, judge
from kiosk.core.log_rows import AttemptRow, LogCounts, PlacementRow, ResponseRow
from kiosk.core.model import Kiosk
from kiosk.core.whole_attempts import WholeAttempt

_SCHEMA = """
    CREATE TABLE attempt (
        key           INTEGER PRIMARY KEY,
        id            TEXT NOT NULL UNIQUE,
        learner       TEXT NOT NULL,
        activity      TEXT NOT NULL,
        whole         INTEGER NOT NULL,
        started       TEXT NOT NULL,
        final_score   REAL,
        active_ms     INTEGER NOT NULL,
        placements    INTEGER NOT NULL,
        placement_ms  INTEGER NOT NULL,
        responses     INTEGER NOT NULL,
        told          TEXT NOT NULL,
        moves         TEXT NOT NULL,
        answers       TEXT NOT NULL
    ) STRICT
"""
_PUT = """
    INSERT OR REPLACE INTO attempt (id, learner, activity, whole, started, final_score, active_ms,
                                    placements, placement_ms, responses, told, moves, answers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
# The rule is that of the log of one kiosk, with the time of beginning for the order of it.
_ATTEMPTS = """
    WITH numbered AS (
        SELECT key,
               row_number() OVER began AS number,
               row_number() OVER (PARTITION BY learner, activity, whole
                                  ORDER BY started DESC, id DESC) AS from_last,
               row_number() OVER (PARTITION BY learner, activity, whole
                                  ORDER BY final_score DESC NULLS LAST, started, id) AS by_score
        FROM attempt
        WINDOW began AS (PARTITION BY learner, activity, whole ORDER BY started, id)
    )
    SELECT told, number, whole AND number = 1, whole AND from_last = 1,
           whole AND by_score = 1 AND final_score IS NOT NULL
    FROM attempt JOIN numbered ON numbered.key = attempt.key
    ORDER BY started, id
"""
_MOVES = "SELECT moves FROM attempt ORDER BY started, id"
_ANSWERS = "SELECT answers FROM attempt ORDER BY started, id"
_COUNTS = """
    SELECT count(*), coalesce(sum(placements), 0), coalesce(sum(responses), 0),
           coalesce(sum(active_ms), 0), coalesce(sum(placement_ms), 0)
    FROM attempt
"""
_DECIMALS = 4  # as an export tells scores: those of a database must be equal to its own


class Gathering:
    """What was put together so far. The file is for this alone, and may be deleted after."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def begun(cls, file: Path) -> Iterator[Gathering]:
        """Begin in a new file.

        Raises:
            sqlite3.Error: the disk refuses.
        """
        connection = sqlite3.connect(file, isolation_level=None)
        try:
            # Nothing here outlives the command: what is cut off is begun again.
            for setting in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"):
                connection.execute(f"PRAGMA {setting}")
            connection.execute(_SCHEMA)
            yield cls(connection)
        finally:
            connection.close()

    def take(self, attempts: Iterable[WholeAttempt]) -> Iterator[tuple[str, Fate]]:
        """Put attempts in, one by one; yield the id of each and what became of it.

        Raises:
            sqlite3.Error: the disk refuses.
        """
        self._connection.execute("BEGIN")
        for attempt in attempts:
            yield attempt.row.attempt_id, self._take(attempt)
        self._connection.execute("COMMIT")

    def log(self, kiosk: Kiosk, schema_version: int) -> GatheredLog:
        """Return all of it as one log, in the name of ``kiosk``."""
        self._connection.execute("CREATE INDEX by_start ON attempt (started, id)")
        return GatheredLog(self._connection, kiosk, schema_version)

    def _take(self, attempt: WholeAttempt) -> Fate:
        there = self._there(attempt.row.attempt_id)
        if there is None:
            self._put(attempt)
            return Fate.NEW
        fate, kept = judge(there, attempt)
        if kept is not there:
            self._put(kept)
        return fate

    def _there(self, attempt_id: str) -> WholeAttempt | None:
        found = self._connection.execute(
            "SELECT told, moves, answers FROM attempt WHERE id = ?", (attempt_id,)
        ).fetchone()
        if found is None:
            return None
        told, moves, answers = found
        return WholeAttempt(_attempt(told), tuple(_placements(moves)), tuple(_responses(answers)))

    def _put(self, attempt: WholeAttempt) -> None:
        row = attempt.row
        told = row._replace(
            started_utc=_as_text(row.started_utc),
            submitted_utc=_as_text(row.submitted_utc),
            first_try_score=_rounded(row.first_try_score),
            final_score=_rounded(row.final_score),
            mastery_score=_rounded(row.mastery_score),
        )
        self._connection.execute(
            _PUT,
            (
                row.attempt_id, row.learner_code, row.activity_id, row.round_number == 1,
                told.started_utc, told.final_score, row.active_ms, len(attempt.placements),
                sum(placement.ms for placement in attempt.placements), len(attempt.responses),
                json.dumps(told), json.dumps(attempt.placements), json.dumps(attempt.responses),
            ),
        )  # fmt: skip


class GatheredLog:
    """The port ``ReportedLog`` on what was put together.

    A learner is a code here: first, latest and best are counted over all kiosks.
    """

    def __init__(self, connection: sqlite3.Connection, kiosk: Kiosk, schema_version: int) -> None:
        self._connection = connection
        self._kiosk = kiosk
        self._schema_version = schema_version

    def kiosk(self) -> Kiosk:
        """Return in whose name it is."""
        return self._kiosk

    def schema_version(self) -> int:
        """Return the newest version of the schemas that the attempts come from."""
        return self._schema_version

    def counts(self) -> LogCounts:
        """Return the sums over all of it."""
        return LogCounts(*self._connection.execute(_COUNTS).fetchone())

    def attempts(self) -> Iterator[AttemptRow]:
        """Yield the attempts by their beginning."""
        for told, number, first, latest, best in self._connection.execute(_ATTEMPTS):
            yield _attempt(told)._replace(
                attempt_number=number,
                is_first=bool(first),
                is_latest=bool(latest),
                is_best=bool(best),
            )

    def placements(self) -> Iterator[PlacementRow]:
        """Yield the placements in the attempts' order."""
        for (moves,) in self._connection.execute(_MOVES):
            yield from _placements(moves)

    def responses(self) -> Iterator[ResponseRow]:
        """Yield the responses in the attempts' order."""
        for (answers,) in self._connection.execute(_ANSWERS):
            yield from _responses(answers)


def _as_text(moment: datetime | None) -> Any:  # noqa: ANN401 - it stands in a datetime's place
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="milliseconds")


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, _DECIMALS)


def _attempt(told: str) -> AttemptRow:
    values = json.loads(told)
    row = AttemptRow(*values)
    return row._replace(
        started_utc=datetime.fromisoformat(str(row.started_utc)),
        submitted_utc=row.submitted_utc and datetime.fromisoformat(str(row.submitted_utc)),
        input_methods=tuple(row.input_methods),
        missed_items=tuple(row.missed_items),
    )


def _placements(moves: str) -> Iterator[PlacementRow]:
    return (PlacementRow(*values) for values in json.loads(moves))


def _responses(answers: str) -> Iterator[ResponseRow]:
    return (ResponseRow(*values) for values in json.loads(answers))
