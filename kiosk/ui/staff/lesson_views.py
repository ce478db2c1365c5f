"""What the page about lessons is handed to show."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.core.lesson import Pack
from kiosk.core.shelf import ShelvedPack


@dataclass(frozen=True, slots=True)
class ShelfView:
    """The packs that there are."""

    packs: tuple[ShelvedPack, ...]


@dataclass(frozen=True, slots=True)
class BroughtView:
    """A pack that was brought and not kept yet.

    ``pack`` is ``None`` where there are ``problems``, a line each; ``left_out`` are the
    files that are not taken.
    """

    name: str
    pack: Pack | None
    problems: tuple[str, ...]
    left_out: tuple[str, ...]
