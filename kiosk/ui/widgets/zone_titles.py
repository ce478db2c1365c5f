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
        self, boxes: Mapping[Place, QRect], zones: Mapping[Place, CategoryZone]
    ) -> dict[Place, int]:
        """Return how much of each zone its title takes, from the top."""
        self.letters = self._letters(boxes, zones)
        highs = {p: zones[p].header.needed(boxes[p].width(), self.letters)[1] for p in boxes}
        heights = {}
        for place, box in boxes.items():
            row = (highs[other] for other, beside in boxes.items() if beside.top() == box.top())
            zones[place].show_type(TitleLine(self.letters, max(self._look.px(_LOW), *row)))
            heights[place] = zones[place].header_height(box.size())
        return heights

    def _letters(self, boxes: Mapping[Place, QRect], zones: Mapping[Place, CategoryZone]) -> int:
        sizes = tuple((box.width(), box.height()) for box in boxes.values())
        if sizes not in self._found:
            for lines, letters in self._wishes():
                if all(self._fits(zones[p], box, lines, letters) for p, box in boxes.items()):
                    break
            self._found[sizes] = letters
        return self._found[sizes]

    def _wishes(self) -> Iterator[tuple[int, int]]:
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
            yield from ((lines, letters) for letters in range(full, low - 1, -1))

    @staticmethod
    def _fits(zone: CategoryZone, box: QRect, lines: int, letters: int) -> bool:
        needed, high = zone.header.needed(box.width(), letters)
        return 0 < needed <= lines and high <= box.height() * _MOST_OF_A_ZONE
