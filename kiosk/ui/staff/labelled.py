"""Fields of staff pages with their name above and a hint below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.ui.staff.told import Told
from kiosk.ui.theme import Look
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.text import Role, Text


class Labelled(QWidget):
    """A field, its name and a hint, one below the other; a note where something is wrong."""

    def __init__(self, look: Look, field: QLineEdit, name: str, hint: str = "") -> None:
        super().__init__()
        self.field = field
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        # Far enough for the ring of the focus to stand clear of the name.
        column = Column(look, 12)
        self.setLayout(column)
        column.addWidget(Text(look, Role.KICKER, name))
        column.addWidget(field)
        self._note = Note(look)
        column.addWidget(self._note)
        if hint:
            column.addWidget(Told(look, hint))

    @property
    def note(self) -> str:
        """What is said to be wrong; empty where nothing is."""
        return self._note.words

    def show_note(self, words: str) -> None:
        """Say what is wrong with the field, at the field itself."""
        self._note.show_note(words)


class NumberField(Field):
    """A whole number within limits."""

    def __init__(self, look: Look, allowed: range) -> None:
        super().__init__(look, height=50)
        self._allowed = allowed
        self.setMaxLength(len(str(allowed.stop - 1)))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number(self) -> int | None:
        """Return the number; ``None`` where there is none, or one that is not allowed."""
        text = self.text().strip()
        if not (text.isascii() and text.isdecimal()):
            return None
        return int(text) if int(text) in self._allowed else None
