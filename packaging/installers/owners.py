"""Whose a bundled file is, told from where it was taken."""

from __future__ import annotations

import email
import subprocess
from collections.abc import Callable, Iterable
from email.message import Message
from functools import cache
from pathlib import Path

from fetch import run

from installers.components import SEE_TEXT, Component
from installers.places import LOCKS, ROOT, version

FONT = ROOT / "resources" / "fonts"
QT_LICENCE = "LGPL-3.0-only"
_CLASSIFIER = "License :: OSI Approved :: "
_KNOWN = {
    "dbus": "AFL-2.1 OR GPL-2.0-or-later",
    "expat": "MIT",
    "freetype": "FTL OR GPL-2.0-or-later",
    "gcc-12": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "glib2.0": "LGPL-2.1-or-later",
    "libffi": "MIT",
    "libgcrypt20": "LGPL-2.1-or-later",
    "libgpg-error": "LGPL-2.1-or-later",
    "openssl": "Apache-2.0",
    "pcre2": "BSD-3-Clause",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "python": "PSF-2.0",
    "sqlite3": "blessing",
    "systemd": "LGPL-2.1-or-later",
    "zlib": "Zlib",
}
"""Of those whose package names no licence by which it can be found: that of the part bundled."""

_NAMED = {"MIT License": "MIT", "BSD License": "BSD-3-Clause", "MIT": "MIT"}

_SHIBOKEN = "shiboken6/__init__.py"
_UNPACKED = "shiboken6/files.dir/"
"""What the spec had shiboken unpack of itself, which no list of its package has."""

OURS = Component(
    "Mentor Kiosk", version(), "GPL-3.0-or-later", f"pkg:generic/mentor-kiosk@{version()}",
    (ROOT / "LICENSE",),
)  # fmt: skip
ATKINSON = Component(
    "Atkinson Hyperlegible Next", "0.4.1", "OFL-1.1",
    "pkg:npm/%40expo-google-fonts/atkinson-hyperlegible-next@0.4.1", (FONT / "OFL.txt",),
)  # fmt: skip

System = Callable[[Path], Component | None]


class Owners:
    """Finds the component of a file, for one site-packages folder and one kind of system."""

    def __init__(self, site: Path, qt_texts: Iterable[Path], system: System) -> None:
        """Read what each installed package says that it holds.

        Args:
            site: the folder with the packages.
            qt_texts: the licences of Qt, and the notices of what Qt itself is made of.
            system: whose a file outside of our tree and the packages is.
        """
        self._site = site
        self._system = system
        self._by_file: dict[str, Component] = {}
        texts = tuple(qt_texts)
        for folder in sorted(site.glob("*.dist-info")):
            component = _of_distribution(folder, texts)
            record = (folder / "RECORD").read_text(encoding="utf-8")
            for line in record.splitlines():
                self._by_file[_key(line.split(",")[0])] = component
        qt = locked("pyside6-essentials")
        self.qt = Component("Qt", qt, QT_LICENCE, f"pkg:generic/qt@{qt}", texts)
        self.bootloader = self._by_file[_key("PyInstaller/__init__.py")]

    def of(self, source: Path) -> Component | None:
        """Return whose the file is that was taken from here, ``None`` where that is unknown."""
        if source.is_relative_to(self._site):
            return self._of_package(source.relative_to(self._site).as_posix())
        if source.is_relative_to(FONT):
            return ATKINSON
        if source.is_relative_to(ROOT / "kiosk") or source.is_relative_to(ROOT / "resources"):
            return OURS
        return self._system(source)

    def _of_package(self, name: str) -> Component | None:
        if name.startswith(_UNPACKED):
            name = _SHIBOKEN
        found = self._by_file.get(_key(name))
        if found is None or not found.name.lower().startswith("pyside6"):
            return found
        base = name.rsplit("/", 1)[-1].lower()
        if base.startswith(("msvcp", "vcruntime", "concrt")):
            return self._system(self._site / name)
        if "/Qt/" in name or base.startswith("qt6") or "/plugins/" in name:
            return self.qt
        return found


def _key(name: str) -> str:
    # Windows knows a file by its name in any case, and tells it in another than the package does.
    return name.replace("\\", "/").lower()


@cache
def locked(package: str) -> str:
    """Return the version of a package that the lock files name."""
    for lock in ("run", "bundle"):
        for line in (LOCKS / f"{lock}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith(f"{package}=="):
                return line.split("==")[1].split()[0]
    raise LookupError(f"{package} is not locked")


def _of_distribution(folder: Path, qt_texts: tuple[Path, ...]) -> Component:
    said = email.message_from_string((folder / "METADATA").read_text(encoding="utf-8"))
    name, number = str(said["Name"]), str(said["Version"])
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{number}"
    if name.lower().startswith(("pyside6", "shiboken6")):
        return Component(name, number, QT_LICENCE, purl, qt_texts)
    texts = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING"))
    )
    return Component(name, number, _licence(said), purl, tuple(texts))


def _licence(said: Message) -> str:
    if said["License-Expression"]:
        return str(said["License-Expression"])
    for classifier in said.get_all("Classifier") or []:
        named = _NAMED.get(str(classifier).removeprefix(_CLASSIFIER))
        if named is not None and str(classifier).startswith(_CLASSIFIER):
            return named
    return _KNOWN.get(str(said["Name"]).lower(), SEE_TEXT)


@cache
def of_debian(source: Path) -> Component | None:
    """Return the package of Debian or Ubuntu that a file of the system is from."""
    # A file may be known by its name in /lib or by the one in /usr/lib, which are the same.
    real = source.resolve()
    for path in (source, real, Path(str(real).removeprefix("/usr"))):
        told = run(["dpkg", "-S", str(path)], out=subprocess.PIPE, err=subprocess.DEVNULL)
        if told.returncode == 0:
            return _package(told.stdout.split(":")[0].split(",")[0])
    return None


@cache
def _package(name: str) -> Component:
    form = "-f=${source:Package} ${Version}\n"
    told = run(["dpkg-query", "-W", form, name], out=subprocess.PIPE).stdout
    source, number = told.splitlines()[0].split()
    python = source.startswith("python3.")
    return Component(
        "Python" if python else source,
        number,
        _KNOWN.get("python" if python else source, SEE_TEXT),
        f"pkg:deb/debian/{source}@{number}?type=source",
        (Path("/usr/share/doc") / name / "copyright",),
    )
