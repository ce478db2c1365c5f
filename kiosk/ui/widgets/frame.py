"""A large rounded area with an edge, drawn from straight pieces and four small corners.

Drawing it as one smooth path costs as much as its whole height, however little
of it is asked for; these pieces cost what is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kiosk.ui.widgets.paint import area, smooth

_DASH, _GAP = 4, 3
"""In widths of the edge."""


@dataclass(frozen=True, slots=True)
class _Corner:
    """What the four corners of an area look like; colors as Qt packs them."""

    radius: int
    fill: int
    edge: int
    width: int
    ratio: float


@dataclass(frozen=True, slots=True)
class _Dash:
    """One dash and the gap before it, ``width`` across."""

    width: int
    lying: bool
    color: int
    ratio: float


class Frame(NamedTuple):
    """What is drawn: the edge lies inside the box, its width in whole pixels."""

    box: QRect
    radius: int
    fill: QColor
    edge: QPen

    @property
    def width(self) -> int:
        """How wide the edge is."""
        return round(self.edge.widthF())


def draw_frame(painter: QPainter, frame: Frame, asked: QRect) -> None:
    """Draw what of an area lies in ``asked``."""
    box, radius, fill, _ = frame
    seen = asked & box
    flat = box.left() + radius <= seen.left() and seen.right() <= box.right() - radius
    upright = box.top() + radius <= seen.top() and seen.bottom() <= box.bottom() - radius
    if upright or not flat:
        painter.fillRect(seen & box.adjusted(0, radius, 0, -radius), fill)
    if not upright:
        painter.fillRect(seen & box.adjusted(radius, 0, -radius, 0), fill)
    if not (flat or upright):
        _draw_corners(painter, frame)
    _draw_sides(painter, frame, seen)


def _draw_sides(painter: QPainter, frame: Frame, seen: QRect) -> None:
    box, radius, width = frame.box, frame.radius, frame.width
    lying = QSize(box.width() - 2 * radius, width)
    standing = QSize(width, box.height() - 2 * radius)
    left, top = box.left() + radius, box.top() + radius
    if seen.top() < box.top() + width:
        _draw_side(painter, frame, QRect(QPoint(left, box.top()), lying))
    if seen.bottom() > box.bottom() - width:
        _draw_side(painter, frame, QRect(QPoint(left, box.bottom() + 1 - width), lying))
    if seen.left() < box.left() + width:
        _draw_side(painter, frame, QRect(QPoint(box.left(), top), standing))
    if seen.right() > box.right() - width:
        _draw_side(painter, frame, QRect(QPoint(box.right() + 1 - width, top), standing))


def _draw_side(painter: QPainter, frame: Frame, side: QRect) -> None:
    if frame.edge.style() is Qt.PenStyle.DashLine:
        _draw_dashes(painter, side, frame.width, frame.edge.color())
    else:
        painter.fillRect(side, frame.edge.color())


def _draw_dashes(painter: QPainter, side: QRect, width: int, color: QColor) -> None:
    lying = side.width() > side.height()
    dash = _dash(_Dash(width, lying, color.rgba(), _ratio(painter)))
    # What is left over is shared by both ends.
    length, period = max(side.width(), side.height()), width * (_DASH + _GAP)
    over = period - (length - width * _GAP) % period // 2
    painter.drawTiledPixmap(side, dash, QPoint(over, 0) if lying else QPoint(0, over))


@lru_cache(maxsize=64)
def _dash(dash: _Dash) -> QPixmap:
    period, gap = dash.width * (_DASH + _GAP), dash.width * _GAP
    size = QSize(period, dash.width) if dash.lying else QSize(dash.width, period)
    pixels = QPixmap(size * dash.ratio)
    pixels.setDevicePixelRatio(dash.ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    inked = QRect(QPoint(), size)
    inked.adjust(*((gap, 0, 0, 0) if dash.lying else (0, gap, 0, 0)))
    painter = QPainter(pixels)
    painter.fillRect(inked, QColor.fromRgba(dash.color))
    painter.end()
    return pixels


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _draw_corners(painter: QPainter, frame: Frame) -> None:
    box, radius, fill, edge = frame
    look = _Corner(radius, fill.rgba(), edge.color().rgba(), frame.width, _ratio(painter))
    corners = _corners(look)
    side = radius * corners.devicePixelRatio()
    left, top = box.left(), box.top()
    right, bottom = box.right() + 1 - radius, box.bottom() + 1 - radius
    for x, y, column, row in (
        (left, top, 0, 0),
        (right, top, 1, 0),
        (left, bottom, 0, 1),
        (right, bottom, 1, 1),
    ):
        part = QRectF(column * side, row * side, side, side)
        painter.drawPixmap(QRectF(x, y, radius, radius), corners, part)


@lru_cache(maxsize=64)
def _corners(corner: _Corner) -> QPixmap:
    side = 2 * corner.radius
    pixels = QPixmap(QSize(side, side) * corner.ratio)
    pixels.setDevicePixelRatio(corner.ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    smooth(painter)
    pen = QPen(QColor.fromRgba(corner.edge), corner.width)
    area(painter, QRectF(0, 0, side, side), corner.radius, QColor.fromRgba(corner.fill), pen)
    painter.end()
    return pixels
