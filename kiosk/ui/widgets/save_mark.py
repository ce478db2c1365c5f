"""The quiet mark that says what is kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.ports import SaveState
from kiosk.ui import art
from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Parts
from kiosk.ui.widgets.paint import disc, smooth


class SaveMark(QWidget):
    """'Saved' once all is on the disk; a calm word while it is not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = SaveState.SAVED
        self._parts = Parts.WHOLE
        self._words = {
            SaveState.SAVED: self.tr("Saved"),
            SaveState.SAVING: self.tr("Saving"),
            SaveState.WAITING: self.tr("Not saved yet"),
        }
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self.show_state(SaveState.SAVED)

    @Slot()
    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def state(self) -> SaveState:
        """What is shown."""
        return self._state

    def show_state(self, state: SaveState) -> None:
        """Show how the store stands."""
        self._state = state
        self.setAccessibleName(self._words[state])
        self.update()

    def show_parts(self, parts: Parts) -> None:
        """Show sign and word, or the sign alone where there is no room; the name stays."""
        if parts is not self._parts:
            self._parts = parts
            self._restyle()

    def _side(self) -> int:
        return self._look.grown(20)

    def sizeHint(self) -> QSize:
        """Return room for the longest word, so that nothing shifts when it changes."""
        if self._parts is Parts.ICON:
            return QSize(self._side(), self._side())
        metrics = self._look.metrics(17, Weight.SEMIBOLD)
        widest = max(metrics.horizontalAdvance(words) for words in self._words.values())
        return QSize(widest + self._side() + self._look.px(10), metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign and word, at the right edge."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        words = self._words[self._state] if self._parts is Parts.WHOLE else ""
        width = look.metrics(17, Weight.SEMIBOLD).horizontalAdvance(words)
        side, middle = self._side(), self.height() / 2
        left = self.width() - width - side - (look.px(8) if words else 0)
        spot = QRectF(left, middle - side / 2, side, side)
        color = look.color("miss" if self._state is SaveState.WAITING else "right")
        if self._state is SaveState.SAVED:
            disc(painter, "check", spot, color, look.color("card"))
        else:
            art.draw_icon(painter, "clock", spot, color)
        painter.setPen(color)
        painter.setFont(look.font(17, Weight.SEMIBOLD))
        box = QRectF(spot.right() + look.px(8), 0, width + 2, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
