"""The quiet mark that says what is kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.ports import SaveState
from kiosk.ui import art
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.paint import disc, smooth


class SaveMark(QWidget):
    """'Saved' once all is on the disk; a calm word while it is not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = SaveState.SAVED
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

    def sizeHint(self) -> QSize:
        """Return room for the longest word, so that nothing shifts when it changes."""
        metrics = self._look.metrics(17, Weight.SEMIBOLD)
        widest = max(metrics.horizontalAdvance(words) for words in self._words.values())
        return QSize(widest + self._look.px(30), self._look.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign and word, at the right edge."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        words = self._words[self._state]
        width = look.metrics(17, Weight.SEMIBOLD).horizontalAdvance(words)
        side, middle = look.px(20), self.height() / 2
        left = self.width() - width - side - look.px(8)
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
