"""A slip to keep: what was done, and a value by which staff can prove it on this kiosk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import SlipView
from kiosk.ui.widgets.beside import Beside, Halves
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.slip_card import SlipCard
from kiosk.ui.widgets.text import Role, Text


class SlipScreen(LearnerScreen):
    """Shows a finished attempt's slip; leads back to the summary or out."""

    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.done = Button(look, Kind.PRIMARY, self.tr("End visit"), icon_after="next")
        self.bottom.fill(self.back, None, self.done)
        self.sign_out.hide()
        self.card = SlipCard(look)
        self._words = Text(look, Role.BODY)
        self._lay_out(look)
        self.back.clicked.connect(self.back_asked)
        self.done.clicked.connect(self.sign_out_asked)

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        words = Column(look, 16, (0, 0, 0, 0))
        content.setLayout(words)
        words.addStretch(1)
        words.addWidget(Text(look, Role.TITLE, self.tr("Your slip")))
        words.addWidget(self._words)
        words.addStretch(1)
        side = QWidget()
        column = Column(look, 0)
        side.setLayout(column)
        column.addStretch(1)
        column.addWidget(self.card)
        column.addStretch(1)
        both = QWidget()
        ground = Column(look, 0, (80, 24, 80, 24))
        both.setLayout(ground)
        ground.addWidget(Beside(look, content, side, Halves((4, 5), (1, 1), 40)))
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        whole.addWidget(Scroll(look, both))

    def show_view(self, view: SlipView) -> None:
        """Show a slip, or that it is still being made."""
        self.top.show_place(view.activity_title, self.tr("Slip"))
        self.card.setVisible(view.slip is not None)
        if view.slip is None:
            self._words.show_text(self._words_of_none(view))
            return
        self.card.show_slip(view.slip, view.activity_title)
        words = self.tr(
            "Write it down or take a picture of it. With your code and the check value,"
            " the room's staff can see on this computer that it is true."
        )
        self._words.show_text(words)

    @property
    def words(self) -> str:
        """What it says beside the slip."""
        return self._words.accessibleName()

    def _words_of_none(self, view: SlipView) -> str:
        if view.failed:
            return self.tr("The slip cannot be made right now. Your result is kept all the same.")
        return self.tr("Your slip is made as soon as your last steps are saved.")

    def first_focus(self) -> QWidget:
        """Return the way out."""
        return self.done
