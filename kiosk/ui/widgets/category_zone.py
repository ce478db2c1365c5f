"""A place to put cards: a category, or the bank that they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.frame import draw_frame
from kiosk.ui.widgets.paint import area, fitted, smooth

_RADIUS = 20
_BAND, _CURVE = 6, 11
_PAN_FROM = 8
_CATEGORY_TITLE, _BANK_TITLE = (8, 44), (6, 36)
"""Above the title's line and its height, as written at 1280 x 800."""


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
    and keys go to the board. ``panned`` tells how far a finger on the ground
    goes up, in pixels, where there is more to see than fits: in a zone that ``pans``.
    """

    tapped = Signal()
    panned = Signal(int)

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
        self._lines: dict[tuple[int, int, str], QRect] = {}
        self._pressed: QPoint | None = None
        self._panning = False
        self.pans = False
        self.setText(face.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._lines = {}
        self.update()

    def show_count(self, shown: str, spoken: str) -> None:
        """Show a count in the corner and speak name and count."""
        if shown != self._count:
            self._count = shown
            self.update()
        self.setAccessibleName(spoken)

    def show_welcome(self, welcome: Welcome, slot: QRect | None, hint: str) -> None:
        """Show whether the zone would take the held card, and where (in its own coordinates)."""
        before = (self._welcome, self._slot, self._hint)
        if before == (welcome, slot, hint):
            return
        if (before[0] is Welcome.CHOSEN) != (welcome is Welcome.CHOSEN):
            self.update(self._edges())
        for spot in (self._slot, slot):
            if spot is not None:
                self.update(spot)
        self._welcome, self._slot, self._hint = welcome, slot, hint

    def _edges(self) -> QRegion:
        # What an edge of another width can touch: a band, and the corners' curves.
        band, corner = self._look.px(_BAND) + 1, self._look.px(_CURVE)
        box = self.rect()
        region = QRegion(box) - QRegion(box.adjusted(band, band, -band, -band))
        right, bottom = box.right() - corner + 1, box.bottom() - corner + 1
        for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
            region += QRegion(x, y, corner, corner)
        return region

    def header_height(self, size: QSize) -> int:
        """Return how much of a zone of that size the title takes, from the top."""
        return self._title_line(size).bottom() + self._look.px(2 if self.place is None else 5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that the release comes here."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._panning = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll by a finger that goes up or down on the ground."""
        at = event.position().toPoint()
        if self._pressed is None:
            return
        by = self._pressed.y() - at.y()
        self._panning = self._panning or (self.pans and abs(by) > self._look.px(_PAN_FROM))
        if self._panning:
            self._pressed = at
            self.panned.emit(by)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a tap that ends where it began."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, self._pressed = self._pressed, None
        inside = self.rect().contains(event.position().toPoint())
        if pressed is not None and inside and not self._panning:
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
        painter.setClipRegion(event.region())
        self._draw_ground(painter, event.rect())
        smooth(painter)
        self._draw_slot(painter)
        if event.region().intersects(self._title_line(self.size())):
            self._draw_header(painter)

    def _draw_ground(self, painter: QPainter, asked: QRect) -> None:
        radius, edge = self._look.px(_RADIUS), self._edge()
        band = self._look.px(_BAND)
        if self.rect().adjusted(band, radius, -band, -radius).contains(asked):
            painter.fillRect(asked, self._fill())
        elif edge.style() is Qt.PenStyle.SolidLine:
            draw_frame(painter, self.rect(), radius, self._fill(), edge)
        else:
            smooth(painter)
            area(painter, QRectF(self.rect()), radius, self._fill(), edge)

    def _fill(self) -> QColor:
        return self._look.color("bar" if self.place is None else f"{self._color}-soft")

    def _edge(self) -> QPen:
        look, chosen = self._look, self._welcome is Welcome.CHOSEN
        if self.place is not None:
            return QPen(look.color(self._color), look.edge(5 if chosen else 2))
        ink = look.color("ink" if chosen else "line-strong")
        return QPen(ink, look.edge(3 if chosen else 2), Qt.PenStyle.DashLine)

    def _ink(self) -> QColor:
        return self._look.color("soft" if self.place is None else self._color)

    def _title_font(self, room: QSize) -> QFont:
        size, weight = (18, Weight.SEMIBOLD) if self.place is None else (21, Weight.HEAVY)
        return fitted(self._look, size, weight, self.text(), room)

    def _title_line(self, size: QSize) -> QRect:
        # Kept, as it is asked for at every move of a card over the zone.
        key = (size.width(), size.height(), self._count)
        if key not in self._lines:
            self._lines = {key: self._measured_line(size)}
        return self._lines[key]

    def _measured_line(self, size: QSize) -> QRect:
        look, pad = self._look, self._look.px(18)
        top, high = _BANK_TITLE if self.place is None else _CATEGORY_TITLE
        line = QRect(pad, look.px(top), size.width() - 2 * pad, size.height() * 2 // 5)
        words = self._words_room(line)
        box = QRect(0, 0, words.width(), words.height())
        metrics = QFontMetrics(self._title_font(words.size()))
        needed = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, self.text()).height()
        line.setHeight(max(look.px(high), needed))
        return line

    def _words_room(self, line: QRect) -> QRect:
        return line.adjusted(self._icon_room(), 0, -self._count_width() - self._look.px(8), 0)

    def _icon_room(self) -> int:
        return self._look.px(36) if self._icon else 0

    def _count_width(self) -> int:
        width = self._look.metrics(17, Weight.BOLD).horizontalAdvance(self._count or "00")
        if self.place is None:
            return width
        return max(width + self._look.px(20), self._look.px(34))

    def _draw_header(self, painter: QPainter) -> None:
        look, line = self._look, self._title_line(self.size())
        if self._icon:
            side = look.px(26)
            spot = QRectF(line.left(), line.center().y() - side / 2, side, side)
            art.draw_icon(painter, self._icon, spot, self._ink())
        self._draw_count(painter, line)
        painter.setPen(self._ink())
        room = self._words_room(line)
        painter.setFont(self._title_font(room.size()))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self.text())

    def _draw_count(self, painter: QPainter, line: QRect) -> None:
        look, width = self._look, self._count_width()
        high = (
            line.height()
            if self.place is None
            else max(look.px(30), look.metrics(17, Weight.BOLD).height())
        )
        box = QRectF(line.right() - width, line.center().y() - high / 2, width, high)
        if self.place is not None:
            pen = QPen(self._ink(), look.edge(1.2))
            area(painter, box, look.px(9), look.color("card"), pen)
        painter.setPen(self._ink())
        painter.setFont(look.font(17, Weight.BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._count)

    def _draw_slot(self, painter: QPainter) -> None:
        if self._slot is None or self._welcome is Welcome.NONE:
            return
        look = self._look
        pen = QPen(self._ink(), look.px(2), Qt.PenStyle.DashLine)
        area(painter, QRectF(self._slot), look.px(12), look.mixed("card", "paper", 0.2), pen)
        painter.setPen(self._ink())
        painter.setFont(look.font(17, Weight.SEMIBOLD))
        painter.drawText(self._slot, Qt.AlignmentFlag.AlignCenter, self._hint)
