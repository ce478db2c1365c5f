"""Keys on the screen for who has no others: they come when a finger touches a field."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTouchEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.code_field import Field
from kiosk.ui.widgets.panel import Scroll

DELETE, SHIFT, OTHERS, ENTER, HIDE = "<", "↑", "§", "↵", "↓"
"""Keys that type nothing: others than these stand for themselves."""

SMALL = ("1234567890", "qwertyuiop", "asdfghjklñ", "↑zxcvbnm<", "§-. ↓↵")
LARGE = ("1234567890", "QWERTYUIOP", "ASDFGHJKLÑ", "↑ZXCVBNM<", "§-. ↓↵")
SIGNS = ("áéíóúü@#&+", "/\\:;.,_-!?", "()[]{}*|^$", "'\"¿¡=%~°º<", "§ ↓↵")
NUMBERS = ("123", "456", "789", "<0↵", "↓")
_WIDE = {" ": 6, ENTER: 4, OTHERS: 3, HIDE: 3}
_ACTS = {DELETE: (Qt.Key.Key_Backspace, ""), ENTER: (Qt.Key.Key_Return, "\r")}
_PLAIN = 2
_WIDTH, _WIDTH_OF_NUMBERS = 940, 380
_BELOW = 24
_GAP = 4
_EDGE = 8


class TouchKeys(QWidget):
    """Keys below a page, hidden until a finger touches one of its fields.

    Digits alone where the field takes nothing else. They go when a finger touches something
    else, when they are told to, and when no field has the focus any more.
    """

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self._field: Field | None = None
        self._by_finger = False
        self._rows: Sequence[str] = ()
        self._board = QWidget()
        self._grid = QGridLayout(self._board)
        self._grid.setSpacing(_GAP)
        self._grid.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        middle.addWidget(self._board)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        look.changed.connect(self._fit_board)
        page.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the keys, and the line where the page ends."""
        painter, look = QPainter(self), self._look
        painter.fillRect(self.rect(), look.color("line"))
        painter.fillRect(0, 0, self.width(), look.edge(1), look.color("line-strong"))

    @property
    def keys(self) -> dict[str, Button]:
        """The keys that are there, by what they type."""
        items = (self._grid.itemAt(n) for n in range(self._grid.count()))
        there = (item.widget() for item in items if item is not None)
        return {key.objectName(): key for key in there if isinstance(key, Button)}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See when the page comes to the screen, and what fingers do; never stop an event."""
        if watched is self._page and event.type() == QEvent.Type.Show:
            native = self._page.window().windowHandle()
            if native is not None:
                native.installEventFilter(self)
        elif isinstance(watched, QWindow):
            self._watch(event)
        return False

    def _watch(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            # Qt makes a press of a touch as well.
            self._by_finger = event.pointerType() is QPointingDevice.PointerType.Finger
        elif event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            self._by_finger = True
        elif event.type() == QEvent.Type.TouchEnd and isinstance(event, QTouchEvent):
            # Once the press that Qt makes of it has gone where it goes.
            QTimer.singleShot(0, self, partial(self._touched, event.point(0).globalPosition()))
        elif event.type() == QEvent.Type.KeyPress:
            # Whoever has a keyboard needs no keys here.
            self._by_finger = False

    def _touched(self, at: QPointF) -> None:
        if self.isVisible() and self.rect().contains(self.mapFromGlobal(at.toPoint())):
            return
        focused = QApplication.focusWidget()
        if isinstance(focused, Field) and _holds(focused, at.toPoint()):
            self._offer(focused)
        else:
            self.hide()

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, Field) and self._by_finger:
            self._offer(new)
        elif new is not None:
            self.hide()

    def _offer(self, field: Field) -> None:
        if not self._page.isVisible() or not self._page.isAncestorOf(field):
            return
        self._field = field
        digits = field.inputMethodHints() & Qt.InputMethodHint.ImhDigitsOnly
        self._lay_out(NUMBERS if digits else SMALL)
        self.show()
        QTimer.singleShot(0, self, self._bring_into_sight)

    @Slot()
    def _bring_into_sight(self) -> None:
        part = None if self._field is None else self._field.parentWidget()
        while part is not None and not isinstance(part, Scroll):
            part = part.parentWidget()
        if part is not None and self._field is not None:
            part.ensureWidgetVisible(self._field, 0, self._look.px(_BELOW))

    def _lay_out(self, rows: Sequence[str]) -> None:
        if rows == self._rows:
            return
        self._rows = rows
        self._fit_board()
        for key in self.keys.values():
            self._grid.removeWidget(key)
            key.hide()
            key.deleteLater()
        widths = [sum(_span(character, rows) for character in row) for row in rows]
        for y, row in enumerate(rows):
            x = (max(widths) - widths[y]) // 2
            for character in row:
                wide = _span(character, rows)
                self._grid.addWidget(self._key(character), y, x, 1, wide)
                x += wide

    @Slot()
    def _fit_board(self) -> None:
        wide = _WIDTH_OF_NUMBERS if self._rows is NUMBERS else _WIDTH
        self._board.setMaximumWidth(self._look.partly_grown(wide))

    def _key(self, character: str) -> Button:
        others = self.tr("Letters") if self._rows is SIGNS else self.tr("Signs")
        words = {OTHERS: others, " ": self.tr("Space"), ENTER: self.tr("Enter")}
        drawn = {
            DELETE: ("backspace", self.tr("Delete")),
            SHIFT: ("arrow-up", self.tr("Large letters")),
            HIDE: ("arrow-down", self.tr("Hide the keys")),
        }
        icon, name = drawn.get(character, (None, ""))
        label = "" if icon else words.get(character, character.replace("&", "&&"))
        key = Button(self._look, Kind.KEY, label, icon=icon)
        key.setObjectName(character)
        if name:
            key.setAccessibleName(name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(partial(self._press, character))
        return key

    def _press(self, character: str, *_checked: object) -> None:
        if character == SHIFT:
            self._lay_out(SMALL if self._rows is LARGE else LARGE)
        elif character == OTHERS:
            self._lay_out(SMALL if self._rows is SIGNS else SIGNS)
        elif character == HIDE:
            self.hide()
        else:
            self._type(character)

    def _type(self, character: str) -> None:
        if self._field is None:
            return
        key, text = _ACTS.get(character, (Qt.Key.Key_unknown, character))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self._field, event)
        if self._rows is LARGE:
            self._lay_out(SMALL)


def _span(character: str, rows: Sequence[str]) -> int:
    return _PLAIN if rows is NUMBERS else _WIDE.get(character, _PLAIN)


def _holds(field: QWidget, at: QPoint) -> bool:
    return field.rect().contains(field.mapFromGlobal(at))
