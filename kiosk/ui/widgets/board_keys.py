"""Going from card to card with the arrow keys, and what a card says of itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.core.lesson import Activity
from kiosk.ui.widgets.card import Stand


def neighbour(start: QWidget, others: Iterable[QWidget], way: QPoint) -> QWidget | None:
    """Return the nearest widget in a direction (a unit step), ``None`` where there is none.

    Being off to the side counts double: straight ahead is what an arrow means.
    """
    middle = start.geometry().center()
    best: tuple[int, QWidget] | None = None
    for other in others:
        if other is start or other.geometry().contains(start.geometry()):
            continue
        off = other.geometry().center() - middle
        ahead = off.x() * way.x() + off.y() * way.y()
        aside = abs(off.x() * way.y()) + abs(off.y() * way.x())
        cost = ahead + 2 * aside
        if ahead > 0 and (best is None or cost < best[0]):
            best = (cost, other)
    return best[1] if best else None


def spoken_place(widget: QWidget, activity: Activity, place: str | None, stand: Stand) -> str:
    """Return where a card is, and how it stood at the last check, for a screen reader."""
    if place is None:
        where = widget.tr("Not placed yet.")
    else:
        where = widget.tr("In {category}.").format(category=activity.category(place).title)
    if stand is Stand.RIGHT:
        return where + " " + widget.tr("Right, it stays.")
    if stand is Stand.MISS:
        return where + " " + widget.tr("Worth another look.")
    return where
