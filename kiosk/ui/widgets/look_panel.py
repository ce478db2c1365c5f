"""How a learner wants it, chosen in a small panel that one tool opens on every screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.bars import TopBar
from kiosk.ui.widgets.behind import Behind
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.language_choice import LanguageChoice
from kiosk.ui.widgets.layout import Column
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.switch import Switch
from kiosk.ui.widgets.text import Role, Text
from kiosk.ui.widgets.text_size import TextSizeChoice
from kiosk.ui.widgets.theme_choice import ThemeChoice

_AWAY = 8
_BETWEEN = 32


class LookPanel(QWidget):
    """Lies over a window until 'Done', Escape or a press beside it; every choice shows at once.

    ``closed`` comes once. While it is open, nothing below it has the keyboard or is told to a
    screen reader: that is there as a picture, which follows each choice.
    """

    closed = Signal()
    language_chosen = Signal(str)

    def __init__(self, look: Look, over: QWidget, anchor: QWidget) -> None:
        super().__init__(over)
        self._look = look
        self._over = over
        self._anchor = anchor
        self._behind = Behind(over, self)
        self.languages = LanguageChoice(look)
        self.languages.chosen.connect(self.language_chosen)
        self.sizes = TextSizeChoice(look)
        self.themes = ThemeChoice(look)
        self.aloud = Switch(look, self.tr("Read each screen aloud"))
        self.still = Switch(look, self.tr("Less motion"))
        self.done = Button(look, Kind.SECONDARY, self.tr("Done"))
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._panel = self._filled(look)
        self.setAccessibleName(self.tr("Language, text size, colors and sound"))
        self.done.clicked.connect(self._close)
        self._show_switches()
        self.aloud.toggled.connect(self._switch_aloud)
        self.still.toggled.connect(self._switch_motion)
        look.changed.connect(self._show_switches)
        look.changed.connect(self._place)
        over.installEventFilter(self)
        self._panel.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.sizes.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        # After the focus has left it: what hides with the focus hands it on to whatever is next.
        self._behind.hide()

    def box(self) -> QRect:
        """Return where the panel itself lies in the window."""
        return self._panel.geometry()

    def uncover(self) -> None:
        """Show what lies behind again, so that it can have the focus."""
        self._behind.show()

    def go(self) -> None:
        """Close for good: its tool may be gone before the last event comes by."""
        self.uncover()
        self.hide()
        self._over.removeEventFilter(self)
        self._panel.removeEventFilter(self)
        self._look.changed.disconnect(self._show_switches)
        self._look.changed.disconnect(self._place)
        self.deleteLater()

    def _filled(self, look: Look) -> Panel:
        panel = Panel(look, edge="line-strong", gap=10, margins=(20, 16, 20, 20))
        panel.setParent(self)
        self._choices, self._rest = Column(look, 10), Column(look, 10)
        panel.column.addLayout(self._parts)
        for part in (self._choices, self._rest):
            self._parts.addLayout(part)
        for title, choice in (
            (self.tr("Language"), self.languages),
            (self.tr("Text size"), self.sizes),
            (self.tr("Colors"), self.themes),
        ):
            heading = Text(look, Role.KICKER, title, color="ink")
            heading.setWordWrap(False)
            self._choices.addWidget(heading)
            self._choices.addWidget(choice)
        self._rest.addWidget(self.aloud)
        self._rest.addWidget(self.still)
        self._rest.addStretch(1)
        self._rest.addWidget(self.done)
        return panel

    def _lay_parts(self, room: int) -> None:
        # Below each other, or beside each other where that is too high for large letters.
        sides = self._panel.column.contentsMargins()
        gap = self._choices.spacing()
        parts = self._choices.sizeHint().height() + gap + self._rest.sizeHint().height()
        beside = parts + sides.top() + sides.bottom() > room and self.width() > self.height()
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        # Only on a change: each of them asks for this once more.
        if way != self._parts.direction():
            self._parts.setDirection(way)
        between = self._look.px(_BETWEEN) if beside else gap
        if between != self._parts.spacing():
            self._parts.setSpacing(between)

    @Slot()
    def _show_switches(self) -> None:
        self.aloud.setChecked(self._look.read_aloud)
        self.still.setChecked(self._look.less_motion)

    @Slot(bool)
    def _switch_aloud(self, wanted: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self._look.read_aloud = wanted

    @Slot(bool)
    def _switch_motion(self, wanted: bool) -> None:  # noqa: FBT001 - the signature of Qt's signal
        self._look.less_motion = wanted

    @Slot()
    def _place(self) -> None:
        self.setGeometry(self._over.rect())
        column, away = self._panel.column, self._look.px(_AWAY)
        below = self._anchor.mapTo(self._over, QPoint(self._anchor.width(), self._anchor.height()))
        # Clear of the whole bar: over its edge, the panel would hang in both.
        top = max(below.y(), self._bar_end()) + away
        self._lay_parts(self.height() - top - away)
        column.invalidate()
        size = column.sizeHint().boundedTo(self.size())
        left = min(max(0, below.x() - size.width()), self.width() - size.width())
        lowest = self.height() - size.height() - away
        if top > lowest:
            # Over the tools whole, which end at the right: half of one looks broken.
            left = max(0, self.width() - size.width() - away)
            top = max(0, min(lowest, (below.y() - self._anchor.height()) // 2))
        self._panel.setGeometry(QRect(QPoint(left, max(0, top)), size))
        self._behind.look_again()

    def _bar_end(self) -> int:
        bar = self._anchor.parentWidget()
        if isinstance(bar, TopBar):
            return bar.mapTo(self._over, QPoint(0, bar.height())).y()
        return 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show what lies behind."""
        QPainter(self).drawPixmap(QPoint(0, 0), self._behind.picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size and the letters'; never stop an event."""
        resized = event.type() == QEvent.Type.Resize and watched is self._over
        if resized or event.type() == QEvent.Type.LayoutRequest:
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's override
        """Keep Tab inside."""
        stops = [
            self.languages.first_focus(),
            self.sizes.first_focus(),
            self.themes.first_focus(),
            self.aloud,
            self.still,
            self.done,
        ]
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no other key gets past."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close: it was beside the panel."""
        self._close()

    @Slot()
    def _close(self) -> None:
        self.closed.emit()


class LookButton(Button):
    """Opens the panel, and takes it along when its own screen goes."""

    language_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, Kind.TOOL, "Aa", icon="contrast")
        self._look_of_all = look
        self.panel: LookPanel | None = None
        self.setAccessibleName(self.tr("Language, text size, colors and sound"))
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        if self.panel is None:
            self._watch_screen()
            self.panel = LookPanel(self._look_of_all, self.window(), self)
            self.panel.closed.connect(self._close)
            self.panel.language_chosen.connect(self.language_chosen)

    def _watch_screen(self) -> None:
        # The panel hides all that stands in the window; a screen goes by being hidden in there.
        part = self.parentWidget()
        while part is not None and part.parentWidget() is not self.window():
            part.installEventFilter(self)
            part = part.parentWidget()

    @Slot()
    def _close(self) -> None:
        if self.panel is not None:
            self.panel.uncover()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take_away()

    def _take_away(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            panel.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the panel with the screen; never stop an event."""
        if event.type() == QEvent.Type.HideToParent:
            self._take_away()
        return super().eventFilter(watched, event)
