"""One of several choices: a title and a detail, the chosen one marked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.paint import area, smooth


class ChoiceRow(QAbstractButton):
    """A row to choose; rows of one parent exclude each other."""

    def __init__(self, look: Look, title: str, detail: str) -> None:
        super().__init__()
        self.detail = detail
        self._look = look
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row that a finger can hit."""
        return QSize(self._look.px(420), self._look.target(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row and its mark."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        box, on = QRectF(self.rect()), self.isChecked()
        wide = look.edge(3 if on else 1)
        edge = QPen(look.color("primary" if on else "line-strong"), wide)
        area(painter, box, look.px(12), look.color("primary-soft" if on else "card"), edge)
        side = look.px(22)
        spot = QRectF(look.px(16), box.center().y() - side / 2, side, side)
        painter.setPen(QPen(look.color("primary" if on else "line-strong"), look.px(2)))
        painter.setBrush(look.color("card"))
        painter.drawEllipse(spot)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("primary"))
            painter.drawEllipse(spot.adjusted(5, 5, -5, -5))
        self._draw_words(painter, round(spot.right()) + look.px(14))

    def _draw_words(self, painter: QPainter, left: int) -> None:
        look = self._look
        flags = Qt.AlignmentFlag.AlignVCenter
        bold = look.metrics(18, Weight.SEMIBOLD)
        painter.setPen(look.color("ink"))
        painter.setFont(look.font(18, Weight.SEMIBOLD))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), flags, self.text())
        left += bold.horizontalAdvance(self.text()) + look.px(16)
        room = self.rect().adjusted(left, 0, -look.px(14), 0)
        quiet = look.metrics(17)
        detail = quiet.elidedText(self.detail, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setPen(look.color("soft"))
        painter.setFont(look.font(17))
        painter.drawText(room, flags, detail)
