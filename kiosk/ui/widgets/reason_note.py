"""Why a card is right or worth another look, beside the card that was just placed or below all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict

_WIDEST, _NARROWEST = 420, 300
_AWAY = 6
_EDGES = {True: "right", False: "miss", None: "line-strong"}


class ReasonNote(QWidget):
    """A small panel over the board. It takes no focus; ``closed`` is sent as it is pressed."""

    closed = Signal()

    def __init__(self, look: Look, board: QWidget) -> None:
        super().__init__(board)
        self._look = look
        self._board = board
        self._correct: bool | None = None
        self._verdict = Verdict(look)
        self._text = Text(look, Role.SMALL, color="ink")
        self._title = Text(look, Role.BAR_TITLE)
        column = Column(look, 0, (18, 14, 18, 16))
        self.setLayout(column)
        line = Fold(look, 12)
        line.add(self._verdict)
        self._told = QWidget()
        words = Column(look, 2)
        self._told.setLayout(words)
        words.addWidget(self._title)
        words.addWidget(self._text)
        line.add(self._told, 1, _NARROWEST)
        column.addLayout(line)
        self.hide()

    @property
    def words(self) -> str:
        """What is told."""
        return self._text.accessibleName()

    def tell(self, verdict: str, correct: bool | None, words: str) -> None:  # noqa: FBT001 - data
        """Take the words; ``point_at`` or ``lie_below`` shows them."""
        self._correct = correct
        self._verdict.show_verdict(verdict, correct)
        self._text.show_text(words)

    def point_at(self, card: QRect, taken: Iterable[QRect]) -> bool:
        """Show the note beside a card, if there is a place for it on the board.

        Args:
            card: where the card lies.
            taken: what the note must not lie over, in the board's coordinates.

        Returns:
            Whether there is; where there is none, the note stays hidden.
        """
        self._name_card("")
        width = min(self._look.px(_WIDEST), max(card.width(), self._look.px(_NARROWEST)))
        size, ground = QSize(width, self.height_for(width)), self._board.rect()
        around = [card, *taken]
        for spot in _around(card, size, self._look.px(_AWAY)):
            inside = _inside(spot, ground)
            if ground.contains(inside) and not any(inside.intersects(box) for box in around):
                self._show_at(inside)
                return True
        self.hide()
        return False

    def lie_below(self, card: str) -> int:
        """Show the note along the foot of the board. Returns its height in pixels.

        Args:
            card: the title of the card that it speaks of, as it lies beside none.
        """
        self._name_card(card)
        ground = self._board.rect()
        high = self.height_for(ground.width())
        self._show_at(QRect(0, ground.bottom() + 1 - high, ground.width(), high))
        return high

    def height_for(self, width: int) -> int:
        """Return how high the note is at a width, in pixels."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 0

    def _name_card(self, title: str) -> None:
        self._title.show_text(title)
        self._title.setVisible(bool(title))
        # Measured at once: no event will have told the layout around of other words yet.
        self._told.updateGeometry()

    def _show_at(self, box: QRect) -> None:
        self.setGeometry(box)
        self.show()
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        event.accept()
        self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel with the verdict's edge."""
        painter = QPainter(self)
        smooth(painter)
        look = self._look
        edge = QPen(look.color(_EDGES[self._correct]), look.px(2))
        area(painter, QRectF(self.rect()), look.corner(Corner.BUTTON), look.color("card"), edge)


def _around(card: QRect, size: QSize, away: int) -> Iterator[QRect]:
    for left in (card.left(), card.right() + 1 - size.width()):
        yield QRect(QPoint(left, card.bottom() + 1 + away), size)
        yield QRect(QPoint(left, card.top() - away - size.height()), size)
    yield QRect(QPoint(card.right() + 1 + away, card.top()), size)
    yield QRect(QPoint(card.left() - away - size.width(), card.top()), size)


def _inside(spot: QRect, ground: QRect) -> QRect:
    left = max(ground.left(), min(spot.left(), ground.right() + 1 - spot.width()))
    top = max(ground.top(), min(spot.top(), ground.bottom() + 1 - spot.height()))
    return QRect(QPoint(left, top), spot.size())
