"""What every learner's screen has: bars at the top and the bottom, and the space between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QVBoxLayout, QWidget

from kiosk.core.ports import SaveState
from kiosk.ui.reading_order import put_in_order, tab_stops
from kiosk.ui.theme import Look
from kiosk.ui.widgets.bars import BottomBar, TopBar
from kiosk.ui.widgets.buttons import Button, Kind
from kiosk.ui.widgets.look_panel import LookButton
from kiosk.ui.widgets.panel import Scroll
from kiosk.ui.widgets.save_mark import SaveMark

_STEPS = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_PageDown: _STEPS.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _STEPS.SliderPageStepSub,
}


class Page(QWidget):
    """A ground of paper that a screen stands on.

    ``language_asked`` has the tag of the language that somebody wants it in,
    ``help_asked`` comes from the tool for help, ``aloud_asked`` from the one that reads
    aloud and stops it.
    """

    language_asked = Signal(str)
    help_asked = Signal()
    aloud_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.help_tool: Button | None = None
        self.aloud_tool: Button | None = None
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper."""
        QPainter(self).fillRect(event.rect(), self.look.color("paper"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by a page, wherever the focus is."""
        step = _SCROLLING.get(Qt.Key(event.key()))
        areas = cast("Iterable[Scroll]", self.findChildren(Scroll))
        area = next((area for area in areas if area.isVisible() and area.scrolls), None)
        if step is None or area is None:
            super().keyPressEvent(event)
        else:
            area.verticalScrollBar().triggerAction(step)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's override
        """Go on in the order in which the page is read."""
        put_in_order(self)
        stops = tab_stops(self)
        focused = self.window().focusWidget()
        if not stops:
            return False
        at = stops.index(focused) if focused in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def make_help(self, kind: Kind = Kind.TOOL) -> Button:
        """Return the tool for help, made now, for the page to put where it has room."""
        tool = Button(self.look, kind, self.tr("Help"), icon="help")
        tool.clicked.connect(self.help_asked)
        self.help_tool = tool
        return tool

    def make_aloud(self, kind: Kind = Kind.TOOL) -> Button:
        """Return the tool that reads aloud, made now, for the page to put where it has room."""
        tool = Button(self.look, kind, self.tr("Read aloud"), icon="speaker")
        tool.setCheckable(True)
        tool.clicked.connect(self.aloud_asked)
        self.aloud_tool = tool
        return tool

    def show_reading(self, *, reading: bool) -> None:
        """Show whether a voice is reading."""
        tool = self.aloud_tool
        if tool is not None:
            tool.setChecked(reading)
            name = self.tr("Stop reading aloud") if reading else self.tr("Read aloud")
            tool.setAccessibleName(name)

    def show_view(self, view: Any, /) -> None:  # noqa: ANN401 - each page has its own view
        """Show a view: whatever stood here before is gone."""
        raise NotImplementedError

    def show_saved(self, state: SaveState) -> None:
        """Show how the store stands, on a page that says so."""

    def let_go(self) -> None:
        """Let go of whatever a hand holds here: a question is about to cover the page."""

    def kept(self) -> object:
        """Return what somebody typed or opened here, for the same page in another language."""
        return None

    def take_up(self, kept: Any, /) -> None:  # noqa: ANN401 - each page keeps its own
        """Go on with what ``kept`` returned."""

    def language_tool(self) -> QWidget | None:
        """Return what the language is chosen with; the focus stays there when it changes."""
        return None

    def first_focus(self) -> QWidget | None:
        """Return what a person at the keyboard acts on first."""
        return None


class LearnerScreen(Page):
    """A page with bars. ``sign_out_asked`` comes from the tool that every such screen has."""

    sign_out_asked = Signal()

    def __init__(self, look: Look, *tools: Button) -> None:
        super().__init__(look)
        self._saved = SaveMark(look)
        self.sign_out = Button(look, Kind.TOOL, self.tr("End visit"), icon="sign-out")
        self.sign_out.clicked.connect(self.sign_out_asked)
        self.top = TopBar(look)
        self.look_tool = LookButton(look)
        self.look_tool.language_chosen.connect(self.language_asked)
        self.top.fill(
            self._saved, *tools, self.make_aloud(), self.look_tool, self.make_help(), self.sign_out
        )
        self.bottom = BottomBar(look)
        self.middle = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.middle, 1)
        column.addWidget(self.bottom)

    @property
    def saved_state(self) -> SaveState:
        """How the store stands, as it is shown."""
        return self._saved.state

    def language_tool(self) -> QWidget:
        """Return the tool that opens the panel."""
        return self.look_tool

    def show_saved(self, state: SaveState) -> None:
        """Show how the store stands."""
        self._saved.show_state(state)
