"""Power cuts at every moment of what a kiosk does with its files, and of unsafe twins of it."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from child_recorded import DATA
from crash_looks import Found, backups
from crash_moment import lay_out
from crash_states import State, states
from crash_workloads import CONTROLS, WORKLOADS, Workload
from processes import HERE
from recorder import build, record
from shims import why_no_shim
from trials import Harm, Trial

from kiosk.errors import KioskError

_SEED = 2048
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
_SHORT = 150
"""So many states are enough to catch a control."""


class Scene:
    """A recorded workload, and a folder to lay out what a power cut in it may leave."""

    def __init__(self, room: Path, workload: Workload, weakness: str = "") -> None:
        self._look, self._disk = workload.look, room / "disk"
        self._disk.mkdir()
        workload.prepare(self._disk / DATA)
        begun = backups(self._disk / DATA)
        began = room / "began"
        shutil.copytree(self._disk, began)
        self._before = begun.true | self._look(began).rows
        command = (
            sys.executable,
            HERE / "child_recorded.py",
            workload.action,
            self._disk,
            weakness,
        )
        self.recording = record(build(room), self._disk, *command)
        self._ever = self._before.union(self.recording.said)
        self._found: dict[bytes, Found] = {}

    @property
    def tried(self) -> int:
        """How many states were looked at, no two of them alike."""
        return len(self._found)

    def harm(self, state: State) -> Harm:
        """Return what a state lacks or has wrong of what was said by then."""
        said = state.moment.said
        if state.name not in self._found:
            self._found[state.name] = self._looked_at(state)
        return self._found[state.name].harm(self._before.union(said), self._ever)

    def _looked_at(self, state: State) -> Found:
        shutil.rmtree(self._disk)
        self._disk.mkdir()
        lay_out(state.tree, self._disk)
        try:
            return self._look(self._disk)
        except (KioskError, OSError, sqlite3.Error) as fault:
            return Found(frozenset(), (f"cannot be opened: {fault!r}",))


@contextmanager
def scene(workload: Workload, weakness: str = "") -> Iterator[Scene]:
    """Record a workload in memory, where there is room, and take all away afterwards."""
    place = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place) as room:
        yield Scene(Path(room), workload, weakness)


def power_cuts(workload: Workload, count: int, weakness: str = "") -> Trial:
    """Look at so many states that a power cut may leave, or at all there are."""
    start, lost, altered = time.perf_counter(), 0, 0
    with scene(workload, weakness) as one:
        for state in states(one.recording, random.Random(_SEED)):
            harm = one.harm(state)
            lost += harm.lost
            altered += harm.altered
            if one.tried >= count:
                break
        what = f"power cut in {workload.what}{weakness and ', ' + weakness}"
        return Trial(what, one.tried, lost, altered, time.perf_counter() - start)


def crash_state_trials(states: int) -> Iterator[Trial]:
    """Yield the trials of so many states in all; none where nothing can be recorded."""
    if why_no_shim():
        return
    left, shares = states, sum(workload.share for workload in WORKLOADS)
    for workload in WORKLOADS:
        trial = power_cuts(workload, left * workload.share // shares)
        left, shares = left - trial.tried, shares - workload.share
        yield trial


def negative_controls() -> Iterator[Trial]:
    """Yield the trials that must find something lost or spoilt, or the others are blind."""
    if why_no_shim():
        return
    for workload, weakness in CONTROLS:
        yield power_cuts(workload, _SHORT, weakness)
