"""Where an edge cuts through a line of words: half a line of letters is not to stay sharp there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from kiosk.ui.widgets.text import Text

_WHOLE = (QAbstractButton, QLineEdit)
"""What is not looked into: it is one thing to the eye."""


def cut_at(content: QWidget, y: int, most: int) -> tuple[int, int]:
    """Return how much of what is cut at a height of its content shows above it, and below.

    Of words that is the line that is cut, of all else the whole thing; what shows more than
    ``most`` pixels is not lost by the cut, and counts for nothing.
    """
    above, below = [0], [0]
    for widget in _cut(content, y):
        top = widget.mapTo(content, QPoint(0, 0)).y()
        shown, rest = y - top, top + widget.height() - y
        if isinstance(widget, Text):
            shown, rest = widget.line_cut_at(shown)
        above.append(shown if shown <= most else 0)
        below.append(rest if rest <= most else 0)
    return max(above), max(below)


def _cut(inside: QWidget, y: int) -> Iterator[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    children = list(cast("Iterable[QWidget]", inside.findChildren(QWidget, options=direct)))
    for child in children:
        if child.isHidden() or not child.y() < y < child.y() + child.height():
            continue
        if isinstance(child, (Text, *_WHOLE)) or _is_bare(child):
            yield child
        else:
            yield from _cut(child, y - child.y())


def _is_bare(widget: QWidget) -> bool:
    return widget.findChild(QWidget) is None
