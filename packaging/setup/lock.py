"""Renews the lock files: every package that is needed, with the hashes of all its files."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

from fetch import persist, run, say, succeeds

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("run", "build", "test", "bundle")
# Made with markers solved: the pip of another system would solve them as if they were its own.
FOR_WINDOWS = "windows"
LOCKS = ROOT / "packaging" / "requirements"
# One that locks for every platform and Python at once; pip-compile locks for its own alone.
RESOLVER = "uv==0.13.9"
TOOLS = ROOT / "build" / RESOLVER
HEADER = "# Locked by 'make lock' from {name}.in: do not edit.\n"
EVERYWHERE = ["--universal"]
WINDOWS = ["--python-platform=x86_64-pc-windows-msvc"]
FORM = [
    "--python-version=3.11",
    "--upgrade",
    "--generate-hashes",
    "--only-binary=:all:",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
]


def get_resolver() -> bool:
    """Fetch the resolver into a folder of its own, unless it is there."""
    if (TOOLS / "bin" / "uv").is_file():
        return True
    say(f"getting {RESOLVER}")
    if not succeeds([sys.executable, "-m", "venv", "--clear", str(TOOLS)]):
        return False
    pip = [str(TOOLS / "bin" / "python"), "-m", "pip", "install", "--quiet", "--no-input"]
    return persist(lambda: succeeds([*pip, RESOLVER]))


def compile_lock(name: str) -> bool:
    """Write name.txt anew from name.in; a failure leaves the old one as it was."""
    say(f"locking {name}")
    system = WINDOWS if name == FOR_WINDOWS else EVERYWHERE
    command = [str(TOOLS / "bin" / "uv"), "pip", "compile", *system, *FORM, f"{name}.in"]
    ended = run(command, out=subprocess.PIPE, at=LOCKS)
    if ended.returncode != 0:
        return False
    (LOCKS / f"{name}.txt").write_text(HEADER.format(name=name) + ended.stdout)
    return True


def main() -> int:
    """Renew all, in this order: a later one keeps to the earlier ones."""
    if not get_resolver():
        return 1
    return 0 if all(persist(partial(compile_lock, name)) for name in (*NAMES, FOR_WINDOWS)) else 1


if __name__ == "__main__":
    sys.exit(main())
