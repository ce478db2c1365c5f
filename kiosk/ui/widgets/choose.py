"""One of several, in a list that opens: for choices that take no room until they are made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy

from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, smooth

_LETTERS = 17


class Choose(QComboBox):
    """A choice with a name that a screen reader says. ``activated`` tells what a hand chose."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        view = QListView()
        view.setUniformItemSizes(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setView(view)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer titles, each with what it stands for; the same one stays chosen if it is there."""
        chosen = self.currentData()
        self.clear()
        for title, value in choices:
            self.addItem(title, value)
        kept = next((n for n, (_, value) in enumerate(choices) if value == chosen), 0)
        self.setCurrentIndex(kept)
        self.updateGeometry()

    def choose(self, value: object) -> None:
        """Choose what was offered with that value, if it was; ``activated`` stays silent."""
        # findData() finds only what Qt itself can compare.
        values = [self.itemData(n) for n in range(self.count())]
        if value in values:
            self.setCurrentIndex(values.index(value))

    def sizeHint(self) -> QSize:
        """Return room for the longest choice and the sign."""
        words = [self.itemText(n) for n in range(self.count())]
        widest = max((self.fontMetrics().horizontalAdvance(each) for each in words), default=0)
        wide = widest + 3 * self._look.px(16) + self._look.grown(18)
        return QSize(wide, max(self._look.target(48), self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """Return ``sizeHint``: a cut word is never right."""
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: nothing is chosen by scrolling past."""
        event.ignore()

    @Slot()
    def _restyle(self) -> None:
        look = self._look
        self.setFont(look.font(_LETTERS, Weight.SEMIBOLD))
        view = self.view()
        view.setFont(look.font(_LETTERS))
        palette = view.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("card"))
        palette.setColor(QPalette.ColorRole.Text, look.color("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("primary"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("on-primary"))
        view.setPalette(palette)
        edge, card = look.color("line-strong").name(), look.color("card").name()
        ink, on = look.color("ink").name(), look.color("on-primary").name()
        view.setStyleSheet(
            f"QListView {{ background: {card}; border: {look.edge(1)}px solid {edge};"
            f" outline: 0; padding: {look.px(4)}px; }}"
            f"QListView::item {{ min-height: {look.target(44)}px; color: {ink};"
            f" padding: 0 {look.px(12)}px; }}"
            f"QListView::item:selected {{ background: {look.color('primary').name()};"
            f" color: {on}; border-radius: {look.px(8)}px; }}"
        )
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the choice as it stands."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        edge = QPen(look.color("primary" if self.underMouse() else "line-strong"), look.edge(2))
        area(painter, QRectF(self.rect()), look.px(12), look.color("card"), edge)
        room = self.rect().adjusted(look.px(16), 0, -look.px(16), 0)
        side = look.grown(18)
        spot = QRectF(room.right() - side, room.center().y() - side / 2, side, side)
        art.draw_icon(painter, "chevron-down", spot, look.color("ink"))
        painter.setFont(self.font())
        painter.setPen(look.color("ink"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.currentText())
