"""A page with the recovery codes, to be printed and locked away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from kiosk.ui.theme import FAMILY

_DOTS_PER_INCH = 300
_POINT = _DOTS_PER_INCH / 72
translate = QCoreApplication.translate


def code_sheet(site: str, kiosk_name: str, codes: Sequence[str]) -> bytes:
    """Return the page as a PDF, in the language that is spoken now.

    Args:
        site: the room that the kiosk stands in.
        kiosk_name: what the kiosk is called there.
        codes: the codes as people read them.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(translate("CodeSheet", "Recovery codes"))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(56, 56, 56, 56),
        )
    )
    _draw(writer, (site, kiosk_name), codes)
    buffer.close()
    return bytes(buffer.data().data())


def _draw(writer: QPdfWriter, where: tuple[str, str], codes: Sequence[str]) -> None:
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
    painter = QPainter(writer)
    top, wide = 0.0, float(writer.width())
    for points, weight, text in lines:
        font = QFont(FAMILY)
        font.setPixelSize(round(points * _POINT))
        font.setWeight(weight)
        painter.setFont(font)
        room = QRectF(0, top, wide, float(writer.height()) - top)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, text)
        box = painter.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        top += box.height() + points * _POINT * 0.7
    painter.end()
