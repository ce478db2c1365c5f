"""Grounds that things lie on, and a column that scrolls when it must."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from kiosk.ui.theme import Look
from kiosk.ui.widgets.layout import Column, Margins
from kiosk.ui.widgets.paint import area, smooth
from kiosk.ui.widgets.scroll_bar import dress


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
        self._look = look
        self._fill = fill
        self._edge = edge
        self.column = Column(look, gap, margins)
        self.setLayout(self.column)
        look.changed.connect(self._keep_width)

    def set_width(self, width: float) -> None:
        """Keep to a width as written at 1280 x 800."""
        self._width = width
        self._keep_width()

    @Slot()
    def _keep_width(self) -> None:
        if self._width is not None:
            self.setFixedWidth(self._look.px(self._width))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the area."""
        painter = QPainter(self)
        smooth(painter)
        look, edge = self._look, None
        if self._edge is not None:
            edge = QPen(look.color(self._edge), look.edge(1))
        area(painter, QRectF(self.rect()), look.px(20), look.color(self._fill), edge)


class Scroll(QScrollArea):
    """A column that can be scrolled by finger, wheel and keys; no bar where all fits."""

    def __init__(self, look: Look, content: QWidget) -> None:
        super().__init__()
        self._look = look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        for part in (self, self.viewport(), content):
            palette = part.palette()
            palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.transparent)
            part.setPalette(palette)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        dress(self.verticalScrollBar(), self._look, self._look.px(12))
