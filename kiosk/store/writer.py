"""The one thread that writes. What it has acknowledged is on the disk."""

from __future__ import annotations

import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from kiosk.core.ports import SaveState
from kiosk.store.connection import pragma

T = TypeVar("T")
Job = Callable[[sqlite3.Connection], T]
Listener = Callable[[SaveState], None]

_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PROTOCOL,
    }
)
_FIRST_PAUSE_SECONDS = 0.2
_LONGEST_PAUSE_SECONDS = 2.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Asked:
    run: Job[Any]
    future: Future[Any]


class Guard(Protocol):
    """Who stands behind a writer. Both are called on its thread."""

    def vouch(self, connection: sqlite3.Connection) -> None:
        """Raise a passing ``sqlite3.Error`` where what was committed may not be called so."""

    def relieve(
        self, fault: BaseException, connection: sqlite3.Connection
    ) -> sqlite3.Connection | None:
        """Return the connection to try again with at once, ``None`` to wait."""


class _Nobody:
    def vouch(self, connection: sqlite3.Connection) -> None:
        """Believe every commit."""

    def relieve(
        self, _fault: BaseException, _connection: sqlite3.Connection
    ) -> sqlite3.Connection | None:
        """Know no help."""
        return None


class WriterClosed(RuntimeError):
    """Something was to be written after the writer was closed."""


class Refused(RuntimeError):
    """The disk refused a job that is not tried again."""


def is_passing(fault: BaseException) -> bool:
    """Return whether a fault is of the disk and may pass: then the same job is tried again."""
    # Python tells SQLITE_NOMEM so, without a code.
    if isinstance(fault, MemoryError):
        return True
    code = getattr(fault, "sqlite_errorcode", None)
    return isinstance(fault, sqlite3.Error) and code is not None and code & 0xFF in _PASSING


class Writer:
    """Takes jobs in order, each in a transaction of its own.

    A job whose disk refuses it stays at the head of the queue, with everything
    behind it, until it goes through; a job that is wrong in itself fails alone.
    When the writer is closed meanwhile, they all fail with the disk's fault.
    Jobs must bear being run again.
    """

    def __init__(self, connection: sqlite3.Connection, guard: Guard | None = None) -> None:
        self._connection = connection
        self._guard = guard or _Nobody()
        self._queue: queue.SimpleQueue[_Asked | None] = queue.SimpleQueue()
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()
        self._open_jobs = 0
        self._held_up = False
        self._state = SaveState.SAVED
        self._closed = False
        self._given_up = threading.Event()
        self._lost: BaseException | None = None
        self._told = ""
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection that is written to. For who closes it, once the writer is closed."""
        return self._connection

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def watch(self, listener: Listener) -> None:
        """Call ``listener`` at each change of state, on the writer's or the asker's thread."""
        self._listeners.append(listener)

    def ask(self, job: Job[T]) -> Future[T]:
        """Queue a job for a transaction of its own. Its future is done once that is committed.

        Raises:
            WriterClosed: the writer takes no more.
        """
        return self._queue_up(partial(_in_transaction, job, self._guard))

    def ask_checkpoint(self) -> Future[None]:
        """Queue the folding of the journal into the main file. Raises ``WriterClosed``."""
        return self._queue_up(_fold)

    def ask_once(self, run: Job[T]) -> Future[T]:
        """Queue a job that keeps its own transactions and that no disk may hold up.

        It is run once: where the disk refuses it, its future holds ``Refused`` and what is
        queued behind it goes on. What it left open is rolled back.

        Raises:
            WriterClosed: the writer takes no more.
        """
        return self._queue_up(partial(_once, run, self._guard))

    def _queue_up(self, run: Job[T]) -> Future[T]:
        future: Future[T] = Future()
        # What was asked for is written: nobody can cancel it and leave a gap.
        future.set_running_or_notify_cancel()
        with self._lock:
            if self._closed:
                raise WriterClosed("the database is closed")
            self._open_jobs += 1
            self._queue.put(_Asked(run, future))
        self._tell()
        return future

    def close(self, patience_seconds: float) -> bool:
        """Write what is queued and end the thread.

        Returns:
            Whether all of it was written. What a refusing disk still holds up
            after ``patience_seconds`` is given up, and its futures say so.
        """
        with self._lock:
            self._closed = True
            self._queue.put(None)
        self._thread.join(patience_seconds)
        self._given_up.set()
        self._thread.join()
        return self._open_jobs == 0

    def _work(self) -> None:
        while (asked := self._queue.get()) is not None:
            if self._lost is None:
                self._carry_out(asked)
            else:
                # Written now, it would stand without what came before it.
                asked.future.set_exception(self._lost)

    def _carry_out(self, asked: _Asked) -> None:
        pause = _FIRST_PAUSE_SECONDS
        while True:
            try:
                answer = asked.run(self._connection)
            except BaseException as fault:
                if is_passing(fault) and not self._given_up.is_set():
                    if not self._helped(fault):
                        self._count(0, held_up=True)
                        self._given_up.wait(pause)
                        pause = min(2 * pause, _LONGEST_PAUSE_SECONDS)
                    continue
                if is_passing(fault):
                    self._lost = fault
                else:
                    self._count(1, held_up=False)
                asked.future.set_exception(fault)
            else:
                if self._told:
                    _log.warning("written again")
                    self._told = ""
                # The state first: whoever waits for the answer may ask for it at once.
                self._count(1, held_up=False)
                asked.future.set_result(answer)
            return

    def _helped(self, fault: BaseException) -> bool:
        if str(fault) != self._told:
            # Once, not at each try: a night of them would push all else out of the log.
            _log.warning("not written yet: %s", fault)
            self._told = str(fault)
        connection = self._guard.relieve(fault, self._connection)
        self._connection = connection or self._connection
        return connection is not None

    def _count(self, done: int, *, held_up: bool) -> None:
        with self._lock:
            self._open_jobs -= done
            self._held_up = held_up
        self._tell()

    def _tell(self) -> None:
        with self._lock:
            busy = SaveState.WAITING if self._held_up else SaveState.SAVING
            state = busy if self._open_jobs else SaveState.SAVED
            if state is self._state:
                return
            self._state = state
            # Inside the lock, so that listeners hear the states in their order.
            for listener in self._listeners:
                try:
                    listener(state)
                except Exception:
                    _log.exception("a listener failed at %s", state)


def _in_transaction(job: Job[T], guard: Guard, connection: sqlite3.Connection) -> T:
    _roll_back(connection)
    connection.execute("BEGIN IMMEDIATE")
    try:
        answer = job(connection)
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            _roll_back(connection)
        raise
    guard.vouch(connection)
    return answer


def _once(job: Job[T], guard: Guard, connection: sqlite3.Connection) -> T:
    _roll_back(connection)
    try:
        answer = job(connection)
        guard.vouch(connection)
    except (sqlite3.Error, MemoryError) as fault:
        if is_passing(fault):
            raise Refused(str(fault)) from fault
        raise
    else:
        return answer
    finally:
        with contextlib.suppress(sqlite3.Error):
            _roll_back(connection)


def _roll_back(connection: sqlite3.Connection) -> None:
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _fold(connection: sqlite3.Connection) -> None:
    _roll_back(connection)
    # An export may keep the journal busy: no learner waits for it, the next visit's end folds it.
    patience = pragma(connection, "busy_timeout")
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as fault:
        # All of it stands in the journal: no placement has to wait for a main file that refuses.
        _log.warning("the journal is not folded in: %s", fault)
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")
