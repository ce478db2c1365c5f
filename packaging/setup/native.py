"""Finds the system libraries that Qt misses on Debian and Ubuntu, and installs them."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from fetch import run
from system import install

VENV = Path(__file__).resolve().parents[2] / ".venv"
DRAWING = ("libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6", "libQt6Svg.so.6")
WINDOW = ("../plugins/platforms/libqxcb.so",)
SCREEN_TOOLS = {"xvfb-run": "xvfb", "xauth": "xauth"}
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}


def qt_files(names: Iterable[str]) -> list[Path]:
    """These files of the Qt in .venv, named from its lib folder.

    Raises:
        FileNotFoundError: there is no Qt in .venv.
    """
    folder = next(VENV.glob("lib/python3*/site-packages/PySide6/Qt/lib"), None)
    if folder is None:
        raise FileNotFoundError("There is no Qt in .venv yet: make setup")
    return [folder / name for name in names]


def missing_libraries(files: Iterable[Path]) -> set[str]:
    """The sonames that the loader cannot find for any of these files."""
    command = ["ldd", *map(str, files)]
    told = run(command, out=subprocess.PIPE)
    told.check_returncode()
    return set(re.findall(r"^\s*(\S+) => not found", told.stdout, re.MULTILINE))


def provide(files: Sequence[Path], tools: Iterable[str]) -> int:
    """Make these files loadable and these tools present; the exit code, 1 when something lacks."""
    missing = missing_libraries(files)
    packages = {PACKAGES[name] for name in missing if name in PACKAGES}
    packages |= {SCREEN_TOOLS[tool] for tool in tools if shutil.which(tool) is None}
    if packages and not install(sorted(packages), "Qt needs libraries of the system."):
        return 1
    left = missing_libraries(files) if missing else set()
    if left:
        sys.stderr.write(f"Qt still misses: {' '.join(sorted(left))}\n")
    return 1 if left else 0


def main() -> int:
    """Provide for a window, for pictures alone, or for a window on a virtual screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--pictures", action="store_true", help="for drawing without a window")
    what.add_argument("--tests", action="store_true", help="with a virtual screen besides")
    asked = parser.parse_args()
    try:
        files = qt_files(DRAWING if asked.pictures else DRAWING + WINDOW)
        return provide(files, SCREEN_TOOLS if asked.tests else ())
    except (FileNotFoundError, subprocess.CalledProcessError) as fault:
        sys.stderr.write(f"{fault}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
