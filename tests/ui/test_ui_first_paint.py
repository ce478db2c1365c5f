"""A start can be measured: up to its first page, and out again as tidily as ever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_run_until_painted_ends_by_itself_once_its_page_is_there(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", "--windowed", "--until-painted",
         "--data-dir", str(tmp_path)],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    told = (tmp_path / "logs" / "kiosk.log").read_text(encoding="utf-8").splitlines()
    assert [line.split(": ")[1] for line in (told[0], told[-1])] == ["start", "end"]
