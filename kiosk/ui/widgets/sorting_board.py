"""The sorting board: cards, the bank and the categories, for any hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod
from kiosk.ui.speech import announce, say, tell
from kiosk.ui.theme import Look
from kiosk.ui.widgets.board_hands import Hands, Hold, Target
from kiosk.ui.widgets.board_keys import BoardKeys, spoken_place
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.board_note import BoardNote
from kiosk.ui.widgets.board_pieces import Pieces
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.card_menu import CardMenu, Way
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.lifted_card import LiftedCard
from kiosk.ui.widgets.tall_button import said_of
from kiosk.ui.widgets.touch_watch import TouchWatch
from kiosk.ui.widgets.zone_marks import ZoneMarks

_NOBODY = ""


class SortingBoard(QWidget):
    """Shows a board and asks for moves; it never moves a card by itself.

    ``move_asked``: item id, place (a category id or ``None``), ``InputMethod``.
    ``undo_asked``: ``InputMethod``. ``why_asked``: the item whose reason is
    wanted. ``all_placed`` is sent when focus has no card to go to next.
    """

    move_asked = Signal(str, object, object)
    undo_asked = Signal(object)
    why_asked = Signal(str)
    all_placed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stands: Mapping[str, Stand] = {}
        self._focus_next: str | None = None
        self._marked: Card | None = None
        self.pieces = Pieces(look, self)
        self._lifted = self.pieces.in_hand = LiftedCard(look, self)
        self._noted = BoardNote(look, self.pieces, self)
        self.note = self._noted.note
        self.menu = CardMenu(look, self)
        self._marks = ZoneMarks(self.pieces, self)
        self.hands = Hands(self, self)
        self._keys = BoardKeys(self.hands, self.pieces, self)
        self._touch = TouchWatch(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect()

    def _connect(self) -> None:
        self.pieces.made.connect(self._wire)
        self.hands.changed.connect(self._show_hold)
        self.hands.dropped.connect(self._drop)
        self.hands.lifted.connect(self._lift)
        self.hands.carried.connect(self._lifted.follow)
        self.hands.put_back.connect(self._put_back)
        self.hands.menu_asked.connect(self._open_menu)
        self._keys.menu_asked.connect(self._open_menu)
        self._keys.undo_asked.connect(partial(self.undo_asked.emit, InputMethod.KEYS))
        self._keys.note_closed.connect(self._noted.drop)
        self._keys.aimed.connect(self._say_aim)
        self._keys.put_back.connect(self._say_put_back)
        self._touch.broken.connect(self.hands.cancel)
        self.menu.chosen.connect(self._send)
        self.menu.why_asked.connect(self._ask_why)
        self.menu.aloud_asked.connect(self._read_card)
        self._look.changed.connect(self._restyle)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._watch_window)
            application.focusChanged.connect(self._watch_focus)

    # What is shown

    def show_board(self, activity: Activity, board: Board, stands: Mapping[str, Stand]) -> None:
        """Show a board; cards go to where they stand. ``stands`` marks those that were checked."""
        self.hands.cancel()
        self.menu.close()
        self._noted.drop()
        fresh = self.pieces.show(activity, board)
        self._stands = stands
        self._marked = None
        self.pieces.show_stands(stands, self._spoken_place)
        self.pieces.lay_out(None, self.pieces.glide.jump if fresh else self.pieces.glide.go)
        self._move_focus()

    def show_note(self, item_id: str, verdict: str, words: str) -> None:
        """Tell beside a card why it stands well or not. Raises ``KeyError``."""
        stand = self._stands.get(item_id, Stand.TALK)
        correct = {Stand.RIGHT: True, Stand.MISS: False}.get(stand)
        self._noted.tell(self.card(item_id), verdict, correct, words)

    def parts_in_order(self) -> list[QWidget]:
        """Return every zone with its cards, as one reads."""
        return self.pieces.chain()

    def card(self, item_id: str) -> Card:
        """Return the card of an item. Raises ``KeyError``."""
        return self.pieces.cards[item_id]

    def zone(self, place: Place) -> CategoryZone:
        """Return the zone of a place. Raises ``KeyError``."""
        return self.pieces.zones[place]

    @property
    def settled(self) -> bool:
        """Whether every card has come to where it goes and none is held."""
        return not self.pieces.glide.running and self.hands.hold is None

    def focus_first(self) -> None:
        """Give the focus to the first card that is still to be placed."""
        if self.pieces.board is not None:
            self._focus_next = next(iter(_movable(self.pieces.board)), _NOBODY)
            self._move_focus()

    def _spoken_place(self, item_id: str, stand: Stand) -> str:
        board, activity = self.pieces.board, self.pieces.activity
        if board is None or activity is None:
            return ""
        words = spoken_place(activity, board.places[item_id], stand)
        return words + " " + self.tr("It stays.") if item_id in board.locked else words

    # What the hands ask of the ground

    def place_of(self, card: Card) -> Place:
        """Return where a card stands."""
        return self.pieces.board.places[card.item.id] if self.pieces.board else None

    def place_at(self, point: QPoint) -> Target | None:
        """Return the zone under a point of the board."""
        zone = self.pieces.place_at(point)
        return Target(zone.place) if zone is not None else None

    def places(self) -> Sequence[Place]:
        """Return the zones from left to right, from top to bottom."""
        return self.pieces.places()

    # Building

    @Slot(object)
    def _wire(self, piece: QWidget) -> None:
        if isinstance(piece, CategoryZone):
            piece.tapped.connect(partial(self.hands.drop_at, piece.place, InputMethod.TAP))
            piece.clicked.connect(partial(self._press_zone, piece))
            piece.panned.connect(partial(self.pieces.scrolls.pan, piece.place))
        elif isinstance(piece, Card):
            piece.pressed_at.connect(partial(self.hands.press, piece))
            piece.dragged_to.connect(self.hands.move)
            piece.released_at.connect(self.hands.release)
            piece.pressed_again.connect(partial(self.hands.press_again, piece))
            piece.clicked.connect(partial(self._press_card, piece))
            piece.menu_asked.connect(partial(self._open_menu, piece))

    def _press_card(self, card: Card, *_checked: object) -> None:
        if self.hands.hold is not None and self.hands.hold.card is card:
            self.hands.cancel()
        else:
            self.hands.take(card, InputMethod.KEYS)

    def _press_zone(self, zone: CategoryZone, *_checked: object) -> None:
        self.hands.drop_at(zone.place, InputMethod.KEYS)

    # The window around it

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the board out anew; a card in the hand is put back first."""
        super().resizeEvent(event)
        self._restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to watch the fingers once there is a native window."""
        super().showEvent(event)
        handle = self.window().windowHandle()
        if handle is not None:
            self._touch.watch(handle)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of everything: what is out of sight is held by nobody."""
        super().hideEvent(event)
        self.let_go()

    def let_go(self) -> None:
        """Put back what is held and close the menu."""
        self.hands.cancel()
        self.menu.close()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the other language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.hands.cancel()
            self.pieces.show_stands(self._stands, self._spoken_place)

    @Slot(QWindow)
    def _watch_window(self, focused: QWindow | None) -> None:
        # Whatever has the focus inside: a hold that nobody sees any more is no hold.
        if focused is not self.window().windowHandle():
            self.hands.cancel()

    @Slot(QWidget, QWidget)
    def _watch_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, Card) and new.parent() is self:
            self.pieces.reveal(new)

    @Slot()
    def _restyle(self) -> None:
        self.hands.cancel()
        self.pieces.lay_out(None, self.pieces.glide.jump)
        self._noted.place()

    def minimumSizeHint(self) -> QSize:
        """Return the smallest board that can be played."""
        return QSize(self._look.px(640), self._look.px(320))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the zone under the pointer, if it has more cards than it shows."""
        zone = self.pieces.place_at(event.position().toPoint())
        if zone is not None:
            self.pieces.scrolls.wheel(zone.place, event)

    # Holding and dropping

    @Slot()
    def _show_hold(self) -> None:
        held = self.hands.hold
        if held is not None and held.card is self._marked and self.hands.dragging:
            self._marks.follow(held)
            return
        if held is not None and held.card is not self._marked:
            self._noted.drop()
            self.pieces.reveal(held.card)
            tell(held.card, held.card.item.title)
        self._marks.show(held)
        self._mark_held(held)

    def _mark_held(self, held: Hold | None) -> None:
        before, self._marked = self._marked, held.card if held is not None else None
        for card in {before, self._marked}:
            if card is not None:
                card.show_stand(self._stand_of(card), card.accessibleDescription())

    def _stand_of(self, card: Card) -> Stand:
        held = self.hands.hold
        if held is None or held.card is not card:
            return self._stands.get(card.item.id, Stand.FREE)
        return Stand.GHOST if held.method is InputMethod.DRAG else Stand.HELD

    @Slot()
    def _say_aim(self) -> None:
        # Keys choose a place that a screen reader's user cannot see; who presses by name names it.
        held, activity = self.hands.hold, self.pieces.activity
        if held is None or activity is None:
            return
        if held.target is None or held.target.place is None:
            announce(self, self.tr("{card}: back to the cards?").format(card=held.card.item.title))
            return
        title = activity.category(held.target.place).title
        announce(self, self.tr("{card}: {place}?").format(card=held.card.item.title, place=title))

    @Slot(object)
    def _say_put_back(self, card: Card) -> None:
        announce(self, self.tr("{card} put back.").format(card=card.item.title))

    @Slot(QPoint)
    def _lift(self, at: QPoint) -> None:
        held = self.hands.hold
        if held is not None:
            self._lifted.lift(held.card, at)
            self._show_hold()

    @Slot(object)
    def _drop(self, held: Hold) -> None:
        self._land(held)
        board, target = self.pieces.board, held.target
        if board is None or target is None:
            return
        self._focus_next = self._next_after(board, held.card.item.id)
        self.move_asked.emit(held.card.item.id, target.place, held.method)

    @Slot(object)
    def _put_back(self, held: Hold) -> None:
        self._land(held)
        self.pieces.lay_out(None, self.pieces.glide.go)

    def _land(self, held: Hold) -> None:
        if held.method is InputMethod.DRAG and self._lifted.isVisible():
            held.card.clearMask()
            held.card.setGeometry(self._lifted.face())
            held.card.raise_()
            self._lifted.put_down()

    def _next_after(self, board: Board, item_id: str) -> str:
        rest = _movable(board)
        if item_id in rest:
            at = rest.index(item_id)
            rest = rest[at + 1 :] + rest[:at]
        return rest[0] if rest else _NOBODY

    def _move_focus(self) -> None:
        wanted, self._focus_next = self._focus_next, None
        if wanted is None:
            return
        cards = self.pieces.cards
        if wanted in cards and self.place_of(cards[wanted]) is None:
            cards[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.all_placed.emit()

    # The menu and the keys

    @Slot(object)
    def _open_menu(self, card: Card, *_: object) -> None:
        activity = self.pieces.activity
        if activity is None or card.locked or self.hands.dragging:
            return
        self.hands.cancel()
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        own = self.place_of(card)
        ways = [
            Way(c.id, self.tr("Move to {place}").format(place=c.title), c.icon, f"category-{n}")
            for n, c in enumerate(activity.categories, start=1)
            if c.id != own
        ]
        if own is not None:
            ways.append(Way(None, self.tr("Back to the cards"), "card", "soft"))
        marked = own is not None and card.item.id in self._stands
        self.menu.offer(card, ways, self.tr("Why?") if marked else "")

    @Slot(object, object)
    def _send(self, card: Card, place: Place) -> None:
        self.hands.send(card, place, InputMethod.MENU)

    @Slot(object)
    def _read_card(self, card: Card) -> None:
        say(card, said_of(card))

    @Slot(object)
    def _ask_why(self, card: Card) -> None:
        self.why_asked.emit(card.item.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick up, choose, drop, put back, undo, or go from card to card."""
        self._keys.press(event, self.focusWidget())


def _movable(board: Board) -> list[str]:
    return [item_id for item_id in board.bank if item_id not in board.locked]
