"""A large rounded area with an edge, drawn from straight pieces and four small corners.

Drawing it as one smooth path costs as much as its whole height, however little
of it is asked for; these pieces cost what is asked for.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kiosk.ui.widgets.paint import area, smooth


def draw_frame(painter: QPainter, box: QRect, radius: int, fill: QColor, edge: QPen) -> None:
    """Draw the area. The edge lies inside the box, its width in whole pixels."""
    color, width = edge.color(), round(edge.widthF())
    across = box.adjusted(radius, 0, -radius, 0)
    down = box.adjusted(0, radius, 0, -radius)
    for band in (across, down):
        painter.fillRect(band, fill)
    painter.fillRect(QRect(across.topLeft(), QSize(across.width(), width)), color)
    bottom = QPoint(across.left(), box.bottom() + 1 - width)
    painter.fillRect(QRect(bottom, QSize(across.width(), width)), color)
    painter.fillRect(QRect(down.topLeft(), QSize(width, down.height())), color)
    right = QPoint(box.right() + 1 - width, down.top())
    painter.fillRect(QRect(right, QSize(width, down.height())), color)
    _draw_corners(
        painter, box, radius, _corners(radius, fill.rgba(), color.rgba(), width, _ratio(painter))
    )


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _draw_corners(painter: QPainter, box: QRect, radius: int, corners: QPixmap) -> None:
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
def _corners(radius: int, fill: int, edge: int, width: int, ratio: float) -> QPixmap:
    pixels = QPixmap(QSize(2 * radius, 2 * radius) * ratio)
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    smooth(painter)
    pen = QPen(QColor.fromRgba(edge), width)
    area(painter, QRectF(0, 0, 2 * radius, 2 * radius), radius, QColor.fromRgba(fill), pen)
    painter.end()
    return pixels
