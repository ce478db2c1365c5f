"""The port ``Voice`` by Qt: WinRT or SAPI on Windows, the speech dispatcher on Linux."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

from kiosk.core.aloud import Silence, Spot, Stretch

ENGINES = ("winrt", "sapi", "speechd")
"""By name, the better ones first. Qt's 'mock' is a stand-in for tests, which says nothing."""
_TERRITORIES = {"en": ("US", "CA", "GB"), "es": ("MX", "US", "419", "CO", "AR", "ES")}
"""Whose way of speaking a language is looked for first."""

_log = logging.getLogger(__name__)
_States = QTextToSpeech.State


class QtVoice(QObject):
    """One engine. It is given sentence by sentence, so that each is known, whatever it tells."""

    def __init__(self, engine: str) -> None:
        super().__init__()
        self._speech = QTextToSpeech(engine, self)
        self._sentences: list[str] = []
        self._at = 0
        self._begun = False
        self._hear: Callable[[Spot | Silence | None], None] | None = None
        self._speech.stateChanged.connect(self._follow)
        self._speech.sayingWord.connect(self._tell_word)

    @classmethod
    def of_system(cls) -> QtVoice | None:
        """Return the first engine that works here, ``None`` where none does."""
        there = QTextToSpeech.availableEngines()
        for engine in (name for name in ENGINES if name in there):
            voice = cls(engine)
            if voice.works:
                return voice
            _log.warning("the engine %s does not speak: %s", engine, voice.fault)
            voice.deleteLater()
        return None

    @property
    def works(self) -> bool:
        """Whether the engine has begun."""
        return self._speech.state() is not _States.Error

    @property
    def fault(self) -> str:
        """What the engine says is wrong with it."""
        return self._speech.errorString()

    def silence(self, language: str) -> Silence | None:
        """Return why nothing can be said in a language; ``None`` where it can."""
        if not self.works:
            return Silence.NO_SPEECH
        return Silence.NO_VOICE if self._locale(language) is None else None

    def say(
        self,
        sentences: Sequence[str],
        language: str,
        hear: Callable[[Spot | Silence | None], None],
    ) -> None:
        """Say sentences one after the other, in place of whatever is being said."""
        self.stop()
        locale = self._locale(language)
        if locale is not None and locale != self._speech.locale():
            self._speech.setLocale(locale)
        self._sentences, self._at, self._hear = list(sentences), -1, hear
        self._go_on()

    def stop(self) -> None:
        """Be quiet at once."""
        self._hear = None
        if self._speech.state() is not _States.Ready:
            self._speech.stop()

    def close(self) -> None:
        """Be quiet for good."""
        self.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        hear, self._at = self._hear, self._at + 1
        if hear is None:
            return
        if self._at >= len(self._sentences) or not self.works:
            self._hear = None
            hear(None)
            return
        self._begun = False
        hear(Spot(self._at))
        self._speech.say(self._sentences[self._at])

    @Slot(QTextToSpeech.State)
    def _follow(self, state: QTextToSpeech.State) -> None:
        # A stop is answered late: only what comes after the beginning is the end of a sentence.
        if state in (_States.Speaking, _States.Synthesizing):
            self._begun = True
        elif state is _States.Error:
            _log.warning("reading aloud failed: %s", self.fault)
            self._go_on()
        elif state is _States.Ready and self._begun:
            self._go_on()

    @Slot(str, int, int, int)
    def _tell_word(self, _word: str, _number: int, start: int, length: int) -> None:
        if self._hear is not None and self._begun:
            self._hear(Spot(self._at, Stretch(start, length)))

    def _locale(self, language: str) -> QLocale | None:
        wanted = QLocale(language).language()
        there = [
            locale for locale in self._speech.availableLocales() if locale.language() is wanted
        ]
        ranked = _TERRITORIES.get(language, ())

        def rank(locale: QLocale) -> int:
            territory = QLocale.territoryToCode(locale.territory())
            return ranked.index(territory) if territory in ranked else len(ranked)

        return min(there, key=rank, default=None)
