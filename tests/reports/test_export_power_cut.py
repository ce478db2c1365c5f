"""A power cut in the middle of an export leaves no half of one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from stores import Player, open_database, small_pack

from kiosk.reports.verify import verify

CHILD = """
import os, signal, sys
from pathlib import Path
from kiosk import durable
from kiosk.export_command import ExportAsked, export_log
from kiosk.core.log_rows import Selection

left = int(sys.argv[3])
for name in ("write_file", "sync_file", "replace", "sync_folder"):
    def counted(*arguments, real=getattr(durable, name)):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments)
    setattr(durable, name, counted)
export_log(ExportAsked(Path(sys.argv[1]), Path(sys.argv[2]), Selection()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_kill_at_every_step_leaves_a_whole_bundle_or_none(tmp_path: Path) -> None:
    data = tmp_path / "data"
    database = open_database(data)
    Player(database, small_pack()).play()
    database.close()
    killed = 0
    for step in range(1, 40):
        out = tmp_path / f"out-{step}"
        command = [sys.executable, "-c", CHILD, str(data), str(out), str(step)]
        done = subprocess.run(command, env=dict(os.environ), check=False, timeout=60)
        for bundle in out.glob("attempts_*") if out.exists() else ():
            assert verify(bundle).attempts == 1
        if done.returncode == 0:
            break
        killed += 1
    assert killed > 8
    assert done.returncode == 0
    leftovers = [entry.name for entry in out.iterdir() if entry.name.endswith(".part")]
    assert leftovers == []
