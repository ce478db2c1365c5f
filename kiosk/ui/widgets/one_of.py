"""Several buttons of which one is in use, on a ground that they share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QButtonGroup, QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.paint import area, smooth


class OneOf(QWidget):
    """Lays checkable buttons out; the one that gets checked does what it was added for."""

    def __init__(self, look: Look, layout: QBoxLayout) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        self._line = layout
        self.setLayout(layout)
        look.changed.connect(self.update)

    def add(self, button: QAbstractButton, choose: Callable[[], None]) -> None:
        """Add a button. ``choose`` is called whenever it becomes the one in use."""
        # Not 'clicked': assistive technology checks a button without a click.
        button.toggled.connect(partial(self._follow, button, choose))
        if isinstance(button, Button):
            # The ground that all share has the edge.
            button.set_kind(Kind.SEGMENT)
        self._group.addButton(button)
        self._line.addWidget(button)

    def _follow(
        self, button: QAbstractButton, choose: Callable[[], None], *_checked: object
    ) -> None:
        if button.isChecked():
            choose()

    def first_focus(self) -> QAbstractButton:
        """Return the button in use."""
        return self._group.checkedButton()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground that the buttons share."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        edge = QPen(look.color("line-strong"), look.edge(1))
        area(painter, QRectF(self.rect()), look.corner(Corner.CARD), look.color("card"), edge)
