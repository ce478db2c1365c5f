"""Icons and pictures: SVG in, pixels out, tinted and kept while they are asked for."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kiosk import paths


@lru_cache(maxsize=256)
def _icon_source(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _icon(name: str, size: int, color: str, ratio: float) -> QPixmap:
    source = _icon_source(name).replace("currentColor", color)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_icon(painter: QPainter, name: str, box: QRectF, color: QColor) -> None:
    """Draw an icon in one colour, as large as fits the box, at its middle.

    Raises:
        FileNotFoundError: there is no icon of that name.
    """
    size = int(min(box.width(), box.height()))
    pixmap = _icon(name, size, color.name(), painter.device().devicePixelRatioF())
    left = box.center().x() - size / 2
    top = box.center().y() - size / 2
    painter.drawPixmap(round(left), round(top), pixmap)


def art_file(name: str) -> bytes:
    """Return a picture that came with the program, such as 'welcome'. Raises ``OSError``."""
    return Path(paths.resources() / "art" / f"{name}.svg").read_bytes()


BLEED = 2.0
"""How much wider than its view box a picture is drawn, at the least."""
_LEAST_SHOWN = 0.3
"""How high a ground must be for figures to stand on it, beside its width."""


def draw_covering(painter: QPainter, renderer: QSvgRenderer, box: QRectF) -> None:
    """Draw a picture so that it covers the box, standing on its bottom edge at the middle.

    Pictures are drawn beyond their view box, so a box that is wider than the
    view box shows more of the scene, and nothing is stretched or left bare.
    """
    view = renderer.viewBoxF()
    factor = max(box.height() / view.height(), box.width() / (view.width() * BLEED))
    size = view.size() * factor
    corner = QPointF(box.center().x() - size.width() / 2, box.bottom() - size.height())
    painter.save()
    painter.setClipRect(box)
    renderer.render(painter, QRectF(corner, size))
    painter.restore()


def draw_below(painter: QPainter, renderer: QSvgRenderer, box: QRectF, top: float) -> None:
    """Draw a picture over a box, as large as covers it, with its figures below a height.

    The figures are taken to stand in the lower half of the view box; above it is sky,
    drawn far beyond the view box.
    """
    view = renderer.viewBoxF()
    if box.bottom() - top < _LEAST_SHOWN * box.width():
        top = box.bottom()
    covering = max(box.height() / view.height(), box.width() / (view.width() * BLEED))
    least = box.width() / (view.width() * 3)
    factor = max(least, min(covering, 2 * (box.bottom() - top) / view.height()))
    size = view.size() * factor
    bottom = max(box.bottom(), top + size.height() / 2)
    corner = QPointF(box.center().x() - size.width() / 2, bottom - size.height())
    painter.save()
    painter.setClipRect(box)
    renderer.render(painter, QRectF(corner, size))
    painter.restore()


def would_crop(renderer: QSvgRenderer, box: QRectF) -> bool:
    """Whether a picture that covers a box loses more than a tenth of its height."""
    view = renderer.viewBoxF()
    return box.width() * view.height() > 1.1 * box.height() * view.width() * BLEED


def widest_box(renderer: QSvgRenderer, box: QRectF) -> QRectF:
    """Return the widest part of a box, at its middle, that a picture covers uncropped."""
    view = renderer.viewBoxF()
    width = min(box.width(), box.height() * view.width() * BLEED / view.height())
    return QRectF(box.center().x() - width / 2, box.top(), width, box.height())


def fitting_box(renderer: QSvgRenderer, box: QRectF) -> QRectF:
    """Return where a whole picture lies that is as large as fits the box, at its middle."""
    view = renderer.viewBoxF()
    factor = min(box.width() / view.width(), box.height() / view.height())
    size = view.size() * factor
    left = box.center().x() - size.width() / 2
    top = box.center().y() - size.height() / 2
    return QRectF(left, top, size.width(), size.height())


def veil(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Take light from a drawn picture, as dusk does; white leaves it as it is."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(box, color)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
