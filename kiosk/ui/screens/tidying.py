"""The page of a kiosk that first finishes what a power cut broke off."""

from __future__ import annotations

from kiosk.ui import art
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.beside import Beside, Halves
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.name_mark import NameMark
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.text import Role, Text


class TidyingPage(Page):
    """Two sentences; there is nothing to press."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        panel = Panel(look, gap=18, margins=(48, 40, 48, 40))
        panel.set_width(820)
        panel.column.addWidget(NameMark(look))
        panel.column.addWidget(Text(look, Role.HEADING, self.tr("One moment")))
        words = self.tr("The kiosk is tidying up. It opens by itself when that is done.")
        panel.column.addWidget(Text(look, Role.BODY, words))
        whole = Column(look, 0)
        self.setLayout(whole)
        picture = PictureView(look, Fit.WHOLE)
        picture.show_picture(art.art_file("empty"), self.tr("A path over a hill, a low sun above."))
        whole.addWidget(Beside(look, centered(look, panel), picture, Halves((19, 13))))
