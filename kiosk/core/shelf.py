"""The lesson packs that a kiosk has, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.core.lesson import nearest
from kiosk.errors import KioskError


@dataclass(frozen=True, slots=True)
class ShelvedPack:
    """One pack that can be used, or was once.

    Attributes:
        key: names it among all; empty for the one that came with the program.
        id: of the lesson.
        version: as its author counts.
        title: in its own language.
        titles: in others, by their tags.
        languages: tags of those that it can be read in.
        sha256: its fingerprint, as it is stored with each attempt.
        in_use: whether the next visit is on it.
        fault: what is wrong with it, ``None`` where it can be used.
    """

    key: str
    id: str
    version: str
    title: str
    languages: tuple[str, ...]
    sha256: str
    in_use: bool
    fault: KioskError | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def spoken_title(self, language: str) -> str:
        """Return its title in a language, or in the nearest that it has; else in its own."""
        return self.titles.get(nearest(language, self.languages), self.title)
