"""How the cells and the head of a table are drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look, tabular
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.table_model import BELOW, CELL, Cell, Heading

LETTERS = 17
_PAD = 8
_BAR_SHARE = 0.72
_MARK = 4


class CellPainter(QStyledItemDelegate):
    """Draws words, bars before words, and warnings, in the kiosk's own look."""

    def __init__(self, look: Look, table: QTableView, headings: tuple[Heading, ...]) -> None:
        super().__init__(table)
        self._look = look
        self._table = table
        self._headings = headings

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        look, cell = self._look, index.data(CELL)
        # Qt's option has more than its annotations tell.
        told = cast("Any", option)
        box = QRect(told.rect)
        if not isinstance(cell, Cell):
            return
        below = str(index.data(BELOW))
        chosen = bool(told.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        if chosen:
            painter.fillRect(box, look.color("chosen"))
            if index.column() == 0:
                mark = QRect(box.topLeft(), QSize(look.px(_MARK), box.height()))
                painter.fillRect(mark, look.color("on-chosen"))
        self._draw_line(painter, box, index)
        room = box.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        if below:
            self._draw_below(painter, box, below, chosen=chosen)
            room.setHeight(row_height(look))
        if cell.bar is not None:
            room = self._draw_bar(painter, room, cell.bar)
        ink = "on-chosen" if chosen else "ink"
        self._draw_words(painter, room, cell, index.column(), ink)
        painter.restore()

    def _draw_line(
        self, painter: QPainter, box: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Between rows only: the last one ends at the edge of the table, which is a line itself.
        if index.row() + 1 < index.model().rowCount():
            line, ink = max(1, self._look.px(1)), self._look.color("line")
            painter.fillRect(box.left(), box.bottom() - line + 1, box.width(), line, ink)

    def _draw_below(self, painter: QPainter, box: QRect, words: str, *, chosen: bool) -> None:
        # Each cell draws what of the line lies in it: any of them may be drawn alone.
        look, pad, top = self._look, self._look.px(_PAD), below_top(self._look)
        room = QRect(pad, box.top() + top, self._table.viewport().width() - 2 * pad, box.height())
        painter.save()
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
        painter.setFont(tabular(look.font(LETTERS)))
        painter.setPen(look.color("on-chosen" if chosen else "soft"))
        painter.drawText(room, Qt.TextFlag.TextWordWrap, words)
        painter.restore()

    def _draw_bar(self, painter: QPainter, room: QRect, share: float) -> QRect:
        look, high = self._look, self._look.grown(18)
        words = look.metrics(LETTERS).horizontalAdvance("100 %") + look.px(10)
        wide = min(int(room.width() * _BAR_SHARE), room.width() - words)
        if wide > look.px(24):
            track = QRectF(room.left(), room.center().y() - high / 2, wide, high)
            area(painter, track, look.px(4), look.color("track"))
            if share > 0:
                part = QRectF(track)
                part.setWidth(max(look.px(4), wide * share))
                area(painter, part, look.px(4), look.color("miss"))
        return room

    def _draw_words(
        self, painter: QPainter, room: QRect, cell: Cell, column: int, ink: str
    ) -> None:
        look = self._look
        weight = Weight.BOLD if cell.strong or cell.warned else Weight.REGULAR
        font = tabular(look.font(LETTERS, weight))
        metrics = QFontMetrics(font)
        right = self._headings[column].figures
        words = metrics.elidedText(cell.words, Qt.TextElideMode.ElideRight, room.width())
        if cell.warned:
            wide = metrics.horizontalAdvance(words) + look.px(16)
            high = metrics.height() + look.px(4)
            left = room.right() - wide + look.px(8) if right else room.left() - look.px(8)
            spot = QRectF(left, room.center().y() - high / 2, wide, high)
            area(painter, spot, look.px(8), look.color("miss-soft"))
        painter.setFont(font)
        painter.setPen(look.color("miss" if cell.warned else ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room that a cell's words need."""
        cell = index.data(CELL)
        strong = isinstance(cell, Cell) and (cell.strong or cell.warned)
        font = self._look.font(LETTERS, Weight.BOLD if strong else Weight.REGULAR)
        metrics = QFontMetrics(tabular(font))
        words = cell.words if isinstance(cell, Cell) else ""
        wide = metrics.horizontalAdvance(words) + 2 * self._look.px(_PAD) + 2
        return QSize(wide, row_height(self._look))


def below_top(look: Look) -> int:
    """Return where in a row the words below its cells begin."""
    return (row_height(look) + look.metrics(LETTERS).height()) // 2 + look.px(2)


def height_below(look: Look, words: Iterable[str], width: int) -> int:
    """Return the height of the highest row with such words below its cells."""
    metrics, room = QFontMetrics(tabular(look.font(LETTERS))), width - 2 * look.px(_PAD)
    flags, box = Qt.TextFlag.TextWordWrap, QRect(0, 0, room, 10_000)
    high = max((metrics.boundingRect(box, flags, each).height() for each in words), default=0)
    foot = (row_height(look) - metrics.height()) // 2
    return below_top(look) + high + foot


def row_height(look: Look) -> int:
    """Return the height of a row: what a finger can hit."""
    return max(look.target(44), look.metrics(LETTERS).height() + look.px(16))


class Head(QHeaderView):
    """Names the columns; those that can be sorted by are pressed, and show which way."""

    def __init__(self, look: Look, headings: tuple[Heading, ...]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._headings = headings
        self._sorted: tuple[int, bool] | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_sorted(self, column: int | None, *, descending: bool) -> None:
        """Show by which column the rows are sorted, and which way."""
        self._sorted = None if column is None else (column, descending)
        self.viewport().update()

    def width_of(self, column: int) -> int:
        """Return the room that a title needs, with its sign where the rows are sorted by it."""
        look, heading = self._look, self._headings[column]
        is_sorted = self._sorted is not None and self._sorted[0] == column
        sign = look.grown(16) + look.px(6) if is_sorted else 0
        words = look.metrics(LETTERS, Weight.SEMIBOLD).horizontalAdvance(heading.title)
        return words + sign + 2 * look.px(_PAD) + 2

    def sizeHint(self) -> QSize:
        """Return the height of a title."""
        return QSize(super().sizeHint().width(), row_height(self._look))

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:  # noqa: N802 - Qt
        """Draw a title, the sign of the sorting, and the line below."""
        look, heading = self._look, self._headings[column]
        painter.save()
        painter.fillRect(rect, look.color("card"))
        line = max(1, look.px(2))
        painter.fillRect(
            rect.left(), rect.bottom() - line + 1, rect.width(), line, look.color("line")
        )
        room = rect.adjusted(look.px(_PAD), 0, -look.px(_PAD), 0)
        if self._sorted is not None and self._sorted[0] == column:
            icon, side = "arrow-down" if self._sorted[1] else "arrow-up", look.grown(16)
            spot = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
            if not heading.figures:
                words = look.metrics(LETTERS, Weight.SEMIBOLD).horizontalAdvance(heading.title)
                spot.moveLeft(room.left() + words + look.px(6))
            art.draw_icon(painter, icon, spot, look.color("primary"))
            if heading.figures:
                room.setRight(room.right() - side - look.px(6))
        painter.setFont(look.font(LETTERS, Weight.SEMIBOLD))
        painter.setPen(look.color("soft"))
        side_of = Qt.AlignmentFlag.AlignRight if heading.figures else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side_of | Qt.AlignmentFlag.AlignVCenter, heading.title)
        painter.restore()
