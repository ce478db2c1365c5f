"""Try moving a card: a small board before the first one, and the ways that were tried on it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kiosk.core.model import InputMethod
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.speech import announce
from kiosk.ui.theme import Look, TextSize
from kiosk.ui.tryout_words import WAYS, way_words
from kiosk.ui.views import TryoutView
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.sorting_board import SortingBoard
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.way_list import WayList


class TryoutScreen(LearnerScreen):
    """Passes on what the board asks for; one press goes on to the real one at any moment.

    ``item_placed``: item id, category id or ``None``, ``InputMethod``.
    """

    item_placed = Signal(str, object, object)
    undo_asked = Signal(object)
    back_asked = Signal()
    board_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.back = Button(look, Kind.SECONDARY, self.tr("Back"), icon="back")
        self.start = Button(look, Kind.PRIMARY, "", icon_after="next")
        self.bottom.fill(self.back, None, self.start)
        self.board = SortingBoard(look)
        self.ways = WayList(look)
        self._words = Text(look, Role.SMALL)
        self._told = True
        self._asked: InputMethod | None = None
        self._view: TryoutView | None = None
        self._lay_out(look)
        self.board.move_asked.connect(self.item_placed)
        self.board.undo_asked.connect(self.undo_asked)
        self.board.all_placed.connect(self._offer_start)
        self.back.clicked.connect(self.back_asked)
        self.start.clicked.connect(self.board_asked)
        self.ways.asked.connect(self._tell_way)
        look.changed.connect(self._fit)
        self._fit()

    def _lay_out(self, look: Look) -> None:
        column = Column(look, 12, (40, 16, 40, 16))
        self.middle.setLayout(column)
        column.addWidget(self._words)
        column.addWidget(self.ways)
        column.addWidget(self.board, 1)

    @Slot()
    def _fit(self) -> None:
        # The board comes first: where letters are large, one line tells of one way at a time.
        self._told = self.look.text_size <= TextSize.LARGE
        self.ways.show_words(shown=self._told)
        self._tell()

    @Slot(object)
    def _tell_way(self, way: InputMethod) -> None:
        self._asked = way
        self._tell()
        announce(self._words, way_words(way))

    def _tell(self) -> None:
        if self._view is None:
            return
        if self._asked is not None and not self._told:
            self._words.show_text(way_words(self._asked))
            return
        left = [way for way in WAYS if way not in self._view.tryout.tried]
        if not left:
            words = self.tr("You have tried all four ways. Use the one that you like best.")
        elif self._told:
            words = self.tr("Use any way you like. Nothing here is kept or counted.")
        else:
            words = way_words(left[0])
        self._words.show_text(words)

    def show_view(self, view: TryoutView) -> None:
        """Show the round as it stands."""
        self._view, self._asked = view, None
        self.top.show_place(view.activity.title, view.title)
        self._tell()
        self.ways.show_tried(view.tryout.tried)
        begin = self.tr("Deal {n} cards").format(n=view.items)
        self.start.set_label(self.tr("Go on sorting") if view.begun else begin)
        self.board.show_board(view.activity, view.tryout.board, {})
        if view.spoken:
            announce(self.board, view.spoken)

    def place_of(self, item_id: str) -> str | None:
        """Return where a card stands. Raises ``KeyError``."""
        return self._view.tryout.board.places[item_id] if self._view is not None else None

    def let_go(self) -> None:
        """Put back what is held."""
        self.board.let_go()

    @Slot()
    def _offer_start(self) -> None:
        self.start.setFocus()

    def first_focus(self) -> QWidget | None:
        """Return nothing: the board chooses its first card."""
        self.board.focus_first()
        return None
