"""The licences of Qt, and the notices of what Qt itself is made of, as Debian has gathered them.

The wheels of Qt for Python come without them. Debian's Qt may be an earlier one of
the same major version; the authors are the same.
"""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path

from fetch import persist, quiet, run, say

from installers.places import cache
from installers.steps import CannotTry, call

COMMON = Path("/usr/share/common-licenses")
LICENCES = (COMMON / "LGPL-3", COMMON / "GPL-3")
PACKAGES = {
    "qt6-base": ("libqt6core6", "libqt6core6t64"),
    "qt6-svg": ("libqt6svg6",),
    "qt6-wayland": ("libqt6waylandclient6",),
}


def provide() -> list[Path]:
    """Return the files with licences and notices, fetched where they are not there yet.

    Raises:
        CannotTry: they could not be fetched.
    """
    folder = cache() / "qt-notices"
    folder.mkdir(exist_ok=True)
    files = list(LICENCES)
    for source, names in PACKAGES.items():
        target = folder / f"{source}.txt"
        if not target.is_file():
            say(f"getting the notices of {source}")
            if not persist(partial(_fetch, names, target)):
                raise CannotTry(f"the notices of {source} could not be fetched")
        files.append(target)
    return files


def _fetch(names: tuple[str, ...], target: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        known = next((name for name in names if quiet(["apt-cache", "show", name])), names[0])
        # The user of apt that fetches has no right to a private folder; without one it is root.
        if run(["apt-get", "-qq", "download", known], at=Path(folder)).returncode != 0:
            return False
        (package,) = Path(folder).glob("*.deb")
        call(["dpkg-deb", "-x", package, folder])
        found = Path(folder) / "usr" / "share" / "doc" / known / "copyright"
        shutil.copyfile(found, target)
    return True
