"""Where a board's reason note lies: beside its card, or below everything, never over a card."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Slot
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.board_pieces import Pieces
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.reason_note import ReasonNote

_AWAY = 12


class BoardNote(QObject):
    """Shows one reason at a time, and lets the board make room where there is none."""

    def __init__(self, look: Look, pieces: Pieces, board: QWidget) -> None:
        super().__init__(board)
        self._look = look
        self._pieces = pieces
        self._card: Card | None = None
        self.note = ReasonNote(look, board)
        self.note.closed.connect(self.drop)
        pieces.scrolls.moved.connect(self._leave_scrolled)

    def tell(self, card: Card, verdict: str, correct: bool | None, words: str) -> None:  # noqa: FBT001 - data
        """Tell why a card stands well or not."""
        self._card = card
        self.note.tell(verdict, correct, words)
        self.place()

    def place(self) -> None:
        """Put the note where there is room for it, if one is told."""
        if self._card is None:
            return
        self._lay_out(0)
        pieces = self._pieces
        taken = [self._seen(card) for card in pieces.cards.values()]
        bank = pieces.zones[None].geometry()
        if not self.note.point_at(pieces.target(self._card), [bank, *taken]):
            self._place_below(self._card)

    def _place_below(self, card: Card) -> None:
        high = self.note.lie_below(card.item.title)
        self._lay_out(high + self._look.px(_AWAY))
        self._pieces.reveal(card)

    def _seen(self, card: Card) -> QRect:
        board = self._pieces.board
        place = board.places[card.item.id] if board is not None else None
        return self._pieces.target(card) & self._pieces.scrolls.room(place)

    def _lay_out(self, kept_free: int) -> None:
        if kept_free != self._pieces.kept_free:
            self._pieces.kept_free = kept_free
            self._pieces.lay_out(None, self._pieces.glide.go)

    @Slot()
    def drop(self) -> None:
        """Take the note away, and give its room back."""
        self._card = None
        self.note.hide()
        self._lay_out(0)

    @Slot()
    def _leave_scrolled(self) -> None:
        # Its card has gone from beside it; a note below everything stays.
        if not self._pieces.kept_free:
            self.drop()
