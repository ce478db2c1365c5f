"""What is recorded to cut the power in it, and its unsafe twins.

To add one: an action in ``child_recorded`` that says what may be relied on from then on, a
look in ``crash_looks`` that tells whether it is so, and a line here.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from child_recorded import PURGED
from crash_looks import (
    Look,
    look_at_data,
    look_at_exports,
    look_at_migration,
    look_at_purge,
    look_at_recovery,
    look_at_restore,
)
from stores import CLOCK, Player, open_database, small_pack

from kiosk import paths
from kiosk.store.backup import back_up
from kiosk.store.connection import open_reader


@dataclass(frozen=True, slots=True)
class Workload:
    """What is recorded: how its folder begins, what is done, and how to look at what is left.

    Attributes:
        share: of the states that are looked at; small where a look takes long.
    """

    what: str
    prepare: Callable[[Path], None]
    action: str
    look: Look = look_at_data
    share: int = 4


def _nothing(data: Path) -> None:
    """Begin with an empty disk."""


def _played(data: Path) -> None:
    with closing(open_database(data)) as database:
        Player(database, small_pack()).play()


def _played_often(data: Path) -> None:
    with closing(open_database(data)) as database:
        for _ in range(8):
            Player(database, small_pack()).play()


def _two_learners(data: Path) -> None:
    with closing(open_database(data)) as database:
        for code in (PURGED, "QW5502"):
            Player(database, small_pack(), code).play()
        with closing(open_reader(database.file)) as reader:
            file = back_up(reader, data, "now", CLOCK.now())
        Player(database, small_pack(), PURGED).play()
    (data / "quarantine").mkdir()
    shutil.copy(file, data / "quarantine")


def _backed_up(data: Path) -> None:
    with closing(open_database(data)) as database:
        Player(database, small_pack()).play()
        with closing(open_reader(database.file)) as reader:
            back_up(reader, data, "now", CLOCK.now())
        Player(database, small_pack()).play()


def _damaged(data: Path) -> None:
    _backed_up(data)
    with paths.database(data).open("r+b") as stream:
        stream.write(bytes(100))


_VISIT = Workload("a visit", _played, "visit")
_BACKUP = Workload("two backups and an attempt", _played, "backup")
_EXPORT = Workload("an export", _played_often, "export", look_at_exports, share=2)
_PURGE = Workload("a purge", _two_learners, "purge", look_at_purge, share=2)
_RECOVERY = Workload("a recovery", _damaged, "recover", look_at_recovery, share=1)
_RESTORE = Workload("a restore", _backed_up, "restore", look_at_restore, share=2)
WORKLOADS = (
    _EXPORT,
    _PURGE,
    Workload("a migration", _played, "migrate", look_at_migration),
    _RECOVERY,
    _RESTORE,
    _BACKUP,
    Workload("a first start and a visit", _nothing, "visit"),
    _VISIT,
)
"""Those with fewer states first: what they leave over goes to the others."""

CONTROLS = (
    (_VISIT, "synchronous=NORMAL"),
    (_VISIT, "synchronous=OFF"),
    (_BACKUP, "no fsync"),
    (_EXPORT, "no fsync"),
    (_PURGE, "no fsync"),
    (_RECOVERY, "no fsync"),
    (_RESTORE, "no fsync"),
)
"""Each with what it is weakened by; see ``WEAKNESSES`` of ``child_recorded``."""
