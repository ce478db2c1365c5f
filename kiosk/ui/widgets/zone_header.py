"""The top of a zone: its sign, its title and how many cards it has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, balanced, smooth

TITLE_LETTERS = 21
_ABOVE, _BESIDE = 7, 12
_COUNT_LETTERS = 17
_SIGN, _SIGN_APART = 26, 8
_APART = 10
"""Between a title and the count after it."""
_SHORT_WORD = 3
_WRAPPED = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class ZoneFace:
    """What a zone is called and how it is marked. ``color`` is a name of the theme."""

    place: str | None
    title: str
    icon: str | None
    color: str


@dataclass(frozen=True, slots=True)
class ZoneCount:
    """How many cards a zone has, and the widest figure that may come, so that nothing moves."""

    figure: str = ""
    widest: str = ""


@dataclass(frozen=True, slots=True)
class TitleLine:
    """The board's to say: the size of a title's letters, how high its strip is, all in pixels.

    ``words`` is the height of the longest title beside it: all begin at one height, and have as
    many lines as their words allow.
    """

    letters: int
    high: int
    words: int


class ZoneHeader:
    """Measures and draws once for each width, title and count.

    It is asked for at every move of a card over the zone.
    """

    def __init__(self, look: Look, face: ZoneFace) -> None:
        self._look = look
        self._face = face
        self._shown: tuple[str, ZoneCount] = face.title, ZoneCount()
        self._type = TitleLine(look.text_px(TITLE_LETTERS), look.px(40), look.px(40))
        self._drawn_for: tuple[int, float] = 0, 0.0
        self._pixels: QPixmap | None = None

    def forget(self) -> None:
        """Draw anew, as the look has changed."""
        self._pixels = None

    def show(self, title: str, count: ZoneCount) -> bool:
        """Show a title and a count. Returns whether they are others."""
        other = (title, count) != self._shown
        if other:
            self._shown = title, count
            self.forget()
        return other

    def set_type(self, line: TitleLine) -> bool:
        """Write as the board says. Returns whether that is otherwise."""
        other = line != self._type
        if other:
            self._type = line
            self.forget()
        return other

    @property
    def letters(self) -> int:
        """The size of the title's letters in pixels."""
        return self._type.letters

    def needed(self, width: int, letters: int) -> tuple[int, int]:
        """Return how many lines the title takes in a zone of that width, and how high they are.

        With no words whole in letters of that size there are none.
        """
        font, room = self._font(letters), self._words_room(width, letters)
        metrics, title = QFontMetrics(font), self._shown[0]
        box = metrics.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, title)
        if box.width() > room:
            return 0, box.height()
        return round(box.height() / metrics.lineSpacing()), box.height()

    def line(self, size: QSize) -> QRect:
        """Return where the title stands in a zone of that size."""
        pad = self._look.px(_BESIDE)
        return QRect(pad, self._look.px(_ABOVE), size.width() - 2 * pad, self._type.high)

    def draw(self, painter: QPainter, size: QSize, asked: QRect | None = None) -> None:
        """Draw it into a zone of that size, if any of it lies in ``asked``."""
        line = self.line(size)
        if asked is not None and not asked.intersects(line):
            return
        wanted = line.width(), painter.device().devicePixelRatioF()
        if self._pixels is None or self._drawn_for != wanted:
            self._drawn_for = wanted
            self._pixels = self._drawn(size, wanted[1])
        painter.drawPixmap(line.topLeft(), self._pixels)

    def _drawn(self, size: QSize, ratio: float) -> QPixmap:
        line = self.line(size)
        pixels = QPixmap(line.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        smooth(painter)
        painter.translate(-line.topLeft())
        self._draw(painter, size)
        painter.end()
        return pixels

    def _font(self, letters: int) -> QFont:
        weight = Weight.SEMIBOLD if self._face.place is None else Weight.HEAVY
        font = self._look.font(TITLE_LETTERS, weight)
        font.setPixelSize(letters)
        return font

    def _count_font(self, letters: int) -> QFont:
        font = self._look.font(_COUNT_LETTERS, Weight.BOLD)
        font.setPixelSize(min(letters, font.pixelSize()))
        return font

    def _count_width(self, letters: int) -> int:
        """Return how wide the count may become."""
        figure = QFontMetrics(self._count_font(letters)).horizontalAdvance(self._shown[1].widest)
        return max(figure + self._look.px(16), self._look.px(34))

    def _icon(self) -> int:
        return self._look.partly_grown(_SIGN + _SIGN_APART) if self._face.icon else 0

    def _room(self, width: int) -> int:
        between = self._icon() + self._look.partly_grown(_APART)
        return width - 2 * self._look.px(_BESIDE) - between

    def _words_room(self, width: int, letters: int) -> int:
        return self._room(width) - self._count_width(letters)

    def boxes(self, size: QSize) -> tuple[QRect, QRect]:
        """Return where the words of the title and the count lie in a zone of that size."""
        line, font, first = self.line(size), self._font(self.letters), self._first(size)
        room = QRect(line)
        room.setLeft(line.left() + self._icon())
        room.setWidth(self._words_room(size.width(), self.letters))
        room.setTop(first.top())
        room.setHeight(self._type.words)
        wide = self._count_width(self.letters)
        high = max(self._look.px(30), QFontMetrics(self._count_font(self.letters)).height())
        top = max(line.top(), first.center().y() - high // 2)
        count = QRect(line.right() + 1 - wide, top, wide, high)
        title = balanced(font, self._shown[0], room, self._type.words)
        title.setWidth(min(room.width(), max(title.width(), self._beginning())))
        return title, count

    def _beginning(self) -> int:
        """Return how wide a short first word and the next are: an article stands by its noun."""
        first, *rest = self._shown[0].split()
        if not rest or len(first) > _SHORT_WORD:
            return 0
        return QFontMetrics(self._font(self.letters)).horizontalAdvance(f"{first} {rest[0]}") + 2

    def _first(self, size: QSize) -> QRect:
        """Return the first line of words: the sign, the title and the count stand in it."""
        line = self.line(size)
        high = QFontMetrics(self._font(self.letters)).height()
        top = line.top() + max(0, line.height() - self._type.words) // 2
        return QRect(line.left(), top, line.width(), high)

    def _draw(self, painter: QPainter, size: QSize) -> None:
        look, first = self._look, self._first(size)
        if self._face.icon:
            side = look.partly_grown(_SIGN)
            spot = QRectF(first.left(), first.center().y() - side / 2, side, side)
            art.draw_icon(painter, self._face.icon, spot, self._ink())
        title, count = self.boxes(size)
        self._draw_count(painter, QRectF(count), self._shown[1].figure)
        painter.setPen(self._ink())
        painter.setFont(self._font(self.letters))
        painter.drawText(title, _WRAPPED, self._shown[0])

    def _draw_count(self, painter: QPainter, box: QRectF, count: str) -> None:
        look = self._look
        # On the zone's own ground: on that of cards it would look like one in dark themes.
        area(painter, box, look.px(9), self.ground(), QPen(self._ink(), look.edge(1.2)))
        painter.setPen(self._ink())
        painter.setFont(self._count_font(self.letters))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, count)

    def ground(self) -> QColor:
        """Return the colour of the zone's ground."""
        return self._look.color("bar" if self._face.place is None else f"{self._face.color}-soft")

    def _ink(self) -> QColor:
        return self._look.color("soft" if self._face.place is None else self._face.color)
