"""The learner's text size: a letter for each, the one in use marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.one_of import OneOf
from kiosk.ui.widgets.paint import area, smooth


class _Letter(QAbstractButton):
    def __init__(self, look: Look, size: TextSize, name: str) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self.setText("A")
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setChecked(self._look.text_size is self._size)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for a finger."""
        side = self._letter_px() + self._look.px(14)
        return QSize(max(self._look.target(52), side), max(self._look.target(48), side))

    def _letter_px(self) -> int:
        # Half as much as the words around it: the largest must not burst the panel.
        return self._look.partly_grown(17 * self._size / 100)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letter in its size, on ink where it is in use."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        on = self.isChecked()
        if on:
            area(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), look.px(9), look.color("ink"))
        painter.setPen(look.color("card" if on else "ink"))
        font = look.font(17, Weight.BOLD)
        font.setPixelSize(self._letter_px())
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "A")


class TextSizeChoice(OneOf):
    """A letter for each size, from the smallest to the largest."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Row(look, 0))
        self.letters = [_Letter(look, size, self._name(size)) for size in TextSize]
        for letter, size in zip(self.letters, TextSize, strict=True):
            self.add(letter, partial(look.set_text_size, size))

    def _name(self, size: TextSize) -> str:
        return self.tr("Text size {percent} percent").format(percent=int(size))
