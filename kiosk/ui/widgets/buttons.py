"""Things to press, drawn in the kiosk's own look."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui import art
from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth


class Kind(Enum):
    """How much a button asks to be pressed."""

    PRIMARY = auto()
    SECONDARY = auto()
    TOOL = auto()
    SEGMENT = auto()
    LINK = auto()
    SIDE = auto()
    KEY = auto()


_MAIN = (Kind.PRIMARY, Kind.SECONDARY)
_LETTERS = {
    Kind.PRIMARY: (20, Weight.BOLD),
    Kind.SECONDARY: (20, Weight.BOLD),
    Kind.TOOL: (17, Weight.SEMIBOLD),
    Kind.SEGMENT: (17, Weight.SEMIBOLD),
    Kind.LINK: (20, Weight.SEMIBOLD),
    Kind.SIDE: (17, Weight.MEDIUM),
    Kind.KEY: (17, Weight.SEMIBOLD),
}
_SIDE_ROOM = {
    Kind.PRIMARY: 30,
    Kind.SECONDARY: 30,
    Kind.TOOL: 16,
    Kind.SEGMENT: 16,
    Kind.LINK: 6,
    Kind.SIDE: 16,
    Kind.KEY: 4,
}
_AROUND = {Kind.PRIMARY: 1.6, Kind.SECONDARY: 1.6, Kind.TOOL: 1.4}
"""How high these are for large letters, in lines of them."""
_ICON = 20
_ICON_GAP = 8
_WORDS_ROOM = 10
"""What is left at each side of words alone."""
SMALLER = (0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.54)
"""How large the letters of words alone can be, of those beside an icon."""


class Parts(Enum):
    """What of a button is shown."""

    WHOLE = auto()
    ICON = auto()
    WORDS = auto()


class Button(QAbstractButton):
    """A button with a text, an icon before or after it, or an icon alone (then name it).

    ``by_keys`` tells whether keys, or assistive technology, pressed it and no pointer.
    """

    def __init__(
        self,
        look: Look,
        kind: Kind,
        text: str,
        *,
        icon: str | None = None,
        icon_after: str | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self._icon = icon
        self._icon_after = icon_after
        self._parts = Parts.WHOLE
        self._short = ""
        self._smaller = SMALLER[-1]
        self.by_keys = True
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        size, weight = _LETTERS[self._kind]
        small = self._smaller if self._parts is Parts.WORDS else 1
        self.setFont(self._look.font(size * small, weight))
        self.updateGeometry()
        self.update()

    @property
    def kind(self) -> Kind:
        """How much it asks to be pressed."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Ask more, or less, to be pressed."""
        self._kind = kind
        self._restyle()

    def set_label(self, text: str) -> None:
        """Show and speak another text."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remember that keys are at work."""
        self.by_keys = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember that a pointer is at work."""
        self.by_keys = False
        super().mousePressEvent(event)

    def show_parts(self, parts: Parts) -> None:
        """Show label and icon, or less where there is no room; the name stays, as a tip too."""
        if parts is not self._parts:
            self._parts = parts
            self.setToolTip("" if parts is Parts.WHOLE else self.text())
            self._restyle()

    def set_smaller(self, share: float) -> None:
        """Show words alone in letters that are such a share of the usual ones: of ``SMALLER``."""
        if share != self._smaller:
            self._smaller = share
            self._restyle()

    def set_short(self, text: str) -> None:
        """Show a shorter text where words stand alone."""
        self._short = text

    def set_icon(self, icon: str) -> None:
        """Show another icon before the text."""
        self._icon = icon
        self._restyle()

    def _icon_side(self) -> int:
        # Letters and icons of a button grow together; an icon alone has more to say.
        letters = self.fontMetrics().height() * (1.0 if self._parts is Parts.ICON else 0.8)
        return max(self._look.px(_ICON), round(letters))

    def _label(self) -> str:
        if self._parts is Parts.WORDS:
            return self._short or self.text()
        return "" if self._parts is Parts.ICON else self.text()

    def sizeHint(self) -> QSize:
        """Return the text, its icons and room for a finger."""
        width = self.fontMetrics().horizontalAdvance(self._label())
        if self._parts is Parts.WORDS:
            room = width + 2 * self._look.px(_WORDS_ROOM)
            return QSize(room, max(self._look.target(0), self.fontMetrics().height()))
        icons = (self._icon is not None) + (self._icon_after is not None)
        width += icons * self._icon_side()
        if self._label():
            width += icons * self._look.px(_ICON_GAP)
        width += 2 * self._look.px(_SIDE_ROOM[self._kind])
        measures = self._look.measures
        wished = measures.main_target if self._kind in _MAIN else measures.least_target
        line = self.fontMetrics().height()
        letters = max(round(line * _AROUND.get(self._kind, 1)), line + 12)
        height = max(self._look.target(wished), letters)
        return QSize(max(width, self._look.target(48)), height)

    def minimumSizeHint(self) -> QSize:
        """Return ``sizeHint``: a cut word is never right."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button as it stands."""
        painter = QPainter(self)
        smooth(painter)
        painter.setClipRect(event.rect())
        ink = self._draw_ground(painter)
        self._draw_label(painter, ink)

    def _draw_ground(self, painter: QPainter) -> QColor:
        look, box = self._look, QRectF(self.rect())
        if self._kind is Kind.PRIMARY:
            return self._draw_primary(painter, box)
        if self._kind is Kind.SIDE:
            return self._draw_side(painter, box)
        if self._kind is Kind.LINK:
            return look.color("primary-deep" if self.isDown() or self.underMouse() else "primary")
        pressed = self.isDown() or self.isChecked()
        fill = look.color("ink") if self.isChecked() else look.color("card")
        if self.isDown():
            fill = look.color("track")
        wide = self._kind is Kind.SECONDARY
        edge = QPen(look.color("line-strong"), look.edge(2 if wide else 1))
        if not self.isEnabled():
            # Told by a broken edge too: in high contrast there is little room for paleness.
            edge.setColor(look.color("off"))
            edge.setStyle(Qt.PenStyle.DashLine)
        elif self.underMouse() and not pressed:
            edge.setColor(look.color("primary"))
        elif self._kind is Kind.SEGMENT:
            edge = QPen(Qt.PenStyle.NoPen)
        area(painter, box, look.px(14 if wide else 12), fill, edge)
        ink = look.color("card" if self.isChecked() and not self.isDown() else "ink")
        return ink if self.isEnabled() else look.color("off")

    def _draw_primary(self, painter: QPainter, box: QRectF) -> QColor:
        look = self._look
        if not self.isEnabled():
            area(painter, box, look.corner(Corner.BUTTON), look.mixed("primary", "paper", 0.78))
            return look.color("soft")
        deep = self.isDown() or self.underMouse()
        area(
            painter,
            box,
            look.corner(Corner.BUTTON),
            look.color("primary-deep" if deep else "primary"),
        )
        return look.color("on-primary")

    def _draw_side(self, painter: QPainter, box: QRectF) -> QColor:
        look = self._look
        if self.isChecked():
            area(painter, box, look.corner(Corner.CARD), look.color("primary"))
        elif self.underMouse() or self.isDown():
            area(painter, box, look.corner(Corner.CARD), look.mixed("side", "side-ink", 0.12))
        return look.color("on-primary" if self.isChecked() else "side-soft")

    def _draw_label(self, painter: QPainter, ink: QColor) -> None:
        look = self._look
        if self._parts is Parts.WORDS:
            room = look.px(_WORDS_ROOM)
            words = QRectF(room, 0, self.width() - room, self.height())
            self._draw_words(painter, words, ink)
            return
        icon, gap = self._icon_side(), look.px(_ICON_GAP) if self._label() else 0
        text_width = self.fontMetrics().horizontalAdvance(self._label())
        before = icon + gap if self._icon else 0
        after = icon + gap if self._icon_after else 0
        left = (self.width() - text_width - before - after) / 2
        if self._kind is Kind.SIDE:
            left = float(look.px(_SIDE_ROOM[self._kind]))
        middle = self.height() / 2
        if self._icon:
            art.draw_icon(painter, self._icon, QRectF(left, middle - icon / 2, icon, icon), ink)
        words = QRectF(left + before, 0, text_width + 2, self.height())
        self._draw_words(painter, words, ink)
        if self._icon_after:
            box = QRectF(words.right() + gap - 2, middle - icon / 2, icon, icon)
            art.draw_icon(painter, self._icon_after, box, ink)
        if self._kind is Kind.LINK:
            self._underline(painter, words, ink)

    def _draw_words(self, painter: QPainter, room: QRectF, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(self.font())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._label())

    def _underline(self, painter: QPainter, words: QRectF, ink: QColor) -> None:
        line = max(1, self._look.px(2))
        baseline = self.height() / 2 + self.fontMetrics().height() / 2
        painter.fillRect(QRectF(words.left(), baseline, words.width() - 2, line), ink)
