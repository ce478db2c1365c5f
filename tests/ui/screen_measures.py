"""Measures every widget of a window as a person with big fingers and no mouse would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollArea, QWidget

from kiosk.ui.widgets.buttons import Button
from kiosk.ui.widgets.card import Card, CardDots
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.text import Text

SMALLEST_TARGET = 44


def faults(window: QWidget, where: str) -> list[str]:
    """Return everything in a window that is cut, covered, out of reach or without a name."""
    widgets = [w for w in cast("Iterable[QWidget]", window.findChildren(QWidget)) if w.isVisible()]
    found = [fault for widget in widgets for fault in _faults_of(widget, window)]
    found.extend(_overlaps([w for w in widgets if isinstance(w, QAbstractButton)], window))
    return [f"{where}: {fault}" for fault in found]


def _faults_of(widget: QWidget, window: QWidget) -> Iterator[str]:
    name = _name(widget)
    if isinstance(widget, Text) and widget.accessibleName():
        needed = (
            widget.heightForWidth(widget.width())
            if widget.wordWrap()
            else widget.sizeHint().height()
        )
        if widget.height() < needed:
            yield f"{name} is {widget.height()} high and needs {needed}"
    if isinstance(widget, Button):
        hint = widget.sizeHint()
        if widget.width() < hint.width() or widget.height() < hint.height():
            yield f"{name} is cut: {widget.size()} for {hint}"
    pressable = isinstance(widget, QAbstractButton | QLineEdit) and not _is_scrolled_away(widget)
    if pressable and min(widget.width(), widget.height()) < SMALLEST_TARGET:
        yield f"{name} is too small for a finger: {widget.size()}"
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName():
        yield f"{name} can have the focus and has no name"
    shown = pressable or (isinstance(widget, Text) and widget.accessibleName())
    box = _box(widget, window)
    if shown and not _scrolls(widget) and not window.rect().contains(box):
        yield f"{name} is out of the window: {box}"


def _overlaps(buttons: list[QAbstractButton], window: QWidget) -> Iterator[str]:
    # Cards lie on zones, and a card's dots on the card: that is what they are for.
    apart = [b for b in buttons if not isinstance(b, CategoryZone | CardDots)]
    for one, other in combinations(apart, 2):
        boxes = _box(one, window), _box(other, window)
        if boxes[0].intersects(boxes[1]) and _scrolls(one) == _scrolls(other):
            yield f"{_name(one)} lies over {_name(other)}: {boxes}"


def _box(widget: QWidget, window: QWidget) -> QRect:
    corner = widget.mapTo(window, QPoint(0, 0))
    # What is scrolled out of a zone is masked: nobody sees it there or can press it.
    shown = widget.rect() if widget.mask().isEmpty() else widget.mask().boundingRect()
    return shown.translated(corner) & QRect(corner, widget.size())


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} '{widget.accessibleName()}'"


def _is_scrolled_away(widget: QWidget) -> bool:
    card = widget.parentWidget() if isinstance(widget, CardDots) else widget
    return isinstance(card, Card) and not card.mask().isEmpty()


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False
