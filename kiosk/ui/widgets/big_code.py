"""A code set so large that it can be copied from a step away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth


class BigCode(QWidget):
    """A code, letter by letter, on a card."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._code = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_code(self, code: str) -> None:
        """Show a code and spell it for a screen reader."""
        self._code = code
        self.setAccessibleName(" ".join(code))
        self._restyle()

    def _letters(self) -> QFont:
        font = self._look.font(56, Weight.HEAVY)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self._look.px(14))
        wide = QFontMetrics(font).horizontalAdvance(self._code)
        room = self.width() - self._look.px(48)
        if 0 < room < wide:
            font.setPixelSize(font.pixelSize() * room // wide)
            spacing = self._look.px(14) * room / wide
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
        return font

    def sizeHint(self) -> QSize:
        """Return room for the letters."""
        metrics = self._look.metrics(56, Weight.HEAVY)
        per_letter = metrics.horizontalAdvance("W") + self._look.px(14)
        high = metrics.height() + self._look.px(50)
        return QSize(per_letter * max(4, len(self._code)) + self._look.px(48), high)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest card: its letters get smaller, and stay large."""
        return QSize(self._look.px(320), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the code."""
        painter = QPainter(self)
        smooth(painter)
        look, box = self._look, QRectF(self.rect())
        area(painter, box, look.corner(Corner.AREA), look.color("card"), look.color("line-strong"))
        painter.setPen(look.color("primary"))
        painter.setFont(self._letters())
        shift = QRectF(box.adjusted(look.px(14), 0, 0, 0))
        painter.drawText(shift, Qt.AlignmentFlag.AlignCenter, self._code)
