"""Choosing a PIN: typed twice, since nobody sees what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.setting_rules import PIN_DIGITS, is_pin
from kiosk.ui.screens.base import Page
from kiosk.ui.staff.labelled import Labelled
from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import DIGITS, Field, KeyPad
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.panel import Panel, centered
from kiosk.ui.widgets.text import Role, Text


class _Hidden(Field):
    """Digits that nobody reads; ``entered`` tells that it is typed into now."""

    entered = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, height=50)
        self.setAccessibleName(name)
        self.setEchoMode(Field.EchoMode.Password)
        self.setMaxLength(PIN_DIGITS.stop - 1)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusInEvent(event)
        self.entered.emit(self)


class NewPinFields(QWidget):
    """Two fields. ``complete`` comes when Enter is pressed in the second one."""

    complete = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.pin = _Hidden(look, self.tr("PIN for staff"))
        self.again = _Hidden(look, self.tr("The same PIN again"))
        self._note = Note(look)
        column = Column(look, 8)
        self.setLayout(column)
        for field in (self.pin, self.again):
            column.addWidget(Labelled(look, field, field.accessibleName()))
        rule = self.tr("6 to 12 digits, not all the same and not all in a row.")
        column.addWidget(Told(look, rule))
        column.addWidget(self._note)
        self.pin.returnPressed.connect(self._to_second)
        self.again.returnPressed.connect(self.complete)

    @property
    def note(self) -> str:
        """What the note says now; empty where it says nothing."""
        return self._note.words

    def show_note(self, words: str) -> None:
        """Say what went wrong."""
        self._note.show_note(words)

    def clear(self) -> None:
        """Forget what was typed."""
        for field in (self.pin, self.again):
            field.clear()
        self.show_note("")

    def chosen(self) -> str | None:
        """Return the PIN; where there is none yet, say why and return ``None``."""
        pin = self.pin.text()
        if not is_pin(pin):
            words = self.tr("The PIN needs 6 to 12 digits, not all the same and not all in a row.")
            self._refuse(self.pin, words)
            return None
        if self.again.text() != pin:
            self._refuse(self.again, self.tr("The two are not the same. Type the second again."))
            return None
        self.show_note("")
        return pin

    def _refuse(self, field: Field, words: str) -> None:
        self.show_note(words)
        field.clear()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_second(self) -> None:
        self.again.setFocus(Qt.FocusReason.TabFocusReason)


class NewPinPage(Page):
    """Behind a door that a recovery code opened: a new PIN, before anything else."""

    pin_chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.fields = NewPinFields(look)
        self._pad = KeyPad(look, DIGITS, self.fields.pin)
        self.keep = Button(look, Kind.PRIMARY, self.tr("Keep this PIN"))
        self.back = Button(look, Kind.SECONDARY, self.tr("Back to learners"), icon="back")
        panel = Panel(look, gap=8, margins=(40, 16, 40, 16))
        panel.set_width(460)
        head = Fold(look, 16)
        head.add(Text(look, Role.HEADING, self.tr("A new PIN")), 1, 100)
        head.add(self.make_help())
        panel.column.addLayout(head)
        words = self.tr("The recovery code is used up. Choose a new PIN to go on.")
        panel.column.addWidget(Told(look, words))
        for part in (self.fields, self._pad, self.keep, self.back):
            panel.column.addWidget(part)
        for button in (self.keep, self.back):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = Column(look, 0)
        self.setLayout(whole)
        whole.addWidget(centered(look, panel))
        for field in (self.fields.pin, self.fields.again):
            field.entered.connect(self._pad.type_into)
        self.fields.complete.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self.left)

    def show_view(self, _view: None) -> None:
        """Show two empty fields."""
        self.fields.clear()
        self.keep.setEnabled(True)

    def show_note(self, words: str) -> None:
        """Say why the PIN was not kept; wait for another try."""
        self.fields.show_note(words)
        self.keep.setEnabled(True)

    def first_focus(self) -> QWidget:
        """Return the first field."""
        return self.fields.pin

    @Slot()
    def _keep(self) -> None:
        pin = self.fields.chosen() if self.keep.isEnabled() else None
        if pin is not None:
            self.keep.setEnabled(False)
            self.fields.clear()
            self.pin_chosen.emit(pin)
