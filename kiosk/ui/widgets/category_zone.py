"""A place to put cards: a category, or the bank that they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.paint import area, fitted, smooth


class Welcome(Enum):
    """What a zone says to a card: nothing is held; it would take it; it is the one chosen."""

    NONE = auto()
    OPEN = auto()
    CHOSEN = auto()


@dataclass(frozen=True, slots=True)
class ZoneFace:
    """What a zone is called and how it is marked; ``color`` is a name of the theme."""

    place: str | None
    title: str
    icon: str | None
    color: str


class CategoryZone(QAbstractButton):
    """A zone with its title and count. Tapped, it takes what is held.

    ``clicked`` comes from assistive technology alone; a pointer gives ``tapped``
    and keys go to the board.
    """

    tapped = Signal()

    def __init__(self, look: Look, face: ZoneFace, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = face.place
        self._look = look
        self._icon = face.icon
        self._color = face.color
        self._count = ""
        self._welcome = Welcome.NONE
        self._slot: QRect | None = None
        self._hint = ""
        self.setText(face.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.update()

    def show_count(self, shown: str, spoken: str) -> None:
        """Show a count in the corner and speak name and count."""
        if shown != self._count:
            self._count = shown
            self.update()
        self.setAccessibleName(spoken)

    def show_welcome(self, welcome: Welcome, slot: QRect | None, hint: str) -> None:
        """Show whether the zone would take the held card, and where (in its own coordinates)."""
        if (welcome, slot, hint) != (self._welcome, self._slot, self._hint):
            self._welcome, self._slot, self._hint = welcome, slot, hint
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a tap that ends where it began."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside:
            self.tapped.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the board: what a key means depends on what is held."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the board."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the zone as it stands."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        smooth(painter)
        if self.place is None:
            self._draw_bank(painter)
        else:
            self._draw_category(painter)
        self._draw_slot(painter)
        header = QRect(0, 0, self.width(), self._look.px(64))
        if event.rect().intersects(header):
            self._draw_header(painter)

    def _draw_bank(self, painter: QPainter) -> None:
        look = self._look
        chosen = self._welcome is Welcome.CHOSEN
        pen = QPen(look.color("ink" if chosen else "line-strong"), look.px(3 if chosen else 2))
        pen.setStyle(Qt.PenStyle.DashLine)
        area(painter, QRectF(self.rect()), look.px(20), look.color("bar"), pen)

    def _draw_category(self, painter: QPainter) -> None:
        look = self._look
        chosen = self._welcome is Welcome.CHOSEN
        pen = QPen(look.color(self._color), look.px(5 if chosen else 2))
        fill = look.color(f"{self._color}-soft")
        if chosen:
            fill = look.mixed(f"{self._color}-soft", self._color, 0.08)
        area(painter, QRectF(self.rect()), look.px(20), fill, pen)

    def _ink(self) -> QColor:
        return self._look.color("soft" if self.place is None else self._color)

    def _draw_header(self, painter: QPainter) -> None:
        look, pad = self._look, self._look.px(18)
        top, high = (6, 36) if self.place is None else (10, 46)
        line = QRect(pad, look.px(top), self.width() - 2 * pad, look.px(high))
        left = line.left()
        if self._icon:
            side = look.px(26)
            spot = QRectF(left, line.center().y() - side / 2, side, side)
            painter.setPen(QPen(self._ink(), look.px(2.4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            art.draw_icon(painter, self._icon, spot, self._ink())
            left += side + look.px(10)
        count_width = self._draw_count(painter, line)
        painter.setPen(self._ink())
        size = 18 if self.place is None else 21
        weight = Weight.SEMIBOLD if self.place is None else Weight.HEAVY
        room = QRect(line)
        room.setLeft(round(left))
        room.setRight(line.right() - count_width - look.px(8))
        painter.setFont(fitted(look, size, weight, self.text(), room.size()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.text())

    def _draw_count(self, painter: QPainter, line: QRect) -> int:
        look = self._look
        font = look.font(17, Weight.BOLD)
        width = look.metrics(17, Weight.BOLD).horizontalAdvance(self._count)
        if self.place is not None:
            width = max(width + look.px(20), look.px(34))
            high = look.px(30)
            box = QRectF(line.right() - width, line.center().y() - high / 2, width, high)
            pen = QPen(self._ink(), max(1, look.px(1.2)))
            area(painter, box, look.px(9), look.color("card"), pen)
        else:
            box = QRectF(line.right() - width, line.top(), width, line.height())
        painter.setPen(self._ink())
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._count)
        return round(width)

    def _draw_slot(self, painter: QPainter) -> None:
        if self._slot is None or self._welcome is Welcome.NONE:
            return
        look = self._look
        pen = QPen(self._ink(), look.px(2), Qt.PenStyle.DashLine)
        area(painter, QRectF(self._slot), look.px(12), look.mixed("card", "paper", 0.2), pen)
        painter.setPen(self._ink())
        painter.setFont(look.font(17, Weight.SEMIBOLD))
        painter.drawText(self._slot, Qt.AlignmentFlag.AlignCenter, self._hint)
