"""A sorting board alone in a window, with the core's rules to carry out what it asks."""

from __future__ import annotations

from collections.abc import Collection

from makers import make_activity
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import make_look
from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod
from kiosk.ui.tour.hand import Hand
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.sorting_board import SortingBoard

EIGHT = ("is", "is_not") * 4


class Table(QWidget):
    """The window. It keeps what was asked, and moves cards as the core allows."""

    def __init__(self, qtbot: QtBot, activity: Activity | None = None) -> None:
        super().__init__()
        self.activity = activity or make_activity(EIGHT)
        self.state = Board.dealt_from(self.activity, 7)
        self.moves: list[tuple[str, Place, InputMethod]] = []
        self.undos: list[InputMethod] = []
        self.asked: list[tuple[str, Place] | None] = []
        self.ends = 0
        self.look = make_look()
        self.board = SortingBoard(self.look)
        self.check = QPushButton("Check", self)
        column = QVBoxLayout(self)
        column.addWidget(self.board, 1)
        column.addWidget(self.check)
        self.board.move_asked.connect(self._move)
        self.board.undo_asked.connect(self._undo)
        self.board.all_placed.connect(self._end)
        self.hand = Hand(self)
        self._qtbot = qtbot
        self._open()

    def _open(self) -> None:
        self._qtbot.addWidget(self)
        self.resize(1100, 700)
        self.show()
        self.hand.come_to_window()
        self.deal()
        self.board.focus_first()

    def deal(self, *, locked: Collection[str] = ()) -> None:
        """Show the board as it stands; ``locked`` cards were right and stay in 'is'."""
        for item_id in locked:
            self.state = self.state.place(item_id, "is")
        if locked:
            self.state = self.state.next_try(frozenset(locked))
        self.show_state()

    def restart(self) -> None:
        """Deal the same cards again and forget what was asked."""
        self.state = Board.dealt_from(self.activity, 7)
        self.asked = []
        self.show_state()

    def show_state(self) -> None:
        """Hand the board what stands now."""
        stands = dict.fromkeys(self.state.locked, Stand.RIGHT)
        self.board.show_board(self.activity, self.state, stands)

    def _move(self, item_id: str, place: Place, method: InputMethod) -> None:
        self.moves.append((item_id, place, method))
        self.asked.append((item_id, place))
        self.state = self.state.place(item_id, place)
        self.show_state()

    def _undo(self, method: InputMethod) -> None:
        self.undos.append(method)
        self.asked.append(None)
        self.state = self.state.undo()
        self.show_state()

    def _end(self) -> None:
        self.ends += 1
        self.check.setFocus()

    # What a test looks at and where it presses

    @property
    def first(self) -> Card:
        """The first card of the bank."""
        return self.board.card(self.state.bank[0])

    def bank_card(self, number: int) -> Card:
        """A card of the bank, from 0."""
        return self.board.card(self.state.bank[number])

    def settle(self) -> None:
        """Wait until every card has come to rest."""
        self.hand.wait_until(lambda: self.board.settled, "the cards to settle")

    def title_of(self, place: Place) -> QPoint:
        """A point of a zone where no card can lie."""
        zone = self.board.zone(place)
        return zone.mapTo(self, QPoint(zone.width() // 2, 20))

    def put(self, card: Card, place: Place) -> None:
        """Tap a card, tap a zone."""
        self.hand.press(card)
        self.hand.press_at(self.title_of(place))
        self.settle()

    def lies_where_it_stands(self, card: Card) -> bool:
        """Whether a card lies inside the zone that the board says."""
        zone = self.board.zone(self.state.places[card.item.id])
        return zone.geometry().contains(card.geometry())


def seen(card: Card) -> QRect:
    """Return what of a card is not scrolled away, in the board's coordinates."""
    box = card.geometry()
    return box if card.mask().isEmpty() else box & card.mask().boundingRect().translated(card.pos())
