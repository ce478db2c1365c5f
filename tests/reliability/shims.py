"""Shims that are put before the C library, built from one C file each."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_STRICT = ("cc", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-O1")


def why_no_shim() -> str:
    """Return why no shim can be used here, empty if one can."""
    if sys.platform != "linux":
        return "it takes a shim that only Linux loads"
    return "" if shutil.which("cc") else "there is no C compiler here to build a shim with"


def built(source: Path, folder: Path, library: str) -> Path:
    """Return a shim, built into a folder. ``library`` is the one that it needs itself."""
    shim = folder / f"lib{source.stem}.so"
    subprocess.run((*_STRICT, "-o", shim, source, f"-l{library}"), check=True)
    return shim
