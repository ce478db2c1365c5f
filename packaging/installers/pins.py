"""Which packages of Debian make the installers: name, version and SHA-256, as they are pinned.

apt proves that a package is one of Debian's signed list. What is here says besides whether it is
the very one that the installers were last made and proved with.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from fetch import run

from installers import wine
from installers.chroots import Chroot
from installers.places import LOCKS, cache
from installers.steps import CannotTry, StepFailed

LOCK = LOCKS / "debian.txt"
HEADER = "# Pinned by 'python3 packaging/pin.py' from what is installed: do not edit.\n"
HOST = ("binutils", "debootstrap", "libmsi0", "makeself", "msitools", "nsis", "nsis-common", "wixl")
"""What this machine makes installers with."""

IN_WINE = (
    *("imagemagick", "libwine:amd64", "libwine:i386", "wine", "wine32:i386", "wine64"),
    *("xauth", "xvfb"),
)
"""What the system with Wine makes and proves those for Windows with."""

_TELL = """
for p in "$@"; do
    v=$(dpkg-query -W -f '${Version}' "$p" 2>/dev/null) || continue
    s=$(apt-cache show "$p=$v" 2>/dev/null | sed -n 's/^SHA256: //p' | head -n 1)
    echo "$p $v ${s:-unlisted}"
done
"""
_UNLISTED = "unlisted"
Packages = Mapping[str, tuple[str, str]]
"""Version and SHA-256 by name; ``unlisted`` where Debian's list has that version no more."""


def here() -> Packages:
    """Return what is installed on this machine of what it makes installers with."""
    told = run(["sh", "-c", _TELL, "sh", *HOST], out=subprocess.PIPE).stdout
    return _parsed(told.splitlines())


def in_wine() -> Packages:
    """Return what is installed in the system with Wine.

    Raises:
        CannotTry: there is none on this machine.
    """
    system = cache() / "wine"
    if not (system / "made-of").is_file():
        raise CannotTry("there is no system with Wine on this machine")
    return _parsed(Chroot(system)("sh", "-c", _TELL, "sh", *IN_WINE).splitlines())


def suite() -> str:
    """Return the name of this machine's release, such as ``bookworm``; empty where it has none."""
    file = Path("/etc/os-release")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    return told.get("VERSION_CODENAME", "").strip('"')


def systems() -> dict[str, Callable[[], Packages]]:
    """Return what tells the packages of each system that takes part, by its release."""
    return {suite(): here, wine.SUITE: in_wine}


def pinned(release: str) -> Packages:
    """Return what is pinned for a release."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    mine = [line.split(" ", 1) for line in lines if not line.startswith("#")]
    return _parsed([rest for name, rest in mine if name == release])


def write() -> None:
    """Pin what is installed; releases that are not here keep what they have."""
    releases = {line.split(" ")[0] for line in LOCK.read_text().splitlines() if line[0] != "#"}
    found = {name: pinned(name) for name in releases}
    found.update({name: tell() for name, tell in systems().items()})
    lines = [
        f"{name} {package} {version} {digest}\n"
        for name, packages in sorted(found.items())
        for package, (version, digest) in sorted(packages.items())
    ]
    LOCK.write_text(HEADER + "".join(lines), encoding="utf-8")


def compare(release: str, found: Packages, wanted: Packages) -> str:
    """Require that all that is found is what is pinned. Returns that in words.

    Raises:
        StepFailed: a package has the pinned version and is another all the same.
        CannotTry: other versions are here, as after an update of the system.
    """
    if not wanted:
        raise CannotTry(
            f"nothing is pinned for {release or 'this system'}; here are {_told(found)}"
        )
    forged = [
        name
        for name, (version, digest) in found.items()
        if name in wanted
        and wanted[name][0] == version
        and digest not in (wanted[name][1], _UNLISTED)
    ]
    if forged:
        raise StepFailed(f"Of the pinned version, and yet another file: {', '.join(forged)}")
    unlisted = [name for name, told in found.items() if told[1] == _UNLISTED]
    if unlisted:
        raise CannotTry(f"the apt of {release} cannot tell the hashes of {', '.join(unlisted)}")
    others = {name: told for name, told in found.items() if told != wanted.get(name)}
    if others:
        raise CannotTry(
            f"in {release} these are not as pinned: {_told(others)}; made with them all the same"
        )
    return f"{len(found)} packages of {release}"


def _told(packages: Packages) -> str:
    return ", ".join(f"{name} {version}" for name, (version, _) in sorted(packages.items()))


def _parsed(lines: Sequence[str]) -> Packages:
    parts = [line.split(" ") for line in lines]
    return {name: (version, digest) for name, version, digest in parts}
