"""Whatever damage a file takes, the attempts still in it come back, and none is altered."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from grown import grow
from makers import MORNING
from spoiled import (
    SPOILERS,
    Rows,
    Spoiler,
    Whereabouts,
    all_at_once,
    find_rows,
    hit_pages,
    read_rows,
)

from kiosk.store.salvage import Salvaged, salvage

ATTEMPTS = 400
TRIALS = 60
PROMISED = 0.999
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
class Trial:
    """One damage: what was still in the file, what of it did not come back, what was changed."""

    kind: str
    surviving: int
    missed: int
    visits_missed: int
    altered: int
    told: Salvaged


def damage_trials(count: int, folder: Path, seed: int = 0) -> Iterator[Trial]:
    """Spoil a database so many times, each time in the next way, and salvage it.

    Args:
        count: how many trials.
        folder: an empty one, for the files.
        seed: another seed is other damage.
    """
    sound = Sound.grown(folder / "sound")
    for number in range(count):
        dice = random.Random(f"{seed}/{number}")  # noqa: S311 - damage, the same each time
        yield trial(sound, folder, SPOILERS[number % len(SPOILERS)], dice)


def trial(sound: Sound, folder: Path, spoil: Spoiler, dice: random.Random) -> Trial:
    damaged, out = folder / "damaged.db", folder / "out.db"
    content = spoil(sound.content, dice)
    damaged.write_bytes(content)
    told = salvage(damaged, out, MORNING)
    assert damaged.read_bytes() == content
    back, hit = read_rows(out), hit_pages(sound.content, content)
    surviving = sound.whereabouts.surviving(hit)
    return Trial(
        kind=spoil.__name__,
        surviving=len(surviving),
        missed=len(surviving - {row[1] for row in back["attempt"]}),
        visits_missed=len(sound.whereabouts.surviving_visits(hit) - {r[1] for r in back["visit"]}),
        altered=altered(sound, back),
        told=told,
    )


def altered(sound: Sound, back: Rows) -> int:
    """Count rows that never were; of tables with stand-ins, those with another key or id."""
    count = 0
    for table, rows in back.items():
        strange = rows - sound.rows[table]
        if table in _MAY_BE_STAND_INS:
            known = {row[:2] for row in sound.rows[table]}
            strange = frozenset(row for row in strange if row[:2] not in known)
        count += len(strange)
    return count


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> list[Trial]:
    return list(damage_trials(TRIALS, tmp_path_factory.mktemp("damage")))


@pytest.mark.slow
@pytest.mark.parametrize("kind", [spoil.__name__ for spoil in SPOILERS])
def test_attempts_still_in_the_file_come_back(trials: list[Trial], kind: str) -> None:
    of_kind = [trial for trial in trials if trial.kind == kind]
    surviving = sum(trial.surviving for trial in of_kind)
    missed = sum(trial.missed for trial in of_kind)
    assert surviving > ATTEMPTS
    assert 1 - missed / surviving >= PROMISED


@pytest.mark.slow
def test_visits_still_in_the_file_come_back_from_each_single_damage(trials: list[Trial]) -> None:
    single = [trial for trial in trials if trial.kind != all_at_once.__name__]
    assert sum(trial.visits_missed for trial in single) == 0


@pytest.mark.slow
def test_no_row_is_altered(trials: list[Trial]) -> None:
    assert sum(trial.altered for trial in trials) == 0


@pytest.mark.slow
def test_a_loss_is_never_called_sound(trials: list[Trial]) -> None:
    losses = [trial.told for trial in trials if trial.told.attempts < ATTEMPTS]
    assert losses
    for told in losses:
        assert told.unreadable_pages
        assert told.attempts + len(told.damaged_attempts) <= ATTEMPTS
