"""A million attempts as CSV, against Debian's sqlite3 writing the same columns; and their bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from figures import Figure
from million import ATTEMPTS, million
from plain_sql import PLAIN_ATTEMPTS

from kiosk.store import log_sql

_MOST_MIB = 60.0
_VALUES = {":since": "NULL", ":until": "NULL", ":activity": "NULL", ":only_new": "0"}


class _Used:
    """What a child process used: CPU seconds, and the most memory that it held."""

    def __init__(self, command: list[str], out: Path | None = None, text: str = "") -> None:
        with open(out or os.devnull, "wb") as stream:  # noqa: PTH123 - a device is no path
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=stream)
            assert process.stdin is not None
            process.stdin.write(text.encode())
            process.stdin.close()
            _, status, used = os.wait4(process.pid, 0)
        if status:
            raise subprocess.CalledProcessError(status, command)
        self.seconds = used.ru_utime + used.ru_stime
        self.mib = used.ru_maxrss / 1024


def _sql(query: str) -> str:
    for name, value in _VALUES.items():
        query = query.replace(name, value)
    return f"{query};\n"


def _peer(file: Path, folder: Path) -> float:
    seconds = 0.0
    begin = f"{log_sql.MAKE_CHOSEN};\n"
    for query in (PLAIN_ATTEMPTS, log_sql.PLACEMENTS, log_sql.RESPONSES):
        command = ["sqlite3", "-csv", "-header", str(file)]
        seconds += _Used(command, folder / "peer.csv", begin + _sql(query)).seconds
    return seconds


def measure() -> list[Figure]:
    """Export both ways, once each: it takes minutes."""
    if shutil.which("sqlite3") is None:
        raise FileNotFoundError("the package sqlite3 of Debian is the peer")
    folder = million()
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        floor = _peer(folder / "kiosk.db", Path(place))
        command = [sys.executable, "-m", "kiosk", "export", "--data-dir", str(folder)]
        ours = _Used([*command, "--out", str(Path(place, "out"))])
        written = sum(file.stat().st_size for file in Path(place, "out").rglob("*.csv"))
    stored = (folder / "kiosk.db").stat().st_size
    return [
        Figure("export of 1 M attempts, CPU", ours.seconds, floor, "s", 1.5),
        Figure("export of 1 M attempts, memory", ours.mib, _MOST_MIB, "MiB", 1.0),
        Figure(
            "stored bytes an attempt, against its CSV",
            stored / ATTEMPTS, written / ATTEMPTS, "B", 1.5,
        ),
    ]  # fmt: skip
