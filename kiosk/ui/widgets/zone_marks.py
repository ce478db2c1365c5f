"""Which zone a held card would go to, shown on the zones, with room made for it there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.ui.widgets.board_hands import Hold
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.board_pieces import Pieces
from kiosk.ui.widgets.category_zone import Welcome

_FRAME_MS = 16


class ZoneMarks(QObject):
    """Marks zones for a held card.

    Under a card that is carried from one zone into the next, the one is left at once and the
    other marked a frame later: both in one move would cost as much as ten others, and the card
    would lag. Where a drop goes is not a matter of the marks.
    """

    def __init__(self, pieces: Pieces, parent: QObject) -> None:
        super().__init__(parent)
        self._pieces = pieces
        self._held: Hold | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_FRAME_MS)
        self._soon.timeout.connect(self._show)

    def show(self, held: Hold | None) -> None:
        """Show at once what a card that is held would do, or that none is."""
        self._soon.stop()
        self._held = held
        self._show()

    def follow(self, held: Hold) -> None:
        """Leave the zone that was marked, and mark the other one a frame later."""
        self._held = held
        for place, zone in self._pieces.zones.items():
            if held.target is None or held.target.place != place:
                zone.leave()
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _show(self) -> None:
        held = self._held
        own = self._own()
        target = held.target if held is not None else None
        goes_to = None if target is None or target.place == own else (target.place,)
        self._pieces.make_room(goes_to)
        slot = self._pieces.slot()
        for place, zone in self._pieces.zones.items():
            if held is None or place == own:
                zone.show_welcome(Welcome.NONE, None, "")
            elif goes_to == (place,) and slot is not None:
                inside = slot.translated(-zone.pos())
                zone.show_welcome(Welcome.CHOSEN, inside, self.tr("drop here"))
            else:
                zone.show_welcome(Welcome.OPEN, None, "")

    def _own(self) -> Place:
        board = self._pieces.board
        if self._held is None or board is None:
            return None
        return board.places[self._held.card.item.id]
