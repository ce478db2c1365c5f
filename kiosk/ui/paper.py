"""What goes on paper: a page as a PDF, or on a printer, always by the light theme.

Sizes and places are in tenths of a millimetre.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from kiosk.ui.scale import Weight
from kiosk.ui.theme import FAMILY, Look, ThemeName

_TENTHS_AN_INCH = 254
_RESOLUTION = 300


class Ink(NamedTuple):
    """How words look: their height, the name of their color, their weight, and their side."""

    size: int
    color: str
    weight: Weight = Weight.REGULAR
    right: bool = False


class Paper:
    """A page to draw on; ``smallest`` is how small words may get before they are cut short."""

    def __init__(self, painter: QPainter, look: Look, smallest: int) -> None:
        self.painter = painter
        self._smallest = smallest
        light = (theme for theme in look.themes if theme.name is ThemeName.LIGHT)
        self._colors = next(light, look.theme).colors

    def color(self, name: str) -> QColor:
        """Return a color of the light theme."""
        return QColor(self._colors[name])

    def write(self, box: QRectF, words: str, ink: Ink) -> None:
        """Write words on one line of a box: smaller where they are long, then cut short."""
        size, font = ink.size, font_of(ink.size, ink.weight)
        while QFontMetricsF(font).horizontalAdvance(words) > box.width() and size > self._smallest:
            size -= 2
            font = font_of(size, ink.weight)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if ink.right else Qt.AlignmentFlag.AlignLeft
        self.painter.setFont(font)
        self.painter.setPen(self.color(ink.color))
        self.painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)


def font_of(size: int, weight: Weight) -> QFont:
    """Return the kiosk's font, so many tenths of a millimetre high."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    return font


def begin(device: QPagedPaintDevice) -> QPainter | None:
    """Return a painter that counts in tenths of a millimetre; ``None`` where a device refuses."""
    painter = QPainter()
    if not painter.begin(device):
        return None
    painter.scale(device.logicalDpiX() / _TENTHS_AN_INCH, device.logicalDpiY() / _TENTHS_AN_INCH)
    return painter


def pdf(
    title: str,
    page: QPageSize,
    orientation: QPageLayout.Orientation,
    draw: Callable[[QPdfWriter], object],
    margin: float = 0,
) -> bytes:
    """Return what is drawn as a PDF; ``margin`` is that of each side, in points."""
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("Mentor Kiosk")
    writer.setTitle(title)
    writer.setPageLayout(QPageLayout(page, orientation, QMarginsF(*[margin] * 4)))
    draw(writer)
    buffer.close()
    return bytes(made.data())
