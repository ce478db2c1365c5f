"""Makes .venv from the lock files, and passes over what is there already."""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path

from fetch import persist, quiet, say, succeeds

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "requirements"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def unfit() -> str | None:
    """Why this Python cannot make the environment, in a sentence; None where it can."""
    here = "{}.{}".format(*sys.version_info[:2])
    if sys.version_info[:2] < OLDEST:
        return f"Python 3.11 or later is needed, this is {here}: make PYTHON=/path/to/python3.11"
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        return f"This Python has no venv module. Install it: sudo apt-get install python{here}-venv"
    return None


def digest(*parts: bytes) -> str:
    """One SHA-256 over all the parts, in hexadecimal."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def holds(stamp: Path, value: str) -> bool:
    """Whether the stamp says that this very thing is done."""
    return stamp.is_file() and stamp.read_text() == value


def make_venv() -> bool:
    """Make .venv anew unless this Python made it, in this folder."""
    stamp = VENV / "made-by"
    value = digest(sys.version.encode(), sys.base_prefix.encode(), str(VENV).encode())
    if holds(stamp, value) and quiet([str(PYTHON), "-c", ""]):
        return True
    say(f"making .venv with Python {sys.version.split()[0]}")
    if not succeeds([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        return False
    stamp.write_text(value)
    return True


def install(name: str, arguments: Sequence[str], *sources: Path) -> bool:
    """Let pip install by these arguments, unless the stamp holds the hash of the sources."""
    stamp = VENV / f"installed-{name}"
    value = digest(*(source.read_bytes() for source in sources))
    if holds(stamp, value):
        return True
    say(f"installing into .venv: {name}")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if not persist(lambda: succeeds([*pip, "--no-input", *arguments])):
        return False
    stamp.write_text(value)
    return True


def install_lock(name: str) -> bool:
    """Install the packages of one lock file, each checked against its hash."""
    lock = LOCKS / f"{name}.txt"
    checked = ["--require-hashes", "--only-binary=:all:"]
    return install(name, [*checked, "-r", str(lock)], lock)


def install_kiosk() -> bool:
    """Install the kiosk itself from the source tree, fetching nothing."""
    local = ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)]
    return install("kiosk", local, ROOT / "pyproject.toml", LOCKS / "build.txt")


def main() -> int:
    """Make the environment; 0 when it stands, 1 with the reason when it does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="with the tools that check the kiosk")
    locks = ["run", "build", *(["test"] if parser.parse_args().tests else [])]
    reason = unfit()
    if reason is None and not make_venv():
        reason = "No virtual environment could be made; the lines above say why."
    if reason is None and not (all(map(install_lock, locks)) and install_kiosk()):
        reason = "A package could not be installed; the lines above say which and why."
    if reason is None:
        return 0
    sys.stderr.write(f"{reason}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
