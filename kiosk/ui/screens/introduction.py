"""The page before the board: what will be asked, and the three ways to move a card."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import IntroductionView
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.text import Role, Text


class IntroductionScreen(LearnerScreen):
    """Says what comes, shows the ways, opens the board."""

    back_asked = Signal()
    board_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.start = Button(look, Kind.PRIMARY, "", icon_after="next")
        self.bottom.fill(self.back, None, self.start)
        self._title = Text(look, Role.TITLE)
        self._words = Text(look, Role.BODY)
        self._mode = Text(look, Role.BODY, color="soft")
        self._lay_out(look)
        self.back.clicked.connect(self.back_asked)
        self.start.clicked.connect(self.board_asked)

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        column = Column(look, 16, (80, 28, 80, 28))
        content.setLayout(column)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addWidget(Text(look, Role.SUBHEADING, self.tr("Move a card the way you like")))
        ways = [_way(look, *way) for way in self._ways()]
        for pair in (ways[:2], ways[2:]):
            row = Fold(look, 20)
            for way in pair:
                row.add(way, 1, 250)
            column.addLayout(row)
        column.addWidget(self._mode)
        column.addStretch(2)
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        whole.addWidget(Scroll(look, content))

    def _ways(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("tap", self.tr("Tap, tap"), self.tr("Tap a card, then tap where it belongs.")),
            ("grip", self.tr("Drag"), self.tr("Hold a card down and pull it over.")),
            (
                "keyboard",
                self.tr("Keyboard"),
                self.tr("Space picks a card up, arrows choose the place, Space drops it."),
            ),
            (
                "more",
                self.tr("Menu"),
                self.tr("The dots on a card, or the M key, show its places."),
            ),
        )

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

    def first_focus(self) -> QWidget:
        """Return the way on."""
        return self.start


def _way(look: Look, icon: str, title: str, words: str) -> QWidget:
    panel = Panel(look, gap=4, margins=(20, 14, 20, 16))
    head = Row(look, 12)
    head.addWidget(IconMark(look, icon, "primary", 30))
    head.addWidget(Text(look, Role.SUBHEADING, title), 1)
    panel.column.addLayout(head)
    panel.column.addWidget(Text(look, Role.SMALL, words))
    panel.column.addStretch(1)
    return panel
