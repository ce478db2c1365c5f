"""The page of a kiosk that cannot start: what happened, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from kiosk.ui import art
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.beside import Beside, Halves, Yields
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.name_mark import NameMark
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.text import Role, Text


class FaultPage(Page):
    """Two sentences and a button."""

    closed = Signal()

    def __init__(self, look: Look, what: str, remedy: str) -> None:
        super().__init__(look)
        close = Button(look, Kind.PRIMARY, self.tr("Close"))
        panel = Panel(look, gap=14, margins=(48, 32, 48, 32))
        panel.set_width(820)
        panel.column.addWidget(NameMark(look))
        panel.column.addWidget(Text(look, Role.HEADING, self.tr("The kiosk cannot start")))
        for words in (what, remedy):
            text = Text(look, Role.BODY, words)
            text.even_out()
            panel.column.addWidget(text)
        panel.column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        whole = Column(look, 0, (8, 0, 16, 0))
        self.setLayout(whole)
        picture = PictureView(look, Fit.WHOLE)
        picture.show_picture(art.art_file("empty"), self.tr("A path over a hill, a low sun above."))
        whole.addWidget(
            Beside(look, centered(look, panel), picture, Halves((19, 13), yields=Yields.OTHER))
        )
        close.clicked.connect(self.closed)
