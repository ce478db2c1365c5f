"""The Python that is bundled, in an environment of its own with the locked packages."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import environment
from fetch import persist, quiet, run, say, succeeds
from system import install

from installers.places import BUILD, LOCKS
from installers.steps import CannotTry, call

LOCKED = ("run", "bundle")
SYSTEM_PYTHON = "/usr/bin/python3"
_ASK = """
import ctypes, sys, sysconfig
assert sys.version_info >= (3, 11)
ctypes.CDLL(sysconfig.get_config_var('INSTSONAME'))
import venv, ensurepip
"""
_VERSION = "import sys; print('{}.{}'.format(*sys.version_info))"
VENV = BUILD / "venv"
PYTHON = VENV / "bin" / "python"


def can_be_bundled(python: str) -> bool:
    """Whether this Python is new enough, has its shared library, and can make environments."""
    return quiet([python, "-c", _ASK])


def choose() -> str:
    """Return the Python to bundle: the system's, else the one that runs this.

    The system's comes with the licence texts of all that is in it.

    Raises:
        CannotTry: neither will do.
    """
    if not can_be_bundled(SYSTEM_PYTHON):
        version = run([SYSTEM_PYTHON, "-c", _VERSION], out=subprocess.PIPE).stdout.strip()
        if version >= "3.11":
            install([f"libpython{version}", f"python{version}-venv"], "Python is to be bundled.")
    for python in (SYSTEM_PYTHON, sys.executable):
        if can_be_bundled(python):
            return python
    raise CannotTry("a Python of version 3.11 or later with its shared library is needed")


def provide() -> Path:
    """Make the environment unless it is there with these very packages. Returns its Python.

    Raises:
        CannotTry: a package could not be installed.
    """
    python = choose()
    locks = [LOCKS / f"{name}.txt" for name in LOCKED]
    value = environment.digest(python.encode(), *(lock.read_bytes() for lock in locks))
    stamp = VENV / "made-of"
    if environment.holds(stamp, value) and quiet([str(PYTHON), "-c", ""]):
        return PYTHON
    say(f"making an environment with {python}")
    call([python, "-m", "venv", "--clear", VENV])
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input", "--no-deps"]
    for lock in locks:
        command = [*pip, "--require-hashes", "--only-binary=:all:", "-r", str(lock)]
        if not persist(partial(succeeds, command)):
            raise CannotTry(f"the packages of {lock.name} could not be installed")
    stamp.write_text(value)
    return PYTHON
