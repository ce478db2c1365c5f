"""Why a card is right or worth another look, beside the card that was just placed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_WIDEST = 420
_AWAY = 6
_EDGES = {True: "right", False: "miss", None: "line-strong"}


class ReasonNote(QWidget):
    """A small panel over the board. It takes no focus; a press on it closes it."""

    def __init__(self, look: Look, board: QWidget) -> None:
        super().__init__(board)
        self._look = look
        self._correct: bool | None = None
        self._verdict = Verdict(look)
        self._words = Text(look, Role.SMALL, color="ink")
        column = Column(look, 8, (18, 14, 18, 16))
        self.setLayout(column)
        column.addWidget(self._verdict)
        column.addWidget(self._words)
        self.hide()

    def tell(self, verdict: str, correct: bool | None, words: str) -> None:  # noqa: FBT001 - data
        """Take the words; ``point_at`` shows them."""
        self._correct = correct
        self._verdict.show_verdict(verdict, correct)
        self._words.show_text(words)

    def point_at(self, card: QRect, zone: QRect) -> None:
        """Show the note below a card, or above it where there is no room, within its zone."""
        width = min(zone.width() - 2 * self._look.px(10), self._look.px(_WIDEST))
        layout = self.layout()
        high = layout.heightForWidth(width) if layout is not None else 0
        left = min(max(card.left(), zone.left()), zone.right() - width)
        top = card.bottom() + self._look.px(_AWAY)
        if top + high > zone.bottom():
            top = max(0, card.top() - self._look.px(_AWAY) - high)
        self.setGeometry(QRect(QPoint(left, top), QSize(width, high)))
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        event.accept()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel with the verdict's edge."""
        painter = QPainter(self)
        smooth(painter)
        look = self._look
        edge = QPen(look.color(_EDGES[self._correct]), look.px(2))
        area(painter, QRectF(self.rect()), look.px(14), look.color("card"), edge)
