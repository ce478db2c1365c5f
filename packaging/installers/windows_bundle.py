"""The bundle for Windows: made by PyInstaller under Wine, from the same spec."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from installers import qt_texts, windows_python, wine
from installers.bundle import PARTS, finish, owned, read_origins
from installers.components import Component, take_stock
from installers.owners import Owners
from installers.places import BUILD, NAME, PACKAGING, ROOT, cache, version
from installers.steps import step
from installers.wine import Wine, linux_path, windows_path

WINDOWS = BUILD / "windows" / NAME
SOURCES = PACKAGING / "windows"
_MICROSOFT = ("msvcp", "vcruntime", "concrt", "ucrtbase", "api-ms-")
_PYTHON = "3.11.9"


def make() -> Path:
    """Make the bundle. Returns its folder.

    Raises:
        CannotTry: Wine, or the Python for Windows, cannot be had here.
        StepFailed: it could not be made, or a file is of nobody known.
    """
    with step("the bundle for Windows"):
        tree = windows_python.provide()
        windows = Wine(wine.provide(), cache() / "wine-drive", (ROOT, tree))
        write_version_resource()
        windows.sh(_script(tree))
        write_papers(tree, qt_texts.provide(), linux_path)
    return WINDOWS


def write_papers(tree: Path, texts: Iterable[Path], located: Callable[[str], Path]) -> None:
    """Write the licences and the bill into the bundle.

    Args:
        tree: the Python for Windows that it was made with.
        texts: the licences and notices of Qt.
        located: turns a path of Windows into one of the system that this runs on.

    Raises:
        StepFailed: a file is of nobody known, or of somebody whose licence text is missing.
    """
    owners = Owners(tree / "Lib" / "site-packages", texts, partial(of_windows, tree))
    origins = read_origins(PARTS / "origins-win32.json", located)
    finish(WINDOWS, take_stock(owned(owners, origins, WINDOWS)), "windows")


def write_version_resource() -> None:
    """Write what the Explorer shows of the program."""
    form = (SOURCES / "version.txt").read_text(encoding="utf-8")
    text = form.format(version=version(), numbers=", ".join(map(str, numbers(version()))))
    (PARTS / "version.txt").write_text(text, encoding="utf-8")


def numbers(number: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows knows; what is not a number is left out."""
    found = [int(part) for part in re.findall(r"\d+", number)[:4]]
    first, second, third, fourth = [*found, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def _script(tree: Path) -> str:
    where = f"--distpath '{windows_path(WINDOWS.parent)}'"
    work = f"--workpath '{windows_path(BUILD / 'work-windows')}'"
    spec = windows_path(PACKAGING / "kiosk.spec")
    return (
        f"export KIOSK_PARTS='{windows_path(PARTS)}'; cd '{ROOT}'; "
        f"wine '{tree}/python.exe' -m PyInstaller --noconfirm {where} {work} '{spec}'"
    )


def of_windows(tree: Path, source: Path) -> Component | None:
    """Return whose a file is that is neither of a package nor ours: Python's or Microsoft's."""
    if not source.is_relative_to(tree):
        return None
    texts = (tree / "LICENSE.txt",)
    if source.name.lower().startswith(_MICROSOFT):
        # Python's text has the terms under which these are handed on.
        name = "Microsoft Visual C++ Runtime"
        licence = "LicenseRef-Microsoft-Distributable-Code"
        return Component(name, "14", licence, "pkg:generic/microsoft-vc-runtime@14", texts)
    return Component("Python", _PYTHON, "PSF-2.0", f"pkg:generic/python@{_PYTHON}", texts)
