"""The package for group policy and other silent deployment, made by wixl of the bundle.

What wixl has no words for is written into the tables of the package by ``product.sql``.
"""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import quoteattr

from system import install

from installers.bundle import ICONS
from installers.places import BUILD, artefact, version
from installers.steps import CannotTry, call, step
from installers.windows_bundle import SOURCES, WINDOWS, numbers

_SPACE = uuid.UUID("6f6b5a4e-1a0e-4f0e-9c53-6f3f2a5f7d11")
_PROGRAM = "mentor-kioskw.exe"


def make() -> Path:
    """Make the package of this version. Returns it.

    Raises:
        CannotTry: a tool is not there and cannot be installed.
    """
    with step("the .msi"):
        return make_version(version(), artefact("-{version}.msi"))


def make_version(number: str, target: Path) -> Path:
    """Make a package that says it is of this version. Returns it."""
    for tool, package in {"wixl": "wixl", "msibuild": "msitools"}.items():
        if shutil.which(tool) is None and not install([package], f"The .msi is made by {tool}."):
            raise CannotTry(f"{tool} is missing")
    form = (SOURCES / "product.wxs").read_text(encoding="utf-8")
    files = list(folder_lines(WINDOWS, 6))
    text = form.format(
        number=".".join(map(str, numbers(number)[:3])),
        product=_id("product", number),
        upgrade=_id("every version"),
        data=_id("data"),
        menu=_id("menu"),
        autostart=_id("autostart"),
        # wixl finds those files alone that are named from where it runs.
        icon=(ICONS / "mentor-kiosk.ico").relative_to(BUILD),
        program=_PROGRAM,
        files="\n".join(files),
        components="\n".join(
            f'      <ComponentRef Id="{_name(path)}"/>' for path in _files(WINDOWS)
        ),
    )
    source = BUILD / f"product-{number}.wxs"
    source.write_text(text, encoding="utf-8")
    call(["wixl", "--arch", "x64", "--output", target, source], at=BUILD)
    for line in (SOURCES / "product.sql").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("--"):
            call(["msibuild", target, "-q", line])
    return target


def _id(*parts: str) -> str:
    return str(uuid.uuid5(_SPACE, " ".join(parts))).upper()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _name(path: Path) -> str:
    return f"f{uuid.uuid5(_SPACE, path.relative_to(WINDOWS).as_posix()).hex}"


def folder_lines(folder: Path, depth: int) -> Iterator[str]:
    """Yield the folder's files as the lines of a .wxs: each a component, named by its path."""
    lead = "  " * depth
    for path in sorted(folder.iterdir()):
        name = _name(path)
        if path.is_dir():
            yield f"{lead}<Directory Id={quoteattr(name)} Name={quoteattr(path.name)}>"
            yield from folder_lines(path, depth + 1)
            yield f"{lead}</Directory>"
        else:
            guid = _id("file", path.relative_to(WINDOWS).as_posix())
            yield f'{lead}<Component Id="{name}" Guid="{guid}">'
            yield (
                f'{lead}  <File Id="{name}" Name={quoteattr(path.name)} '
                f'Source={quoteattr(str(path.relative_to(BUILD)))} KeyPath="yes"/>'
            )
            yield f"{lead}</Component>"
