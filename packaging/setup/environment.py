"""Makes .venv from the lock files, and passes over what is there already."""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import translations
from fetch import persist, quiet, say, succeeds
from system import install as install_from_system

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "requirements"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def can_make_venvs() -> bool:
    """Whether this Python has venv and ensurepip, which Debian keeps in a package of their own."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def unfit(version: tuple[int, int]) -> str | None:
    """Why this Python, of this version, cannot make the environment; None where it can.

    A missing venv module is installed where that may be done.
    """
    here = "{}.{}".format(*version)
    if version < OLDEST:
        return f"Python 3.11 or later is needed, this is {here}: make PYTHON=/path/to/python3.11"
    if can_make_venvs():
        return None
    why = f"Python {here} lacks its venv module."
    if install_from_system([f"python{here}-venv"], why) and can_make_venvs():
        return None
    return f"Without the venv module of Python {here} there can be no .venv."


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


def pip_install(arguments: Sequence[str]) -> bool:
    """Let the pip of .venv install by these arguments; whether it ended well."""
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return succeeds([*pip, "--no-input", *arguments])


def unless_done(name: str, sources: Sequence[Path], step: Callable[[], bool]) -> bool:
    """Take the step unless the stamp of this name holds the hash of the sources, then stamp it."""
    stamp = VENV / f"installed-{name}"
    value = digest(*(source.read_bytes() for source in sources))
    if holds(stamp, value):
        return True
    say(f"installing into .venv: {name}")
    if not step():
        return False
    stamp.write_text(value)
    return True


def install_lock(name: str) -> bool:
    """Install the packages of one lock file, each checked against its hash."""
    lock = LOCKS / f"{name}.txt"
    arguments = ["--require-hashes", "--only-binary=:all:", "-r", str(lock)]
    return unless_done(name, [lock], lambda: persist(lambda: pip_install(arguments)))


def install_kiosk() -> bool:
    """Install the kiosk itself from the source tree, fetching nothing."""
    arguments = ["--no-deps", "--no-build-isolation", "--no-index", "-e", str(ROOT)]
    sources = [ROOT / "pyproject.toml", LOCKS / "build.txt"]
    return unless_done("kiosk", sources, lambda: pip_install(arguments))


def make_translations() -> bool:
    """Turn the translators' files into those that the kiosk reads."""
    sources = sorted(translations.FOLDER.glob("*.ts"))
    if not all(source.with_suffix(".qm").is_file() for source in sources):
        (VENV / "installed-translations").unlink(missing_ok=True)
    return unless_done("translations", sources, translations.release)


def main() -> int:
    """Make the environment; 0 when it stands, 1 with the reason when it does not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tests", action="store_true", help="with the tools that check the kiosk")
    locks = ["run", "build", *(["test"] if parser.parse_args().tests else [])]
    reason = unfit(sys.version_info[:2])
    if reason is None and not make_venv():
        reason = "No virtual environment could be made; the lines above say why."
    if reason is None and not (all(map(install_lock, locks)) and install_kiosk()):
        reason = "A package could not be installed; the lines above say which and why."
    if reason is None and not make_translations():
        reason = "The translations could not be made; the lines above say why."
    if reason is None:
        return 0
    sys.stderr.write(f"{reason}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
