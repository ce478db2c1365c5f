"""The pages of a kiosk that has something to do before it opens."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent

from kiosk.ui import art
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.beside import Beside, Halves, Yields
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.name_mark import NameMark
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.text import Role, Text

_MOMENT = 5
"""Seconds in which nobody asks yet for how long it has been."""
_MINUTES = 2
"""From so many on, minutes are told and not seconds."""


class MomentPage(Page):
    """Two sentences; there is nothing to press. ``more`` is told below them, and may change."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look)
        self.more = Text(look, Role.SMALL)
        self.more.hide()
        panel = Panel(look, gap=18, margins=(48, 40, 48, 40))
        panel.set_width(820)
        panel.column.addWidget(NameMark(look))
        panel.column.addWidget(Text(look, Role.HEADING, self.tr("One moment")))
        text = Text(look, Role.BODY, words)
        text.even_out()
        panel.column.addWidget(text)
        panel.column.addWidget(self.more)
        whole = Column(look, 0, (8, 0, 16, 0))
        self.setLayout(whole)
        picture = PictureView(look, Fit.WHOLE)
        picture.show_picture(art.art_file("empty"), self.tr("A path over a hill, a low sun above."))
        whole.addWidget(
            Beside(look, centered(look, panel), picture, Halves((19, 13), yields=Yields.OTHER))
        )


class TidyingPage(MomentPage):
    """A kiosk first finishes what a power cut broke off."""

    def __init__(self, look: Look) -> None:
        words = self.tr("The kiosk is tidying up. It opens by itself when that is done.")
        super().__init__(look, words)


class UpdatingPage(MomentPage):
    """A newer kiosk brings what an older one kept to its own form; it cannot be closed."""

    def __init__(self, look: Look) -> None:
        words = self.tr(
            "A newer version is bringing the attempts up to date. It first makes a backup of them."
            " The kiosk opens by itself when that is done; please leave the computer on."
        )
        super().__init__(look, words)
        self.show_seconds(0)

    def show_seconds(self, seconds: int) -> None:
        """Show for how long it has been at work."""
        if seconds < _MOMENT:
            words = self.tr("It has only just begun.")
        elif seconds < _MINUTES * 60:
            words = self.tr("At work for {n} seconds.").format(n=seconds)
        else:
            words = self.tr("At work for {n} minutes.").format(n=seconds // 60)
        self.more.show_text(words)
        self.more.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay: there is nothing behind it yet."""
        event.ignore()
