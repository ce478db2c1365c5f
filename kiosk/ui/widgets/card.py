"""One card of the board: a button with a name, a place and a press action."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.core.lesson import Item
from kiosk.ui import art
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.paint import area, disc, fitted, smooth, stripes

_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_GRIP_ROOM = 44
_GRIP_FROM_WIDTH = 190


class Stand(Enum):
    """How a card stands."""

    FREE = auto()
    HELD = auto()
    GHOST = auto()
    RIGHT = auto()
    MISS = auto()


class Card(QAbstractButton):
    """A card. It tells what a hand does to it; the board decides what that means.

    Positions in its signals are in the board's coordinates. ``clicked`` comes
    from assistive technology alone.
    """

    pressed_at = Signal(QPoint)
    dragged_to = Signal(QPoint)
    released_at = Signal(QPoint)
    focus_lost = Signal()

    def __init__(self, look: Look, item: Item, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._look = look
        self._stand = Stand.FREE
        self._fonts: dict[QSize, QFont] = {}
        self.setText(item.title)
        self.setAccessibleName(item.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._fonts = {}
        self.update()

    @property
    def stand(self) -> Stand:
        """How the card stands."""
        return self._stand

    def show_stand(self, stand: Stand, description: str) -> None:
        """Show how the card stands and speak where it is."""
        if self._stand is not stand:
            self._stand = stand
            self.update()
        self.setAccessibleDescription(description)

    @property
    def locked(self) -> bool:
        """Whether the card was right before and stays."""
        return self._stand is Stand.RIGHT

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a press by the first button or a finger."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed_at.emit(self._on_board(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where a pressed pointer is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged_to.emit(self._on_board(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer was let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released_at.emit(self._on_board(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the board: what a key means depends on what is held."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the board."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell when the window went away under a drag."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.focus_lost.emit()

    def _on_board(self, event: QMouseEvent) -> QPoint:
        return self.mapToParent(event.position().toPoint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card as it stands."""
        painter = QPainter(self)
        smooth(painter)
        if self._stand is Stand.GHOST:
            self._draw_ghost(painter)
        else:
            self.draw_face(painter, self.rect())

    def draw_face(self, painter: QPainter, box: QRect) -> None:
        """Draw the card's face into a box of any painter."""
        look = self._look
        fill, edge = self._colors()
        radius = look.px(12)
        shadow = QRectF(box).adjusted(0, look.px(1), 0, 0)
        area(painter, shadow, radius, look.mixed("line", "line-strong", 0.35))
        area(painter, QRectF(box).adjusted(0, 0, 0, -look.px(2)), radius, fill, edge)
        if self._stand is Stand.MISS:
            stripes(painter, QRectF(box), radius, look.mixed("miss-soft", "miss", 0.12), 3)
        left = self._draw_sign(painter, box)
        painter.setPen(look.color("ink"))
        words = box.adjusted(left, 0, -look.px(4), -look.px(2))
        painter.setFont(self._fitted(words.size()))
        painter.drawText(words, _WORDS, self.text())

    def _fitted(self, room: QSize) -> QFont:
        # Kept, as a card is drawn at every move of another one over it.
        if room not in self._fonts:
            self._fonts = {room: fitted(self._look, 18, Weight.SEMIBOLD, self.text(), room)}
        return self._fonts[room]

    def _colors(self) -> tuple[QColor, QPen]:
        look = self._look
        thin, wide = max(1, look.px(1)), look.px(3)
        if self._stand is Stand.HELD:
            return look.color("primary-soft"), QPen(look.color("primary"), wide)
        if self._stand is Stand.RIGHT:
            return look.color("right-soft"), QPen(look.color("right"), thin)
        if self._stand is Stand.MISS:
            return look.color("miss-soft"), QPen(look.color("miss"), thin)
        edge = look.color("primary" if self.underMouse() else "line-strong")
        return look.color("card"), QPen(edge, thin)

    def _draw_sign(self, painter: QPainter, box: QRect) -> int:
        look = self._look
        roomy = box.width() >= look.px(_GRIP_FROM_WIDTH)
        side = look.px(24 if roomy else 20)
        inset = look.px(14 if roomy else 8)
        spot = QRectF(box.left() + inset, box.center().y() - side / 2, side, side)
        if self._stand is Stand.RIGHT:
            disc(painter, "check", spot, look.color("right"), look.color("card"))
        elif self._stand is Stand.MISS:
            disc(painter, "cross", spot, look.color("miss"), look.color("card"))
        elif roomy:
            art.draw_icon(painter, "grip", spot, look.color("line-strong"))
        else:
            return look.px(10)
        return look.px(_GRIP_ROOM if roomy else 32)

    def _draw_ghost(self, painter: QPainter) -> None:
        look = self._look
        pen = QPen(look.color("line-strong"), max(1, look.px(1.5)), Qt.PenStyle.DashLine)
        area(painter, QRectF(self.rect()), look.px(12), look.mixed("paper", "card", 0.4), pen)
        painter.setPen(look.color("line-strong"))
        painter.setFont(look.font(18, Weight.SEMIBOLD))
        roomy = self.width() >= look.px(_GRIP_FROM_WIDTH)
        left = look.px(_GRIP_ROOM if roomy else 10)
        painter.drawText(self.rect().adjusted(left, 0, -look.px(10), 0), _WORDS, self.text())
