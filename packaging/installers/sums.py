"""The SHA-256 of each artefact, as ``sha256sum -c`` reads them."""

from __future__ import annotations

import hashlib
from pathlib import Path

NAME = "SHA256SUMS"


def write(folder: Path) -> Path:
    """Write the sums of all files of a folder. Returns the file."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != NAME
    ]
    target = folder / NAME
    target.write_text("".join(lines), encoding="utf-8")
    return target
