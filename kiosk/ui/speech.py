"""Words that are said and belong to no widget in particular.

A screen reader gets them from Qt; the kiosk's own voice from the window, to which they go as
an event: whoever says something need not know who hears it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Words:
    """What the kiosk's own voice is to say: a text, or all that stands in a widget.

    ``asked``: a learner wants to hear just this, whether or not each screen is read out.
    """

    said: str | QWidget
    asked: bool = False


class WordsEvent(QEvent):
    """Words on their way to the window."""

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, words: Words) -> None:
        super().__init__(self.KIND)
        self.words = words


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something once, and the kiosk's voice where it reads by itself."""
    _tell_screen_reader(widget, words)
    tell(widget, words)


def announce_shown(widget: QWidget, words: str) -> None:
    """Have a screen reader say what a widget has come to show, and the kiosk's voice read it."""
    _tell_screen_reader(widget, words)
    tell_shown(widget)


def _tell_screen_reader(widget: QWidget, words: str) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def tell(widget: QWidget, words: str) -> None:
    """Have the kiosk's voice say what a screen reader knows already, where it reads by itself."""
    QCoreApplication.sendEvent(widget.window(), WordsEvent(Words(words)))


def tell_shown(widget: QWidget) -> None:
    """Have the kiosk's voice read what a widget has come to show, where it reads by itself."""
    QCoreApplication.sendEvent(widget.window(), WordsEvent(Words(widget)))


def hush(widget: QWidget) -> None:
    """Have the kiosk's voice be quiet: what it may be saying is no longer there."""
    QCoreApplication.sendEvent(widget.window(), WordsEvent(Words("")))


def say(widget: QWidget, words: str) -> None:
    """Have the kiosk's voice say what a learner asked for."""
    QCoreApplication.sendEvent(widget.window(), WordsEvent(Words(words, asked=True)))
