"""What there is to read on a page, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.core.aloud import Spot, Stretch, sentences
from kiosk.ui.widgets.bars import BottomBar, TopBar
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.readable import Mark, Readable

_NOT_READ = (TopBar, BottomBar)
"""They say the same on every page."""


_NOWHERE = Stretch(0, 0)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words, and where they stand, if they stand anywhere."""

    words: str
    widget: QWidget | None = None
    stretch: Stretch = _NOWHERE


def of_words(words: str) -> tuple[Sentence, ...]:
    """Return words that stand nowhere, sentence by sentence."""
    return tuple(Sentence(one.of(words)) for one in sentences(words))


def of_page(page: QWidget) -> tuple[Sentence, ...]:
    """Return all that can be read on a page now, sentence by sentence."""
    return tuple(
        Sentence(one.of(words), widget, one)
        for widget, words in _readable(page)
        for one in sentences(words)
    )


def _readable(widget: QWidget) -> Iterator[tuple[QWidget, str]]:
    # By the order of the widgets: the one that a screen reader keeps to.
    if isinstance(widget, Readable):
        yield widget, widget.aloud()
    for child in widget.children():
        if isinstance(child, QWidget) and child.isVisible() and not isinstance(child, _NOT_READ):
            yield from _readable(child)


class Pointer:
    """Shows where a voice is on a page, one place at a time."""

    def __init__(self) -> None:
        self._marked: QWidget | None = None

    def show(self, sentence: Sentence, spot: Spot) -> None:
        """Show a spot, in sight."""
        widget = sentence.widget
        if widget is not self._marked:
            self.clear()
        if widget is None or not isValid(widget) or not isinstance(widget, Readable):
            return
        word = spot.word and Stretch(sentence.stretch.start + spot.word.start, spot.word.length)
        widget.mark_aloud(Mark(sentence.stretch, word))
        if widget is not self._marked:
            _bring_into_sight(widget)
        self._marked = widget

    def clear(self) -> None:
        """Show nothing."""
        marked, self._marked = self._marked, None
        if marked is not None and isValid(marked) and isinstance(marked, Readable):
            marked.mark_aloud(None)


def _bring_into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, Scroll):
            above.show_whole(widget)
        above = above.parentWidget()
