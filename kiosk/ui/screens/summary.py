"""The end of an attempt: first-try and final score, side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui import art
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import SummaryView
from kiosk.ui.widgets.beside import Beside, Halves, Yields
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.progress import Ring
from kiosk.ui.widgets.text import Role, Text


class _Score(Panel):
    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=20, margins=(22, 22, 22, 22))
        self._ring = Ring(look)
        self._title = Text(look, Role.SUBHEADING)
        self._words = Text(look, Role.SMALL)
        row = Row(look, 16)
        row.addWidget(self._ring)
        words = Column(look, 2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def show_score(self, title: str, correct: int, total: int, words: str) -> None:
        """Show how many of how many were right, in words and as a ring."""
        self._title.show_text(title)
        self._ring.show_value(correct, total, words)
        self._words.show_text(words)


class SummaryScreen(LearnerScreen):
    """Shows both scores and what the learner has gained; leads home or out."""

    home_asked = Signal()
    slip_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.home = Button(look, Kind.SECONDARY, self.tr("Home"), icon="home")
        self.done = Button(look, Kind.PRIMARY, self.tr("End visit"), icon_after="next")
        self.slip = Button(look, Kind.SECONDARY, self.tr("Keep a slip"), icon="slip")
        self.bottom.fill(self.home, None, self.slip, self.done)
        self.bottom.give_way(self.home, self.slip)
        self.sign_out.hide()
        self._title = Text(look, Role.TITLE)
        self._line = Text(look, Role.BODY)
        self._first = _Score(look)
        self._final = _Score(look)
        self._code = Text(look, Role.SMALL)
        self._lay_out(look)
        self.home.clicked.connect(self.home_asked)
        self.slip.clicked.connect(self.slip_asked)
        self.done.clicked.connect(self.sign_out_asked)

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        words = Column(look, 18, (80, 28, 24, 28))
        content.setLayout(words)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        scores = Fold(look, 20)
        for score in (self._first, self._final):
            scores.add(score, 1, 270)
        words.addLayout(scores)
        words.addWidget(self._code)
        words.addStretch(1)
        picture = PictureView(look, Fit.WHOLE)
        told = self.tr("Two people on a hilltop raise a hand together, the sun behind them.")
        picture.show_picture(art.art_file("done"), told)
        picture.tell_by(self._title)
        whole = Column(look, 0, (0, 0, 16, 0))
        self.middle.setLayout(whole)
        whole.addWidget(
            Beside(look, Scroll(look, content), picture, Halves((21, 13), yields=Yields.OTHER))
        )

    def show_view(self, view: SummaryView) -> None:
        """Show a finished attempt."""
        self.top.show_place(view.activity_title, self.tr("Summary"))
        missed = view.scored - view.final_correct
        title = self.tr("Well sorted") if missed == 0 else self.tr("Done for now")
        self._title.show_text(title)
        gain = self._gain_of_round(view) if view.second_round else self._gain(view)
        self._line.show_text(gain)
        score = self.tr("{n} of {total} cards")
        first = score.format(n=view.first_correct, total=view.scored)
        final = score.format(n=view.final_correct, total=view.scored)
        at_first = self.tr("At once") if view.second_round else self.tr("First try")
        self._first.show_score(at_first, view.first_correct, view.scored, first)
        self._final.show_score(self.tr("In the end"), view.final_correct, view.scored, final)
        words = self.tr("It is all saved. Come back any time with your code {code}.")
        self._code.show_text(words.format(code=view.code))

    def _gain(self, view: SummaryView) -> str:
        gained = view.final_correct - view.first_correct
        if view.tries > 1 and gained > 0:
            words = self.tr("{n} more right since your first try.")
            return words.format(n=gained)
        if view.final_correct == view.scored:
            return self.tr("Every card was where it belongs.")
        return self.tr("The missed ones will be here when you come back.")

    def _gain_of_round(self, view: SummaryView) -> str:
        right = view.final_correct
        if view.scored == 1:
            before = self.tr("You missed this one the first time.")
            now = self.tr("Now it is right.")
            later = self.tr("It will be here when you come back.")
        else:
            before = self.tr("You missed these {n} the first time.").format(n=view.scored)
            now = self.tr("Now {n} are right.") if right > 1 else self.tr("Now one is right.")
            later = self.tr("They will be here when you come back.")
        if right > 1 and right == view.scored:
            now = self.tr("Now all {n} are right.")
        return f"{before} {now.format(n=right) if right else later}"

    def first_focus(self) -> QWidget:
        """Return the way out."""
        return self.done
