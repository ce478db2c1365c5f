"""Setting a kiosk up from a file, without its window, where no kiosk runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk import durable, paths, set_up_file
from kiosk.core.kiosk_file import KioskFile
from kiosk.core.recovery_codes import CODES, new_code, shown
from kiosk.errors import NotSetUp, SetUpAlready, SetUpFileRefused, SetUpIncomplete
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord
from kiosk.ui.staff.pins import Argon2Pins
from kiosk.world import SystemClock, SystemDice, SystemIds

_PATIENCE_SECONDS = 30


@dataclass(frozen=True, slots=True)
class SetUpAsked:
    """What the command line asked for. ``codes`` is a file to write recovery codes to."""

    file: Path
    data_folder: Path
    codes: Path | None


@dataclass(frozen=True, slots=True)
class SetUpDone:
    """What came of it. ``plain_pin`` tells that the file holds the PIN in plain letters."""

    site: str
    kiosk_name: str
    plain_pin: bool


def set_up(asked: SetUpAsked) -> SetUpDone:
    """Set a kiosk up, once.

    Raises:
        SetUpFileUnreadable, SetUpFileRefused, SetUpIncomplete: the file is not to be used.
        SetUpAlready: there is a kiosk in the data folder.
        KioskError: the data folder is not to be used.
    """
    file = _sound(asked.file)
    if file.lacking:
        raise SetUpIncomplete(path=asked.file, keys=", ".join(file.lacking))

    def write(record: SqliteKioskRecord) -> None:
        if record.kiosk() is not None:
            raise SetUpAlready(path=asked.data_folder)
        set_up_file.set_up(file, set_up_file.Hand(record, SystemIds(), SystemClock(), Argon2Pins()))

    return _carry_out(asked, file, write)


def change(asked: SetUpAsked) -> SetUpDone:
    """Give a kiosk that is set up what the file says; what it does not name stays.

    Raises:
        SetUpFileUnreadable, SetUpFileRefused: the file is not to be used.
        NotSetUp: there is no kiosk in the data folder.
        KioskError: the data folder is not to be used.
    """
    file = _sound(asked.file)
    if not paths.database(asked.data_folder).exists():
        raise NotSetUp(path=asked.data_folder)

    def write(record: SqliteKioskRecord) -> None:
        kiosk = record.kiosk()
        if kiosk is None:
            raise NotSetUp(path=asked.data_folder)
        names = replace(kiosk, name=file.kiosk_name or kiosk.name, site=file.site or kiosk.site)
        record.change(names, file.over(record.settings())).result(_PATIENCE_SECONDS)
        if file.pin or file.pin_hash:
            hashed = file.pin_hash or Argon2Pins().hashed(file.pin)
            record.change_pin(hashed).result(_PATIENCE_SECONDS)
        record.log_staff("settings changed from a file", SystemClock().now())

    return _carry_out(asked, file, write)


def hash_pin(pin: str) -> str:
    """Return the hash of a PIN, as a set-up file takes it."""
    return Argon2Pins().hashed(pin)


def _sound(path: Path) -> KioskFile:
    file = set_up_file.read(path)
    if file.problems:
        faults = "\n".join(map(set_up_file.problem_words, file.problems))
        raise SetUpFileRefused(path=path, count=len(file.problems), faults=faults)
    return file


def _carry_out(
    asked: SetUpAsked, file: KioskFile, write: Callable[[SqliteKioskRecord], None]
) -> SetUpDone:
    clock = SystemClock()
    with closing(Database.open(asked.data_folder, clock.now())) as database:
        record = SqliteKioskRecord(database)
        write(record)
        if asked.codes is not None:
            _make_codes(record, asked.codes)
        kiosk = record.kiosk()
    if kiosk is None:
        raise AssertionError("a kiosk that was set up is not there")
    return SetUpDone(kiosk.site, kiosk.name, plain_pin=bool(file.pin))


def _make_codes(record: SqliteKioskRecord, target: Path) -> None:
    dice, pins = SystemDice(), Argon2Pins()
    codes = [new_code(dice) for _ in range(CODES)]
    # Written first: codes that count and that nobody has would be of no use.
    durable.write_file(target, ("".join(f"{shown(code)}\n" for code in codes).encode(),))
    record.keep_recovery_codes([pins.hashed_code(code) for code in codes]).result(_PATIENCE_SECONDS)
