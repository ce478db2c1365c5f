"""Start to the first painted screen, against a bare widget that paints."""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figures import Figure, middle, say

ROOT = Path(__file__).parents[2]
BUDGET = 1.5
SETTINGS = 'site = "Riverside"\nkiosk_name = "Kiosk 1"\npin = "271828"\n'
_RUNS = 9
_COUNTED = re.compile(r"I\s+refs:\s+([\d,]+)")
_COUNTER = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


class Starts:
    """A kiosk that is set up, and the bare widget, each to be started from the sources."""

    def __init__(self, folder: Path) -> None:
        self._environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            # Ours as the packages beside it: compiled, as after any first start.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        }
        data, settings = folder / "data", folder / "kiosk.toml"
        settings.write_text(SETTINGS, encoding="utf-8")
        kiosk, where = [sys.executable, "-m", "kiosk"], ["--data-dir", str(data)]
        self.ours = [*kiosk, "run", "--windowed", "--until-painted", *where]
        self.bare = [sys.executable, str(Path(__file__).with_name("bare.py"))]
        self._run([*kiosk, "setup", "--from", str(settings), *where])
        for command in (self.ours, self.bare):
            self._run(command)

    def _run(self, command: list[str]) -> str:
        ended = subprocess.run(
            command, env=self._environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        return ended.stderr

    def cpu_seconds(self, command: list[str]) -> float:
        """Return user and system time of one start."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self._run(command)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def instructions(self, command: list[str]) -> float:
        """Return the instructions of one start, in millions."""
        (found,) = _COUNTED.findall(self._run([*_COUNTER, *command]))
        return int(found.replace(",", "")) / 1e6


def measure() -> Iterator[Figure]:
    """Start both in turn."""
    with tempfile.TemporaryDirectory() as folder:
        starts = Starts(Path(folder))
        ours, floor = [], []
        for _ in range(_RUNS):
            ours.append(starts.cpu_seconds(starts.ours))
            floor.append(starts.cpu_seconds(starts.bare))
        what = "start to first painted screen"
        yield Figure(f"{what}, CPU", middle(ours), middle(floor), "s", BUDGET)
        if shutil.which(_COUNTER[0]) is None:
            say(f"SKIPPED: {what}, instructions: valgrind, which counts them, is missing")
            return
        counted = [starts.instructions(each) for each in (starts.ours, starts.bare)]
        yield Figure(f"{what}, instructions", counted[0], counted[1], "M", BUDGET)
