"""The file for any Linux that unpacks and installs itself, for one account or for all.

It holds the archive of the package for Debian as it is: to pack the same twice would take minutes.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from system import install

from installers.bundle import made_when
from installers.places import BUILD, PACKAGING, artefact, version
from installers.steps import CannotTry, call, step

SOURCES = PACKAGING / "linux"


def make() -> Path:
    """Make it. Returns it.

    Raises:
        CannotTry: makeself is not there and cannot be installed.
    """
    with step("the .run file"):
        missing = shutil.which("makeself") is None
        if missing and not install(["makeself"], "The .run file is made by makeself."):
            raise CannotTry("makeself is missing")
        tree = BUILD / "run"
        shutil.rmtree(tree, ignore_errors=True)
        tree.mkdir(parents=True)
        _lay_out(tree)
        target = artefact("-{version}-linux-x64.run")
        date = made_when().strftime("%a %b %d %H:%M:%S UTC %Y")
        # The archive is packed as tightly as can be: once more would only take time.
        options = ["--quiet", "--nocomp", "--nox11", "--nomd5", "--sha256"]
        owner = ["--tar-extra", "--owner=0 --group=0 --sort=name", "--packaging-date", date]
        title = f"Mentor Kiosk {version()}"
        call(["makeself", *options, *owner, tree, target, title, "./install.sh"])
    return target


def _lay_out(tree: Path) -> None:
    for name in ("install.sh", "uninstall.sh"):
        shutil.copyfile(SOURCES / name, tree / name)
    (tree / "install.sh").chmod(0o755)
    call(["ar", "x", artefact("_{version}_amd64.deb"), "data.tar.xz"], at=tree)
