"""A slip to keep: what was done, and a value by which staff can prove it on this kiosk."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.views import Printing, SlipView
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.slip_card import SlipCard
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class SlipScreen(LearnerScreen):
    """Shows a finished attempt's slip; leads back to the summary or out."""

    back_asked = Signal()
    print_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.done = Button(look, Kind.PRIMARY, self.tr("End visit"), icon_after="next")
        self.print = Button(look, Kind.SECONDARY, self.tr("Print"), icon="printer")
        self.bottom.fill(self.back, None, self.print, self.done)
        self.bottom.give_way(self.back, self.print)
        self.sign_out.hide()
        self.card = SlipCard(look)
        self._words = Text(look, Role.BODY)
        self._printed = Verdict(look)
        self._lay_out(look)
        self.back.clicked.connect(self.back_asked)
        self.print.clicked.connect(self.print_asked)
        self.done.clicked.connect(self.sign_out_asked)

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        words = Column(look, 16, (0, 0, 0, 0))
        content.setLayout(words)
        words.addStretch(1)
        words.addWidget(Text(look, Role.TITLE, self.tr("Your slip")))
        words.addWidget(self._words)
        words.addWidget(self._printed)
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
        halves = Fold(look, 40)
        halves.add(content, 4, 280)
        halves.add(side, 5, 420)
        ground.addStretch(1)
        ground.addLayout(halves)
        ground.addStretch(1)
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        whole.addWidget(Scroll(look, both))

    def show_view(self, view: SlipView) -> None:
        """Show a slip, or that it is still being made."""
        self.top.show_place(view.activity_title, self.tr("Slip"))
        self.card.setVisible(view.slip is not None)
        self._show_printing(view)
        if view.slip is None:
            self._words.show_text(self._words_of_none(view))
            return
        self.card.show_slip(view.slip, view.activity_title)
        words = self.tr(
            "Write it down or take a picture of it. With your code and the check value,"
            " the room's staff can see on this computer that it is true."
        )
        self._words.show_text(words)

    def _show_printing(self, view: SlipView) -> None:
        there = view.printing is not Printing.NO and view.slip is not None
        self.print.setVisible(there)
        under_way = view.printing is Printing.UNDER_WAY
        if under_way and self.print.hasFocus():
            self.done.setFocus()
        self.print.setEnabled(not under_way)
        words, how = {
            Printing.UNDER_WAY: (self.tr("On its way to the printer"), None),
            Printing.DONE: (self.tr("The printer has it. Take it with you."), True),
            Printing.FAILED: (self.tr("The printer did not take it. Copy it from here."), False),
        }.get(view.printing, ("", None))
        news = words != self.printed
        self._printed.show_verdict(words, how)
        self._printed.setVisible(bool(words))
        if words and news:
            announce(self._printed, words)

    @property
    def printed(self) -> str:
        """What it says of printing; empty where nothing was printed."""
        return self._printed.accessibleName()

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
