"""Filling a data folder with made-up attempts, for trials and measurements."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path

from kiosk.content.load import load_pack
from kiosk.core.lesson import Activity, Pack
from kiosk.core.model import Kiosk, Settings
from kiosk.core.simulation import SimulatedAttempt, Simulation
from kiosk.core.working_hours import WorkingHours
from kiosk.errors import DataFolderUnusable, FolderTaken
from kiosk.store import simulated
from kiosk.store.database import Database
from kiosk.store.record import SqliteKioskRecord
from kiosk.world import SystemClock, SystemIds

NAME = "Simulated"
"""The site and the name of the kiosk: it is in every row that leaves it."""

_BATCH = 500
_PATIENCE_SECONDS = 60
_A_DAY = 40
_LONGEST_DAYS = 500


@dataclass(frozen=True, slots=True)
class SimulationAsked:
    """What the command line asked for. ``deal`` is cards an attempt, ``None`` as the pack says."""

    data_folder: Path
    pack: Path
    learners: int
    attempts: int
    seed: int
    deal: int | None


@dataclass(frozen=True, slots=True)
class Simulated:
    """What was written."""

    attempts: int
    placements: int


def simulate(asked: SimulationAsked) -> Simulated:
    """Make a data folder of made-up attempts at the pack's first activity.

    No PIN opens its staff area, and no learner can sign in.

    Raises:
        FolderTaken: there is something in the folder; nothing was changed.
        PackMissing, PackBroken: the pack is not to be used.
        DataFolderUnusable: the disk refuses; what was written is a simulation too.
    """
    if asked.data_folder.exists() and any(asked.data_folder.iterdir()):
        raise FolderTaken(path=asked.data_folder)
    pack, clock = load_pack(asked.pack), SystemClock()
    with closing(Database.open(asked.data_folder, clock.now())) as database:
        database.ask(simulated.mark).result(_PATIENCE_SECONDS)
        here = Kiosk(SystemIds().new(), NAME, NAME, clock.now())
        record = SqliteKioskRecord(database)
        record.set_up(here, Settings(), "").result(_PATIENCE_SECONDS)
        offset = clock.utc_offset_minutes()
        played = attempts_of(asked, pack.activities[0], clock.now(), offset)
        try:
            return _write(database, pack, offset, played)
        except TimeoutError as fault:
            raise DataFolderUnusable(path=asked.data_folder, detail="it refuses") from fault


def attempts_of(
    asked: SimulationAsked, activity: Activity, until: datetime, utc_offset: int
) -> Iterator[SimulatedAttempt]:
    """Yield the attempts: the same for the same seed and moment, on any machine."""
    days = min(_LONGEST_DAYS, 1 + asked.attempts // _A_DAY)
    dealt = activity if asked.deal is None else replace(activity, deal=asked.deal)
    draw = random.Random(asked.seed).random  # noqa: S311 - it must be repeatable
    hours = WorkingHours(until, days, utc_offset)
    return Simulation(dealt, asked.learners, asked.attempts, hours, draw).attempts()


def _write(
    database: Database, pack: Pack, utc_offset: int, played: Iterator[SimulatedAttempt]
) -> Simulated:
    attempts = placements = 0
    while batch := list(islice(played, _BATCH)):
        job = partial(simulated.add, attempts=batch, pack=pack, utc_offset=utc_offset)
        database.ask(job).result(_PATIENCE_SECONDS)
        attempts += len(batch)
        placements += sum(len(one.played.placements) for one in batch)
    return Simulated(attempts, placements)
