"""Words for lesson packs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from kiosk.core.lesson import Pack
from kiosk.core.shelf import ShelvedPack
from kiosk.ui.language import LANGUAGES, language_now
from kiosk.ui.messages import fault_words

translate = QCoreApplication.translate


def brought_words(pack: Pack) -> str:
    """Return what a pack is."""
    words = translate(
        "Lessons", "{title}, version {version}. Languages: {languages}. Screens: {n}. Cards: {m}."
    )
    return words.format(
        title=pack.spoken(language_now()).title,
        version=pack.version,
        languages=_names(pack.languages),
        n=len(pack.screens),
        m=sum(len(activity.items) for activity in pack.activities),
    )


def shelved_words(pack: ShelvedPack) -> str:
    """Return what stands below the title of a pack on the shelf."""
    own = "" if pack.key else translate("Lessons", "It came with the kiosk.")
    if pack.fault:
        return " ".join(fault_words(pack.fault))
    words = translate("Lessons", "Version {version}. Languages: {languages}.")
    told = words.format(version=pack.version, languages=_names(pack.languages))
    return f"{told} {own}".strip()


def language_name(tag: str) -> str:
    """Return what a language calls itself, or its tag where that is not known."""
    known = LANGUAGES.get(tag)
    if known is not None:
        return known
    return f"{QLocale(tag).nativeLanguageName()} ({tag})".strip()


def _names(tags: Iterable[str]) -> str:
    return ", ".join(map(language_name, tags))
