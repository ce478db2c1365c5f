"""A page with the recovery codes, to be printed and locked away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from kiosk.ui import paper
from kiosk.ui.theme import FAMILY

_MARGIN = 56
translate = QCoreApplication.translate


def code_sheet(site: str, kiosk_name: str, codes: Sequence[str]) -> bytes:
    """Return the page as a PDF, in the language that is spoken now.

    Args:
        site: the room that the kiosk stands in.
        kiosk_name: what the kiosk is called there.
        codes: the codes as people read them.
    """
    return paper.pdf(
        translate("CodeSheet", "Recovery codes"),
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        partial(draw_codes, where=(site, kiosk_name), codes=codes),
        _MARGIN,
    )


def draw_codes(device: QPagedPaintDevice, where: tuple[str, str], codes: Sequence[str]) -> bool:
    """Draw codes on a page, below the site and the name. Returns whether the device took it."""
    painter = QPainter()
    if not painter.begin(device):
        return False
    _write_lines(painter, device, where, codes)
    return painter.end()


def _write_lines(
    painter: QPainter, device: QPagedPaintDevice, where: tuple[str, str], codes: Sequence[str]
) -> None:
    point = device.logicalDpiY() / 72
    words = translate(
        "CodeSheet",
        "Each code opens the staff door once, where nobody knows the PIN: type it in the place"
        " of the PIN. Then a new PIN is chosen. Keep this page locked away.",
    )
    lines = [
        (22.0, QFont.Weight.ExtraBold, translate("CodeSheet", "Recovery codes")),
        (14.0, QFont.Weight.DemiBold, " · ".join(where)),
        (12.0, QFont.Weight.Normal, words),
        *((20.0, QFont.Weight.Bold, code) for code in codes),
    ]
    top, wide, high = 0.0, float(device.width()), float(device.height())
    for points, weight, text in lines:
        font = QFont(FAMILY)
        font.setPixelSize(round(points * point))
        font.setWeight(weight)
        painter.setFont(font)
        room = QRectF(0, top, wide, high - top)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        box = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        top += box.height() + points * point * 0.7
