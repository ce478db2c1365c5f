"""A million attempts: made once, kept in ``build/``, and measured again and again."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from figures import say

ATTEMPTS = 1_000_000
_LEARNERS = 200_000
_CARDS = 10
FOLDER = Path(__file__).parents[2] / "build" / "million"


def million() -> Path:
    """Return a data folder with so many attempts; the first time, make it: some 20 minutes."""
    if _attempts() != ATTEMPTS:
        say(f"making {ATTEMPTS} attempts in {FOLDER}, once")
        shutil.rmtree(FOLDER, ignore_errors=True)
        options = {
            "--learners": _LEARNERS, "--attempts": ATTEMPTS, "--deal": _CARDS,
            "--data-dir": FOLDER,
        }  # fmt: skip
        words = [str(word) for pair in options.items() for word in pair]
        subprocess.run([sys.executable, "-m", "kiosk", "simulate", *words], check=True)
    return FOLDER


def _attempts() -> int:
    file = FOLDER / "kiosk.db"
    if not file.exists():
        return 0
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM attempt").fetchone()[0])
