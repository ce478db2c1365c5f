"""A question over the screen: what lies below can be pressed or read only once it is answered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QLayoutItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.ui.speech import announce, hush
from kiosk.ui.theme import Look
from kiosk.ui.widgets.behind import Behind
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.fold import Fold
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Panel, Scroll
from kiosk.ui.widgets.text import Role, Text

_BESIDE_BAR = 16
_AROUND = 24
"""What is left of the window around a sheet, as written."""
_NEARLY = 0.75
_STEPS = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_PageDown: _STEPS.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _STEPS.SliderPageStepSub,
}


class Sheet(QWidget):
    """A title, some words, and two answers. Escape gives the safe one, which is the first.

    ``width`` is its panel's, as written at 1280 x 800.
    """

    safe_chosen = Signal()
    other_chosen = Signal()
    opened = Signal()

    def __init__(self, look: Look, over: QWidget, *, width: float = 640) -> None:
        super().__init__(over)
        self._look = look
        self._over = over
        self._width = width
        self._behind = Behind(over, self)
        self.is_open = False
        self._back: QWidget | None = None
        self.title = Text(look, Role.HEADING)
        self.words = Text(look, Role.BODY)
        self.safe = Button(look, Kind.PRIMARY, "")
        self.other = Button(look, Kind.SECONDARY, "")
        self._panel = Panel(look, gap=16, margins=(40, 36, 40, 36))
        self._told = QWidget()
        # Words keep off the bar beside them, which is there when they have to scroll.
        self.body = Column(look, 16, (0, 0, _BESIDE_BAR, 0))
        self._told.setLayout(self.body)
        self.words.even_out()
        for text in (self.title, self.words):
            self.body.addWidget(text)
        self._scroll = Scroll(look, self._told, "card")
        self._panel.column.addWidget(self._scroll)
        answers = Fold(look, 16)
        answers.add(self.safe)
        answers.add(self.other)
        self._panel.column.addSpacing(8)
        self._panel.column.addLayout(answers)
        middle = QVBoxLayout(self)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        self.safe.clicked.connect(self._answer_safe)
        self.other.clicked.connect(self._answer_other)
        over.installEventFilter(self)
        self._told.installEventFilter(self)
        look.changed.connect(self._cover)
        self.hide()

    def ask(self, title: str, words: str, safe: str, other: str) -> None:
        """Ask over everything; the keyboard's focus comes back when it is answered."""
        self.show_question(title, words, safe, other)
        announce(self, f"{title} {words}")

    def show_question(self, title: str, words: str, safe: str, other: str = "") -> None:
        """Open as ``ask`` does, without a word aloud."""
        self.title.show_text(title)
        self.words.show_text(words)
        self.safe.set_label(safe)
        self.other.set_label(other)
        self.other.setVisible(bool(other))
        self.opened.emit()
        if not self.is_open:
            self._back = self.window().focusWidget()
        self.is_open = True
        self._cover()
        self.show()
        self.raise_()
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)
        # After the focus has left it: what hides with the focus hands it on to whatever is next.
        self._behind.hide()

    def dismiss(self) -> None:
        """Close without an answer; nothing happens where nothing is asked."""
        if not self.is_open:
            return
        self.is_open = False
        self._behind.show()
        back, self._back = self._back, None
        # Before hiding: a focused widget that hides looks for another place by itself.
        if back is not None and isValid(back):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        hush(self)

    @Slot()
    def _answer_safe(self) -> None:
        self.dismiss()
        self.safe_chosen.emit()

    @Slot()
    def _answer_other(self) -> None:
        self.dismiss()
        self.other_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the safe answer, two keys scroll long words; no other key gets past."""
        step = _SCROLLING.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self._answer_safe()
        elif step is not None:
            self._scroll.verticalScrollBar().triggerAction(step)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's override
        """Keep Tab inside."""
        if not self.isVisible():
            return False
        stops: list[QWidget] = [b for b in (self.safe, self.other) if b.isVisible()]
        if self._scroll.scrolls:
            stops.append(self._scroll)
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size, and fit the words; never stop an event."""
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._cover()
        elif event.type() == QEvent.Type.LayoutRequest and watched is self._told and self.is_open:
            # Words that have just changed their letters know their height only now.
            self._fit_panel()
        return False

    @Slot()
    def _cover(self) -> None:
        self.setGeometry(self._over.rect())
        self._fit_panel()
        if self.is_open:
            self._behind.look_again()

    def _fit_panel(self) -> None:
        widest = self.width() - 2 * self._look.px(_AROUND)
        highest = self.height() - 2 * self._look.px(_AROUND)
        width = min(self._look.partly_grown(self._width), widest)
        high = self._needed_height(width)
        # Where only slivers of the page would be left around it, it has all of the window.
        whole = width == widest and high > _NEARLY * highest
        self._panel.fill_window(whole)
        self._panel.setFixedSize(self.size() if whole else QSize(width, min(high, highest)))

    def _needed_height(self, width: int) -> int:
        column = self._panel.column
        sides = column.contentsMargins()
        inside = width - sides.left() - sides.right()
        # The layout knows how high everything is but the words, which may have to scroll. As if
        # they did: a bar that was needed before would else be the reason that it is needed.
        words = self._told.heightForWidth(inside - self._scroll.verticalScrollBar().width())
        rest = [column.itemAt(n) for n in range(1, column.count())]
        answers = sum(_height(item, inside) + column.spacing() for item in rest)
        return words + answers + sides.top() + sides.bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show what lies behind, dimmed."""
        painter, shade = QPainter(self), QColor(self._look.color("shade"))
        shade.setAlphaF(0.55)
        painter.drawPixmap(QPoint(0, 0), self._behind.picture)
        painter.fillRect(self.rect(), shade)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
