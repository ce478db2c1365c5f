"""What lies behind a sheet: hidden from hand, keyboard and screen reader, and shown as a picture.

So it is behind the panel of looks. Qt has no way to keep a widget on the screen and out of
what assistive technology reads: so it is hidden, and its picture stands in its place.
"""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_TURNS = 3
"""Drawing what is hidden lays it out; what that changes, such as a bar that comes, is laid out in
the turn after, and the strip below it in one more."""


class Behind:
    """Everything that a window shows but one widget, which lies over it."""

    def __init__(self, window: QWidget, over: QWidget) -> None:
        self._window = window
        self._over = over
        self._hidden: list[QWidget] = []
        self.picture = QPixmap()

    def hide(self) -> None:
        """Take a picture of it, then hide it; what is hidden already stays so."""
        shown = [part for part in self._parts() if not part.isHidden()]
        self._hidden.extend(shown)
        self._take_picture()
        for part in shown:
            part.hide()

    def look_again(self) -> None:
        """Take new pictures of it once it has its new size and letters, until it lies still."""
        self._look_soon(_TURNS)

    def _look_soon(self, turns: int) -> None:
        QTimer.singleShot(0, self._over, partial(self._look, turns))

    def _look(self, turns: int) -> None:
        if not self._hidden:
            return
        self._take_picture()
        self._over.update()
        if turns > 1:
            self._look_soon(turns - 1)

    def _take_picture(self) -> None:
        ratio = self._window.devicePixelRatioF()
        self.picture = QPixmap(self._window.size() * ratio)
        self.picture.setDevicePixelRatio(ratio)
        self.picture.fill(self._window.palette().window().color())
        painter = QPainter(self.picture)
        for part in self._there():
            part.render(painter, part.pos())
        painter.end()

    def show(self) -> None:
        """Show it again."""
        parts, self._hidden = self._there(), []
        for part in parts:
            part.show()
        self.picture = QPixmap()

    def _parts(self) -> list[QWidget]:
        lies_there = Qt.FindChildOption.FindDirectChildrenOnly
        parts = cast("list[QWidget]", self._window.findChildren(QWidget, options=lies_there))
        no_hand = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        # What takes no press is a mark on the window, such as the focus ring.
        return [
            part
            for part in parts
            if part is not self._over and not part.isWindow() and not part.testAttribute(no_hand)
        ]

    def _there(self) -> list[QWidget]:
        return [part for part in self._hidden if isValid(part)]
