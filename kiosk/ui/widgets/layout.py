"""Columns and rows whose gaps and margins keep to the window's scale."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from kiosk.ui.theme import Look

Margins = tuple[float, float, float, float]
NO_MARGINS: Margins = (0, 0, 0, 0)
_WIDE_MARGIN = 40


class _Scaled(QBoxLayout):
    def __init__(
        self, direction: QBoxLayout.Direction, look: Look, gap: float, margins: Margins
    ) -> None:
        super().__init__(direction)
        self._look = look
        self._gap = gap
        self._margins = margins
        look.changed.connect(self._restyle)
        self._restyle()

    @Slot()
    def _restyle(self) -> None:
        self.setSpacing(self._look.space(self._gap))
        left, top, right, bottom = self._margins
        self.setContentsMargins(
            self._side(left), self._look.px(top), self._side(right), self._look.px(bottom)
        )

    def set_margins(self, margins: Margins) -> None:
        """Keep to other margins, as written."""
        self._margins = margins
        self._restyle()

    def set_gap(self, gap: float) -> None:
        """Keep another gap, as written."""
        self._gap = gap
        self._restyle()

    def _side(self, margin: float) -> int:
        # Wide margins give their room to large letters.
        roomy = max(_WIDE_MARGIN, margin * 100 / self._look.text_size)
        return self._look.px(min(margin, roomy))


class Column(_Scaled):
    """Things below each other. ``gap`` and ``margins`` (left, top, right, bottom) as written."""

    def __init__(self, look: Look, gap: float = 16, margins: Margins = NO_MARGINS) -> None:
        super().__init__(QBoxLayout.Direction.TopToBottom, look, gap, margins)


class Row(_Scaled):
    """Things beside each other. ``gap`` and ``margins`` (left, top, right, bottom) as written."""

    def __init__(self, look: Look, gap: float = 16, margins: Margins = NO_MARGINS) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, look, gap, margins)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while layout.count():
        item = layout.takeAt(0)
        # A spacer has no widget, whatever the binding's types say.
        widget: QWidget | None = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
