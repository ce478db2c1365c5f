"""Two halves of a page: beside each other in a wide window, below each other in a high one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kiosk.ui.theme import Look

_WAYS = QBoxLayout.Direction
_LETTERS = 22
_SIDES = 96
"""What margins take from a line, as written."""


class Yields(Enum):
    """Which half gives way in a wide window where large letters leave both no room."""

    NONE = auto()
    WORDS = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Halves:
    """How the ground is shared out between words and the other half.

    ``wide`` and ``high`` are shares in a wide and in a high window, ``gap`` is as
    written; ``order`` tells which half is at the left of a wide one. ``tight`` are the
    shares in a wide one where large letters need more. ``line`` is the least line of words
    that another half may leave, in letters of mean width.
    """

    wide: tuple[int, int]
    high: tuple[int, int] = (5, 2)
    gap: float = 0
    order: QBoxLayout.Direction = _WAYS.LeftToRight
    yields: Yields = Yields.NONE
    tight: tuple[int, int] | None = None
    line: int = 40


WORDS_LAST = _WAYS.RightToLeft
"""The order with the other half at the left."""


class Beside(QWidget):
    """Words, and what goes with them: a picture or a list. In a high window that lies above.

    ``shared_out`` tells whether one half has all of the ground.
    """

    shared_out = Signal(bool)

    def __init__(self, look: Look, words: QWidget, other: QWidget, halves: Halves) -> None:
        super().__init__()
        self._look = look
        self._halves = halves
        self._words, self._other = words, other
        self._wanted = True
        self.alone = False
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
        self._words = words
        self._line.insertWidget(0, words)
        self._share_out()

    def want_other(self, wanted: bool) -> None:  # noqa: FBT001 - there is another half, or none
        """Have another half, where there is room, or words alone."""
        self._wanted = wanted
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
        for at, share in enumerate(self._shares(high=high)):
            self._line.setStretch(at, share)
        self._give_way(not high and self._is_narrow())

    def _shares(self, *, high: bool) -> tuple[int, int]:
        halves = self._halves
        if high:
            return halves.high
        return halves.tight if halves.tight and self._is_narrow() else halves.wide

    def words_width(self) -> int:
        """Return how wide the words are to be, in pixels, before the layout has come to rest."""
        window = self.window()
        if window.height() > window.width():
            return self.width()
        shares = self._shares(high=False)
        return self.width() * shares[0] // sum(shares)

    def _is_narrow(self) -> bool:
        share = self.width() * self._halves.wide[0] / sum(self._halves.wide)
        line = self._look.metrics(_LETTERS).averageCharWidth() * self._halves.line
        return share - self._look.px(_SIDES) < line

    def _give_way(self, narrow: bool) -> None:  # noqa: FBT001 - one of the two has all, or not
        yields = self._halves.yields
        words_yield = narrow and yields is Yields.WORDS
        other_yields = narrow and yields is Yields.OTHER
        # Hidden and shown only on a change: each of them has everything laid out again.
        for half, shown in (
            (self._words, not words_yield),
            (self._other, self._wanted and not other_yields),
        ):
            if half.isHidden() is shown:
                half.setVisible(shown)
        if self.alone is not (words_yield or other_yields):
            self.alone = words_yield or other_yields
            self.shared_out.emit(self.alone)
