"""'Right' or 'Worth another look': a sign and a word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui import art
from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth

translate = QCoreApplication.translate
_FACES = {
    True: ("check", "right", "right-soft"),
    False: ("cross", "miss", "miss-soft"),
    None: ("chat", "soft", "track"),
}
_ATTENTION = ("warning", "ink", "spoken")
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Verdict(QWidget):
    """One verdict."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = ""
        self._face = _FACES[None]
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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

    def show_attention(self, words: str) -> None:
        """Show and speak that something is to be seen to: neither right nor wrong."""
        self._words, self._face = words, _ATTENTION
        self.setAccessibleName(words)
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return room for sign and word."""
        width = self._letters().horizontalAdvance(self._words) + self._words_left()
        width += self._look.px(18) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word: only between words is a line broken."""
        words = (self._letters().horizontalAdvance(word) for word in self._words.split())
        width = max(words, default=0) + self._words_left() + self._look.px(18) + 2
        return QSize(width, self._look.grown(38))

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        room = QRect(0, 0, width - self._words_left() - self._look.px(18), 10_000)
        lines = self._letters().boundingRect(room, _FLAGS, self._words).height()
        return max(self._look.grown(38), lines + self._look.px(12))

    def _letters(self) -> QFontMetrics:
        return self._look.metrics(18, Weight.BOLD)

    def _words_left(self) -> int:
        return self._look.px(24) + self._look.grown(20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the verdict."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        icon, ink, ground = self._face
        area(painter, QRectF(self.rect()), look.corner(Corner.NOTE), look.color(ground))
        side = look.grown(20)
        spot = QRectF(look.px(14), (self.height() - side) / 2, side, side)
        art.draw_icon(painter, icon, spot, look.color(ink))
        painter.setPen(look.color(ink))
        painter.setFont(look.font(18, Weight.BOLD))
        words = self.rect().adjusted(self._words_left(), 0, -look.px(18), 0)
        painter.drawText(words, _FLAGS, self._words)


def verdict_words(correct: bool | None) -> str:  # noqa: FBT001 - a result
    """Return a verdict in words; ``None`` is a card that is not scored."""
    if correct is None:
        return translate("Verdict", "To talk about")
    return translate("Verdict", "Right") if correct else translate("Verdict", "Worth another look")
