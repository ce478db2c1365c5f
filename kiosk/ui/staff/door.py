"""The staff door: a PIN, by touch or keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.screens.base import Page
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import DIGITS, KeyPad, PinField
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.text import Role, Text

_FEW = 3
_IN_SECONDS = 120


class DoorPage(Page):
    """Asks for the PIN; ``pin_entered`` carries it and the field forgets it at once."""

    pin_entered = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._shut = False
        self.field = PinField(look)
        self.field.setAccessibleName(self.tr("PIN"))
        self._note = Note(look)
        self.open = Button(look, Kind.PRIMARY, self.tr("Open"))
        self.open.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back to learners"), icon="back")
        self.back.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        panel = Panel(look, gap=14, margins=(40, 36, 40, 36))
        panel.set_width(440)
        head = Fold(look, 16)
        head.add(Text(look, Role.HEADING, self.tr("Staff")), 1, 100)
        head.add(self.make_help())
        panel.column.addLayout(head)
        panel.column.addWidget(Told(look, self.tr("Type the PIN of this kiosk.")))
        panel.column.addWidget(self.field)
        panel.column.addWidget(self._note)
        panel.column.addWidget(KeyPad(look, DIGITS, self.field))
        panel.column.addWidget(self.open)
        panel.column.addWidget(self.back)
        words = self.tr("Nobody knows the PIN? Type a recovery code of 16 digits in its place.")
        panel.column.addWidget(Told(look, words))
        whole = Column(look, 0)
        self.setLayout(whole)
        whole.addWidget(centered(look, panel))
        self.field.returnPressed.connect(self._enter)
        self.open.clicked.connect(self._enter)
        self.back.clicked.connect(self.left)

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    def show_view(self, _view: None) -> None:
        """Show the door, closed."""
        self.field.clear()
        self.show_note("")

    def show_note(self, words: str) -> None:
        """Say why the door stays shut; wait for another try."""
        self._note.show_note(words)
        self._shut = False
        self.open.setEnabled(True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, tries_left: int) -> None:
        """Say that it was not the PIN, and how many tries are left where they are few."""
        words = self.tr("That is not the PIN of this kiosk.")
        if tries_left == 1:
            words += " " + self.tr("One more try, then the door stays shut for a while.")
        elif 0 < tries_left <= _FEW:
            left = self.tr("{n} more tries, then the door stays shut for a while.")
            words += " " + left.format(n=tries_left)
        self.show_note(words)

    def show_wait(self, seconds: int) -> None:
        """Say how long the door stays shut; with no second left, that it opens again."""
        if seconds == 0:
            self.show_note(self.tr("Now you can try again."))
            return
        words = self._wait_words(seconds)
        if self._shut:
            # Spoken once, not at each second.
            self._note.correct(words)
        else:
            self._note.show_note(words)
        self._shut = True
        self.open.setEnabled(False)

    def _wait_words(self, seconds: int) -> str:
        if seconds < _IN_SECONDS:
            words = self.tr("Too many tries. You can try again in {n} seconds.")
            return words.format(n=seconds)
        words = self.tr("Too many tries. You can try again in {n} minutes.")
        return words.format(n=-(-seconds // 60))

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self.field

    @Slot()
    def _enter(self) -> None:
        pin = self.field.text()
        if pin and not self._shut:
            self.field.clear()
            self.open.setEnabled(False)
            self.pin_entered.emit(pin)
