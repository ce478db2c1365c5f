"""A wide button with lines of words, as high as they are in its width."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.readable import Mark


def said_of(button: QAbstractButton) -> str:
    """Return the name of a button and its description, as sentences."""
    words = (button.accessibleName(), button.accessibleDescription())
    return " ".join(_ended(one) for one in words if one)


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


class TallButton(QAbstractButton):
    """Fills its row; what it says and how it is drawn is its subclasses' matter.

    Subclasses give ``heightForWidth``, the size hints and ``paintEvent``.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    def aloud(self) -> str:
        """Return what a voice says: its name and what is described of it."""
        return said_of(self)

    def mark_aloud(self, _mark: Mark | None) -> None:
        """Show nothing: its words are few, and the voice is soon past them."""

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
