"""Help over a screen: what it is for, and how to use it by each hand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.views import HelpView, HelpWay
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Column, Row, empty
from kiosk.ui.widgets.sheet import Sheet
from kiosk.ui.widgets.text import Role, Text

_WIDTH = 940
_WAY = 330
"""The width that a way needs beside another, as written."""


class HelpSheet(Sheet):
    """A sheet with a few ways below its words, and one button that closes it."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(look, over, width=_WIDTH)
        self._ways = Column(look, 16)
        self.body.addLayout(self._ways)
        self.body.addStretch(1)

    def tell(self, view: HelpView) -> None:
        """Show help; assistive technology says all of it."""
        empty(self._ways)
        for first in range(0, len(view.ways), 2):
            pair, row = QWidget(), Fold(self._look, 24)
            pair.setLayout(row)
            for way in view.ways[first : first + 2]:
                row.add(_way(self._look, way), 1, _WAY)
            self._ways.addWidget(pair)
        self.show_question(view.title, view.words, self.tr("Close help"))
        ways = " ".join(f"{way.title}: {way.words}" for way in view.ways)
        announce(self, f"{view.title}. {view.words} {ways}")


def _way(look: Look, way: HelpWay) -> QWidget:
    box, words = QWidget(), Column(look, 2)
    row = Row(look, 14)
    box.setLayout(row)
    mark = Column(look, 0)
    mark.addWidget(IconMark(look, way.icon, "primary", 30))
    mark.addStretch(1)
    row.addLayout(mark)
    words.addWidget(Text(look, Role.KICKER, way.title, color="ink"))
    told = Text(look, Role.SMALL, way.words, color="ink")
    told.even_out()
    words.addWidget(told)
    words.addStretch(1)
    row.addLayout(words, 1)
    return box
