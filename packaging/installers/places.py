"""Where the installers are made, kept and found."""

from __future__ import annotations

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LOCKS = PACKAGING / "requirements"
BUILD = ROOT / "build" / "installers"
DIST = ROOT / "dist"
NAME = "mentor-kiosk"
"""The program's name, in files, packages and on the command line."""


def version() -> str:
    """Return the version of the kiosk in this tree."""
    text = (ROOT / "kiosk" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("kiosk/__init__.py names no version")
    return found[1]


def cache() -> Path:
    """Return the folder outside the tree for what is slow to fetch; made where it is missing."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(base) / NAME
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def artefact(ending: str) -> Path:
    """Return the path of an artefact, such as that of ``.run``, for this version."""
    DIST.mkdir(exist_ok=True)
    return DIST / f"{NAME}{ending.format(version=version())}"
