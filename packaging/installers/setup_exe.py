"""The installer for Windows, made by NSIS of the bundle."""

from __future__ import annotations

import shutil
from pathlib import Path

from system import install

from installers.bundle import ICONS
from installers.places import artefact, version
from installers.steps import CannotTry, call, step
from installers.windows_bundle import SOURCES, WINDOWS, numbers


def make() -> Path:
    """Make the installer of this version. Returns it.

    Raises:
        CannotTry: NSIS is not there and cannot be installed.
    """
    with step("setup.exe"):
        return make_version(version(), artefact("-setup-{version}.exe"))


def make_version(number: str, target: Path, compressor: str = "lzma") -> Path:
    """Make an installer that says it is of this version. Returns it.

    Args:
        number: the version.
        target: the file to make.
        compressor: what NSIS packs with; ``zlib`` is quick and large.
    """
    if shutil.which("makensis") is None and not install(["nsis"], "setup.exe is made by NSIS."):
        raise CannotTry("makensis is missing")
    said = {
        "VERSION": number,
        "NUMBERS": ".".join(map(str, numbers(number))),
        "BUNDLE": WINDOWS,
        "ICON": ICONS / "mentor-kiosk.ico",
        "SIDE": ICONS / "setup-side.bmp",
        "KIB": sum(path.stat().st_size for path in WINDOWS.rglob("*") if path.is_file()) // 1024,
        "COMPRESSOR": compressor,
        "OUT": target,
    }
    defined = [f"-D{name}={value}" for name, value in said.items()]
    call(["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, SOURCES / "setup.nsi"])
    return target
