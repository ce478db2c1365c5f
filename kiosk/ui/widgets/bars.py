"""The bars at the top and the bottom of a learner's screen, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Parts
from kiosk.ui.widgets.layout import Row
from kiosk.ui.widgets.save_mark import SaveMark

_HEADING = 23
"""The room that a heading of ours takes at the most, in small letters' heights."""

_FITS = (
    (Parts.WHOLE, Parts.WHOLE, 16),
    (Parts.ICON, Parts.WHOLE, 16),
    (Parts.ICON, Parts.ICON, 16),
    (Parts.ICON, Parts.ICON, 8),
)
"""From roomy to narrow: how tools are shown, how what is saved is, and the gap between them."""


class _Bar(QWidget):
    def __init__(self, look: Look, height: float) -> None:
        super().__init__()
        self._look = look
        self._height = height
        self.row = Row(look, 16, (40, 0, 40, 0))
        self.setLayout(self.row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self.setFixedHeight(look.px(height))

    @Slot()
    def _restyle(self) -> None:
        self._fit()
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(self._height))

    def _draw_ground(self, painter: QPainter, line_y: float) -> None:
        painter.fillRect(self.rect(), self._look.color("bar"))
        painter.fillRect(QRectF(0, line_y, self.width(), 1), self._look.color("line"))


class TopBar(_Bar):
    """What it is and where you are, then the tools."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.measures.top_bar)
        self._tools: list[Button | SaveMark] = []
        self._heading = Heading(look)
        self.row.addWidget(self._heading, 1)

    def fill(self, *tools: Button | SaveMark) -> None:
        """Put tools at the right end."""
        self._tools.extend(tools)
        for tool in tools:
            self.row.addWidget(tool)
        # After the tools, so that they have their new letters when they are measured.
        self._look.changed.disconnect(self._restyle)
        self._look.changed.connect(self._restyle)

    def show_place(self, title: str, where: str) -> None:
        """Show what this is and where in it the learner stands."""
        self._heading.show_place(title, where)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # By a measure that no screen's own words go beyond, so that bars do not change between
        # screens: first the tools lose their words, which they keep as names, then what is saved
        # does, which nobody would guess from its sign alone, then there are two lines.
        wanted = max(self._heading.line_width(), _HEADING * self._look.text_px(17))
        for parts, saved, gap in _FITS:
            self.row.setSpacing(self._look.space(gap))
            for tool in self._tools:
                tool.show_parts(saved if isinstance(tool, SaveMark) else parts)
            if wanted <= self._room():
                break
        self._heading.show_lines(1 if wanted <= self._room() else 2)
        high = self._heading.sizeHint().height() + self._look.px(16)
        self.setFixedHeight(max(self._look.px(self._height), high))

    def _room(self) -> int:
        sides = self.row.contentsMargins()
        tools = sum(tool.sizeHint().width() + self.row.spacing() for tool in self._tools)
        return self.width() - sides.left() - sides.right() - tools

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line below."""
        self._draw_ground(QPainter(self), self.height() - 1)


class BottomBar(_Bar):
    """Back at the left, next at the right, progress between."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.measures.bottom_bar)
        self._yielding: tuple[Button, ...] = ()

    def give_way(self, *buttons: Button) -> None:
        """Have these show their icons alone where there is no room for all words."""
        self._yielding = buttons
        # After the buttons, so that they have their new letters when they are measured.
        self._look.changed.disconnect(self._restyle)
        self._look.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        if not self._yielding:
            return
        for parts in Parts:
            for button in self._yielding:
                button.show_parts(parts)
            if self.needed_width() <= self.width():
                break

    def fill(self, *parts: QWidget | None) -> None:
        """Lay the parts out from left to right; ``None`` is a gap that grows."""
        for part in parts:
            if part is None:
                self.row.addStretch(1)
            else:
                self.row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def needed_width(self) -> int:
        """Return the width that everything shown now takes, in pixels."""
        self.row.invalidate()
        return self.row.minimumSize().width()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above."""
        self._draw_ground(QPainter(self), 0)


class Heading(QWidget):
    """A bold title and a quiet place beside or below it, shortened before it is ever cut."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = ""
        self._where = ""
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        look.changed.connect(self.update)

    def show_place(self, title: str, where: str) -> None:
        """Show and speak both."""
        self._title, self._where = title, where
        self.setAccessibleName(f"{title}, {where}" if where else title)
        self.update()

    def show_lines(self, lines: int) -> None:
        """Show both on one line, or on two."""
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.update()

    def line_width(self) -> int:
        """Return how wide both are on one line, in pixels."""
        title = self._look.metrics(20, Weight.BOLD).horizontalAdvance(self._title)
        where = self._look.metrics(17).horizontalAdvance(self._where)
        return title + where + self._look.px(18) + 2

    def sizeHint(self) -> QSize:
        """Return the room for both."""
        high = self._look.metrics(20, Weight.BOLD).height()
        if self._lines > 1:
            high += self._look.metrics(17).height()
        return QSize(self.line_width(), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both."""
        look, painter = self._look, QPainter(self)
        bold = look.metrics(20, Weight.BOLD)
        title = bold.elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
        room = QRect(0, 0, self.width(), self.height())
        if self._lines > 1 and self._where:
            room.setTop((self.height() - self.sizeHint().height()) // 2)
            room.setHeight(bold.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(look.font(20, Weight.BOLD))
        painter.setPen(look.color("ink"))
        painter.drawText(room, flags, title)
        if self._lines > 1:
            room.translate(0, room.height())
        else:
            room.adjust(bold.horizontalAdvance(title) + look.px(18), look.px(2), 0, 0)
        quiet = look.metrics(17)
        where = quiet.elidedText(self._where, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(look.font(17))
        painter.setPen(look.color("soft"))
        painter.drawText(room, flags, where)
