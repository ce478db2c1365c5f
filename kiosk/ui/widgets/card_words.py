"""The words of cards: which letters they get, where they lie, and how high they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics

from kiosk.ui.scale import Weight
from kiosk.ui.theme import SMALLEST_TEXT, Look

CARD_LETTERS = 18
_ROOMY_FROM = 250
_GRIP_ROOM = 44
_DOTS_ROOM = 40
_SIGN_ROOM = 34
_SIDE = 8
_EASY_SIDE = 14
_EASY_FROM = 170
_ABOVE_AND_BELOW = 10
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_BROKEN = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CardWords(QObject):
    """Measures words once for each width and scale, and forgets it all when the look changes."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._found: dict[tuple[str, int, float], tuple[QFont, int, int]] = {}
        self._narrowest: dict[str, int] = {}
        self._sign_room = _SIDE
        look.changed.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Measure everything anew when it is asked for."""
        self._found = {}
        self._narrowest = {}

    def leave_room_for_signs(self, signs: bool) -> None:  # noqa: FBT001 - a state of the board
        """Leave room for a sign before the words of narrow cards, so that nothing moves later."""
        room = _SIGN_ROOM if signs else _SIDE
        if room != self._sign_room:
            self._sign_room = room
            self.forget()

    def roomy(self, width: int) -> bool:
        """Whether a card of that width has its grip and its dots."""
        return width >= self._look.px(_ROOMY_FROM)

    def room(self, card: QRect) -> QRect:
        """Return where the words lie on a card."""
        if self.roomy(card.width()):
            return card.adjusted(self._look.px(_GRIP_ROOM), 0, -self._look.px(_DOTS_ROOM), 0)
        left, right = self._sides(card.width())
        return card.adjusted(left, 0, -right, 0)

    def _sides(self, width: int) -> tuple[int, int]:
        # Where no sign will come, a card that is not the narrowest gives its words more air.
        if self._sign_room == _SIDE and width >= self._look.px(_EASY_FROM):
            return self._look.px(_EASY_SIDE), self._look.px(_EASY_SIDE)
        return self._look.px(self._sign_room), self._look.px(_SIDE)

    def letters(self, words: str, card_width: int, scale: float) -> tuple[QFont, int]:
        """Return the font of a card's words and the flags to draw them with."""
        font, flags, _ = self._measured(words, card_width, scale)
        return font, flags

    def height(self, words: str, card_width: int, scale: float) -> int:
        """Return how high a card of that width must be."""
        return self._measured(words, card_width, scale)[2]

    def widest(self, words: str, scale: float) -> int:
        """Return the width of a card without grip and dots that holds these words in one line."""
        metrics = self._look.metrics(CARD_LETTERS * scale, Weight.SEMIBOLD)
        line = metrics.horizontalAdvance(words) + self._look.px(4)
        bare = line + self._look.px(self._sign_room + _SIDE)
        return max(bare, line + sum(self._sides(bare)))

    def narrowest(self, words: str) -> int:
        """Return the width of the narrowest card that holds the longest of these words whole."""
        if words not in self._narrowest:
            metrics = self._look.metrics(CARD_LETTERS, Weight.SEMIBOLD)
            longest = max((metrics.horizontalAdvance(word) for word in words.split()), default=0)
            self._narrowest[words] = longest
        return self._narrowest[words] + self._look.px(self._sign_room + _SIDE) + 2

    def _measured(self, words: str, card_width: int, scale: float) -> tuple[QFont, int, int]:
        key = (words, card_width, scale)
        if key not in self._found:
            self._found[key] = self._measure(words, card_width, scale)
        return self._found[key]

    def _measure(self, words: str, card_width: int, scale: float) -> tuple[QFont, int, int]:
        room = self.room(QRect(0, 0, card_width, 10_000))
        font = self._look.font(CARD_LETTERS * scale, Weight.SEMIBOLD)
        box = QFontMetrics(font).boundingRect(room, _WRAPPED, words)
        flags = _WRAPPED
        # A word that is wider than its card gets smaller letters, and at the last is broken.
        while box.width() > room.width() and flags == _WRAPPED:
            if font.pixelSize() > SMALLEST_TEXT:
                font.setPixelSize(max(SMALLEST_TEXT, font.pixelSize() - 2))
            else:
                flags = _BROKEN
            box = QFontMetrics(font).boundingRect(room, flags, words)
        return font, flags, box.height() + self._look.px(_ABOVE_AND_BELOW)
