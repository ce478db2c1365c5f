"""Grounds that things lie on, and a column that scrolls when it must."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QScroller, QSizePolicy, QWidget

from kiosk.ui.scale import Corner
from kiosk.ui.theme import Look
from kiosk.ui.widgets.layout import Column, Margins, Row
from kiosk.ui.widgets.more_sign import MoreSign, PassedSign
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.scroll_bar import dress

_BAR = 12
_LEAST_HEIGHT = 120
_FOCUS_ROOM = 48


class Panel(QWidget):
    """A rounded area with a hairline edge, and a column inside."""

    def __init__(
        self,
        look: Look,
        *,
        fill: str = "card",
        edge: str | None = "line",
        gap: float = 16,
        margins: Margins = (32, 28, 32, 28),
    ) -> None:
        super().__init__()
        self._width: float | None = None
        self._fills = False
        self._look = look
        self._fill = fill
        self._edge = edge
        self.column = Column(look, gap, margins)
        self.setLayout(self.column)
        look.changed.connect(self._keep_width)

    def set_width(self, width: float) -> None:
        """Keep to a width as written at 1280 x 800, more for large letters, if there is room."""
        self._width = width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._keep_width()

    def fill_window(self, fills: bool) -> None:  # noqa: FBT001 - it fills it, or lies in it
        """Lie from edge to edge, without corners, or as an area on a ground."""
        self._fills = fills
        self.update()

    @Slot()
    def _keep_width(self) -> None:
        if self._width is not None:
            self.setMaximumWidth(self._look.partly_grown(self._width))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the area."""
        painter = QPainter(self)
        smooth(painter)
        look, edge = self._look, None
        if self._fills:
            painter.fillRect(self.rect(), look.color(self._fill))
            return
        if self._edge is not None:
            edge = QPen(look.color(self._edge), look.edge(1))
        area(painter, QRectF(self.rect()), look.corner(Corner.AREA), look.color(self._fill), edge)


class Scroll(QScrollArea):
    """A column that can be scrolled by finger, wheel and keys; no bar where all fits.

    Where there is more than fits, it says so, and the Tab key comes to it, so that the
    arrow keys scroll it. ``ground`` is the colour that it lies on.
    """

    def __init__(self, look: Look, content: QWidget, ground: str = "paper") -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Scroll to read on"))
        self.setWidget(content)
        content.setAutoFillBackground(False)
        for part in (self, self.viewport(), content):
            palette = part.palette()
            palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.transparent)
            part.setPalette(palette)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._bound_to_focus, self._keeps_focus = True, False
        self._passed = PassedSign(look, self, ground)
        self._sign = MoreSign(look, self, ground)
        self.verticalScrollBar().rangeChanged.connect(self._take_tab)
        # Later, as both come in the midst of laying out, which another change would confuse.
        later = Qt.ConnectionType.QueuedConnection
        self.verticalScrollBar().rangeChanged.connect(self._leave_strip, later)
        look.changed.connect(self._leave_strip, later)
        self.verticalScrollBar().rangeChanged.connect(self._show_focus, later)
        look.changed.connect(self._keep_focus)
        self.verticalScrollBar().actionTriggered.connect(self._leave_focus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def more_below(self) -> bool:
        """Whether a sign says that there is more."""
        return not self._sign.isHidden()

    @property
    def more_above(self) -> bool:
        """Whether a sign says that something has gone by."""
        return not self._passed.isHidden()

    @property
    def scrolls(self) -> bool:
        """Whether there is more than fits."""
        return self.verticalScrollBar().maximum() > 0

    def minimumSizeHint(self) -> QSize:
        """Return the content's least width: nothing scrolls sideways."""
        bar = self._look.px(_BAR)
        content = self.widget()
        wide = content.minimumSizeHint().width() if content is not None else 0
        return QSize(wide + bar, self._look.px(_LEAST_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Pass on that the content asks for another width; see that a finger begins to scroll."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() == QEvent.Type.ScrollPrepare:
            self._leave_focus()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the signs at the edges."""
        super().resizeEvent(event)
        self._keep_focus()
        self._passed.follow()
        self._sign.follow()

    @Slot()
    def _leave_strip(self) -> None:
        # Only where the content is higher than all of the room: the strip itself must never
        # be the reason that it is needed.
        needed = self.scrolls and self.widget().height() > self.height()
        below = self._sign.strip if needed else 0
        if self.viewportMargins().bottom() != below:
            self.setViewportMargins(0, 0, 0, below)
        self._sign.follow()

    @Slot()
    def _restyle(self) -> None:
        dress(self.verticalScrollBar(), self._look, self._look.px(_BAR))

    @Slot()
    def _take_tab(self) -> None:
        stop = Qt.FocusPolicy.TabFocus if self.scrolls else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(stop)

    def let_focus_go(self) -> None:
        """Stay at a heading as letters or the window change: what has the focus may leave sight."""
        self._bound_to_focus = False

    @Slot()
    def _keep_focus(self) -> None:
        # Letters or a window of another size: all comes to rest only in a turn or two.
        self._keeps_focus = self._bound_to_focus

    @Slot()
    def _leave_focus(self) -> None:
        # Who scrolls by hand wants to see something else.
        self._keeps_focus = False

    @Slot()
    def _show_focus(self) -> None:
        if self._keeps_focus:
            self._follow_focus(None, self.window().focusWidget())

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        # Not under a pointer: what is pressed must not move away before it is let go.
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        content = self.widget()
        if new is None or pressed or not self.isVisible() or content is None:
            return
        if content.isAncestorOf(new):
            self.show_whole(new)

    def show_whole(self, widget: QWidget) -> None:
        """Scroll as little as shows a widget of the content whole, or its top if it is higher."""
        top = widget.mapTo(self.widget(), QPoint(0, 0)).y()
        room, bar = self._look.px(_FOCUS_ROOM), self.verticalScrollBar()
        lowest = top + widget.height() + room - self.viewport().height()
        bar.setValue(min(top - room // 3, max(bar.value(), lowest)))

    def show_from(self, widget: QWidget) -> None:
        """Scroll so that a widget of the content begins what is seen, if there is enough below."""
        top = widget.mapTo(self.widget(), QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - self._look.px(_FOCUS_ROOM) // 3)


def centered(look: Look, panel: Panel) -> Scroll:
    """Return a ground with a panel at its middle, which scrolls where the panel is higher."""
    content = QWidget()
    row = Row(look, 0, (32, 16, 32, 16))
    content.setLayout(row)
    row.addStretch(1)
    column = Column(look, 0)
    column.addStretch(1)
    column.addWidget(panel)
    column.addStretch(1)
    row.addLayout(column, 100)
    row.addStretch(1)
    return Scroll(look, content)
