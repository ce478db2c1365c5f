"""A power cut in the middle of an export leaves no half of one under its name."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from log_maker import MadeUpLog, entries, exported

from kiosk.reports.verify import verify

HERE = Path(__file__).parent
ROWS = 400

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def exporter(out: Path, kill_at: int = 0) -> subprocess.Popen[str]:
    path = os.pathsep.join(str(folder) for folder in (HERE, HERE.parent, HERE.parents[1]))
    return subprocess.Popen(
        [sys.executable, HERE / "child_export.py", out, str(ROWS), str(kill_at)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
    )


def assert_whole_or_hidden(out: Path) -> int:
    """Check that what has a final name is whole. Returns how many leftovers there are."""
    leftovers = 0
    for name in entries(out) if out.exists() else ():
        if name.startswith("attempts_"):
            assert verify(out / name).attempts == ROWS
        else:
            assert name.startswith(".attempts_")
            assert name.endswith(".part")
            leftovers += 1
    return leftovers


def assert_next_export_clears(out: Path) -> None:
    before = [name for name in entries(out) if name.startswith("attempts_")]
    made = exported(MadeUpLog(), out).folder.name
    assert entries(out) == sorted([*before, made])


def test_kill_at_every_step_leaves_a_whole_bundle_or_none(tmp_path: Path) -> None:
    killed = left_over = 0
    for step in range(1, 40):
        out = tmp_path / str(step)
        with exporter(out, step) as child:
            pass
        left_over += assert_whole_or_hidden(out)
        assert_next_export_clears(out)
        if child.returncode == 0:
            break
        killed += 1
    assert child.returncode == 0
    # Five files are written, renamed and synced, then the folder is renamed and synced.
    assert killed == 3 * 5 + 2
    assert left_over == killed - 1


def test_kill_at_random_moments_leaves_whole_bundles_and_no_halves(tmp_path: Path) -> None:
    draw, left_over = secrets.SystemRandom(), 0
    for _ in range(12):
        with exporter(tmp_path) as child:
            assert child.stdout is not None
            for _ in range(draw.randrange(1, 4)):
                child.stdout.readline()
            threading.Timer(draw.uniform(0, 0.05), child.kill).start()
            child.wait(30)
        left_over += assert_whole_or_hidden(tmp_path)
    assert left_over >= 3, "the kills all came between the exports"
    assert_next_export_clears(tmp_path)
