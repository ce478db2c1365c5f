"""The words of cards: which letters they get, where they lie, and how high they are."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics

from kiosk.ui.scale import Weight
from kiosk.ui.theme import Look
from kiosk.ui.widgets.card_signs import WAYS, Signs
from kiosk.ui.widgets.paint import balanced

CARD_LETTERS = 18
_ABOVE_AND_BELOW = 10
_ABOVE_AND_BELOW_LINES = 18
"""Around one line, and around more: what stands close together looks crammed by an edge."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_BROKEN = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class CardWords(QObject):
    """Measures words once for each width and scale, and forgets it all when the look changes."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._found: dict[tuple[str, int, float], tuple[QFont, int, QRect]] = {}
        self._even: dict[tuple[str, int, float], int] = {}
        self._longest: dict[float, int] = {}
        self._lines: dict[tuple[str, float], int] = {}
        self._signs: dict[tuple[int, float], Signs] = {}
        self._fonts: dict[float, tuple[QFont, QFontMetrics]] = {}
        self._titles: tuple[str, ...] = ()
        self._marked = False
        look.changed.connect(self.forget)

    @Slot()
    def forget(self) -> None:
        """Measure everything anew when it is asked for."""
        self._found, self._even, self._longest = {}, {}, {}
        self._lines, self._fonts, self._signs = {}, {}, {}

    def show_titles(self, titles: tuple[str, ...]) -> None:
        """Take the titles of all cards of a board: signs give way to the longest of their words."""
        self._titles = titles
        self.forget()

    def leave_room_for_signs(self, signs: bool) -> bool:  # noqa: FBT001 - a state of the board
        """Leave room before the words for the sign of a checked card, so that nothing moves.

        Returns whether that is otherwise than before.
        """
        other = signs != self._marked
        if other:
            self._marked = signs
            self.forget()
        return other

    def signs(self, width: int, scale: float) -> Signs:
        """Return which signs a card of that width has.

        The larger letters are, the closer these stand: they count less than titles in one line.
        """
        key = width, scale
        if key not in self._signs:
            self._signs[key] = self._choose_signs(width, scale)
        return self._signs[key]

    def _choose_signs(self, width: int, scale: float) -> Signs:
        titles = [self._line(title, scale) for title in self._titles]
        ways = [way for way in WAYS if width >= self._look.partly_grown(way.least)]
        rooms = [width - sum(self._sides(way)) for way in ways]
        wrapped = [sum(line > room for line in titles) for room in rooms]
        whole = [n for n, room in enumerate(rooms) if room >= self._longest_word(scale)]
        return ways[min(whole, key=wrapped.__getitem__, default=-1)]

    def sign(self, card: QRect, scale: float, *, mark: bool) -> QRectF:
        """Return where a card's grip is, or the ``mark`` of a checked one that takes its place."""
        signs, look = self.signs(card.width(), scale), self._look
        side = look.partly_grown(signs.mark if mark else signs.side)
        inset = look.partly_grown(signs.inset)
        if mark or self._marked:
            inset = max(inset, (look.partly_grown(signs.marked) - side) // 2)
        return QRectF(card.left() + inset, card.center().y() - side / 2, side, side)

    def room(self, card: QRect, scale: float) -> QRect:
        """Return where the words may lie on a card."""
        left, right = self._sides(self.signs(card.width(), scale))
        return card.adjusted(left, 0, -right, 0)

    def _sides(self, signs: Signs) -> tuple[int, int]:
        before = max(signs.before, signs.marked) if self._marked else signs.before
        return self._look.partly_grown(before), self._look.partly_grown(signs.after)

    def letters(self, words: str, card_width: int, scale: float) -> tuple[QFont, int]:
        """Return the font of a card's words and the flags to draw them with."""
        font, flags, _ = self._measured(words, card_width, scale)
        return font, flags

    def height(self, words: str, card_width: int, scale: float) -> int:
        """Return how high a card of that width must be."""
        box = self._measured(words, card_width, scale)[2]
        one = box.height() < 1.5 * self._letters(scale)[1].lineSpacing()
        return box.height() + self._look.px(_ABOVE_AND_BELOW if one else _ABOVE_AND_BELOW_LINES)

    def lines(self, words: str, card_width: int, scale: float) -> int:
        """Return how many lines the words take on a card of that width."""
        box = self._measured(words, card_width, scale)[2]
        return round(box.height() / self._letters(scale)[1].lineSpacing())

    def laid(self, words: str, card: QRect, scale: float) -> QRect:
        """Return where the words lie on a card: in lines of about the same length."""
        key, room = (words, card.width(), scale), self.room(card, scale)
        if key not in self._even:
            font, flags, box = self._measured(*key)
            wraps = flags == _WRAPPED and box.height() > 1.5 * QFontMetrics(font).lineSpacing()
            self._even[key] = balanced(font, words, room).width() if wraps else room.width()
        room.setWidth(min(room.width(), self._even[key]))
        return room

    def narrowest(self, scale: float) -> int:
        """Return the width of the narrowest card that holds every word of the board whole."""
        return self._longest_word(scale) + sum(self._sides(WAYS[-1]))

    def _longest_word(self, scale: float) -> int:
        if scale not in self._longest:
            words = {word for title in self._titles for word in title.split()}
            self._longest[scale] = max((self._line(word, scale) for word in words), default=0)
        return self._longest[scale]

    def _measured(self, words: str, card_width: int, scale: float) -> tuple[QFont, int, QRect]:
        key = (words, card_width, scale)
        if key not in self._found:
            self._found[key] = self._measure(words, card_width, scale)
        return self._found[key]

    def _measure(self, words: str, card_width: int, scale: float) -> tuple[QFont, int, QRect]:
        # Letters are the board's, the same on every card: at the last a word is broken.
        room = self.room(QRect(0, 0, card_width, 10_000), scale)
        font, metrics = self._letters(scale)
        line = self._line(words, scale)
        if line <= room.width():
            return font, _WRAPPED, QRect(0, 0, line, metrics.height())
        for flags in (_WRAPPED, _BROKEN):
            box = metrics.boundingRect(room, flags, words)
            if box.width() <= room.width():
                break
        return font, flags, box

    def _line(self, words: str, scale: float) -> int:
        if (words, scale) not in self._lines:
            metrics = self._letters(scale)[1]
            self._lines[words, scale] = metrics.horizontalAdvance(words) + 2
        return self._lines[words, scale]

    def _letters(self, scale: float) -> tuple[QFont, QFontMetrics]:
        if scale not in self._fonts:
            font = self._look.font(CARD_LETTERS * scale, Weight.SEMIBOLD)
            self._fonts[scale] = font, QFontMetrics(font)
        return self._fonts[scale]
