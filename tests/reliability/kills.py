"""Kills at random moments: of a store at work, and of a whole kiosk with a learner at it."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from processes import child
from stores import CLOCK, open_database
from trials import Harm, Trial, tally
from witness import harm, sound

from kiosk.store.database import Database

START_SECONDS = 3.0
"""The longest that a start after a kill may take, up to its first painted screen."""

_SEED = 2048
_KILLS_A_FOLDER = 40
_STORE_LIFE_SECONDS = 0.8
_KIOSK_LIFE_SECONDS = 4.0
_START_LASTS_SECONDS = 1.0
_IN_THE_START = 0.2


def store_kills(folder: Path, count: int) -> Iterator[Harm]:
    """Kill a store again and again, in its start, its visits and their ends."""
    moments = random.Random(_SEED)
    for left in range(count, 0, -_KILLS_A_FOLDER):
        data, said = folder / str(left), list[str]()
        open_database(data).close()
        for _ in range(min(left, _KILLS_A_FOLDER)):
            with child("child_visits.py", data, 0) as one:
                one.kill_after(moments.uniform(0, _STORE_LIFE_SECONDS))
                lines = one.hear_out()
            # Not opened by us: the next start shall find the journal as the kill left it.
            yield harm(data, lines)
            said += lines
        _assert_all_there(data, said)


def kiosk_kills(folder: Path, count: int, starts: list[float]) -> Iterator[Harm]:
    """Kill a kiosk again and again; note how long each start after a kill took, in seconds."""
    moments, said = random.Random(_SEED), list[str]()
    open_database(folder).close()
    for _ in range(count):
        began = time.perf_counter()
        with child("child_kiosk.py", folder) as one:
            if moments.random() < _IN_THE_START:
                one.kill_after(moments.uniform(0, _START_LASTS_SECONDS))
            else:
                one.hear_until("painted")
                starts.append(time.perf_counter() - began)
                one.kill_after(moments.uniform(0, _KIOSK_LIFE_SECONDS))
            lines = one.hear_out()
        yield harm(folder, lines)
        said += lines
    _assert_all_there(folder, said)


def _assert_all_there(folder: Path, said: list[str]) -> None:
    Database.open(folder, CLOCK.now()).close()
    assert sound(folder), f"the database of {folder} is not in order"
    assert harm(folder, said) == Harm(0, 0), f"lost by a later kill in {folder}"


def kill_trials(stores: int, kiosks: int) -> Iterator[Trial]:
    """Yield the trials of so many kills each, and of the starts between them."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        yield tally("SIGKILL of a store at work", store_kills(Path(name), stores))
    starts: list[float] = []
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        yield tally("SIGKILL of a kiosk in use", kiosk_kills(Path(name), kiosks, starts))
    what = f"first screen within {START_SECONDS} s after it (slowest {max(starts):.2f} s)"
    yield tally(what, (Harm(int(seconds > START_SECONDS), 0) for seconds in starts))
