"""The board by keys: picking up, choosing a place, dropping, going from card to card."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.lesson import Activity
from kiosk.core.model import InputMethod
from kiosk.ui.widgets.board_hands import Hands
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.board_pieces import Pieces
from kiosk.ui.widgets.card import Card, Stand
from kiosk.ui.widgets.category_zone import CategoryZone

translate = QCoreApplication.translate

_PICK = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
_PLAIN = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAD = Qt.KeyboardModifier.KeypadModifier


class BoardKeys(QObject):
    """Turns keys into what hands do.

    ``aimed``: keys took a card or chose a place for it. ``undo_asked``: Ctrl+Z
    with no card in the hand. ``menu_asked``: the card.
    ``put_back``: the card, by Escape or by Ctrl+Z.
    ``note_closed``: Escape with no card in the hand.
    """

    aimed = Signal()
    undo_asked = Signal()
    put_back = Signal(object)
    menu_asked = Signal(object)
    note_closed = Signal()

    def __init__(self, hands: Hands, pieces: Pieces, parent: QObject) -> None:
        super().__init__(parent)
        self._hands = hands
        self._pieces = pieces

    def press(self, event: QKeyEvent, focused: QWidget | None) -> None:
        """Take a key; one that means nothing on the board is left to others."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~_PAD
        if event.isAutoRepeat() and key not in _ARROWS:
            # A key that is held down is one press: it must not sort cards by itself.
            return
        if key == Qt.Key.Key_Z and modifiers == _CONTROL:
            self._undo()
        elif self._asks_menu(key, modifiers) and isinstance(focused, Card):
            self.menu_asked.emit(focused)
        elif key == Qt.Key.Key_Escape and modifiers == _PLAIN:
            self._escape(event)
        elif key in _PICK and modifiers == _PLAIN:
            self._pick_or_drop(focused)
        elif key in _ARROWS and modifiers == _PLAIN:
            self._arrow(_ARROWS[key], focused)
        elif modifiers != _PLAIN or not self._digit(event.text()):
            event.ignore()

    @staticmethod
    def _asks_menu(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key == Qt.Key.Key_F10:
            return modifiers == _SHIFT
        return key in {Qt.Key.Key_Menu, Qt.Key.Key_M} and modifiers == _PLAIN

    def _undo(self) -> None:
        # With a card in the hand, what is undone is that it was picked up.
        if self._hands.hold is not None:
            self._put_back()
        else:
            self.undo_asked.emit()

    def _put_back(self) -> None:
        held = self._hands.hold
        self._hands.cancel()
        if held is not None:
            self.put_back.emit(held.card)

    def _escape(self, event: QKeyEvent) -> None:
        if self._hands.hold is not None:
            self._put_back()
        else:
            self.note_closed.emit()
            event.ignore()

    def _pick_or_drop(self, focused: QWidget | None) -> None:
        if isinstance(focused, CategoryZone):
            self._hands.drop_at(focused.place, InputMethod.KEYS)
        elif isinstance(focused, Card):
            held = self._hands.hold
            if held is None or held.card is not focused:
                self._hands.take(focused, InputMethod.KEYS)
                self.aimed.emit()
            elif held.target is not None:
                self._hands.drop_at(held.target.place, InputMethod.KEYS)
            else:
                self._hands.cancel()

    def _arrow(self, way: QPoint, focused: QWidget | None) -> None:
        if self._hands.hold is not None:
            self._hands.choose(way.x() + way.y())
            self.aimed.emit()
            return
        others = [*self._pieces.cards.values(), *self._pieces.zones.values()]
        found = neighbour(focused, others, way) if focused is not None else None
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _digit(self, text: str) -> bool:
        activity = self._pieces.activity
        if self._hands.hold is None or activity is None or not _is_digit(text):
            return False
        number = int(text)
        if 1 <= number <= len(activity.categories):
            self._hands.choose_place(activity.categories[number - 1].id)
            self.aimed.emit()
        return True


def _is_digit(text: str) -> bool:
    return len(text) == 1 and text.isdecimal()


def neighbour(start: QWidget, others: Iterable[QWidget], way: QPoint) -> QWidget | None:
    """Return the nearest widget in a direction (a unit step), ``None`` where there is none.

    Being off to the side counts double: straight ahead is what an arrow means.
    """
    middle = _spot(start)
    best: tuple[int, QWidget] | None = None
    for other in others:
        if other is start:
            continue
        off = _spot(other) - middle
        ahead = off.x() * way.x() + off.y() * way.y()
        aside = abs(off.x() * way.y()) + abs(off.y() * way.x())
        cost = ahead + 2 * aside
        if ahead > 0 and (best is None or cost < best[0]):
            best = (cost, other)
    return best[1] if best else None


def _spot(widget: QWidget) -> QPoint:
    # A zone lies where its title is: below it are its cards.
    box = widget.geometry()
    below = box.height() // 2 if isinstance(widget, Card) else min(20, box.height() // 2)
    return QPoint(box.center().x(), box.top() + below)


def spoken_place(activity: Activity, place: Place, stand: Stand) -> str:
    """Return where a card is, and how it stands, for a screen reader."""
    if place is None:
        where = translate("Verdict", "Not placed yet.")
    else:
        where = translate("Verdict", "In {category}.")
        where = where.format(category=activity.category(place).title)
    words = {
        Stand.RIGHT: translate("Verdict", "Right."),
        Stand.MISS: translate("Verdict", "Worth another look."),
        Stand.TALK: translate("Verdict", "To talk about."),
    }
    return f"{where} {words[stand]}" if stand in words else where
