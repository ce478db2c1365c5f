"""Voices for tests: one that says when it is told to, and those that cannot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.core.aloud import Silence, Spot, Stretch


class HandVoice:
    """Says one step at a time. ``said`` has all that was ever begun, ``language`` the last one's.

    With a ``lack`` it says nothing, ever.
    """

    def __init__(self, lack: Silence | None = None) -> None:
        self.lack = lack
        self.said: list[str] = []
        self.language = ""
        self.stops = self.closed = 0
        self._waiting: list[str] = []
        self._at = 0
        self._hear: Callable[[Spot | Silence | None], None] | None = None

    def silence(self, language: str) -> Silence | None:
        self.language = language
        return self.lack

    def say(
        self,
        sentences: Sequence[str],
        language: str,
        hear: Callable[[Spot | Silence | None], None],
    ) -> None:
        assert self.lack is None
        assert all(sentences)
        self._waiting, self._at, self._hear = list(sentences), -1, hear
        self.language = language
        self.go_on()

    def stop(self) -> None:
        self.stops += 1
        self._hear = None

    def close(self) -> None:
        self.closed += 1
        self._hear = None

    @property
    def speaking(self) -> bool:
        return self._hear is not None

    @property
    def waiting(self) -> list[str]:
        """What it was last given to say."""
        return self._waiting

    def go_on(self) -> None:
        """Come to the next sentence, or to the end."""
        hear = self._hear
        assert hear is not None
        self._at += 1
        if self._at == len(self._waiting):
            self._hear = None
            hear(None)
        else:
            self.said.append(self._waiting[self._at])
            hear(Spot(self._at))

    def come_to(self, word: str) -> None:
        """Come to a word of the sentence."""
        assert self._hear is not None
        start = self._waiting[self._at].index(word)
        self._hear(Spot(self._at, Stretch(start, len(word))))

    def fall_silent(self, why: Silence) -> None:
        """End before the end."""
        hear, self._hear = self._hear, None
        assert hear is not None
        hear(why)

    def finish(self) -> None:
        """Say all the rest."""
        while self.speaking:
            self.go_on()
