"""One attempt: what it came to, its cards with their reasons, its steps, and the replay."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kiosk.ui.staff.attempt_views import OpenedView
from kiosk.ui.staff.page import PageTitle
from kiosk.ui.staff.report_panel import ReportPanel
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.reasons import ReasonPanel
from kiosk.ui.widgets.replay import ReplayBoard
from kiosk.ui.widgets.table import Table
from kiosk.ui.widgets.table_model import APART, Heading
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import verdict_words

_TITLE_ROOM = 380
_MOST = 1000
"""A table takes what there is, and no more than its rows."""


def _kept(fact: str) -> str:
    return fact.replace(" ", "\N{NBSP}")


class AttemptOpenedView(QWidget):
    """Three ways to look at it, one at a time, and its slip as a PDF. ``back_asked``: to the list.

    ``slip_panel`` asks for itself.
    """

    back_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: OpenedView | None = None
        self.back = Button(look, Kind.TOOL, self.tr("All attempts"), icon="back")
        self.slip = Button(look, Kind.TOOL, self.tr("Slip as PDF"), icon="slip")
        self.slip_panel = ReportPanel(look, self.tr("Save the slip"))
        self._title = PageTitle(look)
        self._facts = Told(look)
        self.cards = Table(look, self.tr("Cards"), self._card_headings())
        self.steps = Table(look, self.tr("Steps"), self._step_headings())
        self.reasons = ReasonPanel(look)
        self.replay = ReplayBoard(look)
        self._why_not = Text(look, Role.BODY)
        self.ways: dict[str, Button] = {}
        self._stack = QStackedWidget()
        self._lay_out(look)
        self.back.clicked.connect(self.back_asked)
        self.slip.clicked.connect(self.slip_panel.open_or_close)
        self.cards.chosen.connect(self._show_reasons)
        self.reasons.reread.hide()

    def _card_headings(self) -> tuple[Heading, ...]:
        return (
            Heading(self.tr("Card"), 120, 3),
            Heading(self.tr("At first in"), 90, 2, yields=2),
            Heading(self.tr("First try"), 60, 1, yields=1),
            Heading(self.tr("At the end in"), 90, 2, yields=3),
            Heading(self.tr("At the end"), 60, 1),
            Heading(self.tr("Moves"), 50, 0, figures=True, yields=4),
        )

    def _step_headings(self) -> tuple[Heading, ...]:
        return (
            Heading(self.tr("Step"), 60, 0, figures=True),
            Heading(self.tr("After"), 90, 0, figures=True, yields=1),
            Heading(self.tr("Card"), 150, 3),
            Heading(self.tr("From"), 130, 2, yields=3),
            Heading(self.tr("To"), 130, 2),
            Heading(self.tr("How"), 120, 1, yields=4),
            Heading(self.tr("Try"), 56, 0, figures=True, yields=5),
        )

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        column = Column(look, 12, (34, 22, 34, 22))
        content.setLayout(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(look, content))
        head = Fold(look, 16)
        head.add(self.back)
        head.add(self._title, 1, _TITLE_ROOM)
        head.add(self.slip)
        head.add(self._tabs(look))
        column.addLayout(head)
        column.addWidget(self.slip_panel)
        column.addWidget(self._facts)
        column.addWidget(self._stack, 1)
        for part in (self._card_side(look), self._replay_side(), self._step_side(look)):
            self._stack.addWidget(part)

    def _tabs(self, look: Look) -> OneOf:
        tabs = OneOf(look, Row(look, 4, (4, 4, 4, 4)))
        names = {"cards": self.tr("Cards"), "replay": self.tr("Replay"), "steps": self.tr("Steps")}
        turns = (self._turn_to_cards, self._turn_to_replay, self._turn_to_steps)
        for (name, title), turn in zip(names.items(), turns, strict=True):
            button = Button(look, Kind.TOOL, title)
            button.setCheckable(True)
            tabs.add(button, turn)
            self.ways[name] = button
        return tabs

    def _card_side(self, look: Look) -> QWidget:
        side = QWidget()
        column = Column(look, 12)
        side.setLayout(column)
        column.addWidget(self.cards, _MOST)
        self._reason_ground = Panel(look, gap=0, margins=(24, 18, 24, 18))
        self._reason_ground.column.addWidget(self.reasons)
        column.addWidget(self._reason_ground)
        column.addStretch(1)
        return side

    def _step_side(self, look: Look) -> QWidget:
        side, column = QWidget(), Column(look, 0)
        side.setLayout(column)
        column.addWidget(self.steps, _MOST)
        column.addStretch(1)
        return side

    def _replay_side(self) -> QWidget:
        side = QWidget()
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._why_not)
        whole.addWidget(self.replay, 1)
        self._rest = QWidget()
        whole.addWidget(self._rest, 1)
        return side

    def show_view(self, view: OpenedView) -> None:
        """Show an attempt, its cards first."""
        self._view = view
        self._title.show_text(view.title)
        self.slip.setVisible(view.finished)
        self.slip_panel.hide()
        facts = APART.join(_kept(f"{title}: {words}") for title, words in view.facts)
        self._facts.show_text(facts)
        self.cards.show_rows(view.cards)
        self.steps.show_rows(view.steps)
        self._reason_ground.setVisible(bool(view.feedback))
        self._why_not.show_text(view.why_not)
        self._why_not.setVisible(bool(view.why_not))
        self.replay.setVisible(view.replay is not None)
        self._rest.setVisible(view.replay is None)
        if view.replay is not None:
            self.replay.show_replay(view.replay)
        self.ways["cards"].setChecked(True)
        if view.cards:
            self.cards.choose(0)

    @property
    def title(self) -> str:
        """Whose it is, and of what."""
        return self._title.accessibleName()

    @property
    def facts(self) -> str:
        """What is told of it in a line."""
        return self._facts.accessibleName().replace("\N{NBSP}", " ")

    @Slot(int)
    def _show_reasons(self, row: int) -> None:
        view = self._view
        if view is None or view.activity is None or row >= len(view.feedback):
            return
        feedback = view.feedback[row]
        self.reasons.show_row(view.activity, feedback, verdict_words(feedback.response.correct))

    def _turn_to_cards(self) -> None:
        self._stack.setCurrentIndex(0)

    def _turn_to_replay(self) -> None:
        self._stack.setCurrentIndex(1)

    def _turn_to_steps(self) -> None:
        self._stack.setCurrentIndex(2)
