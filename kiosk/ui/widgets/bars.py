"""The bars at the top and the bottom of a learner's screen, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.layout import Row

TOP_HEIGHT = 72
BOTTOM_HEIGHT = 96


class _Bar(QWidget):
    def __init__(self, look: Look, height: float) -> None:
        super().__init__()
        self._look = look
        self._height = height
        self.row = Row(look, 16, (40, 0, 40, 0))
        self.setLayout(self.row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(self._height))
        self.update()

    def _draw_ground(self, painter: QPainter, line_y: float) -> None:
        painter.fillRect(self.rect(), self._look.color("bar"))
        painter.fillRect(QRectF(0, line_y, self.width(), 1), self._look.color("line"))


class TopBar(_Bar):
    """What it is and where you are, then the tools."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, TOP_HEIGHT)
        self._heading = Heading(look)
        self.row.addWidget(self._heading, 1)

    def fill(self, *tools: QWidget) -> None:
        """Put tools at the right end."""
        for tool in tools:
            self.row.addWidget(tool)

    def show_place(self, title: str, where: str) -> None:
        """Show what this is and where in it the learner stands."""
        self._heading.show_place(title, where)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        self._draw_ground(QPainter(self), self.height() - 1)


class BottomBar(_Bar):
    """Back at the left, next at the right, progress between."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, BOTTOM_HEIGHT)

    def fill(self, *parts: QWidget | None) -> None:
        """Lay the parts out from left to right; ``None`` is a gap that grows."""
        for part in parts:
            if part is None:
                self.row.addStretch(1)
            else:
                self.row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def needed_width(self) -> int:
        """Return the width that everything shown now takes, in pixels."""
        self.row.invalidate()
        return self.row.minimumSize().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        self._draw_ground(QPainter(self), 0)


class Heading(QWidget):
    """A bold title and a quiet place beside it, shortened at the end before it is ever cut."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = ""
        self._where = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_place(self, title: str, where: str) -> None:
        """Show and speak both."""
        self._title, self._where = title, where
        self.setAccessibleName(f"{title}, {where}" if where else title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for both."""
        title = self._look.metrics(20, Weight.BOLD).horizontalAdvance(self._title)
        where = self._look.metrics(17).horizontalAdvance(self._where)
        return QSize(title + where + self._look.px(18), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both on one line."""
        painter = QPainter(self)
        bold = self._look.metrics(20, Weight.BOLD)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        title = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
        painter.setFont(self._look.font(20, Weight.BOLD))
        painter.setPen(self._look.color("ink"))
        painter.drawText(self.rect(), flags, title)
        left = bold.horizontalAdvance(title) + self._look.px(18)
        room = self.rect().adjusted(left, self._look.px(2), 0, 0)
        painter.setFont(self._look.font(17))
        painter.setPen(self._look.color("soft"))
        quiet = self._look.metrics(17)
        where = quiet.elidedText(self._where, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, where)
