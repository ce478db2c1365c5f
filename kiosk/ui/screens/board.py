"""The board's screen: the prompt, the sorting board, how far it is, and the check."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.model import InputMethod
from kiosk.ui.screens.base import LearnerScreen
from kiosk.ui.speech import announce
from kiosk.ui.theme import Look
from kiosk.ui.views import BoardView
from kiosk.ui.widgets.buttons import Button, Kind, Parts
from kiosk.ui.widgets.card import Stand
from kiosk.ui.widgets.layout import Column, Row
from kiosk.ui.widgets.progress import Meter
from kiosk.ui.widgets.sorting_board import SortingBoard
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.verdict import verdict_words

_FITS = (
    (Parts.WHOLE, True, True),
    (Parts.WHOLE, False, True),
    (Parts.ICON, False, True),
    (Parts.ICON, False, False),
)
"""From roomy to narrow: how the three tools are shown, whether meter and count are."""
_STANDS = {True: Stand.RIGHT, False: Stand.MISS, None: Stand.TALK}


class BoardScreen(LearnerScreen):
    """Passes on what the board asks for.

    ``item_placed``: item id, category id or ``None``, ``InputMethod``.
    ``why_asked``: the item whose reason is wanted.
    """

    item_placed = Signal(str, object, object)
    undo_asked = Signal(object)
    why_asked = Signal(str)
    start_over_asked = Signal()
    submit_requested = Signal()
    home_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.undo = Button(look, Kind.SECONDARY, self.tr("Undo"), icon="undo")
        self.home = Button(look, Kind.SECONDARY, self.tr("Home"), icon="home")
        self.start_over = Button(look, Kind.SECONDARY, self.tr("Start over"), icon="restart")
        self.check = Button(look, Kind.PRIMARY, self.tr("Check my answers"))
        self._placed = Text(look, Role.SMALL, color="ink")
        self._placed.setWordWrap(False)
        self._meter = Meter(look)
        self.bottom.fill(
            self.home, self._placed, self._meter, None, self.undo, self.start_over, self.check
        )
        self.board = SortingBoard(look)
        self._prompt = Text(look, Role.HEADING)
        hint = self.tr("Tap a card, then tap where it belongs. Or drag it there.")
        self._hint = Text(look, Role.SMALL, hint)
        self._hint.setWordWrap(False)
        self._view: BoardView | None = None
        self._lay_out(look)
        self.board.move_asked.connect(self.item_placed)
        self.board.undo_asked.connect(self.undo_asked)
        self.board.why_asked.connect(self.why_asked)
        self.board.all_placed.connect(self._offer_check)
        self.undo.clicked.connect(self._undo)
        self.home.clicked.connect(self.home_asked)
        self.start_over.clicked.connect(self.start_over_asked)
        self.check.clicked.connect(self.submit_requested)
        look.changed.connect(self._fit)

    @property
    def view(self) -> BoardView:
        """What is shown. Raises ``RuntimeError`` before anything is."""
        if self._view is None:
            raise RuntimeError("no board is shown yet")
        return self._view

    def _lay_out(self, look: Look) -> None:
        column = Column(look, 10, (40, 12, 40, 12))
        self.middle.setLayout(column)
        head = Row(look, 20)
        head.addWidget(self._prompt, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self.board, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much around the board as there is room for."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        # What goes first is what is told elsewhere too: the introduction has the hint,
        # the zones have their counts, and icons have names.
        room = self.width() - self.look.px(80)
        line = self._prompt.line_width()
        self._prompt.setWordWrap(line > room)
        self._hint.setVisible(line + self.look.px(20) + self._hint.line_width() <= room)
        for parts, meter, count in _FITS:
            for button in (self.home, self.undo, self.start_over):
                button.show_parts(parts)
            self._meter.setVisible(meter)
            self._placed.setVisible(count)
            if self.bottom.needed_width() <= self.width():
                break

    def place_of(self, item_id: str) -> str | None:
        """Return where a card stands on the board that is shown. Raises ``KeyError``."""
        return self.view.board.places[item_id]

    def show_view(self, view: BoardView) -> None:
        """Show a board as it stands."""
        self._view = view
        self.top.show_place(view.activity.title, self._where(view))
        self._prompt.show_text(view.activity.prompt)
        stands = {item_id: _STANDS[correct] for item_id, correct in view.answers.items()}
        self.board.show_board(view.activity, view.board, stands)
        if view.told is not None:
            words = verdict_words(view.told.correct)
            self.board.show_note(view.told.item_id, words, view.told.reason)
        placed_items = [i for i, at in view.board.places.items() if at is not None]
        left = [i for i in view.board.bank if i not in view.board.locked]
        self.check.set_kind(Kind.SECONDARY if left else Kind.PRIMARY)
        self._enable(self.undo, there_is=view.can_undo)
        movable = any(i not in view.board.locked for i in placed_items)
        self._enable(self.start_over, there_is=movable)
        total, placed = len(view.board.dealt), view.board.placed
        words = self.tr("{n} of {total} placed").format(n=placed, total=total)
        self._placed.show_text(words)
        self._meter.show_value(placed, total, words)
        self._fit()
        if view.spoken:
            announce(self.board, view.spoken)

    def _where(self, view: BoardView) -> str:
        if view.try_number > 1:
            return self.tr("Try {n}").format(n=view.try_number)
        return self.tr("Second round") if view.second_round else view.module

    @Slot()
    def _undo(self) -> None:
        self.undo_asked.emit(InputMethod.KEYS if self.undo.by_keys else InputMethod.TAP)

    def _enable(self, tool: Button, *, there_is: bool) -> None:
        # A tool that goes out of use would hand the focus on to 'Check my answers'.
        if tool.hasFocus() and not there_is:
            self.board.focus_first()
        tool.setEnabled(there_is)

    def let_go(self) -> None:
        """Put back what is held."""
        self.board.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo from anywhere on the page."""
        if event.matches(QKeySequence.StandardKey.Undo) and self.undo.isEnabled():
            self.undo_asked.emit(InputMethod.KEYS)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _offer_check(self) -> None:
        self.check.setFocus()

    def first_focus(self) -> QWidget | None:
        """Return nothing: the board chooses its first card."""
        self.board.focus_first()
        return None
