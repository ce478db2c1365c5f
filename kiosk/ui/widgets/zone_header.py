"""The top of a zone: its sign, its title and how many cards it has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, balanced, fitted, smooth

_CATEGORY_TITLE, _BANK_TITLE = (8, 44), (6, 36)
"""Above the title's line and its height, as written at 1280 x 800."""
_LEAST_FOR_FEW_LINES = 0.7
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class ZoneFace:
    """What a zone is called and how it is marked.

    ``color`` is a name of the theme, ``beside`` has the titles of the zones of its kind.
    """

    place: str | None
    title: str
    icon: str | None
    color: str
    beside: tuple[str, ...] = ()


class ZoneHeader:
    """Measures and draws once for each size, title and count.

    Both are asked for at every move of a card over the zone.
    """

    def __init__(self, look: Look, face: ZoneFace) -> None:
        self._look = look
        self._face = face
        self._title = face.title
        self._count = ""
        self._size = QSize()
        self._line: QRect | None = None
        self._pixels: QPixmap | None = None

    def forget(self) -> None:
        """Measure and draw anew, as the look has changed."""
        self._line = self._pixels = None

    def line(self, size: QSize, title: str, count: str) -> QRect:
        """Return where the title stands in a zone of that size."""
        if self._line is None or (size, title, count) != (self._size, self._title, self._count):
            self._size, self._title, self._count = QSize(size), title, count
            self._pixels = None
            self._line = self._measured(size)
        return self._line

    def draw(
        self, painter: QPainter, size: QSize, title: str, count: str, asked: QRect | None = None
    ) -> None:
        """Draw it into a zone of that size, if any of it lies in ``asked``."""
        line = self.line(size, title, count)
        if asked is not None and not asked.intersects(line):
            return
        ratio = painter.device().devicePixelRatioF()
        if self._pixels is None or self._pixels.devicePixelRatio() != ratio:
            self._pixels = self._drawn(line, ratio)
        painter.drawPixmap(line.topLeft(), self._pixels)

    def _drawn(self, line: QRect, ratio: float) -> QPixmap:
        pixels = QPixmap(line.size() * ratio)
        pixels.setDevicePixelRatio(ratio)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        smooth(painter)
        self._draw(painter, QRect(QPoint(), line.size()))
        painter.end()
        return pixels

    def _title_font(self, room: QSize) -> QFont:
        # One size for all titles of a board: a larger one would seem to matter more.
        look, titles = self._look, {self._title, *self._face.beside}
        size, weight = (18, Weight.SEMIBOLD) if self._face.place is None else (21, Weight.HEAVY)
        font = look.font(size, weight)
        full = font.pixelSize()
        # A line whose letters grew a little less says more at a glance than two in full size,
        # and two say more than three.
        for lines in (1, 2):
            for letters in range(full, round(full * _LEAST_FOR_FEW_LINES) - 1, -1):
                font.setPixelSize(letters)
                if all(_fits(font, title, room.width(), lines) for title in titles):
                    return font
        wrapped = (fitted(look, size, weight, title, room) for title in titles)
        return min(wrapped, key=QFont.pixelSize)

    def _measured(self, size: QSize) -> QRect:
        look, pad = self._look, self._look.px(18)
        top, high = _BANK_TITLE if self._face.place is None else _CATEGORY_TITLE
        line = QRect(pad, look.px(top), size.width() - 2 * pad, size.height() * 2 // 5)
        words = self._words_room(line)
        box = QRect(0, 0, words.width(), words.height())
        metrics = QFontMetrics(self._title_font(words.size()))
        needed = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, self._title).height()
        line.setHeight(max(look.px(high), needed))
        return line

    def _words_room(self, line: QRect) -> QRect:
        return line.adjusted(self._icon_room(), 0, -self._count_width() - self._look.px(8), 0)

    def _icon_room(self) -> int:
        return self._look.partly_grown(36) if self._face.icon else 0

    def _count_width(self) -> int:
        metrics = self._look.metrics(17, Weight.BOLD)
        width = max(metrics.horizontalAdvance("00"), metrics.horizontalAdvance(self._count))
        if self._face.place is None:
            return width
        return max(width + self._look.px(20), self._look.px(34))

    def _draw(self, painter: QPainter, line: QRect) -> None:
        look = self._look
        if self._face.icon:
            side = look.partly_grown(26)
            spot = QRectF(line.left(), line.center().y() - side / 2, side, side)
            art.draw_icon(painter, self._face.icon, spot, self._ink())
        self._draw_count(painter, line)
        painter.setPen(self._ink())
        room = self._words_room(line)
        font = self._title_font(room.size())
        painter.setFont(font)
        painter.drawText(balanced(font, self._title, room), _FLAGS, self._title)

    def _draw_count(self, painter: QPainter, line: QRect) -> None:
        look, width = self._look, self._count_width()
        high = (
            line.height()
            if self._face.place is None
            else max(look.px(30), look.metrics(17, Weight.BOLD).height())
        )
        box = QRectF(line.right() - width, line.center().y() - high / 2, width, high)
        if self._face.place is not None:
            pen = QPen(self._ink(), look.edge(1.2))
            area(painter, box, look.px(9), look.color("card"), pen)
        painter.setPen(self._ink())
        painter.setFont(look.font(17, Weight.BOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._count)

    def _ink(self) -> QColor:
        return self._look.color("soft" if self._face.place is None else self._face.color)


def _fits(font: QFont, words: str, width: int, lines: int) -> bool:
    metrics, room = QFontMetrics(font), QRect(0, 0, width, 10_000)
    box = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, words)
    return box.width() <= width and box.height() < (lines + 0.5) * metrics.lineSpacing()
