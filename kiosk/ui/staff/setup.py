"""The first start: site, kiosk name and PIN, on one page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.language import language_now
from kiosk.ui.screens.base import Page
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.language_choice import LanguageChoice
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.text import Role, Text

PIN_DIGITS = 6
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class SetUpAnswers:
    """What was typed, tidied and found complete."""

    site: str
    kiosk_name: str
    pin: str
    language: str


class SetUpPage(Page):
    """Asks for three things and gives them on once they are complete."""

    answered = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.site = self._field(self.tr("Site"))
        self.kiosk_name = self._field(self.tr("Name of this kiosk"))
        self.pin = self._field(self.tr("PIN for staff"))
        self.pin.setEchoMode(Field.EchoMode.Password)
        self.pin.setMaxLength(12)
        self.languages = LanguageChoice(look)
        self.languages.chosen.connect(self.language_asked)
        self._note = Note(look)
        self.done = Button(look, Kind.PRIMARY, self.tr("Set up this kiosk"))
        self.done.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(look)
        for field in (self.site, self.kiosk_name, self.pin):
            field.returnPressed.connect(self._go_on)
        self.done.clicked.connect(self._give)

    def _field(self, name: str) -> Field:
        field = Field(self.look)
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST_NAME)
        return field

    def _lay_out(self, look: Look) -> None:
        panel = Panel(look, gap=10, margins=(48, 32, 48, 36))
        panel.set_width(660)
        head = Fold(look, 16)
        head.add(Text(look, Role.HEADING, self.tr("Set up this kiosk")), 1, 280)
        head.add(self.make_help())
        panel.column.addLayout(head)
        words = self.tr("Three answers, once. Learners get nothing before this is done.")
        panel.column.addWidget(Text(look, Role.SMALL, words))
        panel.column.addWidget(self.languages)
        panel.column.addSpacing(8)
        rows = (
            (self.site, self.tr("The training room or house, as learners know it")),
            (self.kiosk_name, self.tr("Tells this PC from the others in your files")),
            (self.pin, self.tr("At least 6 digits; it opens the staff pages and the way out")),
        )
        for field, hint in rows:
            panel.column.addWidget(Text(look, Role.KICKER, field.accessibleName()))
            panel.column.addWidget(field)
            panel.column.addWidget(Text(look, Role.SMALL, hint))
            panel.column.addSpacing(4)
        panel.column.addWidget(self._note)
        panel.column.addWidget(self.done)
        whole = Column(look, 0)
        self.setLayout(whole)
        whole.addWidget(centered(look, panel))

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    def show_view(self, _view: None) -> None:
        """Show the empty page."""
        for field in (self.site, self.kiosk_name, self.pin):
            field.clear()
        self._note.show_note("")
        self.done.setEnabled(True)

    def kept(self) -> tuple[str, ...]:
        """Return what is typed."""
        return self.site.text(), self.kiosk_name.text(), self.pin.text()

    def take_up(self, kept: tuple[str, ...]) -> None:
        """Show what was typed."""
        for field, typed in zip((self.site, self.kiosk_name, self.pin), kept, strict=True):
            field.setText(typed)

    def language_tool(self) -> QWidget:
        """Return the language in use."""
        return self.languages.first_focus()

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self.site

    def show_note(self, words: str) -> None:
        """Say what went wrong; wait for another try."""
        self._note.show_note(words)
        self.done.setEnabled(True)

    @Slot()
    def _go_on(self) -> None:
        for field in (self.site, self.kiosk_name, self.pin):
            if not field.text().strip():
                field.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self._give()

    @Slot()
    def _give(self) -> None:
        site, name = self.site.text().strip(), self.kiosk_name.text().strip()
        pin = self.pin.text()
        if not site or not name:
            self._note.show_note(self.tr("Please fill in the site and the name of this kiosk."))
        elif not (pin.isascii() and pin.isdecimal() and len(pin) >= PIN_DIGITS):
            self._note.show_note(self.tr("The PIN needs at least 6 digits, and digits only."))
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.done.setEnabled(False)
            self.answered.emit(SetUpAnswers(site, name, pin, language_now()))
