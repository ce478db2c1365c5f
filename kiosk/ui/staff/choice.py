"""One of several choices: a title and a detail, the chosen one marked."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from kiosk.ui.scale import Corner, Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.tall_button import TallButton


class ChoiceRow(TallButton):
    """A row to choose; rows of one parent exclude each other."""

    def __init__(self, look: Look, title: str, detail: str) -> None:
        super().__init__(look)
        self.detail = detail
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def heightForWidth(self, width: int) -> int:
        """Return a row that a finger can hit, with a second line where one is too short."""
        look = self._look
        title = self._title_height(width)
        lines = title if self._one_line(width) else title + self._second_height()
        return max(look.target(56), lines + look.px(16))

    def sizeHint(self) -> QSize:
        """Return a comfortable width and its height."""
        width = self._look.px(420)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return room for the title's longest word; a detail is shortened in its middle."""
        metrics = self._look.metrics(18, Weight.SEMIBOLD)
        longest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        return QSize(longest + self._words_left() + self._look.px(14), self._look.target(56))

    def _words_left(self) -> int:
        return self._look.px(30) + self._look.grown(22)

    def _title_height(self, width: int) -> int:
        room = QRect(0, 0, width - self._words_left() - self._look.px(14), 10_000)
        metrics = self._look.metrics(18, Weight.SEMIBOLD)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).height()

    def _second_height(self) -> int:
        return self._look.metrics(17).height() if self.detail else 0

    def _one_line(self, width: int) -> bool:
        title = self._look.metrics(18, Weight.SEMIBOLD).horizontalAdvance(self.text())
        detail = self._look.metrics(17).horizontalAdvance(self.detail)
        return self._words_left() + title + detail + self._look.px(30) <= width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row and its mark."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        box, on = QRectF(self.rect()), self.isChecked()
        wide = look.edge(3 if on else 2)
        edge = QPen(look.color("primary" if on else "line-strong"), wide)
        area(
            painter,
            box,
            look.corner(Corner.CARD),
            look.color("chosen" if on else "card"),
            edge,
        )
        side = look.grown(22)
        spot = QRectF(look.px(16), box.center().y() - side / 2, side, side)
        painter.setPen(QPen(look.color("primary" if on else "line-strong"), look.px(2)))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(spot)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("primary"))
            inset = side * 0.23
            painter.drawEllipse(spot.adjusted(inset, inset, -inset, -inset))
        self._draw_words(painter)

    def _draw_words(self, painter: QPainter) -> None:
        look, flags = self._look, Qt.AlignmentFlag.AlignVCenter
        bold, quiet = look.metrics(18, Weight.SEMIBOLD), look.metrics(17)
        first = self.rect().adjusted(self._words_left(), 0, -look.px(14), 0)
        second = first.adjusted(bold.horizontalAdvance(self.text()) + look.px(16), 0, 0, 0)
        if not self._one_line(self.width()):
            high = self._title_height(self.width())
            top = (self.height() - high - self._second_height()) // 2
            first = QRect(first.left(), top, first.width(), high)
            second = QRect(first.left(), first.bottom() + 1, first.width(), quiet.height())
        on = self.isChecked()
        painter.setPen(look.color("on-chosen" if on else "ink"))
        painter.setFont(look.font(18, Weight.SEMIBOLD))
        painter.drawText(first, flags | Qt.TextFlag.TextWordWrap, self.text())
        detail = quiet.elidedText(self.detail, Qt.TextElideMode.ElideMiddle, second.width())
        painter.setPen(look.color("on-chosen" if on else "soft"))
        painter.setFont(look.font(17))
        painter.drawText(second, flags, detail)
