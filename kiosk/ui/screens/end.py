"""Goodbye: it stands for a moment, then the screen is as if nobody had been there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.core.ports import SaveState
from kiosk.ui import art
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.text import Role, Text


class EndScreen(Page):
    """Says whether all is kept, and clears the way for the next learner."""

    next_learner_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.clear = Button(look, Kind.PRIMARY, self.tr("Clear the screen"))
        self._kept = Text(look, Role.BODY)
        side = Column(look, 20, (72, 40, 72, 40))
        side.addStretch(1)
        side.addWidget(Text(look, Role.TITLE, self.tr("Thank you, and good road")))
        side.addWidget(self._kept)
        side.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        picture = PictureView(look)
        picture.show_picture(art.art_file("home"), "")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(picture, 7)
        whole.addLayout(side, 9)
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
