"""Which components a bundle is made of, and whose each of its files is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

SEE_TEXT = "see the text"
"""Stands for a licence where a text names several."""


@dataclass(frozen=True, slots=True)
class Component:
    """One thing of others, or our own, in a bundle.

    Attributes:
        name: what it is called.
        version: of the very files that are in the bundle.
        licence: an SPDX expression, or ``SEE_TEXT``.
        purl: its package URL, by the specification of that name.
        texts: files with its licence and notices, in full. Two packages of the same source
            have the same, so that they count as one component.
    """

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Inventory:
    """The files of a bundle by component, and those that nobody is known to have made."""

    files: Mapping[Component, tuple[str, ...]]
    unknown: tuple[str, ...] = field(default=())

    @property
    def components(self) -> tuple[Component, ...]:
        """All components, by name."""
        return tuple(sorted(self.files, key=lambda component: component.name.lower()))


Owned = Iterable[tuple[str, Component | None]]


def take_stock(owned: Owned) -> Inventory:
    """Return the inventory of files of which each is named with its component, if that is known."""
    files: dict[Component, list[str]] = {}
    unknown = []
    for name, component in owned:
        if component is None:
            unknown.append(name)
        else:
            files.setdefault(component, []).append(name)
    return Inventory({key: tuple(sorted(names)) for key, names in files.items()}, tuple(unknown))
