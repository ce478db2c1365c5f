"""The bundle for Linux: one folder that needs no Python, with its licences and its bill."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from fetch import run
from native import DRAWING, WINDOW, provide
from system import install
from translations import release

from installers import licences, python_environment, qt_texts, sbom
from installers.components import Component, Inventory, take_stock
from installers.owners import OURS, Owners, of_debian
from installers.places import BUILD, NAME, PACKAGING, ROOT, artefact, version
from installers.python_environment import PYTHON
from installers.steps import CannotTry, StepFailed, call, step

PARTS = BUILD / "parts"
LINUX = BUILD / "linux" / NAME
BILL = "sbom.cdx.json"
ICONS = PARTS / "icons"


def make() -> Path:
    """Make the bundle. Returns its folder.

    Raises:
        StepFailed: a tool, a library or a package is missing, or a file is of nobody known.
    """
    with step("the bundle for Linux"):
        python = PYTHON
        _provide_libraries(python)
        where = f"--distpath={BUILD / 'linux'}", f"--workpath={BUILD / 'work-linux'}"
        make = ["-m", "PyInstaller", "--noconfirm", *where, str(PACKAGING / "kiosk.spec")]
        # Modules unpacked, so that no start has to: the installers pack them all the tighter.
        plain = {"PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0"}
        call([python, *make], environment={"KIOSK_PARTS": str(PARTS), **plain})
        site = Path(_told(python, "PySide6")).parent
        owners = Owners(site, qt_texts.provide(), of_debian)
        origins = read_origins(PARTS / "origins-linux.json", Path)
        finish(LINUX, take_stock(owned(owners, origins, LINUX)), "linux")
    return LINUX


def prepare() -> None:
    """Make what the bundles of all systems are made with: packages, icons, translations.

    Raises:
        StepFailed: one of it could not be made.
    """
    with step("what the bundles are made with"):
        python = python_environment.provide()
        draw_icons(python)
        translate(python)
        qt_texts.provide()


def made_when() -> datetime:
    """Return when the sources were last committed, in UTC: what is built has this time."""
    said = run(["git", "log", "-1", "--format=%ct"], out=subprocess.PIPE, at=ROOT).stdout.strip()
    return datetime.fromtimestamp(int(said), UTC)


def draw_icons(python: Path) -> None:
    """Draw the program's icon in all sizes, with Qt."""
    source = ROOT / "resources" / "icons" / f"{NAME}.svg"
    side = ROOT / "resources" / "art" / "welcome.svg"
    call([python, Path(__file__).parent / "draw_icons.py", source, side, ICONS])


def translate(python: Path) -> None:
    """Make what the kiosk reads of the translators' files: resources are bundled as they lie there.

    Raises:
        StepFailed: a language could not be made.
    """
    if not release(python.parent):
        raise StepFailed("The translations could not be made; the lines above say why.")


def _provide_libraries(python: Path) -> None:
    # What the window of X needs must be there to be bundled: a missing one is only a warning.
    lib = Path(_told(python, "PySide6")) / "Qt" / "lib"
    if provide([lib / name for name in (*DRAWING, *WINDOW)], ()):
        raise CannotTry("Qt misses libraries of the system; the lines above name them")
    if shutil.which("objdump") is None and not install(["binutils"], "Programs are to be read."):
        raise CannotTry("the program objdump is missing")


def _told(python: Path, package: str) -> str:
    return call([python, "-c", f"import {package}; print({package}.__path__[0])"]).strip()


def read_origins(file: Path, located: Callable[[str], Path]) -> Mapping[str, Path]:
    """Return where PyInstaller took each file of a bundle from, by its name in there.

    Args:
        file: what the spec wrote down.
        located: turns a path of the system that the bundle was made on into one of this.
    """
    told = json.loads(file.read_text(encoding="utf-8"))
    return {name.replace("\\", "/"): located(source) for name, source in told}


def owned(
    owners: Owners, sources: Mapping[str, Path], bundle: Path
) -> Iterator[tuple[str, Component | None]]:
    """Yield every file of a bundle, and every module in its archive, with its component."""
    for path in sorted(bundle.rglob("*")):
        name = path.relative_to(bundle).as_posix()
        if path.is_symlink() or not path.is_file():
            continue
        inside = name.partition("/")[2]
        if name.startswith(NAME):
            yield name, owners.bootloader
        elif inside == "base_library.zip":
            # Made while bundling, of modules that belong where this one does.
            yield name, owners.of(sources["contextlib"])
        else:
            source = sources.get(inside)
            yield name, None if source is None else owners.of(source)
    yield from (
        (f"module {name}", owners.of(source))
        for name, source in sources.items()
        if source.suffix == ".py"
    )


def finish(bundle: Path, inventory: Inventory, system: str) -> None:
    """Write the licences and the bill into a bundle, and the bill beside the artefacts.

    Raises:
        StepFailed: there are files of nobody known.
    """
    if inventory.unknown:
        raise StepFailed(f"Nobody knows whose these are: {' '.join(inventory.unknown)}")
    without = [one.name for one in inventory.components if not all(t.is_file() for t in one.texts)]
    if without or not all(one.texts for one in inventory.components):
        raise StepFailed(f"Without a licence text: {without}")
    licences.write(bundle, version(), inventory)
    listed = [component for component in inventory.components if component != OURS]
    text = sbom.bill(version(), listed, made_when())
    (bundle / BILL).write_text(text, encoding="utf-8")
    artefact(f"-{{version}}-{system}.cdx.json").write_text(text, encoding="utf-8")
    files = {one.purl: inventory.files[one] for one in inventory.components}
    (PARTS / f"inventory-{system}.json").write_text(json.dumps(files, indent=1))
