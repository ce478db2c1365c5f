"""Scrolling inside the zones of a board, where cards do not fit at a readable size.

Cards stay children of the board and are clipped by a mask to their zone's room:
so a card can fly from zone to zone and still has one place in the focus chain.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.board_layout import Arrangement, Filled, Place
from kiosk.ui.widgets.scroll_bar import dress

_FADE = 22
_PAD = 12
_NOTHING = QRegion(-1, -1, 1, 1)


class ZoneScrolls(QObject):
    """One bar for each zone that overflows. ``moved`` is sent when a person scrolls."""

    moved = Signal()

    def __init__(self, look: Look, board: QWidget) -> None:
        super().__init__(board)
        self._look = look
        self._board = board
        self._bars: dict[Place, QScrollBar] = {}
        self._insides: dict[Place, Filled] = {}

    def bar(self, place: Place) -> QScrollBar | None:
        """Return the bar of a zone that scrolls, ``None`` for one that does not."""
        bar = self._bars.get(place)
        return bar if bar is not None and not bar.isHidden() else None

    def offset(self, place: Place) -> int:
        """Return how far a zone is scrolled, in pixels."""
        bar = self.bar(place)
        return bar.value() if bar else 0

    def room(self, place: Place) -> QRect:
        """Return the room for cards in a zone. Raises ``KeyError``."""
        return self._insides[place].room

    def fit(self, arrangement: Arrangement) -> None:
        """Give each zone that overflows a bar, and take it from the others."""
        self._insides = dict(arrangement.insides)
        for place, bar in self._bars.items():
            if place not in self._insides or not self._insides[place].overflow:
                bar.hide()
        for place, inside in self._insides.items():
            if inside.overflow:
                self._fit_bar(place, inside)

    def _fit_bar(self, place: Place, inside: Filled) -> None:
        if place not in self._bars:
            self._bars[place] = self._new_bar()
        bar, room, wide = self._bars[place], inside.room, self.width
        was_blocked = bar.blockSignals(True)  # noqa: FBT003 - Qt's own
        bar.setRange(0, inside.overflow)
        bar.setPageStep(room.height())
        bar.setSingleStep(max(1, room.height() // 6))
        bar.blockSignals(was_blocked)
        dress(bar, self._look, wide, wide * 2 // 5)
        left = room.right() + 1 + self.beyond - wide
        bar.setGeometry(QRect(left, room.top(), wide, room.height()))
        bar.show()

    @property
    def width(self) -> int:
        """How wide a bar is: what a finger needs."""
        return max(44, self._look.px(44))

    @property
    def beyond(self) -> int:
        """How far a bar lies beyond the room for cards: over what is bare beside them."""
        return self._look.px(_PAD)

    @property
    def fade(self) -> int:
        """How high the strip is in which cards fade at an end that has more beyond it."""
        return self._look.px(_FADE)

    def _new_bar(self) -> QScrollBar:
        bar = QScrollBar(Qt.Orientation.Vertical, self._board)
        bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        bar.setAccessibleName(QCoreApplication.translate("ZoneScrolls", "More cards"))
        bar.valueChanged.connect(self._tell)
        return bar

    @Slot()
    def _tell(self) -> None:
        self.moved.emit()

    def close(self) -> None:
        """Forget every zone, as a new board begins."""
        for bar in self._bars.values():
            bar.hide()
            bar.deleteLater()
        self._bars = {}

    def reveal(self, place: Place, slot: QRect) -> None:
        """Scroll a zone as little as shows a slot clear of any fading.

        The slot lies as before any scrolling.
        """
        bar, inside = self.bar(place), self._insides.get(place)
        if bar is None or inside is None:
            return
        clear = min(self.fade, max(0, inside.room.height() - slot.height()) // 2)
        above = slot.top() - inside.room.top() - clear
        below = slot.bottom() - inside.room.bottom() + clear
        bar.setValue(min(above, max(below, bar.value())))

    def rise(self, place: Place) -> None:
        """Show a zone from its top."""
        bar = self.bar(place)
        if bar is not None:
            bar.setValue(0)

    def pan(self, place: Place, by: int) -> None:
        """Scroll a zone by pixels."""
        bar = self.bar(place)
        if bar is not None:
            bar.setValue(bar.value() + by)

    def wheel(self, place: Place, event: QWheelEvent) -> None:
        """Let the wheel scroll the zone that it turns over."""
        bar = self.bar(place)
        if bar is not None:
            QApplication.sendEvent(bar, event)

    def clip(self, place: Place, cards: Iterable[QWidget]) -> None:
        """Show of each card what lies in its zone's room."""
        scrolls = self.bar(place) is not None
        for card in cards:
            if not scrolls:
                if not card.mask().isEmpty():
                    card.clearMask()
                continue
            seen = self._insides[place].room.translated(-card.pos()) & card.rect()
            if seen == card.rect():
                card.clearMask()
            else:
                card.setMask(_NOTHING if seen.isEmpty() else QRegion(seen))
