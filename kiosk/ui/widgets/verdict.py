"""'Right' or 'Worth another look': a sign and a word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import art
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.paint import area, smooth

_FACES = {
    True: ("check", "right", "right-soft"),
    False: ("cross", "miss", "miss-soft"),
    None: ("chat", "soft", "track"),
}


class Verdict(QWidget):
    """One verdict."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = ""
        self._face = _FACES[None]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def show_verdict(self, words: str, correct: bool | None) -> None:  # noqa: FBT001 - a result
        """Show and speak a verdict; ``None`` is a card that is not scored."""
        self._words, self._face = words, _FACES[correct]
        self.setAccessibleName(words)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return room for sign and word."""
        width = self._look.metrics(18, Weight.BOLD).horizontalAdvance(self._words)
        return QSize(width + self._look.px(62), self._look.px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the verdict."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        icon, ink, ground = self._face
        area(painter, QRectF(self.rect()), look.px(10), look.color(ground))
        side = look.px(20)
        spot = QRectF(look.px(14), (self.height() - side) / 2, side, side)
        art.draw_icon(painter, icon, spot, look.color(ink))
        painter.setPen(look.color(ink))
        painter.setFont(look.font(18, Weight.BOLD))
        words = self.rect().adjusted(look.px(44), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)


def verdict_words(widget: QWidget, correct: bool | None) -> str:  # noqa: FBT001 - a result
    """Return a verdict in words; ``None`` is a card that is not scored."""
    if correct is None:
        return widget.tr("To talk about")
    return widget.tr("Right") if correct else widget.tr("Worth another look")
