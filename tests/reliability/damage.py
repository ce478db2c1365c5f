"""Databases damaged in every way, salvaged, and compared with what their bytes still told."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from grown import grow
from makers import MORNING
from spoiled import (
    SPOILERS,
    Rows,
    Spoiler,
    Whereabouts,
    find_rows,
    hit_pages,
    read_rows,
)
from trials import Harm, Trial, tally

from kiosk.store import tallies
from kiosk.store.salvage import Salvaged, salvage

ATTEMPTS = 400
SUMS = ("tally_day", "tally_sum", "tally_taken")
_MAY_BE_STAND_INS = ("pack", "learner", "visit")


@dataclass(frozen=True)
class Sound:
    """A database before the damage."""

    content: bytes
    rows: Rows
    whereabouts: Whereabouts

    @classmethod
    def grown(cls, folder: Path) -> Sound:
        file = grow(folder, ATTEMPTS)
        return cls(file.read_bytes(), read_rows(file), find_rows(file))


@dataclass(frozen=True)
class Damage:
    """One damage: what was still in the file, what of it did not come back, what was changed."""

    kind: str
    surviving: int
    missed: int
    visits_missed: int
    altered: int
    told: Salvaged


def damage_trials(count: int, folder: Path, seed: int = 0) -> Iterator[Damage]:
    """Spoil a database so many times, each time in the next way, and salvage it.

    Args:
        count: how many trials.
        folder: an empty one, for the files.
        seed: another seed is other damage.
    """
    sound = Sound.grown(folder / "sound")
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")
        yield _dealt(sound, folder, SPOILERS[number % len(SPOILERS)], dice)


def _dealt(sound: Sound, folder: Path, spoil: Spoiler, dice: random.Random) -> Damage:
    damaged, out = folder / "damaged.db", folder / "out.db"
    content = spoil(sound.content, dice)
    damaged.write_bytes(content)
    told = salvage(damaged, out, MORNING)
    assert damaged.read_bytes() == content
    with closing(sqlite3.connect(out)) as connection:
        assert not tallies.stray(connection), "the sums are not those of the rows"
    back, hit = read_rows(out), hit_pages(sound.content, content)
    surviving = sound.whereabouts.surviving(hit)
    return Damage(
        kind=spoil.__name__,
        surviving=len(surviving),
        missed=len(surviving - {row[1] for row in back["attempt"]}),
        visits_missed=len(sound.whereabouts.surviving_visits(hit) - {r[1] for r in back["visit"]}),
        altered=_altered(sound, back),
        told=told,
    )


def _altered(sound: Sound, back: Rows) -> int:
    """Count rows that never were; of tables with stand-ins, those with another key or id.

    Sums are no rows of anybody: they are counted anew from what came back.
    """
    count = 0
    for table, rows in back.items():
        if table in SUMS:
            continue
        strange = rows - sound.rows[table]
        if table in _MAY_BE_STAND_INS:
            known = {row[:2] for row in sound.rows[table]}
            strange = frozenset(row for row in strange if row[:2] not in known)
        count += len(strange)
    return count


def salvage_trials(count: int) -> Iterator[Trial]:
    """Damage a database so many times in each way; what is lost is what was still in the file."""
    with tempfile.TemporaryDirectory() as folder:
        sound = Sound.grown(Path(folder) / "sound")
        for spoil in SPOILERS:
            dice = random.Random(spoil.__name__)
            dealt = (_dealt(sound, Path(folder), spoil, dice) for _ in range(count))
            words = spoil.__name__.replace("_", " ")
            harms = (Harm(damage.missed, damage.altered) for damage in dealt)
            yield tally(f"attempts salvaged after damage: {words}", harms)
