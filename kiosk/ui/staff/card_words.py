"""The figures of cards as cells and sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kiosk.core.board_figures import boards_by_right, cards_on_board, right_at_first
from kiosk.core.item_statistics import median
from kiosk.core.lesson import Activity
from kiosk.core.staff_rows import BoardSums
from kiosk.reports.item_analysis import FEW, ItemFigures, figures_of
from kiosk.ui.staff.card_views import By, CardRow, CardsView
from kiosk.ui.staff.figure_words import (
    NONE,
    counted,
    decimal,
    minutes,
    number,
    percent,
    seconds,
)
from kiosk.ui.widgets.histogram import Bar
from kiosk.ui.widgets.table_model import Cell

_MINUTE = 60_000
_MOST_MINUTES = 20
_FEWEST_MINUTES = 9
"""So far the plot goes even where all were quicker: a bar alone tells of nothing."""
translate = QCoreApplication.translate


def counted_words() -> tuple[str, str, str, str]:
    """Return what the large figures are of."""
    return (
        translate("Cards", "boards that were checked"),
        translate("Cards", "right at once"),
        translate("Cards", "most argued card"),
        translate("Cards", "median time"),
    )


class CardWords:
    """Tells the sums of one activity; titles are those of the lesson where it still has them."""

    def __init__(self, activity_id: str, sums: BoardSums, activity: Activity | None) -> None:
        self._sums = sums
        self._activity = activity
        self._categories: dict[str, str] = dict(sums.category_titles)
        self._items: dict[str, str] = dict(sums.item_titles)
        self._belongs: dict[str, str] = {}
        if activity is not None:
            self._categories |= {one.id: one.short_title for one in activity.categories}
            self._items |= {item.id: item.title for item in activity.items}
            self._belongs = {item.id: self._where(item.category_id) for item in activity.items}
        self.figures = tuple(
            figures_of(activity_id, item, self._items.get(item, item), counts, self._categories)
            for item, counts in sorted(sums.items.items())
        )

    def _where(self, category_id: str | None) -> str:
        if category_id is None:
            return translate("Cards", "nowhere")
        return self._categories.get(category_id, category_id)

    def view(self, title: str, chosen: str) -> CardsView:
        """Return all that the page shows."""
        return CardsView(
            activity_title=title,
            chosen=chosen,
            figures=self._large(),
            warning=self._warning(),
            rights=self._rights(),
            times=_times(self._sums.ms),
            rows=tuple(self._row(one) for one in self.figures),
        )

    def _large(self) -> tuple[tuple[str, str], ...]:
        sums = self._sums
        argued = max(
            (one for one in self.figures if one.first_try_error_rate),
            key=lambda one: one.first_try_error_rate or 0.0,
            default=None,
        )
        boards, right, most, time = counted_words()
        return (
            counted(sums.boards, translate("Cards", "board that was checked"), boards),
            (percent(right_at_first(sums.items.values())), right),
            (NONE if argued is None else argued.item_title, most),
            (minutes(median(sums.ms)), time),
        )

    def _warning(self) -> str:
        if not 0 < self._sums.boards < FEW:
            return ""
        words = translate("Cards", "Fewer than {n} boards: these figures say little yet.")
        return words.format(n=FEW)

    def _rights(self) -> tuple[Bar, ...]:
        rights = boards_by_right(self._sums.items, self._sums.boards)
        # As far as a board could come, and not as far as any came.
        most = max((*rights, cards_on_board(self._sums.items, self._sums.boards)), default=0)
        return tuple(
            Bar(rights[n], number(n), translate("Cards", "{n} right").format(n=number(n)))
            for n in range(most + 1)
        )

    def _row(self, one: ItemFigures) -> CardRow:
        wrong, apart = one.first_try_error_rate, one.discrimination
        cells = (
            Cell(one.item_title, strong=True),
            Cell(self._belongs.get(one.item_id, NONE)),
            Cell(percent(wrong), bar=wrong),
            Cell(NONE if one.top_wrong_category_id is None else self._taken_for(one)),
            Cell(decimal(apart, 2), warned=_is_odd(one)),
            Cell(seconds(one.median_ms)),
        )
        keys: dict[By, float | str | None] = {
            By.TITLE: one.item_title,
            By.WRONG: wrong,
            By.APART: apart,
            By.TIME: one.median_ms,
        }
        return CardRow(cells, self._told(one), keys)

    def _taken_for(self, one: ItemFigures) -> str:
        return one.top_wrong_category_title or one.top_wrong_category_id or NONE

    def _told(self, one: ItemFigures) -> str:
        words = translate(
            "Cards",
            "{card}: on {n} boards, {right} right at once. Most often taken for: {category}"
            " ({share}). Not placed on {left}. Moved {moves} times, as the median."
            " Efficiency {efficiency}.",
        )
        told = words.format(
            card=one.item_title,
            n=number(one.n),
            right=percent(one.facility),
            category=self._taken_for(one),
            share=percent(one.top_wrong_share),
            left=number(one.not_placed),
            moves=decimal(one.median_placements, 1),
            efficiency=decimal(one.efficiency, 2),
        )
        if _is_odd(one):
            why = translate(
                "Cards", "Who does well on the others gets this one wrong more often: look at it."
            )
            told = f"{told} {why}"
        return told


def _is_odd(one: ItemFigures) -> bool:
    # By the decimals that are told.
    apart = one.discrimination
    return apart is not None and round(apart, 2) < 0 and not one.few


def _times(counts: Mapping[int, int]) -> tuple[Bar, ...]:
    whole: Counter[int] = Counter()
    for ms, n in counts.items():
        whole[min(ms // _MINUTE, _MOST_MINUTES)] += n
    bars = []
    for minute in range(max((_FEWEST_MINUTES, *whole)) + 1):
        label = number(minute) + ("+" if minute == _MOST_MINUTES else "")
        words = translate("Cards", "{n} to {m} minutes")
        if minute == _MOST_MINUTES:
            words = translate("Cards", "{n} minutes and more")
        bars.append(Bar(whole[minute], label, words.format(n=minute, m=minute + 1)))
    return tuple(bars)
