"""Watches words as they are drawn, and tells which are shortened or cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import Enum
from typing import cast

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

_SLACK = 2.5
"""How far letters may reach beyond their box, in pixels: what rounding and slant take."""


def cut_words(root: QWidget) -> list[str]:
    """Draw a widget and return the words that do not come out whole."""
    found: list[str] = []
    with _watched(found):
        root.grab()
        for area in cast("Iterable[QScrollArea]", root.findChildren(QScrollArea)):
            # What is scrolled out of sight is drawn too.
            if area.isVisible() and area.widget() is not None:
                area.widget().grab()
    return found


def drawn_words(root: QWidget) -> list[str]:
    """Draw a widget and return the words that its painters are handed."""
    draw: Callable[..., object] = QPainter.drawText
    found: list[str] = []

    def drawn(painter: QPainter, *how: object) -> object:
        found.extend(words for words in how if isinstance(words, str))
        return draw(painter, *how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", drawn)
        root.grab()
    return found


@contextmanager
def _watched(found: list[str]) -> Iterator[None]:
    # Called with whatever a widget hands to Qt: so without Qt's own list of ways.
    draw: Callable[..., object] = QPainter.drawText
    shorten: Callable[..., str] = QFontMetrics.elidedText

    def drawn(painter: QPainter, *how: object) -> object:
        room, words = how[0], how[-1]
        if isinstance(room, QRect | QRectF) and isinstance(words, str) and len(how) == 3:
            found.extend(_cut(painter, QRectF(room), how[1], words))
        return draw(painter, *how)

    def shortened(metrics: QFontMetrics, text: str, *how: object) -> str:
        whole = shorten(metrics, text, *how)
        if whole != text:
            found.append(f"'{text}' is shortened to '{whole}'")
        return whole

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QPainter, "drawText", drawn)
        patch.setattr(QFontMetrics, "elidedText", shortened)
        yield


def _cut(painter: QPainter, room: QRectF, flags: object, words: str) -> Iterator[str]:
    needed = QFontMetricsF(painter.font()).boundingRect(room, _number(flags), words)
    over = max(needed.width() - room.width(), needed.height() - room.height())
    if words and over > _SLACK:
        yield f"'{words}' needs {needed.width()}x{needed.height()}, has {room}"


def _number(flags: object) -> int:
    value = flags.value if isinstance(flags, Enum) else flags
    assert isinstance(value, int)
    return value
