"""Typing a short code or PIN, with keys of our own for a screen without a keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.paint import area, smooth


class Field(QLineEdit):
    """One line to type into, with an edge of our own and no menu, no drops, no completion."""

    def __init__(self, look: Look, *, letters: float = 22, height: float = 60) -> None:
        super().__init__()
        self._look = look
        self._letters = letters
        self._height = height
        self.setFrame(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        look = self._look
        self.setFont(self._letter_font())
        self.setFixedHeight(max(look.target(self._height), self.fontMetrics().height() + 14))
        self.setTextMargins(look.px(20), 0, look.px(20), 0)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, look.color("hint"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("primary"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("on-primary"))
        self.setPalette(palette)

    def _letter_font(self) -> QFont:
        return self._look.font(self._letters, Weight.SEMIBOLD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field's ground, then the text."""
        painter = QPainter(self)
        smooth(painter)
        look = self._look
        name = "primary" if self.hasFocus() else "line-strong"
        pen = QPen(look.color(name), look.px(3 if self.hasFocus() else 2))
        area(painter, QRectF(self.rect()), look.corner(Corner.BUTTON), look.color("card"), pen)
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor at the end, not the old text marked."""
        super().focusInEvent(event)
        self.deselect()
        self.update()


class CodeField(Field):
    """Letters far apart and in upper case, easy to compare with a slip of paper."""

    def __init__(self, look: Look, longest: int = 24) -> None:
        super().__init__(look, letters=32, height=78)
        self.setMaxLength(longest)
        self.textEdited.connect(self._raise_case)

    def _letter_font(self) -> QFont:
        font = self._look.font(32, Weight.BOLD)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._look.px(5))
        return font

    @Slot(str)
    def _raise_case(self, text: str) -> None:
        at = self.cursorPosition()
        self.setText(text.upper())
        self.setCursorPosition(at)


LONGEST_ENTRY = 19
"""A PIN, or a recovery code with its gaps."""


class PinField(CodeField):
    """Digits that nobody can read over a shoulder."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, LONGEST_ENTRY)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)


class KeyPad(QWidget):
    """Keys to touch. They type into whatever field has the focus, which keeps it.

    ``rows`` are strings of characters, one key each; '<' is the key that takes
    the last character back, and a space leaves a place without a key.
    """

    typed = Signal()

    def __init__(self, look: Look, rows: Sequence[str], field: QLineEdit) -> None:
        super().__init__()
        self._field = field
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        longest = max(len(row) for row in rows)
        for y, row in enumerate(rows):
            offset = longest - len(row)
            for x, character in enumerate(row):
                if character != " ":
                    grid.addWidget(self._key(look, character), y, 2 * x + offset, 1, 2)

    @Slot(object)
    def type_into(self, field: QLineEdit) -> None:
        """Type into another field from now on."""
        self._field = field

    def _key(self, look: Look, character: str) -> Button:
        if character == "<":
            key = Button(look, Kind.KEY, "", icon="backspace")
            key.setAccessibleName(self.tr("Delete"))
        else:
            key = Button(look, Kind.KEY, character)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(partial(self._type, character))
        return key

    def _type(self, character: str, *_checked: object) -> None:
        if character == "<":
            self._field.backspace()
        else:
            self._field.insert(character)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit()


DIGITS = ("123", "456", "789", " 0<")
CODE_KEYS = ("1234567890", "QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM<")
