"""What a start of the bundle costs beside one from the sources: processor time, instructions."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from installers.bundle import LINUX
from installers.places import NAME, ROOT
from installers.python_environment import PYTHON
from installers.steps import CannotTry, StepFailed, call
from system import install

from proofs.visits import CONFIG

RUNS = 5
MOST = 1.3
"""What a start of the bundle may cost, as a share of one from the sources.

Its Python is a shared library, which takes more instructions for the same than a program does.
"""

_COUNTED = re.compile(r"^==\d+== I\s+refs:\s+([\d,]+)$", re.MULTILINE)
_COUNTER = (
    *("valgrind", "--tool=cachegrind", "--cache-sim=no", "--trace-children=yes"),
    "--cachegrind-out-file=/dev/null",
)


class Starts:
    """Starts of both on one data folder, each up to the first painted page and out again."""

    def __init__(self, scratch: Path) -> None:
        """Use a folder that is there."""
        self._data = scratch / "start-data"
        self._settings = scratch / "start.toml"
        self._environment = {
            "QT_QPA_PLATFORM": "offscreen",
            # Both with their modules compiled: the bundle's are, and a second start's are.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        }
        self._bundle: list[str | Path] = [LINUX / NAME, *self._run()]
        self._sources: list[str | Path] = [PYTHON, "-m", "kiosk", *self._run()]

    def _run(self) -> Sequence[str]:
        return ["run", "--windowed", "--until-painted", "--data-dir", str(self._data)]

    def take_time(self) -> str:
        """Require a start of the bundle to take little more time than one of the sources.

        Returns:
            Both, in words.

        Raises:
            StepFailed: it takes more.
        """
        self._set_up()
        ours, sources = [], []
        for _ in range(RUNS):
            ours.append(_cpu_seconds(self._bundle, self._environment))
            sources.append(_cpu_seconds(self._sources, self._environment))
        # The least of each: what else this machine does only adds.
        bundle, source = min(ours), min(sources)
        told = f"{bundle:.2f} s of the processor to the first page, from the sources {source:.2f} s"
        if bundle > source * MOST:
            raise StepFailed(told)
        return told

    def count(self) -> str:
        """Require a start of the bundle to take few more instructions than one of the sources.

        Returns:
            Both, in words.

        Raises:
            CannotTry: there is nothing here that counts them.
            StepFailed: it takes more.
        """
        if shutil.which(_COUNTER[0]) is None and not install(["valgrind"], "It counts."):
            raise CannotTry("valgrind, which counts instructions, is missing")
        if not self._data.is_dir():
            self._set_up()
            _cpu_seconds(self._sources, self._environment)
        bundle, source = (self._count(one) for one in (self._bundle, self._sources))
        millions = (
            f"{bundle / 1e6:.0f} million to the first page, from the sources {source / 1e6:.0f}"
        )
        told = f"{millions} million: {bundle / source:.2f}"
        if bundle > source * MOST:
            raise StepFailed(told)
        return told

    def _set_up(self) -> None:
        shutil.rmtree(self._data, ignore_errors=True)
        self._settings.write_text(CONFIG, encoding="utf-8")
        where = ["--from", str(self._settings), "--data-dir", str(self._data)]
        call([PYTHON, "-m", "kiosk", "setup", *where], at=ROOT, environment=self._environment)

    def _count(self, command: Sequence[str | Path]) -> int:
        said = call([*_COUNTER, *command], at=ROOT, environment=self._environment)
        counted = [int(found.replace(",", "")) for found in _COUNTED.findall(said)]
        if not counted:
            raise StepFailed(f"valgrind counted nothing:\n{said}")
        return sum(counted)


def _cpu_seconds(command: Sequence[str | Path], environment: Mapping[str, str]) -> float:
    """Return user and system time of one process; others that end meanwhile do not count.

    Raises:
        StepFailed: it ended badly.
    """
    with subprocess.Popen(  # noqa: S603 - our own programs
        list(map(str, command)),
        env={**os.environ, **environment},
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise StepFailed(f"{command[0]} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime
