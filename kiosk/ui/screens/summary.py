"""The end of an attempt: first-try and final score, side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui import art
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import SummaryView
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.picture import Fit, PictureView
from kiosk.ui.widgets.progress import Ring
from kiosk.ui.widgets.text import Role, Text


class _Score(Panel):
    def __init__(self, look: Look, title: str) -> None:
        super().__init__(look, gap=20, margins=(26, 22, 30, 22))
        self._ring = Ring(look, 96)
        self._words = Text(look, Role.SMALL)
        row = Row(look, 20)
        row.addWidget(self._ring)
        words = Column(look, 2)
        words.addStretch(1)
        words.addWidget(Text(look, Role.SUBHEADING, title))
        words.addWidget(self._words)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.column.addLayout(row)

    def show_score(self, correct: int, total: int, words: str) -> None:
        self._ring.show_value(correct, total, words)
        self._words.show_text(words)


class SummaryScreen(LearnerScreen):
    """Shows both scores and what the learner has gained; leads home or out."""

    home_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.home = Button(look, Kind.SECONDARY, self.tr("Home"), icon="home")
        self.done = Button(look, Kind.PRIMARY, self.tr("End visit"), icon_after="next")
        self.bottom.fill(self.home, None, self.done)
        self.sign_out.hide()
        self._title = Text(look, Role.TITLE)
        self._line = Text(look, Role.BODY)
        self._first = _Score(look, self.tr("First try"))
        self._final = _Score(look, self.tr("In the end"))
        self._code = Text(look, Role.SMALL)
        self._lay_out(look)
        self.home.clicked.connect(self.home_asked)
        self.done.clicked.connect(self.sign_out_asked)

    def _lay_out(self, look: Look) -> None:
        words = Column(look, 18, (80, 28, 24, 28))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        scores = Row(look, 20)
        scores.addWidget(self._first, 1)
        scores.addWidget(self._final, 1)
        words.addLayout(scores)
        words.addWidget(self._code)
        words.addStretch(1)
        picture = PictureView(look, Fit.WHOLE)
        picture.show_picture(art.art_file("done"), "")
        row = Row(look, 0)
        self.middle.setLayout(row)
        row.addLayout(words, 19)
        row.addWidget(picture, 13)

    def show_view(self, view: SummaryView) -> None:
        """Show a finished attempt."""
        self.top.show_place(view.activity_title, self.tr("Summary"))
        missed = view.scored - view.final_correct
        title = self.tr("Well sorted") if missed == 0 else self.tr("Done for now")
        self._title.show_text(title)
        self._line.show_text(self._gain(view))
        score = self.tr("{n} of {total} cards")
        first = score.format(n=view.first_correct, total=view.scored)
        final = score.format(n=view.final_correct, total=view.scored)
        self._first.show_score(view.first_correct, view.scored, first)
        self._final.show_score(view.final_correct, view.scored, final)
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

    def first_focus(self) -> QWidget:
        """Return the way out."""
        return self.done
