"""Words to press that lead somewhere else; long ones go on in the next line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind

_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Link(Button):
    """A button that looks like a link and wraps."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__(look, Kind.LINK, text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return room for all on one line."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        width = words + 4
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return max(self._look.target(48), self._lines(width).height() + 12)

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word: only between words is a line broken."""
        metrics = self.fontMetrics()
        words = (metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(max(words, default=0) + 4, self._look.target(48))

    def _lines(self, width: int) -> QRect:
        room = QRect(0, 0, width, 10_000)
        return self.fontMetrics().boundingRect(room, _FLAGS, self.text())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, underlined."""
        deep, painter = self.isDown() or self.underMouse(), QPainter(self)
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._look.color("primary-deep" if deep else "primary"))
        painter.drawText(self.rect(), _FLAGS, self.text())
