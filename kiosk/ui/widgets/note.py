"""A calm word on what did not go through, in the place where it happened."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.widgets.icon import IconMark
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.text import Role, Text


class Note(QWidget):
    """A line with a sign; it takes no room while it has nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        row = Row(look, 12, (16, 10, 16, 10))
        self.setLayout(row)
        row.addWidget(IconMark(look, "info", "miss", 22), 0, Qt.AlignmentFlag.AlignTop)
        self._text = Text(look, Role.SMALL, color="miss")
        self._text.even_out()
        row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return "" if self.isHidden() else self._text.accessibleName()

    def show_note(self, words: str) -> None:
        """Show and speak a note; nothing hides it."""
        self._text.show_text(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)

    def correct(self, words: str) -> None:
        """Change the words of a note that is shown, without a sound."""
        self._text.show_text(words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the soft ground."""
        painter = QPainter(self)
        smooth(painter)
        area(
            painter,
            QRectF(self.rect()),
            self._look.corner(Corner.CARD),
            self._look.color("miss-soft"),
        )
