"""The attempt log, read from one moment of the database while learners go on."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from kiosk.core.log_rows import (
    AttemptRow,
    AttemptState,
    LogCounts,
    PlacementRow,
    ResponseRow,
    Selection,
)
from kiosk.core.model import Kiosk
from kiosk.core.ports import Ids
from kiosk.store import log_sql
from kiosk.store.attempt_rows import attempt_row
from kiosk.store.connection import pragma
from kiosk.store.database import Database
from kiosk.store.reading import moment
from kiosk.store.secret_keys import made_key, read_key
from kiosk.store.times import to_text
from kiosk.store.told_once import NotTold, ToldOnce, truth
from kiosk.store.writer import WriterClosed

PATIENCE_SECONDS = 10.0
_BATCH = 500
_TOLD_AT_ONCE = 100  # attempts, with some twenty rows each
_AFTER_COUNT = "\x1e"
_PSEUDONYM_KEY = "pseudonym_key"
_NOTED_AT_ONCE = 2_000
_log = logging.getLogger(__name__)


class SqliteAttemptLog:
    """The port ``AttemptLog`` on a data folder. It holds nothing open between snapshots.

    ``looked_through``: this process has opened the database, and so seen that it is sound.
    """

    def __init__(self, folder: Path, *, looked_through: bool = False) -> None:
        self._folder = folder
        self._looked_through = looked_through

    @contextmanager
    def snapshot(self, selection: Selection) -> Iterator[SqliteSnapshot]:
        """Open a view of one moment.

        Raises:
            NotSetUp: there is no kiosk in the folder.
            DatabaseNewer, DatabaseDamaged: it is not for this program.
            DataFolderUnusable: it cannot be read.
        """
        with moment(self._folder, looked_through=self._looked_through) as (reader, kiosk):
            reader.execute(log_sql.MAKE_CHOSEN)
            reader.execute(log_sql.MAKE_NUMBERED)
            snapshot = SqliteSnapshot(reader, kiosk, selection)
            if selection.only_new:
                snapshot.choose_new()
            yield snapshot


class SqliteSnapshot:
    """One moment of the log, for one selection."""

    def __init__(self, reader: sqlite3.Connection, kiosk: Kiosk, selection: Selection) -> None:
        self._reader = reader
        self._kiosk = kiosk
        self._values = _values(selection)
        self._counts: LogCounts | None = None
        self._is_numbered = False

    def choose_new(self) -> None:
        """Have the selection be of those that no export has as they are; before all else."""
        self._number()
        self._reader.execute(log_sql.CHOOSE_NEW)

    def kiosk(self) -> Kiosk:
        """Return the kiosk that the log is of."""
        return self._kiosk

    def schema_version(self) -> int:
        """Return the version of the database's schema."""
        return pragma(self._reader, "user_version")

    def counts(self) -> LogCounts:
        """Return the sums over the selection, computed by the database, once: it is one moment."""
        if self._counts is None:
            found = self._reader.execute(log_sql.COUNTS, self._values).fetchone()
            self._counts = LogCounts(*found)
        return self._counts

    def attempts(self) -> Iterator[AttemptRow]:
        """Yield the attempts, oldest first."""
        self._number()
        for row in self._rows(log_sql.ATTEMPTS):
            yield attempt_row(self._kiosk, row)

    def placements(self) -> Iterator[PlacementRow]:
        """Yield the placements, in the attempts' order, then by ``seq``."""
        for row in self._rows(log_sql.PLACEMENTS):
            values = list(row)
            values[7] = truth(row[7])
            yield PlacementRow(*values)

    def responses(self) -> Iterator[ResponseRow]:
        """Yield the responses, in the attempts' order, then as dealt."""
        for row in self._rows(log_sql.RESPONSES):
            values = list(row)
            values[5], values[7] = truth(row[5]), truth(row[7])
            yield ResponseRow(*values)

    def told_placements(self) -> Iterator[tuple[int, str]]:
        """Yield the placements as texts, each of so many records.

        A record that cannot be told so is a NUL character.
        """
        for batch in self._batches(log_sql.TOLD_PLACEMENTS, _TOLD_AT_ONCE):
            told = [text.partition(_AFTER_COUNT) for (text,) in batch if text is not None]
            yield sum(int(count) for count, _, _ in told), "".join([text for _, _, text in told])

    def told_responses(
        self, tell_id: Callable[[str], str], tell_rest: Callable[[ResponseRow], str]
    ) -> Iterator[tuple[int, str]]:
        """Yield the responses as texts, each of so many."""
        told = ToldOnce(tell_rest, self._reader.execute(log_sql.TITLES))
        for batch in self._batches(log_sql.TOLD_RESPONSES, _TOLD_AT_ONCE):
            rows, texts = 0, []
            for key, attempt_id, text in batch:
                if text is None:
                    continue
                rests = self._rests(told, key, text)
                rows += len(rests)
                texts.append(tell_id(attempt_id).join(["", *rests]))
            yield rows, "".join(texts)

    def _rests(self, told: ToldOnce, key: int, text: str) -> list[str]:
        try:
            return told.tell_all(text)
        except NotTold:
            facts = self._reader.execute(log_sql.FACTS_OF, (key,)).fetchall()
            return [told.tell(row) for row in facts]

    def pseudonym_key(self) -> bytes | None:
        """Return the key that pseudonyms are made with, ``None`` where there is none yet."""
        return read_key(self._reader, _PSEUDONYM_KEY)

    def states(self) -> Iterator[AttemptState]:
        """Yield what there is to note of the attempts, oldest first."""
        self._number()
        for row in self._rows(log_sql.STATES):
            yield AttemptState(*row)

    def _number(self) -> None:
        if not self._is_numbered:
            self._reader.execute(log_sql.NUMBER)
            self._is_numbered = True

    def _rows(self, sql: str) -> Iterator[tuple[Any, ...]]:
        for batch in self._batches(sql, _BATCH):
            yield from batch

    def _batches(self, sql: str, rows: int) -> Iterator[list[tuple[Any, ...]]]:
        cursor = self._reader.execute(sql, self._values)
        while batch := cursor.fetchmany(rows):
            yield batch


class SqliteExportLog:
    """The port ``ExportLog`` on a database."""

    def __init__(self, database: Database, ids: Ids) -> None:
        self._database = database
        self._ids = ids

    def pseudonym_key(self) -> bytes:
        """Return the key that pseudonyms are made with, made now where there is none.

        Raises:
            TimeoutError: the disk refuses.
        """
        made = self._database.ask(partial(made_key, name=_PSEUDONYM_KEY))
        return made.result(PATIENCE_SECONDS)

    def record_export(self, states: Iterable[AttemptState], at: datetime) -> bool:
        """Note that attempts were carried away, each in the state that the export had of it.

        In steps, so that no learner waits for a long log. Each step is true by itself, whatever
        becomes of the next.

        Returns:
            Whether all is noted. A disk that refuses is waited for, ``PATIENCE_SECONDS`` a step.
        """
        export_id = self._ids.new()
        try:
            for total, batch in _batches(states):
                job = partial(_note, batch=batch, total=total, export_id=export_id, at=at)
                self._database.ask(job).result(PATIENCE_SECONDS)
        except (TimeoutError, WriterClosed, sqlite3.Error) as fault:
            _log.warning("an export is not noted, or not all of it: %r", fault)
            return False
        return True


def _batches(states: Iterable[AttemptState]) -> Iterator[tuple[int, list[AttemptState]]]:
    # Nothing exported is an export too: there is a first batch, though it be empty.
    left, total = iter(states), 0
    while (batch := list(islice(left, _NOTED_AT_ONCE))) or not total:
        total += len(batch)
        yield total, batch
        if not batch:
            return


def _note(
    connection: sqlite3.Connection,
    batch: list[AttemptState],
    total: int,
    export_id: str,
    at: datetime,
) -> None:
    connection.execute(
        "INSERT INTO export_log (id, at, attempts) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET attempts = excluded.attempts",
        (export_id, to_text(at), total),
    )
    (export,) = connection.execute(
        "SELECT key FROM export_log WHERE id = ?", (export_id,)
    ).fetchone()
    rows = [(key, state, export) for key, state in batch]
    connection.executemany(log_sql.NOTE_EXPORTED, rows)


def _values(selection: Selection) -> dict[str, object]:
    return {
        "since": None if selection.since is None else to_text(selection.since),
        "until": None if selection.until is None else to_text(selection.until),
        "activity": selection.activity_id,
        "only_new": selection.only_new,
    }
