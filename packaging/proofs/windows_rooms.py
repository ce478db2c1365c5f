"""A fresh Windows under Wine, with the questions that a proof asks it."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from installers import wine
from installers.places import BUILD, NAME, ROOT
from installers.steps import CannotTry, StepFailed
from installers.wine import Wine, windows_path

from proofs.bundle_proofs import SEED, SOURCE_TOUR
from proofs.ledger import expect
from proofs.visits import CONFIG, passed, read, same

KEYS = r"HKLM\Software\Microsoft\Windows\CurrentVersion"
_C = "C:\\Program Files\\Mentor Kiosk\\"
MSI_REFUSED = (1603, 1638)
"""What a refused .msi ends with, by the lists of Microsoft; a shell sees the last byte."""

PROGRAM = f'wine "{_C}{NAME}.exe"'
DATA = "C:\\ProgramData\\MentorKiosk"


class WindowsRoom:
    """One fresh Windows, and the program on its way through it."""

    def __init__(self, name: str) -> None:
        """Make it. Raises ``CannotTry``, or ``StepFailed``."""
        self.exchange = BUILD / f"windows-{name}"
        shutil.rmtree(self.exchange, ignore_errors=True)
        (self.exchange / "drive").mkdir(parents=True)
        (self.exchange / "kiosk.toml").write_text(CONFIG, encoding="utf-8")
        try:
            self._wine = Wine(wine.provide(), self.exchange / "drive", (self.exchange, ROOT))
        except OSError as fault:
            raise CannotTry(str(fault)) from fault
        self.disk = self.exchange / "drive" / "drive_c"
        self.program = self.disk / "Program Files" / "Mentor Kiosk"
        self.data = self.disk / "ProgramData" / "MentorKiosk"
        self.entry = self.disk / (
            "ProgramData/Microsoft/Windows/Start Menu/Programs/Mentor Kiosk.lnk"
        )

    def sh(self, *lines: str) -> str:
        """Run lines of shell that call ``wine``. Returns what they said. Raises ``StepFailed``."""
        return self._wine.sh("\n".join(lines))

    def path(self, name: str) -> str:
        """Return how Windows names a file of the folder that is shared with it."""
        return windows_path(self.exchange / name)

    def registry(self, key: str) -> dict[str, str]:
        """Return the values of a key, by name; none if it is not there."""
        said = self.sh(f"wine reg query '{key}' /reg:64 || true")
        parts = (line.strip().split("    ", 2) for line in said.splitlines())
        return {part[0]: part[2] for part in parts if len(part) == 3}

    def laid_down(self) -> None:
        """Require the program, its entry in the Start menu, the data folder and the settings."""
        for path in (
            self.program / f"{NAME}.exe",
            self.program / "mentor-kioskw.exe",
            self.program / "licences" / "INDEX.txt",
            self.program / "sbom.cdx.json",
            self.program / "program" / "resources" / "translations" / "kiosk_es.qm",
            self.entry,
        ):
            if not path.is_file():
                raise StepFailed(f"{path} is missing")
        expect((self.data / "kiosk.toml").read_text(encoding="utf-8"), CONFIG, "the settings")
        started = self.registry(f"{KEYS}\\Run").get("MentorKiosk")
        expect(started, f'"{_C}mentor-kioskw.exe" run', "started at each sign-in")

    def smoke(self) -> None:
        """Require that the installed program does all that it is for."""
        self.sh(f"{PROGRAM} --smoke '{self.path('smoke.json')}'")
        passed(self.exchange / "smoke.json", platform="windows", data_folder=DATA)

    def first_start(self) -> None:
        """Require the first start to set the kiosk up by the settings that the installer took."""
        database = self.data / "kiosk.db"
        self.sh(
            f'wine "{_C}mentor-kioskw.exe" run --windowed & for n in $(seq 60); do sleep 1; '
            f"test -s '{database}' && break; done; sleep 4; wineserver -k"
        )
        with tempfile.TemporaryDirectory() as folder:
            # A copy, with its journal: the kiosk was ended as by a power cut.
            copied = shutil.copytree(self.data, Path(folder) / "data")
            found = _ask(copied / database.name, "select site, name from kiosk")
        expect(found, [("Riverside", "Kiosk 7")], "the kiosk that was set up")

    def visit(self) -> None:
        """Require a whole visit, with the same log as from the sources, and keep it in the data."""
        tour = self.exchange / "tour"
        self.sh(
            f"{PROGRAM} tour --seed {SEED} --out '{self.path('tour')}'",
            f"{PROGRAM} restore '{self.path('tour')}\\data\\kiosk.db'",
            f"{PROGRAM} check",
        )
        same(SOURCE_TOUR, tour)
        expect(self.attempts(), len(read(tour, "attempts.csv")), "attempts in SQLite")

    def attempts(self) -> int:
        """Return how many attempts the database in the data folder has."""
        ((count,),) = _ask(self.data / "kiosk.db", "select count(*) from attempt")
        return int(count)

    def gone(self, *, with_data: bool) -> None:
        """Require that program and entries are gone, and the data as it should be."""
        left = [path for path in (self.program, self.entry) if path.exists()]
        expect(left, [], "left")
        expect(self.registry(f"{KEYS}\\Run").get("MentorKiosk"), None, "started at each sign-in")
        expect(self.data.exists(), with_data, "the data is there")

    def ends_with(self, command: str, codes: Sequence[int]) -> None:
        """Require that a command ends with one of these codes."""
        said = self.sh(f"{command} && code=0 || code=$?", 'echo "code $code"')
        code = int(said.rsplit("code ", 1)[1].split()[0])
        if code not in codes:
            raise StepFailed(f"{command} ended with {code}, not one of {list(codes)}")

    def refused(self, command: str, codes: Sequence[int]) -> None:
        """Require that an installation is refused, and that what is there stays as it is."""
        before = self.attempts()
        self.ends_with(command, codes)
        self.laid_down()
        expect(self.attempts(), before, "attempts")


def _ask(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(query).fetchall()


def tidy(folder: Path) -> None:
    """Delete a room: a Windows takes more than a gigabyte."""
    shutil.rmtree(folder, ignore_errors=True)
