"""Home: what is done, what is next, and where to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui import art
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.theme import Look
from kiosk.ui.views import HomeView
from kiosk.ui.widgets.beside import Beside, Halves, Yields
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.picture import PictureView
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.text import Role, Text

_ROOMY, _LOW = (80, 20, 48, 20), (80, 8, 48, 8)
"""Margins of the words, where there is height enough and where there is little."""
_TITLE_ROOM = 190
"""What a step's title needs beside its button, as written."""


class _Step(Panel):
    """One thing to do: its name, how far it is, a button. Low, it says the same in two lines."""

    def __init__(self, look: Look, kicker: str) -> None:
        super().__init__(look, gap=0, margins=(28, 22, 28, 22))
        self._number, self._name, self._low = kicker, "", False
        self._kicker = Text(look, Role.KICKER, kicker)
        self._title = Text(look, Role.HEADING)
        self.state = Text(look, Role.SMALL)
        self.meter = Meter(look)
        self.button = Button(look, Kind.PRIMARY, "", icon_after="next")
        words = Column(look, 6)
        told = QWidget()
        told.setLayout(words)
        words.addWidget(self._kicker)
        words.addWidget(self._title)
        words.addWidget(self.state)
        words.addWidget(self.meter)
        row = Fold(look, 20)
        row.add(told, 1, _TITLE_ROOM)
        row.add(self.button)
        self.column.addLayout(row)

    def show_title(self, title: str) -> None:
        """Show what is to be done."""
        self._name = title
        self.be_low(self._low)

    def be_low(self, low: bool) -> None:  # noqa: FBT001 - large letters leave little height
        """Take as little height as will do, or all that is good to have."""
        self._low = low
        self._kicker.setVisible(not low)
        self.meter.setVisible(not low)
        self._title.set_role(Role.SUBHEADING if low else Role.HEADING)
        self._title.show_text(f"{self._number}: {self._name}" if low else self._name)
        self.column.set_margins((28, 12, 28, 12) if low else (28, 22, 28, 22))


class _SecondRound(Panel):
    """The offer of the missed cards, in one line; it takes no room where there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=0, margins=(28, 12, 28, 12))
        self._words = Text(look, Role.SUBHEADING)
        self.button = Button(look, Kind.PRIMARY, "", icon_after="next")
        row = Fold(look, 20)
        row.add(self._words, 1, _TITLE_ROOM)
        row.add(self.button)
        self.column.addLayout(row)

    def offer(self, view: HomeView) -> None:
        """Offer the cards, if there are any."""
        cards = view.second_round
        self.setVisible(cards > 0)
        name = self.tr("Another round") if view.another_round else self.tr("A second round")
        words, way = self.tr("{round}: {n} cards"), self.tr("Sort these {n}")
        if cards == 1:
            words, way = self.tr("{round}: one card"), self.tr("Sort it")
        self._words.show_text(words.format(round=name, n=cards))
        self.button.set_label(way.format(n=cards))


class HomeScreen(LearnerScreen):
    """Two steps, the lesson and the activity, and a picture of the path."""

    lesson_asked = Signal()
    activity_asked = Signal()
    second_round_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        kept = self.tr("Everything is saved as you go.")
        self.bottom.fill(IconMark(look, "shield", "soft", 22), Text(look, Role.SMALL, kept))
        self._hello = Text(look, Role.TITLE)
        self._next = Text(look, Role.BODY, color="soft")
        self._next.even_out()
        self._lesson = _Step(look, self.tr("Step 1"))
        self._activity = _Step(look, self.tr("Step 2"))
        self._second_round = _SecondRound(look)
        self._picture = PictureView(look)
        self._lay_out(look)
        self._lesson.button.clicked.connect(self.lesson_asked)
        self._activity.button.clicked.connect(self.activity_asked)
        self._second_round.button.clicked.connect(self.second_round_asked)
        self._lesson_is_next = True
        self._round_is_next = False
        look.changed.connect(self._line_up)

    @property
    def lesson_button(self) -> Button:
        """The button that opens the lesson."""
        return self._lesson.button

    @property
    def activity_button(self) -> Button:
        """The button that opens the activity."""
        return self._activity.button

    @property
    def second_round_button(self) -> Button:
        """The button that deals the missed cards; visible where a second round is offered."""
        return self._second_round.button

    def _lay_out(self, look: Look) -> None:
        content = QWidget()
        words = self._words = Column(look, 18, _ROOMY)
        content.setLayout(words)
        words.addStretch(1)
        words.addWidget(self._hello)
        words.addWidget(self._next)
        words.addWidget(self._second_round)
        words.addWidget(self._lesson)
        words.addWidget(self._activity)
        words.addStretch(1)
        whole = Column(look, 0)
        self.middle.setLayout(whole)
        halves = Halves((17, 10), yields=Yields.OTHER)
        beside = Beside(look, Scroll(look, content), self._picture, halves)
        beside.shared_out.connect(self._be_low)
        self._be_low(beside.alone)
        whole.addWidget(beside)
        self._picture.show_picture(
            art.art_file("home"), self.tr("Two people walk up a winding path toward a low sun.")
        )
        self._picture.tell_by(self._hello)

    def show_view(self, view: HomeView) -> None:
        """Show how far the learner is."""
        self.top.show_place(view.lesson_title, self.tr("Code {code}").format(code=view.code))
        hello = self.tr("Welcome back") if view.returning else self.tr("Good to have you here")
        self._hello.show_text(hello)
        self._show_lesson(view)
        self._show_activity(view)
        self._second_round.offer(view)
        self._lesson_is_next = view.screens_seen < view.screens_total and not view.activity_open
        self._round_is_next = view.second_round > 0 and not self._lesson_is_next
        for panel in (self._lesson, self._activity, self._second_round):
            first = panel.button is self.first_focus()
            panel.button.set_kind(Kind.PRIMARY if first else Kind.SECONDARY)
        line = self._words_for_next(view)
        self._next.show_text(line)
        self._line_up()

    @Slot(bool)
    def _be_low(self, low: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self._words.set_margins(_LOW if low else _ROOMY)
        self._words.set_gap(8 if low else 18)
        for step in (self._lesson, self._activity):
            step.be_low(low)

    @Slot()
    def _line_up(self) -> None:
        # The buttons of all panels are as wide as the widest, whatever they say.
        panels = (self._lesson, self._activity, self._second_round)
        buttons = [panel.button for panel in panels if not panel.isHidden()]
        widest = max(button.sizeHint().width() for button in buttons)
        for button in buttons:
            button.setMinimumWidth(max(self.look.px(236), widest))

    def _words_for_next(self, view: HomeView) -> str:
        if view.activity_open:
            return self.tr("Your cards lie as you left them.")
        if view.screens_seen < view.screens_total:
            return self.tr("Read first, then sort the cards. Stop whenever you like.")
        if view.best is None:
            return self.tr("You have read it all. The cards are next.")
        if view.second_round == 1:
            return self.tr("You have done both. One card is worth another look.")
        if view.second_round:
            words = self.tr("You have done both. {n} cards are worth another look.")
            return words.format(n=view.second_round)
        return self.tr("You have done both. You can read or sort again.")

    def _show_lesson(self, view: HomeView) -> None:
        seen, total = view.screens_seen, view.screens_total
        self._lesson.show_title(view.lesson_title)
        state = self.tr("{n} of {total} screens read").format(n=seen, total=total)
        self._lesson.state.show_text(state)
        self._lesson.meter.show_value(seen, total, state)
        if seen == 0:
            self._lesson.button.set_label(self.tr("Start the lesson"))
        elif seen < total:
            self._lesson.button.set_label(self.tr("Go on reading"))
        else:
            self._lesson.button.set_label(self.tr("Read again"))

    def _show_activity(self, view: HomeView) -> None:
        step = self._activity
        step.show_title(view.activity_title)
        if view.activity_open:
            words = self.tr("{n} of {total} cards placed")
            if view.second_round_open:
                words = self.tr("This round: {n} of {total} cards placed")
            state = words.format(n=view.placed, total=view.items)
            step.button.set_label(self.tr("Go on sorting"))
        elif view.best is not None and view.best.final_score is not None:
            percent = round(100 * view.best.final_score)
            state = self.tr("Done, {percent} % right in the end").format(percent=percent)
            step.button.set_label(self.tr("Sort again"))
        else:
            state = self.tr("{total} cards").format(total=view.items)
            step.button.set_label(self.tr("Sort the cards"))
        step.state.show_text(state)
        done = view.items if view.best is not None and not view.activity_open else view.placed
        step.meter.show_value(done, view.items, state)

    def first_focus(self) -> QWidget:
        """Return what comes next."""
        if self._lesson_is_next:
            return self._lesson.button
        return self._second_round.button if self._round_is_next else self._activity.button
