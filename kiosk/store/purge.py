"""Purging: a learner, or all that is old, goes from every file of the data folder for good.

First each backup is written anew without it, and quarantined files go; then the database gives
up its rows in one transaction and is made anew; then all files are read back and searched. A
note in the database, of a number or a time, says that a purge is under way until that is done:
after a kill ``finish`` goes on with it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from kiosk.core.ports import Clock, never
from kiosk.core.purges import (
    OlderThan,
    OneLearner,
    PurgeCancelled,
    PurgeCounts,
    PurgeDone,
    PurgeOrder,
)
from kiosk.errors import LearnerUnknown, PurgeUnfinished
from kiosk.store import backup, purge_backups, purge_files, purge_rows
from kiosk.store.connection import open_reader
from kiosk.store.database import Database
from kiosk.store.record import log_staff
from kiosk.store.times import from_text, to_text
from kiosk.store.writer import Job, Refused, WriterClosed

T = TypeVar("T")
_BACKUP_REASON = "before-purge"
_STEPS = 7
Progress = Callable[[int, int], None]


def _to_nobody(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True, slots=True)
class _Gone:
    counts: PurgeCounts
    ids: frozenset[str]


class SqlitePurge:
    """Purges on an open database; the instance lock is the database's.

    Its calls take as long as the files are large: not for the thread of the screen. No backup
    may be made meanwhile, and no learner be at the kiosk.
    """

    def __init__(self, database: Database, clock: Clock, progress: Progress = _to_nobody) -> None:
        """Purge in a database; ``progress`` hears of each step, on the purge's own thread."""
        self._progress = progress
        self._database = database
        self._clock = clock
        self._folder = database.file.parent

    def preview(self, order: PurgeOrder) -> PurgeCounts:
        """Return how many rows of the database would go. Raises ``PurgeUnfinished``."""
        with self._faults():
            return self._plan(order).counts

    def under_way(self) -> datetime | None:
        """Return when the purge was begun that did not come to its end, if one did not.

        Raises:
            PurgeUnfinished: the database cannot be read.
        """
        with self._faults(), closing(open_reader(self._database.file)) as reader:
            row = reader.execute("SELECT begun FROM purge").fetchone()
        return None if row is None else from_text(row[0])

    def finish(self) -> PurgeDone | None:
        """Carry a purge to its end that was interrupted; ``None`` where there is none.

        Raises:
            PurgeUnfinished: it came to a stop again.
        """
        with self._faults():
            return self._go_on()

    def run(self, order: PurgeOrder, cancelled: Callable[[], bool] = never) -> PurgeDone:
        """Finish what was interrupted, purge, and prove it on the bytes of every file.

        ``cancelled`` is asked until the first step: what is begun must come to its end, or some
        files would hold the learner and others not.

        Raises:
            PurgeCancelled: it was called off; one more backup is all that may have come of it.
            LearnerUnknown: there is nothing of that learner, in no file.
            PurgeUnfinished: it came to a stop; ``finish`` or the same again goes on.
        """
        with self._faults():
            before = self._go_on()
            # Once: a purge that is gone on with must not fill the disk with more of them.
            self._back_up(order, cancelled)
            if cancelled():
                raise PurgeCancelled
            self._ask(partial(_begin, order=order, at=self._clock.now()))
            done = self._carry_out(order)
        nothing = not (any(done.counts) or done.backups or done.removed)
        # What was interrupted may well have been the same.
        if nothing and before is None and isinstance(order, OneLearner):
            raise LearnerUnknown
        return done

    def _go_on(self) -> PurgeDone | None:
        noted, order = self._noted()
        if not noted:
            return None
        if order is not None:
            return self._carry_out(order)
        self._ask(_make_anew)
        self._ask(_done)
        return PurgeDone(PurgeCounts(0, 0, 0, 0), 0, (), ())

    def _carry_out(self, order: PurgeOrder) -> PurgeDone:
        self._progress(1, _STEPS)
        purge_backups.clear_up(self._folder)
        plan = self._plan(order)
        known: purge_backups.Known = {}
        first = purge_backups.sweep_backups(self._folder, order, plan.ids, known)
        self._progress(2, _STEPS)
        quarantined = purge_files.sweep_quarantine(self._folder, order, plan.ids | first.ids)
        self._progress(3, _STEPS)
        gone = self._ask(partial(_delete, order=order, at=self._clock.now()))
        ids = plan.ids | gone.ids
        self._progress(4, _STEPS)
        # Whatever was written into the folder meanwhile is swept too.
        second = purge_backups.sweep_backups(self._folder, order, ids, known)
        self._progress(5, _STEPS)
        self._ask(_make_anew)
        self._progress(6, _STEPS)
        elsewhere = self._proved(order, ids | (first.ids if _of_one(order) else frozenset()))
        self._ask(_done)
        self._progress(_STEPS, _STEPS)
        removed = (*first.removed, *second.removed, *quarantined)
        return PurgeDone(gone.counts, first.rewritten + second.rewritten, removed, elsewhere)

    def _back_up(self, order: PurgeOrder, cancelled: Callable[[], bool]) -> None:
        if not any(self._plan(order).counts):
            return

        def pace() -> bool:
            return not cancelled()

        try:
            with closing(open_reader(self._database.file)) as reader:
                backup.back_up(reader, self._folder, _BACKUP_REASON, self._clock.now(), pace)
        except backup.BackupStopped as stopped:
            raise PurgeCancelled from stopped

    def _plan(self, order: PurgeOrder) -> _Gone:
        with closing(open_reader(self._database.file)) as reader:
            return _chosen(reader, order)

    def _noted(self) -> tuple[bool, PurgeOrder | None]:
        with closing(open_reader(self._database.file)) as reader:
            row = reader.execute(
                "SELECT code, before, begun FROM purge"
                " LEFT JOIN learner ON learner.key = purge.learner"
            ).fetchone()
        if row is None:
            return False, None
        code, before, begun = row
        if code is not None:
            return True, OneLearner(code)
        return True, None if before is None else OlderThan(from_text(before), from_text(begun))

    def _proved(self, order: PurgeOrder, ids: frozenset[str]) -> tuple[Path, ...]:
        traces = purge_files.traces_of(order, ids)
        elsewhere = []
        for file in purge_files.files_to_prove(self._folder, order):
            ours = file.name.startswith(self._database.file.name) and file.parent == self._folder
            whole = file == self._database.file or purge_files.is_backup(self._folder, file)
            if not (traces.in_database(file) if whole else traces.in_file(file)):
                continue
            if ours or whole:
                raise PurgeUnfinished(path=self._folder, detail=f"{file.name} still holds it")
            elsewhere.append(file)
        return tuple(elsewhere)

    def _ask(self, job: Job[T]) -> T:
        return self._database.ask_once(job).result()

    @contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error, Refused, WriterClosed) as fault:
            raise PurgeUnfinished(path=self._folder, detail=fault) from fault


def _of_one(order: PurgeOrder) -> bool:
    return isinstance(order, OneLearner)


def _chosen(connection: sqlite3.Connection, order: PurgeOrder) -> _Gone:
    purge_rows.choose(connection, order)
    return _Gone(purge_rows.chosen_counts(connection), purge_rows.chosen_ids(connection))


def _begin(connection: sqlite3.Connection, order: PurgeOrder, at: datetime) -> None:
    code = order.code if isinstance(order, OneLearner) else None
    before = order.before if isinstance(order, OlderThan) else None
    connection.execute(
        "INSERT OR REPLACE INTO purge (key, learner, before, begun)"
        " VALUES (1, (SELECT key FROM learner WHERE code = ?), ?, ?)",
        (code, None if before is None else to_text(before), to_text(at)),
    )


def _delete(connection: sqlite3.Connection, order: PurgeOrder, at: datetime) -> _Gone:
    connection.execute("PRAGMA foreign_keys = 0")
    try:
        connection.execute("BEGIN IMMEDIATE")
        gone = _chosen(connection, order)
        purge_rows.delete_chosen(connection)
        purge_rows.forget_choice(connection)
        # From here on the note tells no more than that files are to be made anew.
        connection.execute("UPDATE purge SET learner = NULL, before = NULL")
        if any(gone.counts):
            log_staff(connection, _words(gone.counts), at)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = 1")
    return gone


def _words(counts: PurgeCounts) -> str:
    return f"purged {counts.learners} learners, {counts.visits} visits, {counts.attempts} attempts"


def _make_anew(connection: sqlite3.Connection) -> None:
    """Write the database anew from its living rows and cut the journal to nothing."""
    patience = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    # No placement waits for an export that reads.
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("VACUUM")
        (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
    if busy:
        raise Refused("an export is reading the database")


def _done(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM purge")
