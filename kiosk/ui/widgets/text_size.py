"""The learner's text size: a tool in the bar, three letters on the first screen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from kiosk.ui.theme import Look, TextSize, Weight
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.paint import area, smooth

_ORDER = tuple(TextSize)


class TextSizeButton(Button):
    """Goes to the next text size at each press, and from the largest to the normal one."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, Kind.TOOL, "Aa")
        self._sizes = look
        self.setAccessibleName(self.tr("Text size"))
        self.clicked.connect(self._next)
        look.changed.connect(self._tell)
        self._tell()

    @Slot()
    def _next(self) -> None:
        at = _ORDER.index(self._sizes.text_size)
        self._sizes.set_text_size(_ORDER[(at + 1) % len(_ORDER)])

    @Slot()
    def _tell(self) -> None:
        size = int(self._sizes.text_size)
        self.setAccessibleDescription(self.tr("{percent} percent").format(percent=size))


class _Letter(QAbstractButton):
    def __init__(self, look: Look, size: TextSize, name: str) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self.setText("A")
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        font.setPixelSize(round(look.px(17) * (1 + (self._size - 100) / 60)))
        painter.setFont(font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "A")


class TextSizeChoice(QWidget):
    """Three letters, the one in use marked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._group = QButtonGroup(self)
        row = Row(look, 0)
        self.setLayout(row)
        names = (self.tr("Normal text"), self.tr("Large text"), self.tr("Largest text"))
        for size, name in zip(_ORDER, names, strict=True):
            letter = _Letter(look, size, name)
            letter.clicked.connect(partial(self._choose, size))
            self._group.addButton(letter)
            row.addWidget(letter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def _choose(self, size: TextSize, *_checked: object) -> None:
        self._look.set_text_size(size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground that the letters share."""
        painter = QPainter(self)
        smooth(painter)
        box = QRectF(self.rect())
        look = self._look
        area(painter, box, look.px(12), look.color("card"), look.color("line-strong"))
