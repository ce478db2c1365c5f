"""A stick that is really full: a file system of two megabytes, in a room of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MOUNT = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"'
ROOM = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT)


def in_room(stick: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command that alone sees a small file system at ``stick``; it goes with the command."""
    path = os.pathsep.join(str(folder) for folder in (HERE, HERE.parent, HERE.parents[1]))
    return subprocess.run(
        [*ROOM, stick, *command],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    if shutil.which("unshare") is None or in_room(tmp_path, "true").returncode:
        pytest.skip("this system lets nobody mount a file system of their own")
    return tmp_path


@pytest.mark.slow
def test_export_to_a_full_stick_leaves_nothing_until_there_is_room(stick: Path) -> None:
    done = in_room(stick, sys.executable, HERE / "child_full_stick.py", stick)
    assert (done.returncode, done.stderr) == (0, "")
    *refused, last = done.stdout.splitlines()
    assert last == "whole 1"
    assert set(refused) == {"full 0"}
    assert len(refused) >= 5, "the stick was full in too few places"
