"""The languages of the screens, and the one that they speak now."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator, Signal

LANGUAGES: Mapping[str, str] = {"en": "English", "es": "Español"}
"""Tags, each with the language's own name. The first one is that of the source."""
_LOCALES: Mapping[str, str] = {"en": "en_US", "es": "es_419"}
"""How each writes numbers and dates: the Spanish is that of the Americas."""

_log = logging.getLogger(__name__)


def language_now() -> str:
    """Return the tag of the language that the screens speak."""
    main = QLocale().name().partition("_")[0]
    return main if main in LANGUAGES else next(iter(LANGUAGES))


class Tongue(QObject):
    """Has the screens speak a language; ``changed`` tells that pages are to be made anew.

    ``spoken`` is the one whose words are in use: the source's where a translation is not there.
    """

    changed = Signal()

    def __init__(self, folder: Path, usual: str) -> None:
        """Speak the kiosk's usual language; translations lie in a folder."""
        super().__init__()
        self._folder = folder
        self._translator: QTranslator | None = None
        self.spoken = next(iter(LANGUAGES))
        self.usual = usual
        self.speak(usual)

    def speak(self, language: str) -> None:
        """Speak a language from now on; of one that there is not, nothing changes."""
        if language not in LANGUAGES:
            return
        changes = language != language_now()
        QLocale.setDefault(QLocale(_LOCALES[language]))
        self._install(language)
        if changes:
            self.changed.emit()

    def close(self) -> None:
        """Take the translation out of the application."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _install(self, language: str) -> None:
        self.close()
        self.spoken = next(iter(LANGUAGES))
        if language == next(iter(LANGUAGES)):
            return
        translator = QTranslator()
        if translator.load(str(self._folder / f"kiosk_{language}.qm")):
            QCoreApplication.installTranslator(translator)
            self._translator, self.spoken = translator, language
        else:
            _log.warning("there is no translation to %s in %s", language, self._folder)
