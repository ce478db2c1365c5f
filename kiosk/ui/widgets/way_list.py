"""The four ways to move a card, each with a tick once it was tried."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.model import InputMethod
from kiosk.ui.theme import Look
from kiosk.ui.tryout_words import WAYS, way_icon, way_title, way_words
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.paint import disc, smooth
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.text import Role, Text

_TICK = 26


class Tick(QWidget):
    """An empty ring, or a tick on a disc. It says in a word which of the two it is."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.done = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_done(done=False)
        look.changed.connect(self._restyle)

    def show_done(self, *, done: bool) -> None:
        """Show whether it is done."""
        self.done = done
        self.setAccessibleName(self.tr("tried") if done else self.tr("not tried yet"))
        self.update()

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that grows with the letters beside it."""
        side = self._look.partly_grown(_TICK)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        if self.done:
            disc(painter, "check", QRectF(self.rect()), look.color("right"), look.color("card"))
            return
        pen = QPen(look.color("line-strong"), look.edge(2))
        inset = pen.widthF() / 2
        painter.setPen(pen)
        painter.drawEllipse(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))


class WayPanel(Panel):
    """One way: its icon, its name and how it goes; beside the name a tick, where there is one.

    Where its words have no room, ``how`` asks for them.
    """

    def __init__(self, look: Look, method: InputMethod, tick: Tick | None = None) -> None:
        super().__init__(look, gap=4, margins=(20, 14, 20, 16))
        head = Row(look, 12)
        head.addWidget(IconMark(look, way_icon(method), "primary", 30))
        head.addWidget(Text(look, Role.SUBHEADING, way_title(method)), 1)
        if tick is not None:
            head.addWidget(tick)
        self.how = Button(look, Kind.TOOL, "", icon="info")
        self.how.setAccessibleName(self.tr("How it goes: {way}").format(way=way_title(method)))
        self.how.hide()
        head.addWidget(self.how)
        self.column.addLayout(head)
        self._words = Text(look, Role.SMALL, way_words(method))
        self.column.addWidget(self._words)
        self.column.addStretch(1)

    def show_words(self, *, shown: bool) -> None:
        """Show how it goes, or its name and the way to ask where there is little room."""
        self._words.setVisible(shown)
        self.how.setHidden(shown)


class WayGrid(Column):
    """The ways in two rows of two, as the page before the board shows them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 16)
        for pair in (WAYS[:2], WAYS[2:]):
            row = Fold(look, 20)
            for way in pair:
                row.add(WayPanel(look, way), 1, 250)
            self.addLayout(row)


class WayList(QWidget):
    """The ways in one row, or in two of two, each with its tick.

    ``asked`` has a way of which somebody wants to know how it goes.
    """

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.ticks = {way: Tick(look) for way in WAYS}
        self.panels = {way: WayPanel(look, way, tick) for way, tick in self.ticks.items()}
        for way, panel in self.panels.items():
            panel.how.clicked.connect(partial(self._ask, way))
        row = Fold(look, 16)
        self.setLayout(row)
        for pair in (WAYS[:2], WAYS[2:]):
            box, half = QWidget(), Fold(look, 16, fills=True)
            box.setLayout(half)
            for way in pair:
                half.add(self.panels[way], 1, 200)
            row.add(box, 1, 440)

    def _ask(self, way: InputMethod, *_checked: object) -> None:
        self.asked.emit(way)

    def show_words(self, *, shown: bool) -> None:
        """Show how each way goes, or the names alone where there is little room."""
        for panel in self.panels.values():
            panel.show_words(shown=shown)

    def show_tried(self, tried: Collection[InputMethod]) -> None:
        """Tick what was tried."""
        for way, tick in self.ticks.items():
            tick.show_done(done=way in tried)
