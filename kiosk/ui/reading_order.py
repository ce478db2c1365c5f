"""The order in which a page is read: by the eye, by a screen reader and by the Tab key alike.

Qt tells a screen reader of widgets in the order in which they were put into their parent, and
Tab follows the order in which they were made. Both go wrong where a part is filled later than
what comes after it. Here both follow the layouts, which say where things stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLayout, QWidget

_BACKWARDS = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)


@runtime_checkable
class OrdersItself(Protocol):
    """A widget that lays its parts out by itself, and says in which order they are read."""

    def parts_in_order(self) -> Iterable[QWidget]:
        """Return the parts that keys come to."""


def put_in_order(widget: QWidget) -> None:
    """Have a screen reader tell what is inside in the order in which it stands."""
    children = _children(widget)
    layout = widget.layout()
    if layout is not None:
        laid_out = list(_laid_out(layout, children))
        if [child for child in children if child in laid_out] != laid_out:
            # What lies over the rest, outside of the layout, comes last and stays above.
            for part in (*laid_out, *(child for child in children if child not in laid_out)):
                part.raise_()
    for child in children:
        put_in_order(child)


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Return what the Tab key comes to inside a widget, in order."""
    return [one for one in _inside(widget) if _takes_tab(one)]


def _inside(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if isinstance(widget, OrdersItself):
        yield from widget.parts_in_order()
    else:
        for child in _children(widget):
            if child.isVisible() and not child.isWindow():
                yield from _inside(child)


def _takes_tab(widget: QWidget) -> bool:
    # A field that hands its focus on is come to through the one that it hands it to.
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _children(widget: QWidget) -> list[QWidget]:
    # Not children(): the binding would get to know every kind of object that there is in Qt.
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return list(cast("Iterable[QWidget]", widget.findChildren(QWidget, options=direct)))


def _laid_out(layout: QLayout, children: list[QWidget]) -> Iterator[QWidget]:
    # Never by itemAt(): the binding keeps a wrapper of each item that it hands out, and takes
    # for that item whatever comes to lie at its address once the item is gone.
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    here = [child for child in children if layout.indexOf(child) >= 0]
    parts: list[tuple[tuple[int, ...], QWidget | QLayout]] = [
        *((_place(layout, layout.indexOf(child)), child) for child in here),
        *((_place(layout, layout.indexOf(child)), child) for child in inner),
    ]
    for _, part in sorted(parts, key=itemgetter(0)):
        if isinstance(part, QLayout):
            yield from _laid_out(part, children)
        else:
            yield part


def _place(layout: QLayout, at: int) -> tuple[int, ...]:
    if isinstance(layout, QGridLayout):
        return cast("tuple[int, ...]", layout.getItemPosition(at))
    backwards = isinstance(layout, QBoxLayout) and layout.direction() in _BACKWARDS
    return (-at if backwards else at,)
