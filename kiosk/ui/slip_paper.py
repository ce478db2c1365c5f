"""A slip on paper: drawn on a printer's page or into a PDF, always by the light theme."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.slip import Slip
from kiosk.ui import art, paper
from kiosk.ui.paper import Ink, Paper, font_of
from kiosk.ui.scale import Weight
from kiosk.ui.slip_words import check_title, how_to_check, slip_lines, slip_place, slip_title
from kiosk.ui.theme import Look

WIDTH, HEIGHT = 1480, 1050
"""The slip's size in tenths of a millimetre: A6, lying."""
_EDGE = 80
_PICTURE = QRectF(950, 90, 460, 400)
_WORDS_WIDE = WIDTH - 2 * _EDGE
_TITLE_WIDE = _PICTURE.left() - _EDGE - 40
_SMALLEST = 30
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def slip_pdf(look: Look, slip: Slip, activity_title: str) -> bytes:
    """Return a slip as a PDF of one page of A6, lying."""
    title = f"{slip_title(slip.facts, activity_title)}, {slip.check}"
    page = QPageSize(QSizeF(HEIGHT / 10, WIDTH / 10), QPageSize.Unit.Millimeter)
    draw = partial(draw_slip, look=look, slip=slip, activity_title=activity_title)
    return paper.pdf(title, page, QPageLayout.Orientation.Landscape, draw)


def draw_slip(device: QPagedPaintDevice, look: Look, slip: Slip, activity_title: str) -> bool:
    """Draw a slip at the top left of a page. Returns whether the device took it."""
    painter = paper.begin(device)
    if painter is None:
        return False
    _Slip(Paper(painter, look, _SMALLEST)).draw(slip, activity_title)
    return painter.end()


class _Slip:
    def __init__(self, page: Paper) -> None:
        self._page = page
        self._painter = page.painter
        self._color = page.color

    def draw(self, slip: Slip, activity_title: str) -> None:
        """Draw all of a slip, from the top left."""
        facts = slip.facts
        painter, whole = self._painter, QRectF(0, 0, WIDTH, HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("line-strong"), 3, Qt.PenStyle.DashLine))
        painter.drawRect(whole.adjusted(8, 8, -8, -8))
        self._draw_picture()
        self._write(QRectF(_EDGE, 80, _TITLE_WIDE, 60), slip_place(facts), 38, "primary")
        title = slip_title(facts, activity_title)
        self._write(QRectF(_EDGE, 140, _TITLE_WIDE, 110), title, 76, "ink", Weight.HEAVY)
        top = 280.0
        for name, value in slip_lines(facts):
            self._write(QRectF(_EDGE, top, 250, 66), name, 38, "soft")
            room = _TITLE_WIDE - 250 if top < _PICTURE.bottom() else _WORDS_WIDE - 250
            self._write(QRectF(_EDGE + 250, top, room, 66), value, 46, "ink", Weight.BOLD)
            top += 74
        self._draw_check(slip.check, top + 30)
        self._write(QRectF(_EDGE, 905, _WORDS_WIDE, 60), how_to_check(), 34, "soft")

    def _draw_picture(self) -> None:
        painter = self._painter
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color("paper"))
        painter.drawRoundedRect(_PICTURE, 36, 36)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        renderer = QSvgRenderer(QByteArray(art.art_file("done")))
        renderer.render(painter, art.fitting_box(renderer, _PICTURE.adjusted(30, 30, -30, -30)))

    def _draw_check(self, check: str, top: float) -> None:
        painter, box = self._painter, QRectF(_EDGE, top, _WORDS_WIDE, 250)
        painter.setPen(QPen(self._color("line-strong"), 4))
        painter.drawRoundedRect(box, 36, 36)
        label = QRectF(box.left() + 40, box.top() + 24, box.width() - 80, 50)
        self._write(label, check_title(), 38, "soft")
        font = font_of(120, Weight.HEAVY)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 112)
        painter.setFont(font)
        painter.setPen(self._color("primary"))
        painter.drawText(box.adjusted(40, 66, -40, -16), _LEFT, check)

    def _write(
        self, box: QRectF, words: str, size: int, color: str, weight: Weight = Weight.MEDIUM
    ) -> None:
        self._page.write(box, words, Ink(size, color, weight))
