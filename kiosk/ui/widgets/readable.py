"""What can be read aloud: a widget that has words, and shows where in them a voice is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from kiosk.core.aloud import Stretch


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a voice is in a text: the sentence, and the word where that is known."""

    sentence: Stretch
    word: Stretch | None = None


@runtime_checkable
class Readable(Protocol):
    """A widget with words of its own."""

    def aloud(self) -> str:
        """Return what a voice is to say of it; empty for nothing."""

    def mark_aloud(self, mark: Mark | None, /) -> None:
        """Show where in ``aloud`` the voice is; ``None`` once it is elsewhere."""
