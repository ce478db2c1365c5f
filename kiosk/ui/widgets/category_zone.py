"""A place to put cards: a category, or the bank that they come from."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.frame import Frame, draw_frame
from kiosk.ui.widgets.readable import Mark
from kiosk.ui.widgets.tall_button import said_of
from kiosk.ui.widgets.zone_edge import ZoneEdge, ring
from kiosk.ui.widgets.zone_header import TitleLine, ZoneCount, ZoneFace, ZoneHeader

_RADIUS = 20
_SLOT_RADIUS, _SLOT_EDGE = 12, 2
_CATEGORY_EDGE, _BANK_EDGE = (2, 5), (2, 3)
"""How wide an edge is at rest, and under a card that the zone would take."""
_PAN_FROM = 8
_HINT = (17, Weight.SEMIBOLD)


class Welcome(Enum):
    """What a zone says to a card: nothing is held; it would take it; it is the one chosen."""

    NONE = auto()
    OPEN = auto()
    CHOSEN = auto()


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
        self._color = face.color
        self._welcome = Welcome.NONE
        edge = _BANK_EDGE if face.place is None else _CATEGORY_EDGE
        self._edge_line = ZoneEdge(look, *edge, self)
        self._slot: QRect | None = None
        self._hint = ""
        self._hint_sizes: dict[str, QSize] = {}
        self._marks = QRegion()
        self.header = ZoneHeader(look, face)
        self._pressed: QPoint | None = None
        self._panning = False
        self.pans = False
        self.setText(face.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._edge_line.stepped.connect(self._repaint_edge)
        look.changed.connect(self._restyle)

    def aloud(self) -> str:
        """Return what a voice says of the zone: its title and how many cards it has."""
        return said_of(self)

    def mark_aloud(self, _mark: Mark | None) -> None:
        """Show nothing: a title is soon said."""

    @property
    def welcome(self) -> Welcome:
        """What it says to a card now."""
        return self._welcome

    @Slot()
    def _restyle(self) -> None:
        self.header.forget()
        self._hint_sizes.clear()
        self.update()

    def show_count(self, count: ZoneCount, spoken: str) -> None:
        """Show a count in the corner and speak name and count."""
        if self.header.show(self.text(), count):
            self.update()
        self.setAccessibleName(spoken)

    def show_type(self, line: TitleLine) -> None:
        """Write the title as the board says."""
        if self.header.set_type(line):
            self.update()

    def show_welcome(self, welcome: Welcome, slot: QRect | None, hint: str) -> None:
        """Show whether the zone would take the held card, and where (in its own coordinates)."""
        before = (self._welcome, self._slot, self._hint)
        if before == (welcome, slot, hint):
            return
        self.update(self._marks)
        self._welcome, self._slot, self._hint = welcome, slot, hint
        self._marks = QRegion() if slot is None else self._slot_marks(slot, hint)
        self.update(self._marks)
        if before[0] is not Welcome.CHOSEN and welcome is Welcome.CHOSEN:
            self._edge_line.grow()
        elif before[0] is Welcome.CHOSEN and welcome is not Welcome.CHOSEN:
            self._edge_line.shrink()

    def leave(self) -> None:
        """Keep no slot any more: the card that would have come is carried on."""
        if self._welcome is Welcome.CHOSEN:
            self.show_welcome(Welcome.OPEN, None, "")

    @Slot(int, int)
    def _repaint_edge(self, narrow: int, wide: int) -> None:
        # The bank's dashes change their color too, so nothing of them stays.
        rim = 0 if self.place is None else narrow - 1
        self.update(ring(self.rect(), rim, wide + 1, self._look.px(_RADIUS)))

    def _slot_marks(self, slot: QRect, hint: str) -> QRegion:
        look = self._look
        marks = ring(slot, 0, look.px(_SLOT_EDGE) + 1, look.px(_SLOT_RADIUS))
        words = QRect(QPoint(), self._hint_size(hint))
        words.moveCenter(slot.center())
        return marks + QRegion(words.adjusted(-2, -2, 2, 2) & slot)

    def _hint_size(self, hint: str) -> QSize:
        # Measured once: a card that is carried about comes by again and again.
        if hint not in self._hint_sizes:
            self._hint_sizes[hint] = self._look.metrics(*_HINT).size(0, hint)
        return self._hint_sizes[hint]

    def header_height(self, size: QSize) -> int:
        """Return how much of a zone of that size the title takes, from the top."""
        return self.header.line(size).bottom() + self._look.px(4)

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
        asked = event.rect()
        frame = Frame(self.rect(), self._look.px(_RADIUS), self.fill(), self._edge())
        draw_frame(painter, frame, asked)
        if self._slot is not None and event.region().intersects(self._slot):
            self._draw_slot(painter, self._slot)
        self.header.draw(painter, self.size(), asked)

    def fill(self) -> QColor:
        """Return the colour of its ground."""
        return self.header.ground()

    def _edge(self) -> QPen:
        look, line = self._look, self._edge_line
        if self.place is not None:
            return QPen(look.color(self._color), line.width)
        ink = look.color("ink" if line.marked else "line-strong")
        return QPen(ink, line.width, Qt.PenStyle.DashLine)

    def _ink(self) -> QColor:
        return self._look.color("soft" if self.place is None else self._color)

    def _draw_slot(self, painter: QPainter, slot: QRect) -> None:
        look = self._look
        pen = QPen(self._ink(), look.px(_SLOT_EDGE), Qt.PenStyle.DashLine)
        draw_frame(painter, Frame(slot, look.px(_SLOT_RADIUS), self.fill(), pen), slot)
        painter.setPen(self._ink())
        painter.setFont(look.font(*_HINT))
        painter.drawText(slot, Qt.AlignmentFlag.AlignCenter, self._hint)
