"""The set-up file on the disk: read whole, and put into practice through the kiosk's record."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.core.kiosk_file import LARGEST_BYTES, FileProblem, KioskFile, read_kiosk_file
from kiosk.core.model import Kiosk
from kiosk.core.ports import Clock, Ids, KioskRecord
from kiosk.errors import SetUpFileUnreadable

NAME = "kiosk.toml"
"""In the data folder, a file of this name sets a kiosk up at its first start."""

PATIENCE_SECONDS = 30
_log = logging.getLogger(__name__)


def read(path: Path) -> KioskFile:
    """Read a set-up file. Raises ``SetUpFileUnreadable``."""
    try:
        with path.open("rb") as stream:
            # One byte more tells that there are too many.
            return read_kiosk_file(stream.read(LARGEST_BYTES + 1))
    except OSError as fault:
        raise SetUpFileUnreadable(path=path, detail=fault.strerror or fault) from fault


class Hands(Protocol):
    """What a set-up needs; a kiosk's services are such."""

    @property
    def record(self) -> KioskRecord:
        """Where it is written down."""

    @property
    def ids(self) -> Ids:
        """What names the kiosk."""

    @property
    def clock(self) -> Clock:
        """What says when."""

    @property
    def pins(self) -> Hasher:
        """What hashes the PIN."""


class Hasher(Protocol):
    """Hashes PINs."""

    def hashed(self, pin: str) -> str:
        """Return the encoded hash of a PIN."""


@dataclass(frozen=True, slots=True)
class Hand:
    """``Hands`` without a kiosk around them."""

    record: KioskRecord
    ids: Ids
    clock: Clock
    pins: Hasher


def set_up(file: KioskFile, hands: Hands) -> None:
    """Set a kiosk up by a file that lacks nothing.

    Raises:
        ValueError: it is set up already.
        TimeoutError: the disk refuses.
    """
    record, now = hands.record, hands.clock.now()
    kiosk = Kiosk(hands.ids.new(), file.kiosk_name, file.site, now)
    pin_hash = file.pin_hash or hands.pins.hashed(file.pin)
    record.set_up(kiosk, file.over(record.settings()), pin_hash).result(PATIENCE_SECONDS)
    record.log_staff("set up from a file", now)


def first_set_up(folder: Path, hands: Hands) -> KioskFile | None:
    """Set a new kiosk up by the file in its data folder, where there is one.

    Returns:
        What the file says if it is not to be relied on alone: it lacks something or has
        faults, so that somebody has to be asked. ``None`` where nobody has to.
    """
    path = folder / NAME
    if hands.record.kiosk() is not None or not path.exists():
        return None
    try:
        file = read(path)
        for problem in file.problems:
            _log.warning("%s, %s", NAME, problem_words(problem))
        if file.problems or file.lacking:
            return file
        set_up(file, hands)
    except (SetUpFileUnreadable, TimeoutError) as fault:
        _log.warning("not set up by the file: %s", fault)
        return KioskFile()
    return None


def holds_plain_pin(path: Path) -> bool:
    """Return whether a set-up file lies there that has a PIN for everybody to read."""
    try:
        return path.exists() and bool(read(path).pin)
    except (SetUpFileUnreadable, OSError):
        return False


def problem_words(problem: FileProblem) -> str:
    """Return a fault with its place, in English, as for a log or a command line."""
    words = problem.fault.format(**problem.values)
    return f"line {problem.place.line}, column {problem.place.column}: {words}"
