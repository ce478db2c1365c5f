"""The learner's text size: a letter for each, the one in use marked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kiosk.ui.theme import Look, TextSize, Weight
from kiosk.ui.widgets.layout import Row
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
        return QSize(self._look.target(52), self._look.target(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        smooth(painter)
        on = self.isChecked()
        if on:
            area(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), look.px(9), look.color("ink"))
        painter.setPen(look.color("card" if on else "ink"))
        font = look.font(17, Weight.BOLD)
        font.setPixelSize(look.px(17 * self._size / 100))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "A")


class TextSizeChoice(QWidget):
    """A letter for each size. ``first_focus`` is the one in use."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        row = Row(look, 0)
        self.setLayout(row)
        for size in TextSize:
            name = self.tr("Text size {percent} percent").format(percent=int(size))
            letter = _Letter(look, size, name)
            # Not 'clicked': assistive technology checks a letter without a click.
            letter.toggled.connect(partial(self._choose, letter, size))
            self._group.addButton(letter)
            row.addWidget(letter)
        look.changed.connect(self.update)

    @property
    def letters(self) -> list[QAbstractButton]:
        """The letters, from the smallest to the largest."""
        return self._group.buttons()

    def first_focus(self) -> QAbstractButton:
        """Return the letter of the size in use."""
        return self._group.checkedButton()

    def _choose(self, letter: QAbstractButton, size: TextSize, *_checked: object) -> None:
        if letter.isChecked():
            self._look.set_text_size(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground that the letters share."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        edge = QPen(look.color("line-strong"), look.edge(1))
        area(painter, QRectF(self.rect()), look.px(12), look.color("card"), edge)
