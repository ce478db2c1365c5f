"""Goodbye: it stands for a moment, then the screen is as if nobody had been there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.ports import SaveState
from kiosk.ui import art
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.beside import WORDS_LAST, Beside, Halves
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.text import Role, Text


class EndScreen(Page):
    """Says whether all is kept, and clears the way for the next learner."""

    next_learner_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.clear = Button(look, Kind.PRIMARY, self.tr("Clear the screen"))
        self._kept = Text(look, Role.BODY)
        self._kept.even_out()
        content = QWidget()
        side = Column(look, 20, (72, 40, 72, 40))
        content.setLayout(side)
        side.addStretch(1)
        title = Text(look, Role.TITLE, self.tr("Thank you, and good road"))
        title.even_out()
        side.addWidget(title)
        side.addWidget(self._kept)
        ways = Fold(look, 20)
        ways.add(self.clear)
        ways.add(self.make_aloud())
        ways.add(self.make_help())
        side.addLayout(ways)
        side.addStretch(1)
        picture = PictureView(look)
        picture.show_picture(
            art.art_file("home"), self.tr("Two people walk up a winding path toward a low sun.")
        )
        whole = Column(look, 0)
        self.setLayout(whole)
        words = Scroll(look, content)
        whole.addWidget(Beside(look, words, picture, Halves((9, 7), (5, 4), 0, WORDS_LAST)))
        self.clear.clicked.connect(self.next_learner_asked)

    @property
    def words(self) -> str:
        """What it says of what is kept."""
        return self._kept.accessibleName()

    def show_view(self, _view: None) -> None:
        """Say goodbye; what is kept is said by ``show_saved``."""

    def show_saved(self, state: SaveState) -> None:
        """Say how much is kept, and no more than is."""
        self._kept.show_text(self._words_of(state))

    def _words_of(self, state: SaveState) -> str:
        if state is SaveState.WAITING:
            return self.tr(
                "Your last steps are not saved yet. The kiosk keeps trying:"
                " please leave it on, and tell the room's staff."
            )
        back = self.tr("Your code brings you back to where you stopped.")
        if state is SaveState.SAVING:
            return self.tr("Your last steps are being saved.") + " " + back
        saved = self.tr("Everything is saved, and nobody who comes after you can see it.")
        return f"{saved} {back}"

    def first_focus(self) -> QWidget:
        """Return the button."""
        return self.clear
