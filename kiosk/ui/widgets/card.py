"""One card of the board: a button with a name, a place and a press action."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.core.lesson import Item
from kiosk.ui import art
from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.card_words import CardWords
from kiosk.ui.widgets.paint import area, disc, smooth, stripes
from kiosk.ui.widgets.readable import Mark
from kiosk.ui.widgets.tall_button import said_of

_DOTS_WIDE = 44
"""What a finger needs, though the dots themselves are narrower."""


class Stand(Enum):
    """How a card stands. ``TALK`` is of a card that is talked about and not scored."""

    FREE = auto()
    HELD = auto()
    GHOST = auto()
    RIGHT = auto()
    MISS = auto()
    TALK = auto()


_MARKS = {
    Stand.RIGHT: ("check", "right", "right-soft"),
    Stand.MISS: ("cross", "miss", "miss-soft"),
    Stand.TALK: ("chat", "soft", "track"),
}


_LOOKS_OTHERWISE = {
    QEvent.Type.HoverEnter,
    QEvent.Type.HoverLeave,
    QEvent.Type.EnabledChange,
}


class Card(QAbstractButton):
    """A card. It tells what a hand does to it; the board decides what that means.

    Positions in its signals are in the board's coordinates. ``clicked`` comes
    from assistive technology alone. A card that is ``locked`` was right at an
    earlier check and stays.
    """

    pressed_at = Signal(QPoint)
    dragged_to = Signal(QPoint)
    released_at = Signal(QPoint)
    pressed_again = Signal(QPoint)
    menu_asked = Signal()

    def __init__(self, look: Look, item: Item, words: CardWords, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.locked = False
        self._look = look
        self._words = words
        self._scale = 1.0
        self._stand = Stand.FREE
        self._shown = (Stand.FREE, False)
        self._pixels: QPixmap | None = None
        self.dots = CardDots(self.tr("Move {card}").format(card=item.title), self)
        self.dots.clicked.connect(self.menu_asked)
        self.setText(item.title)
        self.setAccessibleName(item.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._pixels = None
        self._show_dots()
        self.update()

    @property
    def stand(self) -> Stand:
        """How the card stands."""
        return self._stand

    def show_stand(self, stand: Stand, description: str) -> None:
        """Show how the card stands and speak where it is."""
        if (stand, self.locked) != self._shown:
            self._stand = stand
            self._shown = (stand, self.locked)
            self._restyle()
        self.setAccessibleDescription(description)

    def aloud(self) -> str:
        """Return what a voice says of the card: where it stands is seen of those that are free."""
        return said_of(self) if self._stand in _MARKS else f"{self.item.title}."

    def mark_aloud(self, _mark: Mark | None) -> None:
        """Show nothing: a title is soon said."""

    @property
    def letters(self) -> float:
        """How the letters are scaled."""
        return self._scale

    def set_letters(self, scale: float) -> None:
        """Scale the letters, as the card's zone asks for."""
        if scale != self._scale:
            self._scale = scale
            self._restyle()

    def _show_dots(self) -> None:
        signs = self._words.signs(self.width(), self._scale)
        wide = max(_DOTS_WIDE, self._look.partly_grown(signs.after + 4))
        self.dots.setGeometry(self.width() - wide, 0, wide, self.height())
        self.dots.setVisible(self._moves())

    def _moves(self) -> bool:
        return self.isEnabled() and not self.locked and self._stand is not Stand.GHOST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew at another size."""
        super().resizeEvent(event)
        self._restyle()

    def event(self, event: QEvent) -> bool:
        """Draw anew as a pointer comes and goes, and where nothing can be moved."""
        if event.type() in _LOOKS_OTHERWISE:
            self._pixels = None
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a press by the first button or a finger."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed_at.emit(self._on_board(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell of the second press of two quick ones."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed_again.emit(self._on_board(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where a pressed pointer is."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged_to.emit(self._on_board(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer was let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.released_at.emit(self._on_board(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the menu to the second button; the menu key comes through the board."""
        if event.reason() is QContextMenuEvent.Reason.Mouse and not self.locked:
            self.menu_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the board: what a key means depends on what is held."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the board."""
        event.ignore()

    def on_dots(self, at: QPoint) -> bool:
        """Whether a point, in the board's coordinates, is on the dots that open the menu."""
        inside = self.mapFromParent(at)
        return not self.dots.isHidden() and self.dots.geometry().contains(inside)

    def _on_board(self, event: QMouseEvent) -> QPoint:
        return self.mapToParent(event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the card's face, which is drawn once for each way that it stands."""
        if self._pixels is None:
            self._pixels = self._drawn()
        ratio = self._pixels.devicePixelRatio()
        box = QRectF(event.rect())
        part = QRectF(box.topLeft() * ratio, box.size() * ratio)
        QPainter(self).drawPixmap(box, self._pixels, part)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixels = QPixmap(self.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        smooth(painter)
        if self._stand is Stand.GHOST:
            self._draw_ghost(painter)
        else:
            self.draw_face(painter, self.rect())
        painter.end()
        return pixels

    def draw_face(self, painter: QPainter, box: QRect) -> None:
        """Draw the card's face into a box of any painter."""
        look = self._look
        fill, edge = self._colors()
        radius = look.corner(Corner.CARD)
        shadow = QRectF(box).adjusted(0, look.px(1), 0, 0)
        area(painter, shadow, radius, look.mixed("line", "line-strong", 0.35))
        area(painter, QRectF(box).adjusted(0, 0, 0, -look.px(2)), radius, fill, edge)
        if self._stand is Stand.MISS:
            stripes(painter, QRectF(box), radius, look.mixed("miss-soft", "miss", 0.12), 3)
        self._draw_signs(painter, box)
        painter.setPen(look.color("ink"))
        self._draw_words(painter, box)

    def _draw_words(self, painter: QPainter, box: QRect) -> None:
        font, flags = self._words.letters(self.text(), box.width(), self._scale)
        room = self._words.laid(self.text(), box, self._scale)
        painter.setFont(font)
        painter.drawText(room.adjusted(0, 0, 2, -self._look.px(2)), flags, self.text())

    def _colors(self) -> tuple[QColor, QPen]:
        look = self._look
        thin, wide = look.edge(1), look.edge(3)
        if self._stand is Stand.HELD:
            return look.color("primary-soft"), QPen(look.color("primary"), wide)
        if self._stand in _MARKS:
            _, ink, soft = _MARKS[self._stand]
            return look.color(soft), QPen(look.color(ink), thin)
        edge = look.color("primary" if self.underMouse() else "line-strong")
        return look.color("card"), QPen(edge, thin)

    def _draw_signs(self, painter: QPainter, box: QRect) -> None:
        look, signs = self._look, self._words.signs(box.width(), self._scale)
        marked = self._stand in _MARKS
        spot = self._words.sign(box, self._scale, mark=marked)
        if marked:
            icon, ink, _ = _MARKS[self._stand]
            disc(painter, icon, spot, look.color(ink), look.color("card"))
        else:
            art.draw_icon(painter, "grip", spot, look.color("line-strong"))
        if self._moves():
            side = look.partly_grown(signs.dots)
            dots = QRectF(0, 0, side, side)
            middle = box.right() + 1 - look.partly_grown(signs.after) / 2
            dots.moveCenter(QPointF(middle, spot.center().y()))
            art.draw_icon(painter, "more", dots, look.color("soft"))

    def _draw_ghost(self, painter: QPainter) -> None:
        look = self._look
        pen = QPen(look.color("line-strong"), look.edge(1.5), Qt.PenStyle.DashLine)
        area(
            painter,
            QRectF(self.rect()),
            look.corner(Corner.CARD),
            look.mixed("paper", "card", 0.4),
            pen,
        )
        painter.setPen(look.color("line-strong"))
        self._draw_words(painter, self.rect())


class CardDots(QAbstractButton):
    """The way into a card's menu for those who press by name; the card draws the dots.

    A pointer goes through it, so that a card can be pulled by its dots too.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the drawing to the card."""
