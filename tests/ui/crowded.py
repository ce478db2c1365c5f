"""What on a learner's screen is too much to read at a glance, or too hard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from plain import NORMAL, too_hard, words_in
from PySide6.QtWidgets import QWidget

from kiosk.core.flow import STAFF_SCREENS, Screen
from kiosk.ui.language import language_now
from kiosk.ui.main_window import MainWindow
from kiosk.ui.widgets.bars import BottomBar, TopBar
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.readable import Readable
from kiosk.ui.widgets.sheet import Sheet

MOST_WORDS = 120


def crowded(window: MainWindow, screen: Screen | None, where: str) -> list[str]:
    """Return what is wrong with the words that lie on top; nothing for a page of staff."""
    if screen is None or screen in STAFF_SCREENS:
        return []
    top = _top(window)
    count = words_in(" ".join([*written(top), *_names(top)]))
    found = [f"{where}: {count} words"] if count > MOST_WORDS else []
    sentences = " ".join(written(top))
    hard = too_hard(sentences, language_now(), NORMAL) if sentences else None
    return [*found, f"{where}: {hard}"] if hard else found


def written(root: QWidget) -> Iterator[str]:
    """Yield each text that can be read on a page between its bars, ended as a sentence.

    The names on cards are none: a formula takes each for a sentence of hard words.
    """
    for widget in cast("Iterable[QWidget]", root.findChildren(QWidget)):
        text = _sentence(widget) if widget.isVisible() and not _in_a_bar(widget) else ""
        if text.strip():
            yield text if text.endswith((".", "?", ":")) else f"{text}."


def _sentence(widget: QWidget) -> str:
    if isinstance(widget, Card):
        return ""
    return widget.aloud() if isinstance(widget, Readable) else ""


def _names(root: QWidget) -> Iterator[str]:
    # The reason of a card is heard with it, and read only once it is asked for.
    cards = cast("Iterable[Card]", root.findChildren(Card))
    return (card.text() for card in cards if card.isVisible())


def _top(window: MainWindow) -> QWidget:
    sheets = cast("Iterable[Sheet]", window.findChildren(Sheet))
    opened = [sheet for sheet in sheets if sheet.is_open]
    return opened[-1] if opened else window.pages.currentWidget()


def _in_a_bar(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, TopBar | BottomBar):
        above = above.parentWidget()
    return above is not None
