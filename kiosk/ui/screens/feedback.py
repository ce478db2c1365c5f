"""The answers, card by card: where each stands, where it belongs, and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.lesson import Activity
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.speech import tell_shown
from kiosk.ui.theme import Look
from kiosk.ui.views import FeedbackRow, FeedbackView
from kiosk.ui.widgets.answer import AnswerButton
from kiosk.ui.widgets.beside import WORDS_LAST, Beside, Halves, Yields
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column, Row, empty
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.progress import Ring
from kiosk.ui.widgets.reasons import ReasonPanel
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import verdict_words


class FeedbackScreen(LearnerScreen):
    """Shows every card with its reasons; asks to try the missed ones again, or to finish.

    The reasons stand beside the list; large letters have them below the card itself.
    """

    reread_asked = Signal(str, str)
    try_again_asked = Signal()
    finish_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.finish = Button(look, Kind.SECONDARY, self.tr("Finish"))
        self.again = Button(look, Kind.PRIMARY, "")
        self.bottom.fill(None, self.finish, self.again)
        self._ring = Ring(look)
        self._score = Text(look, Role.HEADING)
        self._line = Text(look, Role.SMALL)
        self._list = QWidget()
        self._reasons, self._reasons_below = ReasonPanel(look), ReasonPanel(look)
        self._reasons_below.leave_out_card()
        self._below = Panel(look, margins=(24, 16, 24, 12))
        self._below.column.addWidget(self._reasons_below)
        self.answers: list[AnswerButton] = []
        self._lay_out(look)
        for reasons in (self._reasons, self._reasons_below):
            reasons.reread_asked.connect(self.reread_asked)
        self.finish.clicked.connect(self.finish_asked)
        self.again.clicked.connect(self.try_again_asked)

    @property
    def reread(self) -> Button:
        """The link to the screen that the selected card comes from."""
        return self._shown_reasons().reread

    def _shown_reasons(self) -> ReasonPanel:
        return self._reasons_below if self._parts.alone else self._reasons

    def _lay_out(self, look: Look) -> None:
        column = Column(look, 14, (40, 20, 40, 16))
        self.middle.setLayout(column)
        head = Row(look, 24)
        words = Column(look, 2)
        words.addStretch(1)
        words.addWidget(self._score)
        words.addWidget(self._line)
        words.addStretch(1)
        head.addWidget(self._ring)
        head.addLayout(words, 1)
        column.addLayout(head)
        self._rows = Column(look, 10, (0, 4, 8, 8))
        self._list.setLayout(self._rows)
        self._below.setParent(self._list)
        self._below.hide()
        panel = Panel(look)
        panel.column.addWidget(Scroll(look, self._reasons, "card"))
        self._scroll = Scroll(look, self._list)
        halves = Halves((29, 20), (3, 2), 32, WORDS_LAST, Yields.WORDS)
        self._parts = Beside(look, panel, self._scroll, halves)
        self._parts.shared_out.connect(self._share_out)
        column.addWidget(self._parts, 1)

    def show_view(self, view: FeedbackView) -> None:
        """Show the answers, the selected one's reasons beside them."""
        self.top.show_place(view.activity.title, self.tr("Your answers, card by card"))
        self._show_score(view)
        self._show_list(view)
        self._begin_list()
        missed = view.scored - view.correct
        self.again.setVisible(missed > 0)
        self.finish.set_kind(Kind.SECONDARY if missed else Kind.PRIMARY)
        self.again.set_label(
            self.tr("Try that one again")
            if missed == 1
            else self.tr("Try the {n} again").format(n=missed)
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the top of the list: while nobody saw it, its rows may have changed height."""
        super().showEvent(event)
        if not event.spontaneous():
            self._begin_list()

    def _begin_list(self) -> None:
        self._scroll.verticalScrollBar().setValue(0)
        self._show_chosen()

    def _show_score(self, view: FeedbackView) -> None:
        words = self.tr("{n} of {total} at the first try")
        if view.second_round:
            words = self.tr("{n} of {total} right at once")
        self._score.show_text(words.format(n=view.first_correct, total=view.scored))
        spoken = words.format(n=view.first_correct, total=view.scored)
        self._ring.show_value(view.first_correct, view.scored, spoken)
        missed = view.scored - view.correct
        if missed == 0 and view.tries == 1:
            self._line.show_text(self.tr("Every card is where it belongs."))
        elif missed == 0:
            self._line.show_text(self.tr("Now every card is where it belongs."))
        elif missed == 1:
            self._line.show_text(self.tr("One card is worth another look. The rest stay."))
        else:
            line = self.tr("{n} cards are worth another look. The rest stay where they are.")
            self._line.show_text(line.format(n=missed))

    def _show_list(self, view: FeedbackView) -> None:
        self._rows.removeWidget(self._below)
        empty(self._rows)
        self.answers = []
        for row in view.rows:
            button = AnswerButton(self.look, row, _place_words(view.activity, row))
            # Not 'clicked': assistive technology checks an answer without a click.
            button.toggled.connect(partial(self._select, view.activity, button))
            self._rows.addWidget(button)
            self.answers.append(button)
            if row.item.id == view.selected:
                button.setChecked(True)
        self._rows.addStretch(1)

    def _select(self, activity: Activity, button: AnswerButton, *_checked: object) -> None:
        if button.isChecked():
            words = verdict_words(button.row.response.correct)
            for reasons in (self._reasons, self._reasons_below):
                reasons.show_row(activity, button.row, words)
            self._place_reasons()
            tell_shown(self._shown_reasons())

    @Slot()
    def _share_out(self) -> None:
        self._place_reasons()
        self._begin_list()

    def _place_reasons(self) -> None:
        chosen = next((n for n, button in enumerate(self.answers) if button.isChecked()), -1)
        self._rows.removeWidget(self._below)
        self._below.setVisible(self._parts.alone and chosen >= 0)
        if not self._below.isHidden():
            self._rows.insertWidget(chosen + 1, self._below)
            self._show_chosen()

    def _show_chosen(self) -> None:
        # Once everything has its new place.
        QTimer.singleShot(0, self, self._scroll_to_chosen)

    @Slot()
    def _scroll_to_chosen(self) -> None:
        chosen = self.first_focus()
        if chosen is not None and self._parts.alone:
            self._scroll.show_from(chosen)
        elif chosen is not None:
            self._scroll.show_whole(chosen)

    def kept(self) -> str:
        """Return the id of the selected card."""
        return next((b.row.item.id for b in self.answers if b.isChecked()), "")

    def take_up(self, kept: str) -> None:
        """Select the same card."""
        for button in self.answers:
            if button.row.item.id == kept:
                button.setChecked(True)

    def first_focus(self) -> QWidget | None:
        """Return the selected card."""
        chosen = (button for button in self.answers if button.isChecked())
        return next(chosen, None)


def _place_words(activity: Activity, row: FeedbackRow) -> str:
    stands_at = row.response.category_id
    if stands_at is None:
        return QCoreApplication.translate("FeedbackScreen", "not placed")
    place = activity.category(stands_at).short_title
    if row.response.correct is False:
        return QCoreApplication.translate("FeedbackScreen", "you: {place}").format(place=place)
    return place
