"""The first start: a few questions, a step at a time, and the recovery codes at the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.kiosk_file import KioskFile
from kiosk.core.model import Settings
from kiosk.core.setting_rules import LONGEST_NAME, RETENTION_DAYS
from kiosk.ui.language import language_now
from kiosk.ui.screens.base import Page
from kiosk.ui.staff.codes_panel import CodesPanel
from kiosk.ui.staff.labelled import Labelled, NumberField
from kiosk.ui.staff.new_pin import NewPinFields
from kiosk.ui.staff.sign_in_form import SignInForm
from kiosk.ui.staff.told import Told
from kiosk.ui.staff.views import PlaceToExport, SetUpView
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.language_choice import LanguageChoice
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.name_mark import NameMark
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.progress import Trail
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.touch_keys import TouchKeys

ROOM, LEARNERS, PIN, CODES = range(4)
"""The steps."""
_ROOMY, _LOW = (48, 24, 48, 24), (48, 12, 48, 12)
"""Margins of the panel, where there is height enough and where there is little."""


@dataclass(frozen=True, slots=True)
class SetUpAnswers:
    """What was typed, tidied and found complete."""

    site: str
    kiosk_name: str
    pin: str
    settings: Settings


class SetUpPage(Page):
    """Asks a step at a time; ``answered`` has the answers once they are complete.

    ``finished`` tells that the recovery codes were seen, which ``codes`` shows.
    """

    answered = Signal(object)
    finished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._settings = Settings()
        self.site, self.kiosk_name = Field(look), Field(look)
        self.languages = LanguageChoice(look)
        self.sign_in = SignInForm(look)
        self.retention = NumberField(look, RETENTION_DAYS)
        self.pins = NewPinFields(look)
        self.codes = CodesPanel(look)
        self._trail = Trail(look)
        self._mark = NameMark(look)
        self._title = Text(look, Role.HEADING)
        self._note = Note(look)
        self._step = ROOM
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.next = Button(look, Kind.PRIMARY, self.tr("Next"), icon_after="next")
        self._lay_out(look)
        self._connect()
        look.changed.connect(self._fit)
        self._fit()

    def _lay_out(self, look: Look) -> None:
        panel = self._panel = Panel(look, gap=14, margins=_ROOMY)
        panel.set_width(720)
        head = Fold(look, 16)
        head.add(self._title, 1, 280)
        head.add(self.make_help())
        panel.column.addWidget(self._mark)
        panel.column.addLayout(head)
        panel.column.addWidget(self._trail, 0, Qt.AlignmentFlag.AlignLeft)
        self._steps = (self._room(look), self._learners(look), self.pins, self.codes)
        for step in self._steps:
            panel.column.addWidget(step)
        panel.column.addWidget(self._note)
        ways = Fold(look, 16)
        ways.add(self.back)
        ways.add(self.next, 1, 200)
        panel.column.addLayout(ways)
        whole = Column(look, 0)
        self.setLayout(whole)
        whole.addWidget(centered(look, panel), 1)
        self.keys = TouchKeys(look, self)
        whole.addWidget(self.keys)

    def _room(self, look: Look) -> QWidget:
        room, column = QWidget(), Column(look, 12)
        room.setLayout(column)
        words = self.tr("A few answers, once. Learners get nothing before this is done.")
        column.addWidget(Told(look, words))
        column.addWidget(self.languages)
        rows = (
            (
                self.site,
                self.tr("Site"),
                self.tr("The training room or house, as learners know it"),
            ),
            (
                self.kiosk_name,
                self.tr("Name of this kiosk"),
                self.tr("Tells this PC from the others in your files"),
            ),
        )
        for field, name, hint in rows:
            field.setMaxLength(LONGEST_NAME)
            column.addWidget(Labelled(look, field, name, hint))
        column.addStretch(1)
        return room

    def _learners(self, look: Look) -> QWidget:
        learners, column = QWidget(), Column(look, 12)
        learners.setLayout(column)
        column.addWidget(self.sign_in)
        hint = self.tr("What is older is deleted for good. 0 keeps it until you delete it.")
        name = self.tr("Days that attempts are kept")
        column.addWidget(Labelled(look, self.retention, name, hint))
        column.addStretch(1)
        return learners

    def _connect(self) -> None:
        self.languages.chosen.connect(self.language_asked)
        for field in (self.site, self.kiosk_name, self.retention):
            field.returnPressed.connect(self._enter)
        self.pins.complete.connect(self._go_on)
        self.next.clicked.connect(self._go_on)
        self.back.clicked.connect(self._go_back)

    @property
    def step(self) -> int:
        """The step that is shown, from 0."""
        return self._step

    @property
    def note(self) -> str:
        """What is said about the step that is shown; empty where nothing is."""
        return self._note.words or self.pins.note or self.sign_in.note

    def show_view(self, view: SetUpView) -> None:
        """Show the first step, with what a set-up file says already."""
        file = view.file or KioskFile()
        self.site.setText(file.site)
        self.kiosk_name.setText(file.kiosk_name)
        self._show_settings(file.over(Settings()))
        self.pins.clear()
        self.pins.pin.setText(file.pin)
        self.pins.again.setText(file.pin)
        self._show_step(ROOM)
        self._note.show_note("\n".join(view.faults))

    def _show_settings(self, settings: Settings) -> None:
        self._settings = settings
        self.sign_in.show_settings(settings)
        self.retention.setText(str(settings.retention_days))

    def show_codes(self, codes: Sequence[str], places: Sequence[PlaceToExport]) -> None:
        """Show the recovery codes: all else is written down."""
        self.pins.clear()
        self.codes.show_codes(codes, places)
        self._show_step(CODES)
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_step(self, step: int) -> None:
        titles = (
            self.tr("Set up this kiosk"),
            self.tr("How learners sign in"),
            self.tr("A PIN for staff"),
            self.tr("Recovery codes"),
        )
        labels = {PIN: self.tr("Set up this kiosk"), CODES: self.tr("I have kept them: begin")}
        self._title.show_text(titles[step])
        spoken = self.tr("Step {n} of {total}").format(n=step + 1, total=len(titles))
        self._trail.show_value(step + 1, len(titles), spoken)
        self._note.show_note("")
        self.back.setVisible(step in (LEARNERS, PIN))
        self.next.set_label(labels.get(step, self.tr("Next")))
        self.next.setEnabled(True)
        self._step = step
        self._fit()
        for n, part in enumerate(self._steps):
            part.setVisible(n == step)

    @Slot()
    def _fit(self) -> None:
        # Large letters need the height: with 'Next' in sight, a name and margins tell less.
        roomy = self.look.text_size < TextSize.LARGEST
        self._panel.column.set_margins(_ROOMY if roomy else _LOW)
        self._mark.setVisible(roomy and self._step == ROOM)

    def kept(self) -> tuple[object, ...]:
        """Return what is typed."""
        pins = self.pins.pin.text(), self.pins.again.text()
        names = self.site.text(), self.kiosk_name.text()
        return self.step, names, self._now(), pins

    def take_up(self, kept: tuple[int, tuple[str, str], Settings, tuple[str, str]]) -> None:
        """Show what was typed."""
        step, (site, name), settings, (pin, again) = kept
        self.site.setText(site)
        self.kiosk_name.setText(name)
        self._show_settings(settings)
        self.pins.pin.setText(pin)
        self.pins.again.setText(again)
        self._show_step(step)

    def language_tool(self) -> QWidget:
        """Return the language in use."""
        return self.languages.first_focus()

    def first_focus(self) -> QWidget:
        """Return what is acted on first at the step that is shown."""
        first: tuple[QWidget, ...] = (self.site, self.sign_in.by_pattern, self.pins.pin, self.next)
        return first[self.step]

    def show_note(self, words: str) -> None:
        """Say what went wrong; wait for another try."""
        self._note.show_note(words)
        self.next.setEnabled(True)

    @Slot()
    def _enter(self) -> None:
        for field in (self.site, self.kiosk_name):
            if self.step == ROOM and not field.text().strip():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._go_on()

    @Slot()
    def _go_back(self) -> None:
        self._show_step(self.step - 1)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_on(self) -> None:
        if self.step == CODES:
            self.codes.forget()
            self.finished.emit()
        elif self.next.isEnabled() and self._complete():
            if self.step == PIN:
                self._give()
            else:
                self._show_step(self.step + 1)
                self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _complete(self) -> bool:
        self._note.show_note("")
        if self.step == ROOM:
            if self.site.text().strip() and self.kiosk_name.text().strip():
                return True
            self._note.show_note(self.tr("Please fill in the site and the name of this kiosk."))
            return False
        if self.step == LEARNERS:
            return self._learners_complete()
        return self.pins.chosen() is not None

    def _learners_complete(self) -> bool:
        if self.sign_in.chosen() is None:
            return False
        if self.retention.number() is None:
            words = self.tr("For the days, type a number from 0 to {most}.")
            self._note.show_note(words.format(most=RETENTION_DAYS.stop - 1))
            self.retention.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _now(self) -> Settings:
        days = self.retention.number()
        kept = self._settings.retention_days if days is None else days
        return replace(self.sign_in.now(), retention_days=kept)

    def _give(self) -> None:
        pin = self.pins.chosen()
        if pin is not None:
            self.next.setEnabled(False)
            settings = replace(self._now(), language=language_now())
            names = self.site.text().strip(), self.kiosk_name.text().strip()
            self.answered.emit(SetUpAnswers(*names, pin, settings))
