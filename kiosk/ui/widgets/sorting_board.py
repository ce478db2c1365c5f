"""The sorting board: cards, the bank and the categories, for any hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QWindow
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.board import Board
from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod
from kiosk.ui.theme import Look, Weight
from kiosk.ui.widgets.board_hands import Hands, Hold, Target
from kiosk.ui.widgets.board_keys import neighbour, spoken_place
from kiosk.ui.widgets.board_layout import Arrangement, Measures, Place, arrange
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.category_zone import CategoryZone, Welcome, ZoneFace
from kiosk.ui.widgets.glide import Glide
from kiosk.ui.widgets.lifted_card import LiftedCard

_PHANTOM = ""
_MANY_CARDS = 10
_SMALL_LETTERS = 14
_WIDE_BANK = 1.22
_NARROW_BANK = 0.9
_PICK = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class SortingBoard(QWidget):
    """Shows a board and asks for moves; it never moves a card by itself.

    ``move_asked``: item id, place (a category id or ``None``), ``InputMethod``.
    ``undo_asked``: ``InputMethod``. ``all_placed`` is sent when focus has no card
    to go to next.
    """

    move_asked = Signal(str, object, object)
    undo_asked = Signal(object)
    all_placed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._activity: Activity | None = None
        self._board: Board | None = None
        self._cards: dict[str, Card] = {}
        self._zones: dict[Place, CategoryZone] = {}
        self._focus_next: str | None = None
        self._arrangement = Arrangement({}, {})
        self._glide = Glide(look, self)
        self._lifted = LiftedCard(look, self)
        self.hands = Hands(self, self)
        self.hands.changed.connect(self._show_hold)
        self.hands.dropped.connect(self._drop)
        self.hands.lifted.connect(self._lift)
        self.hands.carried.connect(self._lifted.follow)
        self.hands.put_back.connect(self._put_back)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._restyle)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch_window)

    # What is shown

    def show_board(self, activity: Activity, board: Board, stands: Mapping[str, Stand]) -> None:
        """Show a board; cards go to where they stand. ``stands`` marks those that were checked."""
        self.hands.cancel()
        fresh = self._activity is not activity or self._board is None
        if fresh or set(self._cards) != set(board.dealt):
            self._build(activity, board)
            fresh = True
        self._activity, self._board = activity, board
        for item_id, card in self._cards.items():
            stand = stands.get(item_id, Stand.FREE)
            card.show_stand(stand, spoken_place(self, activity, board.places[item_id], stand))
        self._show_counts()
        self._lay_out(self._glide.jump if fresh else self._glide.go)
        self._chain_focus()
        self._move_focus()

    def card(self, item_id: str) -> Card:
        """Return the card of an item. Raises ``KeyError``."""
        return self._cards[item_id]

    def zone(self, place: Place) -> CategoryZone:
        """Return the zone of a place. Raises ``KeyError``."""
        return self._zones[place]

    @property
    def settled(self) -> bool:
        """Whether every card has come to where it goes and none is held."""
        return not self._glide.running and self.hands.hold is None

    def focus_first(self) -> None:
        """Give the focus to the first card that is still to be placed."""
        if self._board is not None:
            self._focus_next = next(iter(_movable(self._board)), _PHANTOM)
            self._move_focus()

    # What the hands ask of the ground

    def place_of(self, card: Card) -> Place:
        """Return where a card stands."""
        return self._board.places[card.item.id] if self._board else None

    def place_at(self, point: QPoint) -> Target | None:
        """Return the zone under a point of the board."""
        hits = (p for p, zone in self._zones.items() if zone.geometry().contains(point))
        return next((Target(place) for place in hits), None)

    def places(self) -> Sequence[Place]:
        """Return the zones from left to right, from top to bottom."""
        return sorted(self._zones, key=lambda p: self._reading_order(self._zones[p].geometry()))

    # Building

    def _build(self, activity: Activity, board: Board) -> None:
        for old in (*self._cards.values(), *self._zones.values()):
            old.hide()
            old.deleteLater()
        faces = [
            ZoneFace(c.id, c.title, c.icon, f"category-{n}")
            for n, c in enumerate(activity.categories, start=1)
        ]
        bank = ZoneFace(None, self.tr("Cards to place"), None, "soft")
        self._zones = {face.place: self._new_zone(face) for face in (*faces, bank)}
        self._cards = {item_id: self._new_card(activity, item_id) for item_id in board.dealt}

    def _new_zone(self, face: ZoneFace) -> CategoryZone:
        zone = CategoryZone(self._look, face, self)
        zone.tapped.connect(partial(self.hands.drop_at, face.place, InputMethod.TAP))
        zone.clicked.connect(partial(self._press_zone, zone))
        zone.show()
        return zone

    def _new_card(self, activity: Activity, item_id: str) -> Card:
        card = Card(self._look, activity.item(item_id), self)
        card.pressed_at.connect(partial(self.hands.press, card))
        card.dragged_to.connect(self.hands.move)
        card.released_at.connect(self.hands.release)
        card.clicked.connect(partial(self._press_card, card))
        card.focus_lost.connect(self.hands.cancel)
        card.show()
        return card

    def _press_card(self, card: Card, *_checked: object) -> None:
        if self.hands.hold is not None and self.hands.hold.card is card:
            self.hands.cancel()
        else:
            self.hands.take(card, InputMethod.KEYS)

    def _press_zone(self, zone: CategoryZone, *_checked: object) -> None:
        self.hands.drop_at(zone.place, InputMethod.KEYS)

    # Laying out

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the board out anew; a card in the hand is put back first."""
        super().resizeEvent(event)
        self._restyle()

    @Slot(QWindow)
    def _watch_window(self, focused: QWindow | None) -> None:
        # Whatever has the focus inside: a hold that nobody sees any more is no hold.
        if focused is not self.window().windowHandle():
            self.hands.cancel()

    @Slot()
    def _restyle(self) -> None:
        self.hands.cancel()
        if self._board is not None:
            self._lay_out(self._glide.jump)

    def minimumSizeHint(self) -> QSize:
        """Return the smallest board that can be played."""
        return QSize(self._look.px(640), self._look.px(320))

    def _measures(self) -> Measures:
        look = self._look
        letters = look.metrics(18, Weight.SEMIBOLD).height()
        return Measures(
            gap=look.px(24),
            pad=look.px(14),
            header=look.px(62),
            bank_header=look.px(44),
            card_gap=look.px(6),
            card_high=max(look.px(56), letters + look.px(22)),
            card_low=max(44, letters + look.px(12)),
            card_narrow=max(look.px(130), self._longest_word() + look.px(16)),
            bank_share=self._bank_share(),
        )

    def _longest_word(self) -> int:
        metrics = self._look.metrics(_SMALL_LETTERS, Weight.SEMIBOLD)
        words = [word for card in self._cards.values() for word in card.text().split()]
        return max((metrics.horizontalAdvance(word) for word in words), default=0)

    def _bank_share(self) -> float:
        # By what can move in this try, so that no zone changes its width under the hand.
        board = self._board
        movable = len(board.dealt) - len(board.locked) if board else 0
        return _WIDE_BANK if movable > _MANY_CARDS else _NARROW_BANK

    def _lay_out(self, send: Callable[[dict[QWidget, QRect]], None]) -> None:
        if self._board is None or self._activity is None or self.size().isEmpty():
            return
        cards: dict[Place, list[str]] = {p: list(self._board.items_in(p)) for p in self._zones}
        held = self.hands.hold
        if held is not None and held.target is not None:
            place = held.target.place
            if place != self.place_of(held.card):
                cards[place].append(_PHANTOM)
        ids = [category.id for category in self._activity.categories]
        self._arrangement = arrange(self.size(), ids, cards, self._measures())
        for place, zone in self._zones.items():
            zone.setGeometry(self._arrangement.zones[place])
        send({self._cards[i]: slot for i, slot in self._arrangement.cards.items() if i})

    def _show_counts(self) -> None:
        if self._board is None:
            return
        for place, zone in self._zones.items():
            count = len(self._board.items_in(place))
            shown = self.tr("{n} left").format(n=count) if place is None else str(count)
            words = self.tr("{zone}, one card") if count == 1 else self.tr("{zone}, {n} cards")
            words = words.format(zone=zone.text(), n=count)
            zone.show_count(shown, words)

    # Holding and dropping

    @Slot()
    def _show_hold(self) -> None:
        held = self.hands.hold
        self._lay_out(self._glide.go)
        slot = self._arrangement.cards.get(_PHANTOM)
        for place, zone in self._zones.items():
            if held is None or place == self.place_of(held.card):
                zone.show_welcome(Welcome.NONE, None, "")
            elif held.target is not None and held.target.place == place and slot is not None:
                inside = slot.translated(-zone.pos())
                zone.show_welcome(Welcome.CHOSEN, inside, self.tr("drop here"))
            else:
                zone.show_welcome(Welcome.OPEN, None, "")
        for card in self._cards.values():
            if not card.locked:
                card.show_stand(self._stand_of(card), card.accessibleDescription())

    def _stand_of(self, card: Card) -> Stand:
        held = self.hands.hold
        if held is None or held.card is not card:
            return Stand.FREE
        return Stand.GHOST if held.method is InputMethod.DRAG else Stand.HELD

    @Slot(QPoint)
    def _lift(self, at: QPoint) -> None:
        held = self.hands.hold
        if held is not None:
            self._lifted.lift(held.card, at)
            self._show_hold()

    @Slot(object)
    def _drop(self, held: Hold) -> None:
        self._land(held)
        board, target = self._board, held.target
        if board is None or target is None:
            return
        self._focus_next = self._next_after(board, held.card.item.id)
        self.move_asked.emit(held.card.item.id, target.place, held.method)

    @Slot(object)
    def _put_back(self, held: Hold) -> None:
        self._land(held)
        self._lay_out(self._glide.go)

    def _land(self, held: Hold) -> None:
        if held.method is InputMethod.DRAG and self._lifted.isVisible():
            held.card.setGeometry(self._lifted.face())
            held.card.raise_()
            self._lifted.put_down()

    def _next_after(self, board: Board, item_id: str) -> str:
        rest = _movable(board)
        if item_id in rest:
            at = rest.index(item_id)
            rest = rest[at + 1 :] + rest[:at]
        return rest[0] if rest else _PHANTOM

    def _move_focus(self) -> None:
        wanted, self._focus_next = self._focus_next, None
        if wanted is None:
            return
        if wanted in self._cards and self.place_of(self._cards[wanted]) is None:
            self._cards[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.all_placed.emit()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick up, choose, drop, put back, undo, or go from card to card."""
        key = Qt.Key(event.key())
        undo = Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Z and event.modifiers() == undo and self.hands.hold is None:
            self.undo_asked.emit(InputMethod.KEYS)
        elif key == Qt.Key.Key_Escape and self.hands.hold is not None:
            self.hands.cancel()
        elif key in _PICK:
            self._pick_or_drop()
        elif key in _ARROWS:
            self._arrow(_ARROWS[key])
        elif not self._digit(event.text()):
            event.ignore()

    def _pick_or_drop(self) -> None:
        at = self.focusWidget()
        if isinstance(at, CategoryZone):
            self.hands.drop_at(at.place, InputMethod.KEYS)
        elif isinstance(at, Card):
            held = self.hands.hold
            if held is None or held.card is not at:
                self.hands.take(at, InputMethod.KEYS)
            elif held.target is not None:
                self.hands.drop_at(held.target.place, InputMethod.KEYS)
            else:
                self.hands.cancel()

    def _arrow(self, way: QPoint) -> None:
        if self.hands.hold is not None:
            self.hands.choose(way.x() + way.y())
            return
        at = self.focusWidget()
        others = [*self._cards.values(), *self._zones.values()]
        found = neighbour(at, others, way) if at is not None else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _digit(self, text: str) -> bool:
        if self.hands.hold is None or self._activity is None or not text.isdecimal():
            return False
        number = int(text)
        if 1 <= number <= len(self._activity.categories):
            self.hands.choose_place(self._activity.categories[number - 1].id)
        return True

    def _chain_focus(self) -> None:
        if self._board is None:
            return
        chain: list[QWidget] = []
        for place in self.places():
            chain.append(self._zones[place])
            chain.extend(self._cards[i] for i in self._board.items_in(place))
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    @staticmethod
    def _reading_order(box: QRect) -> tuple[int, int]:
        return box.top(), box.left()


def _movable(board: Board) -> list[str]:
    return [item_id for item_id in board.bank if item_id not in board.locked]
