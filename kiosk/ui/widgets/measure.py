"""A text that keeps to a line that the eye finds back from, however wide its place is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import Look

_LETTERS = 61
"""The widest line, in letters of mean width: some 70 of a text, where narrow ones are many."""
_SIZE = 22


class Measure(QWidget):
    """Holds one widget whose height follows its width, at the left."""

    def __init__(self, look: Look, text: QWidget) -> None:
        super().__init__()
        self._look = look
        self._text = text
        text.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self._place()

    def _width(self, room: int) -> int:
        return min(room, self._look.metrics(_SIZE).averageCharWidth() * _LETTERS)

    def hasHeightForWidth(self) -> bool:
        """Return that it has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text in the line that it gets."""
        return self._text.heightForWidth(self._width(width))

    def sizeHint(self) -> QSize:
        """Return what the text asks for."""
        return self._text.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the least that the text needs."""
        return self._text.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the text its line."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        self._text.setGeometry(0, 0, self._width(self.width()), self.height())
