"""One card of the list of answers: sign, title, and where the learner put it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.views import FeedbackRow
from kiosk.ui.widgets.paint import area, disc, smooth, stripes
from kiosk.ui.widgets.tall_button import TallButton
from kiosk.ui.widgets.verdict import verdict_words

_SIGN = 26
_ROOMY_FROM = 290
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class AnswerButton(TallButton):
    """Title and place beside each other, or below each other where the row is narrow."""

    def __init__(self, look: Look, row: FeedbackRow, where: str) -> None:
        super().__init__(look)
        self.row = row
        self._where = where
        self.setText(row.item.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(row.item.title)
        self.setAccessibleDescription(f"{verdict_words(row.response.correct)}. {where}")

    def aloud(self) -> str:
        """Return what a voice says of the answer that is chosen: the others are a list to press."""
        return super().aloud() if self.isChecked() else ""

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words, and never under a finger's."""
        title, where = self._lines(width)
        words = title.united(where).height()
        return max(self._look.target(58), words + self._look.px(24))

    def sizeHint(self) -> QSize:
        """Return a comfortable width and its height."""
        width = self._look.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the longest word: only between words is a line broken."""
        words = f"{self.text()} {self._where}".split()
        longest = max(self._bold().horizontalAdvance(word) for word in words)
        return QSize(self._words_left() + longest + self._look.px(18), self._look.target(58))

    def _bold(self) -> QFontMetrics:
        return self._look.metrics(19, Weight.SEMIBOLD)

    def _words_left(self) -> int:
        return self._look.px(30) + self._look.partly_grown(_SIGN)

    def _lines(self, width: int) -> tuple[QRect, QRect]:
        """Return where title and place lie, from the top of the words."""
        left, bold, quiet = self._words_left(), self._bold(), self._look.metrics(17)
        room = width - left - self._look.px(16)
        gap, where = self._look.px(10), quiet.horizontalAdvance(self._where) + 2
        fits = bold.horizontalAdvance(self.text()) + gap + where <= room
        # By the width too, so that the rows of a list are alike.
        if fits and width >= self._look.grown(_ROOMY_FROM):
            high = max(bold.height(), quiet.height())
            title = QRect(left, 0, room - where - gap, high)
            return title, QRect(left + room - where, 0, where, high)
        high = bold.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self.text()).height()
        below = quiet.boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self._where).height()
        return QRect(left, 0, room, high), QRect(left, high, room, below)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row; a missed one has a pattern of its own."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        missed = self.row.response.correct is False
        box = QRectF(self.rect())
        edge = QPen(look.color("miss" if missed else "line-strong"), look.edge(1))
        if self.isChecked():
            edge = QPen(look.color("primary"), look.px(3))
        area(painter, box, look.corner(Corner.CARD), look.color("card"), edge)
        if missed and not self.isChecked():
            inner = box.adjusted(2, 2, -2, -2)
            stripes(
                painter, inner, look.corner(Corner.NOTE), look.mixed("miss-soft", "miss", 0.06), 3
            )
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        look, side = self._look, self._look.partly_grown(_SIGN)
        spot = QRectF(look.px(16), (self.height() - side) / 2, side, side)
        icon, color = _sign(self.row)
        disc(painter, icon, spot, look.color(color), look.color("card"))
        title, where = self._lines(self.width())
        top = (self.height() - title.united(where).height()) // 2
        painter.setFont(look.font(17))
        painter.setPen(look.color("soft"))
        painter.drawText(where.translated(0, top), _WRAPPED, self._where)
        painter.setFont(look.font(19, Weight.SEMIBOLD))
        painter.setPen(look.color("ink"))
        painter.drawText(title.translated(0, top), _WRAPPED, self.text())


def _sign(row: FeedbackRow) -> tuple[str, str]:
    if row.response.correct is None:
        return "chat", "soft"
    return ("check", "right") if row.response.correct else ("cross", "miss")
