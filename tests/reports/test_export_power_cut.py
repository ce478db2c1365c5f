"""A power cut in the middle of an export leaves no half of one under its name."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from log_maker import MadeUpLog, entries, exported, long_log

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


def state(path: Path) -> object:
    """Return what a sync makes last: the names in a folder, the length of a file."""
    return entries(path) if path.is_dir() else path.stat().st_size


class WatchedDisk:
    """Keeps what was synced, and lets nothing be renamed that was not."""

    def __init__(self) -> None:
        self._fsync, self._replace = os.fsync, Path.replace
        self._synced: dict[int, object] = {}

    def fsync(self, handle: int) -> None:
        self._fsync(handle)
        path = Path("/proc/self/fd", str(handle))
        self._synced[path.stat().st_ino] = state(path)

    def replace(self, source: Path, target: Path) -> Path:
        for path in (source, *source.rglob("*")):
            self.assert_synced(path)
        return self._replace(source, target)

    def assert_synced(self, path: Path) -> None:
        assert self._synced.get(path.stat().st_ino) == state(path), f"{path.name} is not synced"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what a handle is of")
def test_nothing_has_a_name_or_is_called_done_before_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = WatchedDisk()

    def replace(source: Path, target: Path) -> Path:
        return disk.replace(source, target)

    monkeypatch.setattr(os, "fsync", disk.fsync)
    monkeypatch.setattr(Path, "replace", replace)
    folder = exported(long_log(ROWS), tmp_path / "new" / "place").folder
    for path in (folder, *folder.iterdir(), folder.parent, tmp_path / "new", tmp_path):
        disk.assert_synced(path)


@pytest.mark.slow
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
    # A new place is synced; five files are written, renamed and synced; the folder is renamed
    # and synced.
    assert killed == 1 + 3 * 5 + 2
    assert left_over == killed - 2


@pytest.mark.slow
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
