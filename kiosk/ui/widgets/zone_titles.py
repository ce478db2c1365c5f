"""The titles of a board's zones: letters of one size, lines of one height in each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QRect

from kiosk.ui.theme import SMALLEST_TEXT, Look
from kiosk.ui.widgets.board_layout import Place
from kiosk.ui.widgets.board_plan import LETTER_SCALES
from kiosk.ui.widgets.card_words import CARD_LETTERS
from kiosk.ui.widgets.category_zone import CategoryZone
from kiosk.ui.widgets.zone_header import TITLE_LETTERS, TitleLine

_LOW = 40
_MOST_LINES = 9
_MOST_OF_A_ZONE = 0.4


class ZoneTitles:
    """Chooses letters for zones of given sizes, and tells the zones."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found: dict[tuple[tuple[int, int], ...], int] = {}
        self.letters = look.text_px(TITLE_LETTERS)

    def forget(self) -> None:
        """Choose anew, as the look, the titles or the counts have changed."""
        self._found = {}

    def heights(
        self, boxes: Mapping[Place, QRect], zones: Mapping[Place, CategoryZone], most: int
    ) -> dict[Place, int]:
        """Return how much of each zone its title takes, from the top; letters are ``most``."""
        self.letters = min(most, self._letters(boxes, zones))
        highs = {p: zones[p].header.needed(boxes[p].width(), self.letters)[1] for p in boxes}
        heights = {}
        for place, box in boxes.items():
            words = max(highs[p] for p, beside in boxes.items() if beside.top() == box.top())
            high = max(self._look.px(_LOW), words)
            zones[place].show_type(TitleLine(self.letters, high, words))
            heights[place] = zones[place].header_height(box.size())
        return heights

    def _letters(self, boxes: Mapping[Place, QRect], zones: Mapping[Place, CategoryZone]) -> int:
        sizes = tuple((box.width(), box.height()) for box in boxes.values())
        if sizes not in self._found:
            for most, choice in self._wishes():
                lines = {n: self._lines(boxes, zones, most, n) for n in choice}
                fitting = [n for n in choice if lines[n]]
                if fitting:
                    # The fewest lines of all titles together, and then the largest letters.
                    self._found[sizes] = min(fitting, key=lambda n: (lines[n], -n))
                    break
            else:
                self._found[sizes] = SMALLEST_TEXT
        return self._found[sizes]

    def _wishes(self) -> Iterator[tuple[int, range]]:
        # A line whose letters grew a little less says more at a glance than two in full size,
        # and two say more than three. Letters of cards are no larger than those of their title,
        # so that they give way with it.
        full, own = self._look.text_px(TITLE_LETTERS), self._look.text_px(CARD_LETTERS)
        least = self._look.text_px(CARD_LETTERS * LETTER_SCALES[-1])
        for lines, low in (
            (1, own),
            (2, own),
            (2, least),
            (3, least),
            (_MOST_LINES, SMALLEST_TEXT),
        ):
            yield lines, range(full, low - 1, -1)

    @staticmethod
    def _lines(
        boxes: Mapping[Place, QRect], zones: Mapping[Place, CategoryZone], most: int, letters: int
    ) -> int:
        """Return how many lines all titles take in these letters; none where one does not fit."""
        total = 0
        for place, box in boxes.items():
            lines, high = zones[place].header.needed(box.width(), letters)
            if not 0 < lines <= most or high > box.height() * _MOST_OF_A_ZONE:
                return 0
            total += lines
        return total
