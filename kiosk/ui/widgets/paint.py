"""Shapes that several widgets draw."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look

OUTLINE = 1.5
"""How wide the outline of what is still to be filled is."""
_FITTING_STEPS = 7
_FITTING_STEP = 0.05


def smooth(painter: QPainter) -> None:
    """Draw round edges without steps."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)


def area(
    painter: QPainter,
    box: QRectF,
    radius: float,
    fill: QColor,
    edge: QPen | QColor | None = None,
) -> None:
    """Draw a rounded area; the edge lies inside the box."""
    pen = QPen(Qt.PenStyle.NoPen) if edge is None else QPen(edge)
    inset = pen.widthF() / 2 if edge is not None else 0
    painter.setPen(pen)
    painter.setBrush(QBrush(fill))
    inner = box.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius, radius)


def hollow(painter: QPainter, look: Look, box: QRectF) -> None:
    """Draw a bar with nothing in it: filled from end to end, it would look as if all were done."""
    edge = QPen(look.color("unfilled"), look.edge(OUTLINE))
    area(painter, box, box.height() / 2, look.color("card"), edge)


def fitted(look: Look, size: float, weight: Weight, words: str, room: QSize) -> QFont:
    """Return the largest font up to a size as written in which words fit a room, wrapped.

    Where nothing fits, it is the smallest letter that a learner is to read.
    """
    flags = Qt.TextFlag.TextWordWrap
    font = look.font(size, weight)
    for step in range(_FITTING_STEPS):
        font = look.font(size * (1 - _FITTING_STEP * step), weight)
        needed = QFontMetrics(font).boundingRect(QRect(0, 0, room.width(), 10_000), flags, words)
        if needed.width() <= room.width() and needed.height() <= room.height():
            break
    return font


def balanced(font: QFont, words: str, room: QRect, least: int = 0) -> QRect:
    """Return the narrowest part of a room in which wrapped words take no more lines than in it.

    They may be as high as ``least`` in any case, in pixels.
    """
    metrics, flags = QFontMetrics(font), Qt.TextFlag.TextWordWrap
    whole = metrics.boundingRect(QRect(0, 0, room.width(), 10_000), flags, words)
    high = max(least, whole.height())
    low, wide = 1, room.width()
    while low < wide:
        width = (low + wide) // 2
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), flags, words)
        if box.height() <= high and box.width() <= width:
            wide = width
        else:
            low = width + 1
    return QRect(room.topLeft(), QSize(wide, room.height()))


def disc(painter: QPainter, icon: str, box: QRectF, fill: QColor, ink: QColor) -> None:
    """Draw an icon on a filled disc."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(box)
    inset = box.width() * 0.2
    art.draw_icon(painter, icon, box.adjusted(inset, inset, -inset, -inset), ink)


def stripes(painter: QPainter, box: QRectF, radius: float, color: QColor, step: float) -> None:
    """Draw slanted stripes over a rounded area: the pattern of 'worth another look'."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    brush = QBrush(color, Qt.BrushStyle.BDiagPattern)
    transform = brush.transform()
    transform.scale(step, step)
    brush.setTransform(transform)
    painter.setBrush(brush)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
