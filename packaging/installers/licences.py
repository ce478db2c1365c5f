"""The licence texts inside a bundle: a folder with a text for each component, and an index."""

from __future__ import annotations

import re
from pathlib import Path

from installers.components import Component, Inventory

FOLDER = "licences"
INDEX = "INDEX.txt"
_HEAD = """\
Mentor Kiosk {version} is free software under the GNU General Public License,
version 3 or later. This bundle holds, besides the kiosk itself, what is listed
below. The texts beside this file are those of its authors, unaltered.

Qt and Qt for Python are used under the GNU Lesser General Public License,
version 3. They are in libraries of their own, in the folder 'program/PySide6',
and may be exchanged there for others of the same interface. Their sources, and
those of this program with all that is needed to build it anew, are to be had
from the place that this program came from.

"""


def write(bundle: Path, version: str, inventory: Inventory) -> None:
    """Write the folder of licence texts into a bundle."""
    folder = bundle / FOLDER
    folder.mkdir(exist_ok=True)
    lines = [_HEAD.format(version=version)]
    for component in inventory.components:
        name = file_name(component)
        lines.append(f"{component.name} {component.version}\n  {component.licence}: {name}\n")
        texts = [text.read_text(encoding="utf-8", errors="replace") for text in component.texts]
        (folder / name).write_text("\n\n----\n\n".join(texts), encoding="utf-8")
    (folder / INDEX).write_text("".join(lines), encoding="utf-8")


def file_name(component: Component) -> str:
    """Return the name of the file with a component's texts."""
    return f"{re.sub(r'[^a-z0-9+.]+', '-', component.name.lower())}.txt"
