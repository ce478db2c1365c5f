"""The page before the board: what will be asked, and the ways to move a card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import IntroductionView
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.measure import Measure
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.way_list import WayGrid


class IntroductionScreen(LearnerScreen):
    """Says what comes, shows the ways, opens the board or the round to try them on."""

    back_asked = Signal()
    board_asked = Signal()
    tryout_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.start = Button(look, Kind.PRIMARY, "", icon_after="next")
        self.bottom.fill(self.back, None, self.start)
        self.tryout = Button(look, Kind.SECONDARY, self.tr("Try moving a card"), icon="tap")
        self._title = Text(look, Role.TITLE)
        self._words = Text(look, Role.BODY)
        self._mode = Text(look, Role.BODY, color="soft")
        self._first: QWidget = self.start
        self._lay_out(look)
        self.back.clicked.connect(self.back_asked)
        self.start.clicked.connect(self.board_asked)
        self.tryout.clicked.connect(self.tryout_asked)

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        column = Column(look, 16, (80, 28, 80, 28))
        content.setLayout(column)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(Measure(look, self._words))
        column.addSpacing(4)
        head = Fold(look, 16)
        head.add(Text(look, Role.SUBHEADING, self.tr("Move a card the way you like")), 1, 250)
        head.add(self.tryout)
        column.addLayout(head)
        column.addLayout(WayGrid(look))
        column.addWidget(self._mode)
        column.addStretch(2)
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        whole.addWidget(Scroll(look, content))

    def show_view(self, view: IntroductionView) -> None:
        """Show an activity's introduction."""
        self.top.show_place(view.activity.title, view.module)
        self._title.show_text(view.activity.title)
        self._words.show_text(view.activity.introduction)
        words = self.tr(
            "Change your mind as often as you like. Every card you place is saved at once."
        )
        self._mode.show_text(words)
        begin = self.tr("Deal {n} cards").format(n=view.items)
        self.start.set_label(self.tr("Go on sorting") if view.begun else begin)
        # Who has never moved a card is led to where it can be tried; the board is one press away.
        self.tryout.set_kind(Kind.PRIMARY if view.first else Kind.SECONDARY)
        self.start.set_kind(Kind.SECONDARY if view.first else Kind.PRIMARY)
        self._first = self.tryout if view.first else self.start

    def first_focus(self) -> QWidget:
        """Return the way on."""
        return self._first
