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
    texts = list(written(_top(window)))
    count = words_in(" ".join(texts))
    found = [f"{where}: {count} words"] if count > MOST_WORDS else []
    hard = too_hard(" ".join(texts), language_now(), NORMAL) if count else None
    return [*found, f"{where}: {hard}"] if hard else found


def written(root: QWidget) -> Iterator[str]:
    """Yield each text that can be read on a page between its bars, ended as a sentence."""
    for widget in cast("Iterable[QWidget]", root.findChildren(QWidget)):
        text = _text_of(widget) if widget.isVisible() and not _in_a_bar(widget) else ""
        if text.strip():
            yield text if text.endswith((".", "?", ":")) else f"{text}."


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, Card):
        # Its reason is heard with it, and read only once it is asked for.
        return widget.text()
    return widget.aloud() if isinstance(widget, Readable) else ""


def _top(window: MainWindow) -> QWidget:
    sheets = cast("Iterable[Sheet]", window.findChildren(Sheet))
    opened = [sheet for sheet in sheets if sheet.is_open]
    return opened[-1] if opened else window.pages.currentWidget()


def _in_a_bar(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, TopBar | BottomBar):
        above = above.parentWidget()
    return above is not None
