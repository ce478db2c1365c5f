"""Kills at random moments: of a store at work, and of a whole kiosk with a learner at it."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterable, Iterator
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


class Ledger:
    """What was acknowledged in one folder over many kills, and what they did to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._said: list[str] = []
        self._lost = 0

    def harm(self, lines: list[str]) -> Harm:
        """Return what a kill did to what its child said."""
        # Not opened for writing: the next start shall find the journal as the kill left it.
        found = harm(self._folder, lines)
        self._said += lines
        self._lost += found.lost
        return found

    def close(self) -> None:
        """Check that the database is in order, and that no kill took what others had left."""
        Database.open(self._folder, CLOCK.now()).close()
        assert sound(self._folder), f"the database of {self._folder} is not in order"
        assert harm(self._folder, self._said).lost == self._lost, "lost by a later kill"


def store_kills(folder: Path, count: int, script: str = "child_visits.py") -> Iterator[Harm]:
    """Kill a store again and again, in its start, its visits and their ends."""
    moments = random.Random(_SEED)
    for left in range(count, 0, -_KILLS_A_FOLDER):
        data, ledger = folder / str(left), Ledger(folder / str(left))
        open_database(data).close()
        for _ in range(min(left, _KILLS_A_FOLDER)):
            with child(script, data, 0) as one:
                one.kill_after(moments.uniform(0, _STORE_LIFE_SECONDS))
                lines = one.hear_out()
            yield ledger.harm(lines)
        ledger.close()


def kiosk_kills(folder: Path, count: int, starts: list[float]) -> Iterator[Harm]:
    """Kill a kiosk again and again; note how many seconds each start took.

    What it waited for a processor that others kept busy is taken off.
    """
    moments, ledger = random.Random(_SEED), Ledger(folder)
    open_database(folder).close()
    for _ in range(count):
        began = time.perf_counter()
        with child("child_kiosk.py", folder) as one:
            if moments.random() < _IN_THE_START:
                one.kill_after(moments.uniform(0, _START_LASTS_SECONDS))
            else:
                waited = float(one.hear_until("painted").split()[1])
                starts.append(time.perf_counter() - began - waited)
                one.kill_after(moments.uniform(0, _KIOSK_LIFE_SECONDS))
            lines = one.hear_out()
        yield ledger.harm(lines)
    ledger.close()


def kill_trials(stores: int, kiosks: int) -> Iterator[Trial]:
    """Yield the trials of so many kills each, and of the starts between them."""
    with tempfile.TemporaryDirectory() as name:
        yield tally("SIGKILL of a store at work", store_kills(Path(name), stores))
    starts: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        yield tally("SIGKILL of a kiosk in use", kiosk_kills(Path(name), kiosks, starts))
    what = f"first screen within {START_SECONDS} s after it (slowest {max(starts):.2f} s)"
    yield tally(what, (Harm(int(seconds > START_SECONDS), 0) for seconds in starts))


def kill_control(kills: int) -> Iterator[Trial]:
    """Yield the trial that must find something lost: a store that says 'saved' too early.

    It ends with the first loss, after so many kills at most.
    """
    with tempfile.TemporaryDirectory() as name:
        harms = _until_caught(store_kills(Path(name), kills, "child_hasty.py"))
        yield tally("SIGKILL of a store that acknowledges before it commits", harms)


def _until_caught(harms: Iterable[Harm]) -> Iterator[Harm]:
    for one in harms:
        yield one
        if one.lost:
            return
