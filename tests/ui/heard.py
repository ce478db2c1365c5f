"""What assistive technology finds in a window: the names of all that is not hidden from it."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


def names_in(widget: QWidget) -> list[str]:
    """Return the names of a widget and of everything below it, in the order in which it is read."""
    return _names(QAccessible.queryAccessibleInterface(widget))


def _names(node: QAccessibleInterface) -> list[str]:
    # The binding has it, its types do not say so.
    if attrgetter("invisible")(node.state()):
        return []
    found = [node.text(QAccessible.Text.Name)]
    for n in range(node.childCount()):
        child: QAccessibleInterface | None = node.child(n)
        if child is not None:
            found += _names(child)
    return [name for name in found if name]
