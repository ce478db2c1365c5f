"""Single events at a board, in any order, as bad luck and many hands would send them."""

from __future__ import annotations

from collections.abc import Callable

from board_table import Table
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QTouchEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.ui.theme import TextSize

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLAIN = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = (
    Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Left,
    Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_9,
    Qt.Key.Key_M, Qt.Key.Key_Menu, Qt.Key.Key_Z, Qt.Key.Key_A,
)  # fmt: skip
SIZES = ((900, 640), (760, 560), (640, 900), (1100, 700))
Event = tuple[str, int, int]


class Hands:
    """Sends events to a table. Numbers choose points, keys and sizes; any number will do."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._device = QTest.createTouchDevice()
        self._fingers: dict[int, QPoint] = {}

    def send(self, event: Event) -> None:
        """Send one event."""
        kind, x, y = event
        _SENDERS[kind](self, x, y)

    def point(self, x: int, y: int) -> QPoint:
        """Return a point of the window: mostly on a card or a zone, sometimes anywhere."""
        table = self._table
        if x % 4 == 0:
            return QPoint(x % table.width(), y % table.height())
        pieces = table.board.pieces
        targets = [*pieces.cards.values(), *pieces.zones.values()]
        target = targets[y % len(targets)]
        spot = target.mapTo(table, target.rect().center())
        return QPoint(
            min(max(0, spot.x() + x % 9), table.width() - 1),
            min(max(0, spot.y()), table.height() - 1),
        )

    def press(self, x: int, y: int) -> None:
        QTest.mousePress(self._table.hand.native, LEFT, PLAIN, self.point(x, y))

    def move(self, x: int, y: int) -> None:
        QTest.mouseMove(self._table.hand.native, self.point(x, y))

    def release(self, x: int, y: int) -> None:
        QTest.mouseRelease(self._table.hand.native, LEFT, PLAIN, self.point(x, y))

    def second_button(self, x: int, y: int) -> None:
        QTest.mouseClick(self._table.hand.native, RIGHT, PLAIN, self.point(x, y))

    def finger_down(self, x: int, y: int) -> None:
        finger = x % 2
        if finger not in self._fingers:
            self._touch(finger, self.point(x, y), "press")

    def finger_move(self, x: int, y: int) -> None:
        finger = x % 2
        if finger in self._fingers:
            self._touch(finger, self.point(x, y), "move")

    def finger_up(self, x: int, y: int) -> None:
        finger = x % 2
        if finger in self._fingers:
            self._touch(finger, self.point(x, y), "release")

    def _touch(self, finger: int, at: QPoint, what: str) -> None:
        sequence = QTest.touchEvent(self._table.hand.native, self._device)
        for other in self._fingers:
            if other != finger:
                sequence.stationary(other)
        getattr(sequence, what)(finger, at)
        sequence.commit()
        self._fingers[finger] = at
        if what == "release":
            del self._fingers[finger]

    def fingers_lost(self, _x: int, _y: int) -> None:
        """Let the system take all fingers away."""
        lost = QTouchEvent(QEvent.Type.TouchCancel, self._device)
        QCoreApplication.sendEvent(self._table.hand.native, lost)
        for finger in list(self._fingers):
            self._touch(finger, self._fingers[finger], "release")

    def key(self, x: int, y: int) -> None:
        key = KEYS[x % len(KEYS)]
        modifier = CONTROL if key == Qt.Key.Key_Z or y % 11 == 0 else PLAIN
        QTest.keyClick(self._table.hand.native, key, modifier)

    def focus_out(self, _x: int, _y: int) -> None:
        """Let the window lose the keyboard and get it back."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.emit(None)
        self._table.board.focus_first()

    def focus_away(self, _x: int, _y: int) -> None:
        self._table.check.setFocus()

    def resize(self, x: int, _y: int) -> None:
        self._table.resize(*SIZES[x % len(SIZES)])
        QCoreApplication.processEvents()

    def language(self, _x: int, _y: int) -> None:
        QCoreApplication.sendEvent(self._table.board, QEvent(QEvent.Type.LanguageChange))

    def text_size(self, x: int, _y: int) -> None:
        sizes = list(TextSize)
        self._table.look.set_text_size(sizes[x % len(sizes)])

    def idle(self, _x: int, _y: int) -> None:
        """Let another page cover the board and go away, as after a long silence."""
        self._table.board.hide()
        self._table.board.show()

    def wheel(self, x: int, y: int) -> None:
        table = self._table
        spot = QPointF(self.point(x, y))
        turn = QPoint(0, 120 if y % 2 else -120)
        event = QWheelEvent(
            spot, QPointF(table.mapToGlobal(spot.toPoint())), QPoint(), turn,
            Qt.MouseButton.NoButton, PLAIN, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt's order
        )  # fmt: skip
        QCoreApplication.sendEvent(table.board, event)

    def pause(self, _x: int, _y: int) -> None:
        QCoreApplication.processEvents()

    def let_go(self) -> None:
        """Take every hand away: nothing pressed, no menu, no card held."""
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()
        for finger in list(self._fingers):
            self._touch(finger, self._fingers[finger], "release")
        QTest.mouseRelease(self._table.hand.native, LEFT, PLAIN, QPoint(1, 1))
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()
        self._table.board.hands.cancel()


_SENDERS: dict[str, Callable[[Hands, int, int], None]] = {
    "press": Hands.press,
    "move": Hands.move,
    "release": Hands.release,
    "second button": Hands.second_button,
    "finger down": Hands.finger_down,
    "finger move": Hands.finger_move,
    "finger up": Hands.finger_up,
    "fingers lost": Hands.fingers_lost,
    "key": Hands.key,
    "focus out": Hands.focus_out,
    "focus away": Hands.focus_away,
    "resize": Hands.resize,
    "language": Hands.language,
    "text size": Hands.text_size,
    "idle": Hands.idle,
    "wheel": Hands.wheel,
    "pause": Hands.pause,
}
_OFTEN = (
    "press", "move", "move", "release", "finger down", "finger move", "finger up", "key", "key",
)  # fmt: skip
_KINDS = st.sampled_from((*_OFTEN, *_OFTEN, *_SENDERS))
EVENTS = st.tuples(_KINDS, st.integers(0, 4000), st.integers(0, 4000))
