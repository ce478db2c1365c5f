"""The line over a replay: what has just happened, with its sign."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.paint import area, disc, smooth
from kiosk.ui.widgets.text import Role, Text

_FACES = {
    True: ("check", "right", "right-soft"),
    False: ("cross", "miss", "miss-soft"),
    None: ("card", "soft", "card"),
}
_SIGN, _GAP, _RIGHT, _ROOM = 26, 14, 18, 14


class ReplayLine(QWidget):
    """One line on a ground of its own, as high for few words as for the most there will be."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._face = _FACES[None]
        self._longest = ""
        self._text = Text(look, Role.SMALL, color="ink")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """What it says."""
        return self._text.accessibleName()

    def show_words(self, words: str, correct: bool | None) -> None:  # noqa: FBT001 - a result
        """Show what happened; ``correct`` is ``None`` where there is no right or wrong."""
        self._face = _FACES[correct]
        self._text.show_text(words)
        self.update()

    def keep_room_for(self, longest: str) -> None:
        """Keep the height that these words need, so that nothing below ever jumps."""
        self._longest = longest
        self._keep_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the height that is needed at this width."""
        super().resizeEvent(event)
        self._keep_room()

    @Slot()
    def _restyle(self) -> None:
        look, room = self._look, self._look.px(_ROOM)
        self._row.setContentsMargins(self._words_left(), room, look.px(_RIGHT), room)
        self._keep_room()
        self.update()

    def _words_left(self) -> int:
        return self._look.partly_grown(_SIGN) + self._look.px(_RIGHT + _GAP)

    def _keep_room(self) -> None:
        look, kind = self._look, self._look.type(Role.SMALL.value)
        room = QRect(0, 0, self.width() - self._words_left() - look.px(_RIGHT), 10_000)
        metrics = look.metrics(kind.size, kind.weight)
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._longest)
        high = ceil(words.height() * kind.line_height / 100)
        self.setMinimumHeight(max(look.px(56), high + 2 * look.px(_ROOM)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the sign."""
        look, painter = self._look, QPainter(self)
        smooth(painter)
        icon, ink, ground = self._face
        area(
            painter,
            QRectF(self.rect()),
            look.corner(Corner.CARD),
            look.color(ground),
            look.color("line"),
        )
        side = look.partly_grown(_SIGN)
        spot = QRectF(look.px(_RIGHT), (self.height() - side) / 2, side, side)
        disc(painter, icon, spot, look.color(ink), look.color("card"))
