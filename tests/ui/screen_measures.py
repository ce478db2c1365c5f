"""Measures every widget of a window as a person with big fingers and no mouse would."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from kiosk.ui.widgets.bars import Heading
from kiosk.ui.widgets.big_code import BigCode
from kiosk.ui.widgets.card import Card, CardDots
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.progress import Meter, Ring, Trail
from kiosk.ui.widgets.save_mark import SaveMark
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.verdict import Verdict

SMALLEST_TARGET = 44
_BREAKS = re.compile(r"\s+|(?<=[-/\\_])")
"""A line goes on after a space, a hyphen, and the signs of a path."""
SIGNS = (Heading, BigCode, IconMark, PictureView, Meter, Ring, Trail, SaveMark, Verdict)


def faults(root: QWidget, where: str) -> list[str]:
    """Return all below a widget that is cut, covered, out of reach, too small or without a name."""
    widgets = [w for w in cast("Iterable[QWidget]", root.findChildren(QWidget)) if w.isVisible()]
    leaves = [w for w in widgets if _is_leaf(w)]
    found = [fault for widget in leaves for fault in _faults_of(widget, root)]
    found.extend(fault for widget in widgets for fault in _nameless(widget))
    found.extend(fault for w in widgets if isinstance(w, Scroll) for fault in _unsaid(w))
    found.extend(_overlaps(leaves, root))
    return [f"{where}: {fault}" for fault in found]


def _is_leaf(widget: QWidget) -> bool:
    if isinstance(widget, Text):
        return bool(widget.accessibleName())
    return isinstance(widget, (QAbstractButton, QLineEdit, *SIGNS))


def _faults_of(widget: QWidget, root: QWidget) -> Iterator[str]:
    name = _name(widget)
    yield from (f"{name} {cut}" for cut in _cuts(widget))
    pressable = isinstance(widget, QAbstractButton | QLineEdit) and not _is_scrolled_away(widget)
    if pressable and min(widget.width(), widget.height()) < SMALLEST_TARGET:
        yield f"{name} is too small for a finger: {widget.size()}"
    if not _is_scrolled_away(widget):
        yield from (f"{name} {out}" for out in _out_of(widget, root))


def _cuts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Text):
        yield from _cuts_of_text(widget)
    elif isinstance(widget, QLineEdit):
        if widget.height() < widget.fontMetrics().height() + 4:
            yield f"is {widget.height()} high, lower than its letters"
    elif not isinstance(widget, Card | CardDots | CategoryZone):
        yield from _cuts_of_drawn(widget)


def _cuts_of_text(text: Text) -> Iterator[str]:
    wraps = text.wordWrap()
    # The label's own measure: it knows the lines as they are drawn, evened out or not.
    needed = QLabel.heightForWidth(text, text.width()) if wraps else text.sizeHint().height()
    if text.height() < needed:
        yield f"is {text.height()} high and needs {needed}"
    words = _BREAKS.split(text.accessibleName()) if wraps else [text.accessibleName()]
    widest = max(text.fontMetrics().horizontalAdvance(word) for word in words)
    if text.contentsRect().width() < widest:
        yield f"is {text.width()} wide and has a word of {widest}"


def _cuts_of_drawn(widget: QWidget) -> Iterator[str]:
    needed, policy = widget.minimumSizeHint(), widget.sizePolicy()
    fixed = QSizePolicy.Policy.Fixed
    if policy.horizontalPolicy() == fixed:
        needed.setWidth(widget.sizeHint().width())
    if policy.verticalPolicy() == fixed:
        needed.setHeight(widget.sizeHint().height())
    if widget.hasHeightForWidth():
        needed.setHeight(widget.heightForWidth(widget.width()))
    if widget.width() < needed.width() or widget.height() < needed.height():
        yield f"is cut: {widget.size()} for {needed}"


def _out_of(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Yield where a widget sticks out of what it lies in; what can be scrolled to is in."""
    box, child = widget.rect(), widget
    while child is not root:
        around = child.parentWidget()
        if around is None:
            return
        box = box.translated(child.pos())
        ground = around.rect()
        if _is_viewport(around):
            ground = QRect(ground.left(), box.top(), ground.width(), box.height())
        if not ground.contains(box):
            yield f"sticks out of {_name(around)}: {box} of {ground}"
            return
        box, child = box & around.rect(), around
        if box.isEmpty():
            return


def _nameless(widget: QWidget) -> Iterator[str]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.accessibleName():
        yield f"{_name(widget)} can have the focus and has no name"


def _unsaid(scroll: Scroll) -> Iterator[str]:
    bar = scroll.verticalScrollBar()
    if (bar.value() < bar.maximum()) != scroll.more_below:
        yield f"{_name(scroll)} does not say whether there is more: {bar.maximum()}"


def _overlaps(leaves: list[QWidget], root: QWidget) -> Iterator[str]:
    # Cards lie on zones, and a card's dots on the card: that is what they are for.
    apart = [w for w in leaves if not isinstance(w, CategoryZone | CardDots)]
    boxes = [(w, seen_of(w, root)) for w in apart]
    for (one, first), (other, second) in combinations(boxes, 2):
        if first.intersects(second):
            yield f"{_name(one)} lies over {_name(other)}: {first}, {second}"


def seen_of(widget: QWidget, root: QWidget) -> QRect:
    """Return what can be seen of a widget, in a root's coordinates."""
    # What is scrolled out of a zone is masked: nobody sees it there or can press it.
    box = widget.rect() if widget.mask().isEmpty() else widget.mask().boundingRect()
    box &= widget.rect()
    child = widget
    while child is not root:
        around = child.parentWidget()
        if around is None:
            break
        box = box.translated(child.pos()) & around.rect()
        child = around
    return box


def _name(widget: QWidget) -> str:
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    return f"{type(widget).__name__} '{widget.accessibleName()}' at {corner.x()},{corner.y()}"


def _is_scrolled_away(widget: QWidget) -> bool:
    card = widget.parentWidget() if isinstance(widget, CardDots) else widget
    return isinstance(card, Card) and not card.mask().isEmpty()


def _is_viewport(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return isinstance(around, QAbstractScrollArea) and around.viewport() is widget
