"""Slips of finished attempts, and the key that makes their check values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from datetime import timedelta
from functools import partial
from pathlib import Path

from kiosk.core import slip
from kiosk.core.slip import Slip, SlipFacts
from kiosk.store.attempts import NoSuchAttempt
from kiosk.store.database import Database
from kiosk.store.reading import moment
from kiosk.store.record import read_kiosk
from kiosk.store.secret_keys import made_key, read_key
from kiosk.store.times import from_text

_KEY = "slip_key"

_FACTS = """
    SELECT attempt.id, learner.code, attempt.activity,
           coalesce((SELECT title FROM label WHERE label.pack = attempt.pack
                     AND kind = 'activity' AND label.id = attempt.activity), attempt.activity),
           attempt.follows IS NOT NULL,
           (SELECT count(correct) FROM response WHERE attempt = attempt.key),
           (SELECT coalesce(sum(first_try_correct), 0) FROM response WHERE attempt = attempt.key),
           (SELECT coalesce(sum(correct), 0) FROM response WHERE attempt = attempt.key),
           attempt.submitted, attempt.utc_offset
    FROM attempt JOIN learner ON learner.key = attempt.learner
    WHERE attempt.submitted IS NOT NULL
"""
_OF_ATTEMPT = f"{_FACTS} AND attempt.id = ?"
_OF_LEARNER = f"{_FACTS} AND learner.code = ? ORDER BY attempt.key DESC"


class SqliteSlips:
    """The port ``Slips`` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def issue(self, attempt_id: str) -> Future[Slip]:
        """Make the slip of a submitted attempt. The future holds ``NoSuchAttempt`` otherwise."""
        return self._database.ask(partial(_issue, attempt_id=attempt_id))

    def find(self, code: str, check: str) -> Slip | None:
        """Return the slip of that code and check value, if this kiosk made it."""
        return self._database.read(partial(_found, code=code, check=check))


def find_slip(folder: Path, code: str, check: str) -> Slip | None:
    """Return the slip of that code and check value, if the kiosk of a data folder made it.

    Raises:
        KioskError: the folder is not to be read; see ``moment``.
    """
    with moment(folder) as (reader, _kiosk):
        return _found(reader, code, check)


def _issue(connection: sqlite3.Connection, attempt_id: str) -> Slip:
    found = next(_facts(connection, _OF_ATTEMPT, attempt_id), None)
    if found is None:
        raise NoSuchAttempt(attempt_id)
    return slip.issue(found, made_key(connection, _KEY))


def _found(connection: sqlite3.Connection, code: str, check: str) -> Slip | None:
    key = read_key(connection, _KEY)
    # Without a key, no slip was ever made.
    return slip.find(_facts(connection, _OF_LEARNER, code), check, key) if key else None


def _facts(connection: sqlite3.Connection, sql: str, value: str) -> Iterator[SlipFacts]:
    kiosk = read_kiosk(connection)
    for *facts, submitted, offset in connection.execute(sql, (value,)):
        attempt_id, code, activity_id, title, follows, scored, first, final = facts
        yield SlipFacts(
            attempt_id=attempt_id,
            code=code,
            activity_id=activity_id,
            activity_title=title,
            second_round=bool(follows),
            scored=scored,
            first_correct=first,
            final_correct=final,
            day=(from_text(submitted) + timedelta(minutes=offset)).date(),
            kiosk_name=kiosk.name if kiosk else "",
            site=kiosk.site if kiosk else "",
        )
