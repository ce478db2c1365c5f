"""Why a card belongs where it belongs, and why it could look otherwise."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.lesson import Activity, Category
from kiosk.ui.theme import Look
from kiosk.ui.views import FeedbackRow
from kiosk.ui.widgets.layout import Column, empty
from kiosk.ui.widgets.link import Link
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import Verdict


class _Reason(QWidget):
    """One reason beside a bar in its category's colour."""

    def __init__(self, look: Look, title: str, words: str, color: str) -> None:
        super().__init__()
        self._look = look
        self._color = color
        column = Column(look, 4, (22, 2, 0, 2))
        self.setLayout(column)
        column.addWidget(Text(look, Role.KICKER, title, color=color))
        column.addWidget(Text(look, Role.BODY, words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar beside the words."""
        painter = QPainter(self)
        smooth(painter)
        bar = QRectF(0, 0, self._look.px(5), self.height())
        area(painter, bar, self._look.px(2), self._look.color(self._color))


class ReasonPanel(QWidget):
    """Shows a card's verdict and reasons. ``reread_asked``: item id, screen id."""

    reread_asked = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row: FeedbackRow | None = None
        self._verdict = Verdict(look)
        self._title = Text(look, Role.HEADING)
        self._reasons = Column(look, 18)
        self.reread = Link(look)
        column = Column(look, 16)
        self.setLayout(column)
        column.addWidget(self._verdict)
        column.addWidget(self._title)
        column.addLayout(self._reasons)
        column.addWidget(self.reread)
        column.addStretch(1)
        self.reread.clicked.connect(self._ask)

    def leave_out_card(self) -> None:
        """Show the reasons alone, for a place where the card and how it went stand above."""
        self._verdict.hide()
        self._title.hide()

    def show_row(self, activity: Activity, row: FeedbackRow, verdict: str) -> None:
        """Show a card's reasons: first for where it stands, then for where it belongs."""
        self._row = row
        self._verdict.show_verdict(verdict, row.response.correct)
        self._title.show_text(row.item.title)
        empty(self._reasons)
        for category in _in_order(activity, row):
            color = f"category-{activity.categories.index(category) + 1}"
            words = row.item.reasons[category.id]
            title = self._reason_title(category, row)
            self._reasons.addWidget(_Reason(self._look, title, words, color))
        self.reread.setVisible(row.screen_number is not None)
        label = self.tr("Read it again: {title}").format(title=row.screen_title)
        self.reread.set_label(label)

    def _reason_title(self, category: Category, row: FeedbackRow) -> str:
        name = category.short_title
        if row.response.correct is None:
            return self.tr("What speaks for '{name}'").format(name=name)
        if category.id == row.item.category_id:
            return self.tr("Why it belongs in '{name}'").format(name=name)
        if category.id == row.response.category_id:
            return self.tr("Why it looked like '{name}'").format(name=name)
        return self.tr("Why not '{name}'").format(name=name)

    @Slot()
    def _ask(self) -> None:
        if self._row is not None and self._row.item.screen_id is not None:
            self.reread_asked.emit(self._row.item.id, self._row.item.screen_id)


def _in_order(activity: Activity, row: FeedbackRow) -> list[Category]:
    def rank(category: Category) -> int:
        if category.id == row.response.category_id:
            return 0
        return 1 if category.id == row.item.category_id else 2

    return sorted(activity.categories, key=rank)
