"""Windows programs on Linux: Wine, in a small system of its own that is kept outside the tree.

The Wine of Debian 12 is too old for Qt 6.8, and no build machine is to change for it.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import environment
from fetch import say

from installers import chroots
from installers.chroots import Chroot
from installers.places import cache

SUITE = "trixie"
_PACKAGES = ("wine", "wine64", "wine32:i386", "xvfb", "xauth", "imagemagick", "fonts-dejavu-core")
_SETTINGS = {
    "WINEARCH": "win64",
    "WINEDEBUG": "-all",
    # Neither is asked for by anything of ours, and each would ask a person to fetch it.
    "WINEDLLOVERRIDES": "mscoree,mshtml=",
    "PYTHONDONTWRITEBYTECODE": "1",
}
_LEAD = """
set -e
trap 'timeout 60 wineserver -w || wineserver -k' EXIT
"""
"""What a program wrote into the registry is on the disk only once its server has ended."""

_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1920x1080x24")


class Wine:
    """A Windows: a folder with its drive and registry, in a system that has Wine."""

    def __init__(self, system: Path, drive: Path, shared: Sequence[Path] = ()) -> None:
        """Use the Wine in ``system`` with the Windows kept in ``drive``, made where it is missing.

        Args:
            system: the folder of the small system.
            drive: a folder for ``drive_c`` and the registry.
            shared: folders that its programs see as ``Z:`` and the same path.
        """
        self.drive = drive
        self._chroot = Chroot(system, (drive, *shared))
        drive.mkdir(parents=True, exist_ok=True)
        if not (drive / "system.reg").is_file():
            self.sh("wineboot -i; wine winecfg -v win10")

    def sh(self, script: str) -> str:
        """Run lines of shell that call ``wine``, on a screen of their own. Returns what they said.

        Raises:
            StepFailed: a line ended badly.
        """
        settings = [f"{name}={value}" for name, value in _SETTINGS.items()]
        where = f"WINEPREFIX={self.drive}"
        return self._chroot("env", *settings, where, *_SCREEN, "sh", "-c", _LEAD + script)


def windows_path(path: Path) -> str:
    """Return how a program of Windows names a path of the system that it runs in."""
    return "Z:" + str(path).replace("/", "\\")


def linux_path(name: str) -> Path:
    """Return the path that a program of Windows calls by a name on drive ``Z:``."""
    return Path(name.replace("\\", "/").removeprefix("Z:").removeprefix("z:"))


def provide() -> Path:
    """Return the small system with Wine, made where it is missing.

    Raises:
        CannotTry: this machine cannot make one, or cannot fetch it.
    """
    chroots.need_root()
    system = cache() / "wine"
    stamp = system / "made-of"
    value = environment.digest(SUITE.encode(), *map(str.encode, _PACKAGES))
    if environment.holds(stamp, value):
        return system
    making = system.with_suffix(".making")
    made = chroots.make(SUITE, making)
    say("installing Wine in it")
    made.sh("dpkg --add-architecture i386")
    made.install(_PACKAGES)
    made.sh("apt-get clean")
    (making / stamp.name).write_text(value)
    shutil.rmtree(system, ignore_errors=True)
    making.rename(system)
    return system
