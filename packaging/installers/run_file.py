"""The file for any Linux that unpacks and installs itself, for one account or for all."""

from __future__ import annotations

import shutil
from pathlib import Path

from system import install

from installers.bundle import ICONS, LINUX, made_when
from installers.places import BUILD, NAME, PACKAGING, ROOT, artefact, version
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
        _lay_out(tree)
        target = artefact("-{version}-linux-x64.run")
        date = made_when().strftime("%a %b %d %H:%M:%S UTC %Y")
        options = [
            "--quiet",
            "--xz",
            "--complevel",
            "6",
            "--threads",
            "2",
            "--nox11",
            "--nomd5",
            "--sha256",
        ]
        owner = ["--tar-extra", "--owner=0 --group=0 --sort=name", "--packaging-date", date]
        title = f"Mentor Kiosk {version()}"
        call(["makeself", *options, *owner, tree, target, title, "./install.sh"])
    return target


def _lay_out(tree: Path) -> None:
    shutil.copytree(LINUX, tree / NAME, symlinks=True)
    for name in ("install.sh", "uninstall.sh", f"{NAME}.desktop", f"{NAME}.1"):
        shutil.copyfile(SOURCES / name, tree / name)
    (tree / "install.sh").chmod(0o755)
    (tree / "icons").mkdir()
    for picture in ICONS.glob("*.png"):
        shutil.copyfile(picture, tree / "icons" / picture.name)
    shutil.copyfile(ROOT / "resources" / "icons" / f"{NAME}.svg", tree / "icons" / f"{NAME}.svg")
