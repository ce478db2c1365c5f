"""Start to the first painted screen, against a bare widget that paints."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Figure, middle

_RUNS = 9
_HERE = Path(__file__).parent


def cpu_seconds(*command: str) -> float:
    """Return user and system time of a child process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(
        [sys.executable, *command], env=environment, check=True, stderr=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure() -> list[Figure]:
    """Start both in turn."""
    with tempfile.TemporaryDirectory() as folder:
        ours_command = (str(_HERE / "started.py"), folder)
        bare_command = (str(_HERE / "bare.py"),)
        cpu_seconds(*ours_command)
        cpu_seconds(*bare_command)
        ours, floor = [], []
        for _ in range(_RUNS):
            ours.append(cpu_seconds(*ours_command))
            floor.append(cpu_seconds(*bare_command))
    return [Figure("start to first painted screen, CPU", middle(ours), middle(floor), "s", 1.5)]
