"""This installation, what staff set, and what they did."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import asdict, fields, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar, cast

from kiosk.core.door_lock import LONGEST_WAIT_MS, DoorLock
from kiosk.core.model import Kiosk, Settings, SignInMode
from kiosk.core.recovered import Recovered
from kiosk.core.retention import RetentionNote
from kiosk.core.setting_rules import RETENTION_DAYS, example_fits
from kiosk.store import recovery
from kiosk.store.database import Database
from kiosk.store.times import from_text, to_text

T = TypeVar("T")
_PIN = "pin_hash"
_DOOR = "door_lock"
_CODES = "recovery_codes"
_RETENTION = "retention"
_log = logging.getLogger(__name__)


class SqliteKioskRecord:
    """The port ``KioskRecord`` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._last: dict[Callable[[sqlite3.Connection], object], Any] = {}

    def kiosk(self) -> Kiosk | None:
        """Return this kiosk, ``None`` before the set-up."""
        return self._read(read_kiosk)

    def settings(self) -> Settings:
        """Return what staff have set; a value that makes no sense counts as not set."""
        return self._read(read_settings)

    def pin_hash(self) -> str | None:
        """Return the encoded hash of the PIN, ``None`` before the set-up."""
        return self._read(_read_pin)

    def _read(self, question: Callable[[sqlite3.Connection], T]) -> T:
        try:
            answer = self._database.read(question)
        except sqlite3.Error as fault:
            if question not in self._last:
                raise
            # What staff set does not change because a disk refuses to be read.
            _log.warning("settings cannot be read, the last known count: %s", fault)
            return cast("T", self._last[question])
        self._last[question] = answer
        return answer

    def set_up(self, kiosk: Kiosk, settings: Settings, pin_hash: str) -> Future[None]:
        """Write the set-up, once. The future holds ``ValueError`` if it was done before."""
        return self._database.ask(
            partial(_set_up, kiosk=kiosk, settings=settings, pin_hash=pin_hash)
        )

    def change(self, kiosk: Kiosk, settings: Settings) -> Future[None]:
        """Write another name or site, and other settings, of a kiosk that is set up."""
        return self._database.ask(partial(_change, kiosk=kiosk, settings=settings))

    def change_pin(self, pin_hash: str) -> Future[None]:
        """Write the hash of another PIN."""
        return self._database.ask(partial(_put, name=_PIN, value=pin_hash))

    def recovery_codes(self) -> tuple[str, ...]:
        """Return the hashes of the recovery codes that have not been used."""
        return self._read(_read_codes)

    def keep_recovery_codes(self, hashes: Sequence[str]) -> Future[None]:
        """Keep other recovery codes in the place of all there were."""
        return self._database.ask(partial(_put, name=_CODES, value=list(hashes)))

    def use_recovery_code(self, code_hash: str) -> Future[bool]:
        """Take a recovery code away for good; whether it was still there."""
        return self._database.ask_once(partial(_use_code, code_hash=code_hash))

    def door_lock(self) -> DoorLock:
        """Return how the staff door stood when that was last kept."""
        return self._read(_read_door_lock)

    def keep_door_lock(self, lock: DoorLock) -> Future[None]:
        """Keep how the staff door stands."""
        return self._database.ask(partial(_keep_door_lock, lock=lock))

    def retention(self) -> RetentionNote:
        """Return what is noted of purges by age."""
        return self._read(_read_retention)

    def keep_retention(self, note: RetentionNote) -> Future[None]:
        """Note it."""
        values = {
            "seen": None if note.seen is None else to_text(note.seen),
            "at": None if note.at is None else to_text(note.at),
            "purged": note.purged,
            "waits": note.waits,
        }
        return self._database.ask(partial(_put, name=_RETENTION, value=values))

    def log_staff(self, action: str, at: datetime) -> Future[None]:
        """Note what staff did."""
        return self._database.ask(partial(log_staff, action=action, at=at))

    def recovery(self) -> Recovered | None:
        """Return the latest recovery that staff have not been told of yet."""
        return self._database.read(recovery.unread)

    def mark_recovery_read(self, at: datetime) -> Future[None]:
        """Note that staff have been told."""
        return self._database.ask(partial(recovery.mark_read, at=at))


def read_kiosk(connection: sqlite3.Connection) -> Kiosk | None:
    """Return the kiosk that a database is of, ``None`` before the set-up."""
    row = connection.execute("SELECT id, name, site, created FROM kiosk").fetchone()
    return None if row is None else Kiosk(row[0], row[1], row[2], from_text(row[3]))


def _set_up(
    connection: sqlite3.Connection, kiosk: Kiosk, settings: Settings, pin_hash: str
) -> None:
    there = read_kiosk(connection)
    if there is not None:
        if there.id == kiosk.id:
            return
        raise ValueError("this kiosk is set up already")
    connection.execute(
        "INSERT INTO kiosk (id, name, site, created) VALUES (?, ?, ?, ?)",
        (kiosk.id, kiosk.name, kiosk.site, to_text(kiosk.created)),
    )
    for name, value in {**asdict(settings), _PIN: pin_hash}.items():
        _put(connection, name, value)


def _change(connection: sqlite3.Connection, kiosk: Kiosk, settings: Settings) -> None:
    connection.execute(
        "UPDATE kiosk SET name = ?, site = ? WHERE id = ?", (kiosk.name, kiosk.site, kiosk.id)
    )
    for name, value in asdict(settings).items():
        _put(connection, name, value)


def _put(connection: sqlite3.Connection, name: str, value: object) -> None:
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value)),
    )


def read_settings(connection: sqlite3.Connection) -> Settings:
    """Return what staff have set in a database; a value that makes no sense counts as not set."""
    stored = dict(connection.execute("SELECT name, value FROM setting"))
    values: dict[str, Any] = {}
    for field in fields(Settings):
        value = _decoded(stored.get(field.name))
        if field.name == "sign_in" and isinstance(value, str) and value in tuple(SignInMode):
            value = SignInMode(value)
        if type(value) is type(field.default):
            values[field.name] = value
    for name in ("idle_after_seconds", "idle_answer_seconds"):
        if values.get(name, 1) <= 0:
            del values[name]
    if values.get("retention_days", 0) not in RETENTION_DAYS:
        del values["retention_days"]
    settings = Settings(**values)
    if example_fits(settings):
        return settings
    # One without the other would be of no use: both fall back.
    usual = Settings()
    return replace(settings, code_pattern=usual.code_pattern, code_example=usual.code_example)


def _read_pin(connection: sqlite3.Connection) -> str | None:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_PIN,)).fetchone()
    value = _decoded(row[0]) if row else None
    return value if isinstance(value, str) else None


def _read_codes(connection: sqlite3.Connection) -> tuple[str, ...]:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_CODES,)).fetchone()
    value = _decoded(row[0]) if row else None
    hashes = value if isinstance(value, list) else []
    return tuple(each for each in hashes if isinstance(each, str))


def _use_code(connection: sqlite3.Connection, code_hash: str) -> bool:
    there = _read_codes(connection)
    left = [each for each in there if each != code_hash]
    _put(connection, _CODES, left)
    return len(left) < len(there)


def _read_retention(connection: sqlite3.Connection) -> RetentionNote:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_RETENTION,)).fetchone()
    match _decoded(row[0]) if row else None:
        case {"seen": seen, "at": at, "purged": int(purged), "waits": bool(waits)}:
            return RetentionNote(_moment(seen), _moment(at), max(0, purged), waits)
    return RetentionNote()


def _moment(text: object) -> datetime | None:
    try:
        return from_text(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _read_door_lock(connection: sqlite3.Connection) -> DoorLock:
    row = connection.execute("SELECT value FROM setting WHERE name = ?", (_DOOR,)).fetchone()
    value = _decoded(row[0]) if row else None
    match value:
        case {"tries": int(tries), "wait_ms": int(wait_ms)}:
            return DoorLock(max(0, tries), min(max(0, wait_ms), LONGEST_WAIT_MS))
    return DoorLock()


def _keep_door_lock(connection: sqlite3.Connection, lock: DoorLock) -> None:
    _put(connection, _DOOR, asdict(lock))


def _decoded(text: str | None) -> object:
    try:
        return None if text is None else json.loads(text)
    except (ValueError, RecursionError):
        return None


def log_staff(connection: sqlite3.Connection, action: str, at: datetime) -> None:
    """Note what staff did; the same at the same time is noted once."""
    connection.execute(
        "INSERT INTO staff_log (at, action) SELECT :at, :action WHERE NOT EXISTS"
        " (SELECT 1 FROM staff_log WHERE at = :at AND action = :action)",
        {"at": to_text(at), "action": action},
    )
