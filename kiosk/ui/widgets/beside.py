"""Two halves of a page: beside each other in a wide window, below each other in a high one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.theme import Look

_WAYS = QBoxLayout.Direction


@dataclass(frozen=True, slots=True)
class Halves:
    """How the ground is shared out between words and the other half.

    ``wide`` and ``high`` are shares in a wide and in a high window, ``gap`` is as
    written; ``order`` tells which half is at the left of a wide one.
    """

    wide: tuple[int, int]
    high: tuple[int, int] = (5, 2)
    gap: float = 0
    order: QBoxLayout.Direction = _WAYS.LeftToRight


WORDS_LAST = _WAYS.RightToLeft
"""The order with the other half at the left."""


class Beside(QWidget):
    """Words, and what goes with them: a picture or a list. In a high window that lies above."""

    def __init__(self, look: Look, words: QWidget, other: QWidget, halves: Halves) -> None:
        super().__init__()
        self._look = look
        self._halves = halves
        self._line = QBoxLayout(halves.order, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(words)
        self._line.addWidget(other)
        look.changed.connect(self._share_out)
        self._share_out()

    def set_words(self, words: QWidget) -> None:
        """Show other words; those before are let go."""
        before = self._line.takeAt(0).widget()
        before.hide()
        before.deleteLater()
        self._line.insertWidget(0, words)
        self._share_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie as the window's shape asks."""
        super().resizeEvent(event)
        self._share_out()

    @Slot()
    def _share_out(self) -> None:
        window, halves = self.window(), self._halves
        high = window.height() > window.width()
        self._line.setSpacing(self._look.px(halves.gap))
        self._line.setDirection(_WAYS.BottomToTop if high else halves.order)
        for at, share in enumerate(halves.high if high else halves.wide):
            self._line.setStretch(at, share)
